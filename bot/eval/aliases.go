package eval

// technologies of sets, with the folded spellings that count as naming them.
var technologies = map[string][]string{
	"Node.js":       {"node", "nodejs", "node js", "node.js"},
	"Django":        {"django"},
	"Laravel":       {"laravel"},
	"Spring Boot":   {"springboot", "spring boot"},
	"Ruby on Rails": {"ror", "rails", "ruby on rails"},
	"Flask":         {"flask"},
	"Express.js":    {"express", "expressjs", "express js", "express.js"},
	"Koa.js":        {"koa", "koajs", "koa js", "koa.js"},
	"ASP.NET Core":  {"aspnet", "asp net", "asp.net", ".net core", "aspnet core", "asp net core", "asp.net core"},
	"NestJS":        {"nest", "nestjs", "nest js", "nest.js"},
	"FastAPI":       {"fastapi", "fast api"},
	"Phoenix":       {"phoenix"},
	"CakePHP":       {"cakephp", "cake php"},
	"Meteor":        {"meteor", "meteorjs", "meteor js", "meteor.js"},
	"Python":        {"python"},
	"Java":          {"java"},
	"Ruby":          {"ruby"},
	"PHP":           {"php"},
	"Kotlin":        {"kotlin"},
	"Rust":          {"rust"},
	"C#":            {"c#", "c sharp"},
	"Scala":         {"scala"},
	"SQL databases": {"sql", "mysql", "postgres", "postgresql", "sql database", "sql databases"},
	"PostgreSQL":    {"postgres", "postgresql"},
	"MySQL":         {"mysql"},
	"GraphQL":       {"graphql"},
	"Serverless":    {"serverless"},
	"TypeScript":    {"typescript"},
	"Go":            {"go", "golang"},
	"Firebase":      {"firebase"},
}

// aliases returns the spellings that name a technology: itself when it is none
// of the known ones.
func aliases(technology string) []string {
	if list, ok := technologies[technology]; ok {
		return list
	}
	return []string{string(fold(technology))}
}
