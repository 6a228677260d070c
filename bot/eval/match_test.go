package eval

import "testing"

func TestFold(t *testing.T) {
	for _, test := range []struct {
		text string
		want folded
	}{
		{"", ""},
		{"  Two\t words\n", "two words"},
		{"Ｒｕｂｙ ﬁle", "ruby file"},
		{"don’t ‘x’ ‛y", "don't 'x' 'y"},
		{"“C#”", `"c#"`},
		{"non\u2011blocking a–b a—b a−b", "non-blocking a-b a-b a-b"},
		{"**Go** `x` ~y~", "go x y"},
		{"a * b", "a b"},
		{"a\u200bb", "ab"},
		{"a\x1cb\u00a0c\u2028d", "a b c d"},
		{"½ cup™", "1⁄2 cuptm"},
		{"MYŚLIWIEC", "myśliwiec"},
		{"İ ΟΔΟΣ", "i\u0307 οδος"},
		{"″", "′′"}, // not a quote
	} {
		if got := fold(test.text); got != test.want {
			t.Errorf("fold(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, test := range []struct {
		text, token string
		want        bool
	}{
		{"libraries", "librar", true},
		{"performance", "ORM", false},
		{"an ORM", "ORM", true},
		{"performance, orm", "orm", true},
		{"ormORM orm", "orm", true},
		{"aaab", "aab", false},
		{"xa-a-a", "a-a", true}, // the second, which overlaps the first
		{"version 13", "3", false},
		{"3.5 and 3", "3", true},
		{"2013", "13", false},
		{"13", "13", true},
		{"v3", "3", false},
		{"Python3", "3", false},
		{"non\u2011blocking", "non-blocking", true},
		{"nonblocking", "blocking", false},
		{"non-blocking", "blocking", true},
		{"model–view–controller", "model-view-controller", true},
		{"don't", "don’t", true},
		{"**Spring** Boot", "spring boot", true},
		{"use cases", "use  cases", true},
		{"$12 per hour", "$12", true},
		{"US$12", "$12", true}, // starts with neither letter nor digit
		{"₹ 6 lakh", "₹6", false},
		{"★★★★★", "★★★★", true},
		{"ASP.NET", ".NET", true},
		{"Michał Myśliwiec", "myśliwiec", true},
		{"éorm", "ORM", true}, // only a-z and 0-9 continue a word
		{"_orm", "ORM", true},
		{"anything", "", true},
		{"", "x", false},
	} {
		if got := fold(test.text).contains(test.token); got != test.want {
			t.Errorf("fold(%q).contains(%q) = %v, want %v", test.text, test.token, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, test := range []struct {
		text, technology string
		want             bool
	}{
		{"Go is fast", "Go", true},
		{"Go, by Google", "Go", true},
		{"where to go next", "Go", false},
		{"GO!", "Go", true},
		{"golang", "Go", true},
		{"Golang.", "Go", true},
		{"GoLang", "Go", false},
		{"Google", "Go", false},
		{"Go+", "Go", false},
		{".Go", "Go", false},
		{"Ｇｏ", "Go", false}, // the text is not folded for Go
		{"ASP.NET", "ASP.NET Core", true},
		{"asp net", "ASP.NET Core", true},
		{"AspNet core", "ASP.NET Core", true},
		{"ASP .NET", "ASP.NET Core", false},
		{"ASP .NET Core", "ASP.NET Core", true},
		{".NET Core", "ASP.NET Core", true},
		{"the .NET platform", "ASP.NET Core", false},
		{"ASP.NETs", "ASP.NET Core", false},
		{"Node", "Node.js", true},
		{"NodeJS", "Node.js", true},
		{"node js", "Node.js", true},
		{"Node.js.", "Node.js", true},
		{"Node.jsx", "Node.js", true}, // as Node
		{"nodes", "Node.js", false},
		{"Express", "Express.js", true},
		{"expressjs", "Express.js", true},
		{"expressive", "Express.js", false},
		{"nest", "NestJS", true},
		{"honest", "NestJS", false},
		{"Rails", "Ruby on Rails", true},
		{"RoR", "Ruby on Rails", true},
		{"error", "Ruby on Rails", false},
		{"Ruby on Rails", "Ruby", true},
		{"C#", "C#", true},
		{"C# and", "C#", true},
		{"c sharp", "C#", true},
		{"C", "C#", false},
		{"C#+", "C#", false},
		{"C++", "C++", true},
		{"C++ ", "C+", false},
		{"Java", "Java", true},
		{"java-script", "Java", true},
		{"JavaScript", "Java", false},
		{"PHP8", "PHP", false},
		{"cake php", "CakePHP", true},
		{"fast api", "FastAPI", true},
		{"MySQL", "SQL databases", true},
		{"PostgreSQL", "SQL databases", true},
		{"NoSQL", "SQL databases", false},
		{"Postgres", "PostgreSQL", true},
		{"Spring\u00a0Boot", "Spring Boot", true},
		{"Spring-Boot", "Spring Boot", false},
		{"**Django**", "Django", true},
		{"Django's", "Django", true},
		{"my_django", "Django", false},
		{"django#x", "Django", false},
		{"v1.django", "Django", false},
		{"Back\u2011end work", "Back-end", true},
		{"Gin", "Gin", true},
		{"engine", "Gin", false},
	} {
		if got := names(test.text, test.technology); got != test.want {
			t.Errorf("names(%q, %q) = %v, want %v", test.text, test.technology, got, test.want)
		}
	}
}
