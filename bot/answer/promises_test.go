package answer_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"backendbot/bot/answer"
	"backendbot/corpus"
)

// TestPromises holds every answer to the shipped set to what answers promise.
func TestPromises(t *testing.T) {
	ed := newEditions(t)
	for _, q := range ed.set {
		ans := ed.ask(t, questionOf(q))
		for _, p := range broken(ed.corpus, ans) {
			t.Errorf("%s %q %q: %s", q.ID, q.Thread, q.Text, p)
		}
	}
}

// TestSuggestions asks everything that an answer to the shipped set suggests,
// by itself and in the thread of the answer.
func TestSuggestions(t *testing.T) {
	ed := newEditions(t)
	suggested := map[string][]string{} // a thread that leads to each
	for _, q := range ed.set {
		thread := slices.Concat(q.Thread, []string{q.Text})
		ans := ed.ask(t, questionOf(q))
		for _, s := range ans.Suggestions {
			if suggested[s] == nil {
				suggested[s] = thread
			}
			if got := ed.ask(t, answer.Question{Text: s, Thread: thread}); got.Confidence == answer.None {
				t.Errorf("after %q, the suggestion %q is declined: %s", thread, s, got.Lead)
			}
		}
	}
	for s, thread := range suggested {
		if got := ed.ask(t, answer.Question{Text: s}); got.Confidence == answer.None {
			t.Errorf("the suggestion %q (after %q) is declined: %s", s, thread, got.Lead)
		}
	}
	if help := ed.ask(t, answer.Question{Text: "hi!"}); len(help.Suggestions) < 3 {
		t.Errorf("help suggests %q, want three questions", help.Suggestions)
	}
}

// broken says which promises an answer breaks.
func broken(c *corpus.Corpus, a *answer.Answer) []string {
	p := &promises{corpus: c, ans: a}
	p.shape()
	p.json()
	if a.Confidence == answer.None {
		p.declined()
		return p.broken
	}
	if len(a.Citations) == 0 {
		p.breaks("confidence %s, and nothing is cited", a.Confidence)
	}
	if strings.TrimSpace(a.Text) == "" {
		p.breaks("the text is empty")
	}
	p.citations()
	for _, x := range excerpts(a) {
		p.excerpt(x)
	}
	p.table()
	p.recommendations()
	p.entries()
	p.disagreements()
	p.order()
	return p.broken
}

type promises struct {
	corpus *corpus.Corpus
	ans    *answer.Answer
	broken []string
}

func (p *promises) breaks(format string, args ...any) {
	p.broken = append(p.broken, fmt.Sprintf(format, args...))
}

var (
	kinds = []string{
		answer.KindFAQ, answer.KindLookup, answer.KindProfile, answer.KindCompare, answer.KindRecommend, answer.KindList,
		answer.KindConcept, answer.KindDisagreement, answer.KindHelp, answer.KindNone,
	}
	confidences = []answer.Confidence{answer.Strong, answer.Partial, answer.None}
)

// shape checks that kind and confidence are known and fit each other.
func (p *promises) shape() {
	a := p.ans
	if !slices.Contains(kinds, a.Kind) {
		p.breaks("kind %q, want one of %q", a.Kind, kinds)
	}
	if !slices.Contains(confidences, a.Confidence) {
		p.breaks("confidence %q, want one of %q", a.Confidence, confidences)
	}
	if without := a.Kind == answer.KindNone || a.Kind == answer.KindHelp; without != (a.Confidence == answer.None) {
		p.breaks("kind %s with confidence %s", a.Kind, a.Confidence)
	}
	if sorted := slices.Sorted(slices.Values(a.Suggestions)); len(slices.Compact(sorted)) < len(a.Suggestions) {
		p.breaks("suggestions %q, some of them twice", a.Suggestions)
	}
	if a.Index != p.corpus.Hash {
		p.breaks("index %q, want %q", a.Index, p.corpus.Hash)
	}
}

// json checks that the answer survives being written and read, and that lists
// are written as lists even when they are empty.
func (p *promises) json() {
	data, err := json.Marshal(p.ans)
	if err != nil {
		p.breaks("JSON: %v", err)
		return
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		p.breaks("JSON: %v", err)
	}
	for name, value := range members {
		if string(value) == "null" && name != "table" {
			p.breaks("JSON member %q is null", name)
		}
	}
	var back answer.Answer
	if err := json.Unmarshal(data, &back); err != nil {
		p.breaks("JSON: %v", err)
	}
	if again, err := json.Marshal(&back); err != nil || utf8.ValidString(p.ans.Question) && string(again) != string(data) {
		p.breaks("JSON changes when it is read and written again (%v)", err)
	}
	if !utf8.ValidString(p.ans.Text) {
		p.breaks("the text is not UTF-8")
	}
}

// declined checks that an answer that says nothing claims nothing, and helps.
func (p *promises) declined() {
	a := p.ans
	if n := len(excerpts(a)) + len(a.Citations) + len(a.Entries) + len(a.Recommendations) + len(a.Disagreements); n > 0 || a.Table != nil {
		p.breaks("declined, but with %d citations, excerpts and the like", n)
	}
	if strings.TrimSpace(a.Lead) == "" || !strings.Contains(a.Text, a.Lead) {
		p.breaks("declined without saying so: lead %q, text %q", a.Lead, a.Text)
	}
	if len(a.Suggestions) == 0 {
		p.breaks("declined without a suggestion")
	}
}
