package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
)

func TestProblems(t *testing.T) {
	cite := func(articles ...string) []answer.Citation {
		var list []answer.Citation
		for _, a := range articles {
			list = append(list, answer.Citation{Article: a})
		}
		return list
	}
	flask := answer.Answer{
		Kind: answer.KindLookup, Confidence: answer.Strong, Text: "Flask: a lightweight framework of 2010 [1]",
		Technologies: []string{"Flask"}, Citations: cite("scopic-2024", "kushwaha-2025"),
	}
	declined := answer.Answer{Kind: answer.KindNone, Confidence: answer.None, Text: "The articles don't say."}
	help := answer.Answer{Kind: answer.KindHelp, Confidence: answer.Strong, Text: "Hi. Try: Django or Flask?"}
	for _, test := range []struct {
		name   string
		expect Expect
		answer answer.Answer
		want   []string
	}{
		{"nothing expected", Expect{}, flask, nil},
		{"nothing expected, declined", Expect{}, declined, []string{"declined"}},
		{"help counts as declined", Expect{Technologies: []string{"Django"}}, help, []string{"declined"}},
		{"should decline, does", Expect{Abstain: true}, declined, nil},
		{"should decline, helps", Expect{Abstain: true}, help, nil},
		{"should decline, answers", Expect{Abstain: true, Technologies: []string{"Go"}}, flask, []string{"answered, should have declined"}},
		{"should decline, does, but says too much", Expect{Abstain: true, MustNotContain: []string{"article", "rticle"}}, declined,
			[]string{`contains "article"`}},
		{"greeted with help", Expect{Greeting: true}, help, nil},
		{"greeted by declining", Expect{Greeting: true}, declined, nil},
		{"greeting taken for a question", Expect{Greeting: true}, flask,
			[]string{"treated chit-chat as a question", "cited articles in chit-chat"}},
		{"declining comes before greeting", Expect{Abstain: true, Greeting: true}, flask, []string{"answered, should have declined"}},
		{"named in the text", Expect{Technologies: []string{"Flask", "Koa.js"}}, flask, []string{"does not name Koa.js"}},
		{"named in the technologies only", Expect{Technologies: []string{"NestJS"}},
			answer.Answer{Confidence: answer.Partial, Text: "honest", Technologies: []string{"Django", "NestJS"}}, nil},
		{"enough named", Expect{AnyTechnologies: []string{"Koa.js", "Flask"}, MinNamed: 1}, flask, nil},
		{"too few named", Expect{AnyTechnologies: []string{"Koa.js", "Flask"}, MinNamed: 2}, flask,
			[]string{`names 1 of 2 wanted from ["Koa.js" "Flask"]`}},
		{"a number without names", Expect{MinNamed: 2}, flask, nil},
		{"forbidden among the technologies", Expect{Forbidden: []string{"Flask", "Koa.js"}}, flask, []string{"recommends Flask"}},
		{"forbidden in the text is allowed", Expect{Forbidden: []string{"Flask"}},
			answer.Answer{Confidence: answer.Strong, Text: "not Flask", Technologies: []string{"Django"}}, nil},
		{"one of each list", Expect{MustContain: [][]string{{"minimal", "light"}, {"2010"}}}, flask, nil},
		{"tokens start words", Expect{MustContain: [][]string{{"weight", "010"}}}, flask, []string{`lacks any of ["weight" "010"]`}},
		{"a list without tokens", Expect{MustContain: [][]string{{}}}, flask, []string{"lacks any of []"}},
		{"one cited", Expect{Cite: []string{"A1", "A3"}}, flask, nil},
		{"none cited", Expect{Cite: []string{"A1", "A4"}}, flask, []string{`cites ["A2" "A3"], none of ["A1" "A4"]`}},
		{"all cited", Expect{CiteAll: []string{"A2", "A3"}}, flask, nil},
		{"not all cited", Expect{CiteAll: []string{"A2", "A5", "A1"}}, flask, []string{`does not cite ["A5" "A1"]`}},
		{"a table expected", Expect{Table: &Table{Columns: []string{"Flask"}}}, flask, []string{"no table"}},
		{"several at once", Expect{
			MustNotContain: []string{"2010"}, Technologies: []string{"Go"}, MustContain: [][]string{{"x"}}, Cite: []string{"A5"},
		}, flask, []string{`contains "2010"`, "does not name Go", `lacks any of ["x"]`, `cites ["A2" "A3"], none of ["A5"]`}},
	} {
		if diff := cmp.Diff(test.want, test.expect.Problems(&test.answer)); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestArticleID(t *testing.T) {
	for _, test := range []struct{ id, want string }{
		{"A3", "A3"},
		{" a3 ", "A3"},
		{"scopic-2024", "A3"},
		{"corpus/must-know-2023.md", "A4"},
		{"004_1dca9e909020dc51", "A5"},
		{"A6", "A6"},
		{"A12", "A12"},
		{"scopic", "scopic"},
	} {
		if got := articleID(test.id); got != test.want {
			t.Errorf("articleID(%q) = %q, want %q", test.id, got, test.want)
		}
	}
}
