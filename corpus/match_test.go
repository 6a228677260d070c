package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// named returns the names of the technologies and families among mentions.
func named(ms []Mention) []string {
	var out []string
	for _, m := range ms {
		switch {
		case m.Technology != nil:
			out = append(out, m.Technology.Name)
		case m.Family != nil:
			out = append(out, m.Family.Name)
		}
	}
	return out
}

func TestNamesInEverySpelling(t *testing.T) {
	lx := embeddedLexicon(t)
	for name, spellings := range map[string][]string{
		"Node.js":              {"Node.js", "NodeJS", "nodejs", "node js", "Node-JS", "NODE.JS", "node", "node_js"},
		"Koa.js":               {"Koa.js", "Koajs", "koa js", "KOA"},
		"Express.js":           {"Express.js", "ExpressJS", "express js", "express"},
		"NestJS":               {"NestJS", "Nest.js", "nest js", "Nest"},
		"ASP.NET Core":         {"ASP.NET Core", "ASP dotnet core", "asp net core", "aspnetcore", "ASP.NET", "asp.net-core", ".NET Core", "dotnet core"},
		"Ruby on Rails":        {"Ruby on Rails", "RoR", "rails", "ruby-on-rails", "RubyOnRails", "Ruby Rails"},
		"PostgreSQL":           {"PostgreSQL", "Postgres", "postgre sql", "psql"},
		"FastAPI":              {"FastAPI", "fast api", "Fast-API"},
		"CakePHP":              {"CakePHP", "cake php", "Cake-PHP", "cake"},
		"Spring Boot":          {"Spring Boot", "SpringBoot", "spring-boot", "Spring", "Java Spring"},
		"C#":                   {"C#", "c#", "C sharp", "CSharp", "c-sharp"},
		"C++":                  {"C++", "c++", "cpp", "C plus plus"},
		"Django":               {"Django", "DJANGO", "Django’s", "Django's", "Djàngo"},
		"GraphQL":              {"GraphQL", "graph ql", "GraphQL APIs"},
		"Kubernetes":           {"Kubernetes", "k8s"},
		"Serverless computing": {"serverless", "server-less", "FaaS", "functions as a service"},
		".NET":                 {".NET", "dotnet", "dot net", ".net"},
	} {
		for _, spelling := range spellings {
			if got := named(lx.Names(spelling, Words(spelling))); !cmp.Equal(got, []string{name}) {
				t.Errorf("Names(%q) = %q, want %q", spelling, got, name)
			}
		}
	}
}

