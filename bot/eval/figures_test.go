package eval_test

import (
	"testing"

	"backendbot/bot/answer"
	"backendbot/bot/eval"
	"backendbot/corpus"
	"backendbot/index"
)

// TestFigures holds the figures that the embedded articles are to reach on the
// shipped set.
func TestFigures(t *testing.T) {
	whole := run(t)
	all := whole.Figures()
	atLeast(t, "passed, overall", all.Passed, all.Questions, 95)
	for _, kind := range whole.Kinds() {
		f := whole.Figures(kind)
		atLeast(t, "passed, "+kind, f.Passed, f.Questions, 88)
	}
	atLeast(t, "recommended technologies that are acceptable", all.Acceptable, all.Recommended, 85)
	atMost(t, "answered though unanswerable", all.WronglyAnswered, all.Unanswerable, 5)
	atMost(t, "declined though answerable", all.WronglyDeclined, all.Answerable, 3)
	if all.MedianWords > 90 {
		t.Errorf("median words of an answer without a table: %d, want at most 90", all.MedianWords)
	}

	var first eval.Report
	for _, r := range whole.Results {
		first.Results = append(first.Results, eval.Check(r.Question, r.Answer, eval.Options{First: 60}))
	}
	f := first.Figures(answer.KindLookup, answer.KindFAQ, answer.KindList, answer.KindDisagreement)
	atLeast(t, "passed in the first 60 words", f.Passed, f.Questions, 85)
}

// run asks the shipped set of the embedded articles.
func run(t *testing.T) *eval.Report {
	t.Helper()
	set, err := eval.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ix, err := index.Build(c)
	if err != nil {
		t.Fatal(err)
	}
	report, err := eval.Run(t.Context(), answer.New(c, ix), set, eval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func atLeast(t *testing.T, what string, part, whole, percent int) {
	t.Helper()
	if whole == 0 || 100*part < percent*whole {
		t.Errorf("%s: %d of %d, want at least %d%%", what, part, whole, percent)
	}
}

func atMost(t *testing.T, what string, part, whole, percent int) {
	t.Helper()
	if whole == 0 || 100*part > percent*whole {
		t.Errorf("%s: %d of %d, want at most %d%%", what, part, whole, percent)
	}
}
