package answer_test

import (
	"strings"
	"testing"

	"backendbot/bot/answer"
)

// TestTogether asks whether two things go together: a statement on both, or
// none at all, never one on either alone.
func TestTogether(t *testing.T) {
	ed := newEditions(t)
	for _, test := range []struct {
		text string
		want []string // in each excerpt; none when it is declined
	}{
		{"does Meteor support MongoDB?", []string{"Meteor", "MongoDB"}},
		{"is NestJS compatible with postgres?", []string{"NestJS", "PostgreSQL"}},
		{"does Laravel support MongoDB?", nil},
	} {
		ans := ed.ask(t, answer.Question{Text: test.text})
		if declined := ans.Confidence == answer.None; declined != (test.want == nil) {
			t.Errorf("%q: declined %t: %s", test.text, declined, ans.Text)
		}
		for _, ex := range ans.Excerpts {
			for _, w := range test.want {
				if !strings.Contains(ex.Text, w) {
					t.Errorf("%q: excerpt %q does not name %s", test.text, ex.Text, w)
				}
			}
		}
	}
}

// TestPraiseIsNoCaution checks that a "no" or "not" in praise does not turn it
// into a caution of a recommendation.
func TestPraiseIsNoCaution(t *testing.T) {
	ed := newEditions(t)
	for _, text := range []string{
		"We have three Java developers and build a banking system with strict security. What should we use?",
		"we only know PHP, need an admin panel quick, not Laravel",
	} {
		ans := ed.ask(t, answer.Question{Text: text})
		if len(ans.Recommendations) == 0 {
			t.Errorf("%q: nothing recommended: %s", text, ans.Text)
		}
		for _, r := range ans.Recommendations {
			for _, c := range r.Cautions {
				for _, praise := range []string{"lose no time", "weeks, not months"} {
					if strings.Contains(c.Text, praise) {
						t.Errorf("%q: caution %q is praise", text, c.Text)
					}
				}
			}
		}
	}
}