func TestNames(t *testing.T) {
	lx := embeddedLexicon(t)
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"Django or Flask?", []string{"Django", "Flask"}},
		{"spring boot vs ruby on rails", []string{"Spring Boot", "Ruby on Rails"}},
		{"Microsoft SQL Server", []string{"Microsoft SQL Server"}},
		{"Java and JavaScript", []string{"Java", "JavaScript"}},
		{"C, C# and C++", []string{"C#", "C++"}},
		{"Is SQL fast?", []string{"SQL databases"}},
		{"safe from SQL injection", nil},
		{"the SQL queries of Django", []string{"Django"}},
		{"We use React", []string{"React"}},
		{"we react to changes", nil},
		{"We use Go", []string{"Go"}},
		{"we go live", nil},
		{"one gin and tonic", nil},
		{"we like Gin", []string{"Gin"}},
		{"Tell me. Go on.", nil},
		{"djangology", nil},
		{"Django Django", []string{"Django", "Django"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, named(lx.Names(test.text, Words(test.text)))); diff != "" {
			t.Errorf("Names(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestNamesCoverTheirWords(t *testing.T) {
	lx := embeddedLexicon(t)
	text := "is ruby on rails nicer than node.js or C#?"
	words := Words(text)
	var got []string
	for _, m := range lx.Names(text, words) {
		got = append(got, text[words[m.First].Start:words[m.Last-1].End])
	}
	if diff := cmp.Diff([]string{"ruby on rails", "node.js", "C#"}, got); diff != "" {
		t.Errorf("Names(%q) (-want +got):\n%s", text, diff)
	}
}

func TestTechnologiesOf(t *testing.T) {
	lx := embeddedLexicon(t)
	text := "Rails, Django, .NET and Ruby on Rails"
	got := names(TechnologiesOf(lx.Names(text, Words(text))))
	if diff := cmp.Diff([]string{"Ruby on Rails", "Django"}, got); diff != "" {
		t.Errorf("TechnologiesOf(%q) (-want +got):\n%s", text, diff)
	}
}

// known is what questions are corrected against, but for the articles' words.
func known(lx *Lexicon) func(string) bool {
	return func(fold string) bool { return lx.Known(fold) || lx.Filler(fold) || lx.English(fold) }
}

func TestMisspelt(t *testing.T) {
	lx := embeddedLexicon(t)
	tests := []struct{ text, want string }{
		// One edit in five to seven letters: gone, added, replaced, swapped.
		{"djago", "Django"}, {"djaango", "Django"}, {"djanko", "Django"}, {"dajngo", "Django"},
		{"larvel", "Laravel"}, {"flasc", "Flask"}, {"pyhton", "Python"}, {"kotln", "Kotlin"}, {"elixr", "Elixir"},
		{"djakko", ""}, {"plasc", ""},
		// Two in longer names.
		{"kubernets", "Kubernetes"}, {"kubenets", "Kubernetes"}, {"kubents", ""},
		{"postgrsql", "PostgreSQL"}, {"posgrsql", "PostgreSQL"}, {"typescirpt", "TypeScript"},
		// None in shorter ones, but letters may be in the wrong order.
		{"jav", ""}, {"rubi", ""}, {"phpp", ""}, {"kao", ""}, {"ruyb", "Ruby"}, {"yrub", ""},
		// Names of several words: one of them, and a long enough one.
		{"spring bot", "Spring Boot"}, {"spirng boot", "Spring Boot"}, {"ruby on rials", "Ruby on Rails"}, {"front and", ""},
		// What is itself a word is no misspelling.
		{"flash", ""}, {"trust", ""}, {"spreading", ""}, {"phoenix", ""},
	}
	for _, test := range tests {
		m, ok := lx.Misspelt(Words(test.text), 0, known(lx))
		got := strings.Join(named([]Mention{m}), "")
		if got != test.want || ok != (test.want != "") || ok && (!m.Corrected || m.First != 0) {
			t.Errorf("Misspelt(%q) = %q, %t, want %q", test.text, got, ok, test.want)
		}
	}
}

// TestMisspeltKeepsNames tries every spelling of every name against all the
// others: what is spelt right is never taken for another name, whatever else
// is known.
func TestMisspeltKeepsNames(t *testing.T) {
	lx := embeddedLexicon(t)
	nothing := func(string) bool { return false }
	for joined, entries := range lx.names {
		spellings := []string{joined}
		if tech := entries[0].tech; tech != nil {
			spellings = append(append(spellings, tech.Name), tech.Aliases...)
		}
		for _, spelling := range spellings {
			words := Words(spelling)
			if m, ok := lx.NameAt(words, 0); !ok || m.Last != len(words) || m.Technology != entries[0].tech || m.Family != entries[0].family {
				t.Errorf("NameAt(%q) = %q, want %q", spelling, named([]Mention{m}), entries[0].name())
			}
			for what, known := range map[string]func(string) bool{"nothing": nothing, "the lexicon": lx.Known} {
				m, ok := lx.Misspelt(words, 0, known)
				if ok && m.Last == len(words) && (m.Technology != entries[0].tech || m.Family != entries[0].family) {
					t.Errorf("Misspelt(%q), knowing %s, = %q, want %q or nothing", spelling, what, named([]Mention{m}), entries[0].name())
				}
			}
		}
	}
}

func TestEditsAllowed(t *testing.T) {
	want := []int{0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2}
	for letters, edits := range want {
		if got := EditsAllowed(letters); got != edits {
			t.Errorf("EditsAllowed(%d) = %d, want %d", letters, got, edits)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"axum", "axum", 0}, {"axum", "", 4}, {"axum", "axm", 1}, {"axum", "axxum", 1}, {"axum", "axom", 1}, {"axum", "auxm", 1},
		{"axum", "muxa", 3}, {"ca", "abc", 3}, // neighbours once swapped are not edited again
	}
	for _, test := range tests {
		if got := distance(test.a, test.b, 9); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := distance(test.b, test.a, 9); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
		if test.want > 1 {
			if got := distance(test.a, test.b, 1); got <= 1 {
				t.Errorf("distance(%q, %q) up to 1 = %d, want more than 1", test.a, test.b, got)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	speller := NewSpeller([]string{"framework", "frameworks", "scaling", "sealing", "chat", "go"})
	tests := []struct{ word, want string }{
		{"framewrok", "framework"}, {"framworks", "frameworks"}, {"framework", "framework"},
		{"scalign", "scaling"}, {"sxaling", ""}, {"chta", "chat"}, {"chad", ""}, {"", ""}, {"database", ""},
	}
	for _, test := range tests {
		if got := speller.Nearest(test.word); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestPhrases(t *testing.T) {
	lx, err := LoadLexicon(smallLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"is it slow", []string{"slow: topic slow"}},
		{"who made Axum", []string{"who made: attribute developer"}},
		{"who on earth made it", []string{"who on earth made: attribute developer"}},
		{"who of them all made it", nil}, // "*" stands for two words at most
		{"the Authors", []string{"Authors: attribute developer"}},
		{"fast", []string{"fast: topic speed", "fast: attribute speed"}},
		{"fast enough", []string{"fast enough: topic speed"}},                                                        // the longer one alone
		{"how fast", []string{"how fast: attribute speed"}},                                                          // whichever class it is of
		{"faster than Axum", []string{"faster: topic speed", "faster: attribute speed", "faster than: cue compare"}}, // but a cue hides no topic
	}
	for _, test := range tests {
		words := Words(test.text)
		var got []string
		for _, m := range lx.Phrases(words) {
			what := "cue " + m.Cue
			switch {
			case m.Attribute != nil:
				what = "attribute " + m.Attribute.ID
			case m.Topic != nil:
				what = "topic " + m.Topic.ID
			}
			got = append(got, test.text[words[m.First].Start:words[m.Last-1].End]+": "+what)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Phrases(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}
