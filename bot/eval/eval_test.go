package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
)

func TestCheckFirst(t *testing.T) {
	q := Question{Expect: Expect{MustContain: [][]string{{"c"}}}}
	ans := &answer.Answer{Confidence: answer.Strong, Text: "a \n b  c d"}
	for _, test := range []struct {
		first  int
		text   string
		passed bool
	}{
		{0, "a \n b  c d", true},
		{2, "a b", false},
		{3, "a b c", true},
		{9, "a b c d", true},
	} {
		got := Check(q, ans, Options{First: test.first})
		if got.Answer.Text != test.text || got.Passed() != test.passed {
			t.Errorf("Check, first %d: text %q, passed %v, want %q, %v", test.first, got.Answer.Text, got.Passed(), test.text, test.passed)
		}
	}
	if ans.Text != "a \n b  c d" {
		t.Errorf("Check changed the answer's text to %q", ans.Text)
	}
}

func TestFiguresCount(t *testing.T) {
	words := func(n int) *answer.Answer {
		return &answer.Answer{Confidence: answer.Strong, Text: strings.Repeat("x ", n)}
	}
	declines := &answer.Answer{Confidence: answer.None, Text: "a long refusal"}
	helps := &answer.Answer{Kind: answer.KindHelp, Confidence: answer.Strong, Text: "a long greeting"}
	tabular := words(90)
	tabular.Table = &answer.Table{}
	shortlist := words(30)
	shortlist.Technologies = []string{"Node", "Phoenix", "Flask"}
	silent := &answer.Answer{Confidence: answer.None, Technologies: []string{"Flask"}}
	wants := Expect{AnyTechnologies: []string{"Node.js", "Phoenix"}}

	var r Report
	for _, c := range []struct {
		kind   string
		expect Expect
		answer *answer.Answer
	}{
		{"lookup", Expect{}, words(10)},
		{"lookup", Expect{}, words(40)},
		{"lookup", Expect{}, declines},
		{"lookup", Expect{}, tabular},
		{"recommend", wants, shortlist},
		{"recommend", wants, silent},
		{"unanswerable", Expect{Abstain: true}, words(20)},
		{"unanswerable", Expect{Abstain: true}, declines},
		{"unanswerable", Expect{Greeting: true}, helps},
		{"unanswerable", Expect{Greeting: true}, words(5)},
	} {
		r.Results = append(r.Results, Check(Question{Kind: c.kind, Expect: c.expect}, c.answer, Options{}))
	}
	if diff := cmp.Diff([]string{"lookup", "recommend", "unanswerable"}, r.Kinds()); diff != "" {
		t.Errorf("Kinds (-want +got):\n%s", diff)
	}
	for _, test := range []struct {
		kinds []string
		want  Figures
	}{
		{[]string{"lookup"}, Figures{Questions: 4, Passed: 3, Answerable: 4, WronglyDeclined: 1, MedianWords: 40}},
		{[]string{"recommend"}, Figures{Questions: 2, Passed: 1, Answerable: 2, WronglyDeclined: 1, Recommended: 3, Acceptable: 2, MedianWords: 30}},
		{[]string{"unanswerable"}, Figures{Questions: 4, Passed: 2, Unanswerable: 2, WronglyAnswered: 1, MedianWords: 20}},
		{[]string{"none such"}, Figures{}},
		{nil, Figures{
			Questions: 10, Passed: 6, Answerable: 6, WronglyDeclined: 2, Unanswerable: 2, WronglyAnswered: 1,
			Recommended: 3, Acceptable: 2, MedianWords: 20,
		}},
	} {
		if diff := cmp.Diff(test.want, r.Figures(test.kinds...)); diff != "" {
			t.Errorf("Figures(%q) (-want +got):\n%s", test.kinds, diff)
		}
	}
}
