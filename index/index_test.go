package index

import (
	"context"
	"testing"
	"time"

	"backendbot/corpus"
)

func TestTry(t *testing.T) {
	t0 := time.Now()
	c, err := corpus.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	t1 := time.Now()
	ix, err := Build(c)
	if err != nil {
		t.Fatal(err)
	}
	t2 := time.Now()
	t.Log(t1.Sub(t0), t2.Sub(t1), ix.averages)
	for _, q := range []string{"what is edge computing", "backend dev salary in india", "what's the API gateway there for", "cpp or C#?", "which hashing algorithm does laravel use"} {
		t3 := time.Now()
		hits, err := ix.Search(context.Background(), Query{Text: q, Size: 5, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Log(q, time.Since(t3))
		for _, h := range hits {
			t.Logf("  %.2f %s %v %v", h.Score, h.Chunk.ID, len(h.Matches), h.Why)
		}
	}
}
