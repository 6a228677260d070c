package index

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/corpus"
)

// spellings are the usual ways to write names that analyzers break.
var spellings = [][]string{
	{"C#", "c#", "C sharp", "c-sharp", "CSharp", "csharp"},
	{".NET", ".net", "dotnet", "DotNet", "dot net"},
	{"ASP.NET Core", "asp.net core", "ASP.NET-Core", "ASP dotnet core", "ASP NET Core", "ASP .NET Core", "aspnet core", "aspnetcore"},
	{"Node.js", "node.js", "NODE.JS", "NodeJS", "nodejs", "node js", "Node-JS", "node"},
	{"Koa.js", "koa.js", "KoaJS", "koajs", "koa js", "Koa"},
	{"Ruby on Rails", "ruby-on-rails", "RubyOnRails", "Rails", "rails", "RoR", "ror"},
	{"FastAPI", "fastapi", "fast api", "Fast-API"},
	{"CakePHP", "cakephp", "cake php", "Cake-PHP", "cake"},
	{"Spring Boot", "spring boot", "SpringBoot", "springboot", "spring-boot"},
}

// top is how many hits count as what a name finds.
const top = 5

// TestSpellingsFindTheSame: however a name is spelt, it finds the same chunks.
func TestSpellingsFindTheSame(t *testing.T) {
	ix := editions(t)
	found := func(text string) []string {
		out := ids(find(t, ix, Query{Text: text, Size: top}))
		slices.Sort(out)
		return out
	}
	for _, group := range spellings {
		want := found(group[0])
		if len(want) < top {
			t.Errorf("Search(%q) = %v, want %d hits", group[0], want, top)
		}
		for _, spelling := range group[1:] {
			if diff := cmp.Diff(want, found(spelling)); diff != "" {
				t.Errorf("Search(%q), as Search(%q) (-want +got):\n%s", spelling, group[0], diff)
			}
		}
	}
}

// TestSpellingsAnalyzeAlike: every spelling has a term that stands for the name.
func TestSpellingsAnalyzeAlike(t *testing.T) {
	ix := editions(t)
	for _, group := range spellings {
		common := ix.terms(group[0])
		for _, spelling := range group[1:] {
			terms := ix.terms(spelling)
			common = slices.DeleteFunc(common, func(term string) bool { return !slices.Contains(terms, term) })
		}
		if len(common) == 0 {
			t.Errorf("%q have no term in common", group)
		}
	}
}

// TestNamesHaveTheirOwnTerm: the term that stands for a technology is its
// name, whatever stemming does to words, and so stands for no other one.
func TestNamesHaveTheirOwnTerm(t *testing.T) {
	ix := editions(t)
	for _, tech := range ix.corpus.Lexicon.Technologies {
		if tech.Ambiguous || tech.Generic || len(corpus.Words(tech.Name)) > 3 {
			continue
		}
		terms := ix.terms(tech.Name)
		if want := "=" + strings.ToLower(tech.Name); !slices.Contains(terms, want) {
			t.Errorf("%q analyzes to %q, want %q among them", tech.Name, terms, want)
		}
	}
}

// TestTokensCoverTheirBytes: offsets lead back to the whole name or word.
func TestTokensCoverTheirBytes(t *testing.T) {
	ix := editions(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"C# and ASP.NET Core’s", []string{"C#", "ASP.NET Core’s"}},
		{"★ Node JS, naïve", []string{"Node JS", "naïve"}},
		{"the Ruby-on-Rails way", []string{"Ruby-on-Rails", "way"}},
		{"Myśliwiec’s C++", []string{"Myśliwiec’s", "C++"}},
	} {
		var got []string
		for _, token := range ix.analyzer.Analyze([]byte(test.text)) {
			got = append(got, test.text[token.Start:token.End])
		}
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("analyze %q: tokens of %q, want %q among them", test.text, got, want)
			}
		}
	}
}

// TestShortcutTokenizesAlike: texts that are spared the regular expression
// have the tokens that it would give them.
func TestShortcutTokenizesAlike(t *testing.T) {
	ix := editions(t)
	texts := lines(t, "questions.txt")
	for _, group := range spellings {
		for _, spelling := range group {
			texts = append(texts, spelling, strings.ToUpper(spelling), strings.ToLower(spelling), strings.ToUpper(spelling)+" and more")
		}
	}
	for _, text := range append(texts, "nOdE.jS", "aSp.nEt", "g++", "a.b", "1.2") {
		var a, b []string
		for _, token := range ix.analyzer.Analyze([]byte(text)) {
			a = append(a, string(token.Term))
		}
		// A mark elsewhere in the text forces the regular expression.
		for _, token := range ix.analyzer.Analyze([]byte(text + " z#")) {
			b = append(b, string(token.Term))
		}
		if diff := cmp.Diff(b[:max(len(b)-1, 0)], a); diff != "" && len(a) > 0 {
			t.Errorf("analyze %q with and without the shortcut (-want +got):\n%s", text, diff)
		}
	}
}
