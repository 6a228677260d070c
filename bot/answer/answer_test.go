package answer_test

import (
	"context"
	"sync"
	"testing"

	"backendbot/bot/answer"
	"backendbot/bot/eval"
	"backendbot/corpus"
	"backendbot/index"
)

// editions is the engine over the embedded articles, and the question set
// that ships with it.
type editions struct {
	corpus *corpus.Corpus
	engine *answer.Engine
	set    []eval.Question
}

// embedded is built once, for all tests.
var embedded = sync.OnceValues(func() (*editions, error) {
	c, err := corpus.Embedded()
	if err != nil {
		return nil, err
	}
	ix, err := index.Build(c)
	if err != nil {
		return nil, err
	}
	set, err := eval.Shipped()
	if err != nil {
		return nil, err
	}
	return &editions{c, answer.New(c, ix), set}, nil
})

func newEditions(t testing.TB) *editions {
	t.Helper()
	ed, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return ed
}

func (ed *editions) ask(t testing.TB, q answer.Question) *answer.Answer {
	t.Helper()
	ans, err := ed.engine.Answer(context.Background(), q)
	if err != nil {
		t.Fatalf("Answer(%q): %v", q.Text, err)
	}
	return ans
}

// questionOf leaves out what is expected of the answer.
func questionOf(q eval.Question) answer.Question {
	return answer.Question{ID: q.ID, Text: q.Text, Thread: q.Thread}
}
