package index

import (
	"testing"

	"github.com/blevesearch/bleve/v2"

	"backendbot/corpus"
)

// benchmarked are questions of one to many words.
var benchmarked = []string{
	"Django",
	"cons of Spring Boot",
	"what suits a real-time chat app if we only know Python?",
	"two backend devs, both JS people, customers want a REST API by end of quarter, nothing fancy, lightweight, with simple setup and a big community",
}

func BenchmarkSearch(b *testing.B) {
	ix := editions(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		find(b, ix, Query{Text: benchmarked[i%len(benchmarked)]})
	}
}

// BenchmarkMatchQuery is the yardstick: Bleve's own match query for the same
// questions over the same chunks, analyzed alike, the ten best.
func BenchmarkMatchQuery(b *testing.B) {
	ix := editions(b)
	m, err := newMapping(ix.corpus.Lexicon)
	if err != nil {
		b.Fatal(err)
	}
	plain, err := bleve.NewUsing("", m, "scorch", "scorch", nil)
	if err != nil {
		b.Fatal(err)
	}
	defer plain.Close()
	batch := plain.NewBatch()
	for _, ch := range ix.corpus.Chunks {
		if err := batch.Index(ch.ID, map[string]any{fieldAll: prefix(ch) + ch.Text()}); err != nil {
			b.Fatal(err)
		}
	}
	if err := plain.Batch(batch); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := bleve.NewMatchQuery(benchmarked[i%len(benchmarked)])
		q.SetField(fieldAll)
		res, err := plain.SearchInContext(b.Context(), bleve.NewSearchRequestOptions(q, 10, 0, false))
		if err != nil || len(res.Hits) == 0 {
			b.Fatalf("match query: %d hits, %v", len(res.Hits), err)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	c, err := corpus.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		ix, err := Build(c)
		if err != nil {
			b.Fatal(err)
		}
		if err := ix.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
