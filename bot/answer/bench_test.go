package answer_test

import (
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"backendbot/bot/eval"
)

// BenchmarkAnswer measures whole answers to each kind of question in the
// shipped set. Besides the mean it reports the median over the questions, and
// how many times the median of BenchmarkPlainMatch that is: it should be at
// most eight.
func BenchmarkAnswer(b *testing.B) {
	ed := newEditions(b)
	match := plainMatch(b, ed)
	for kind, set := range kindsOf(ed.set) {
		b.Run(kind, func(b *testing.B) {
			var yardstick []time.Duration
			for i := range 20 * len(set) {
				yardstick = append(yardstick, timed(func() { match(set[i%len(set)].Text) }))
			}
			b.ReportAllocs()
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				took = append(took, timed(func() { ed.ask(b, questionOf(set[i%len(set)])) }))
			}
			b.ReportMetric(float64(median(took)), "median-ns")
			b.ReportMetric(float64(median(took))/float64(median(yardstick)), "×match")
		})
	}
}

// BenchmarkPlainMatch measures what Bleve by itself takes to find the ten best
// chunks for the same questions.
func BenchmarkPlainMatch(b *testing.B) {
	ed := newEditions(b)
	match := plainMatch(b, ed)
	for kind, set := range kindsOf(ed.set) {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				took = append(took, timed(func() { match(set[i%len(set)].Text) }))
			}
			b.ReportMetric(float64(median(took)), "median-ns")
		})
	}
}

// plainMatch indexes the text of every chunk with Bleve's English analyzer and
// nothing else, and returns a search for the ten best.
func plainMatch(b *testing.B, ed *editions) func(text string) {
	b.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = en.AnalyzerName
	m.StoreDynamic, m.DocValuesDynamic = false, false
	ix, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = ix.Close() })
	batch := ix.NewBatch()
	for _, ch := range ed.corpus.Chunks {
		if err := batch.Index(ch.ID, map[string]string{"text": ch.Text()}); err != nil {
			b.Fatal(err)
		}
	}
	if err := ix.Batch(batch); err != nil {
		b.Fatal(err)
	}
	return func(text string) {
		req := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(text), 10, 0, false)
		if _, err := ix.SearchInContext(b.Context(), req); err != nil {
			b.Fatal(err)
		}
	}
}

// kindsOf yields the kinds in a set, in the set's order, and their questions.
func kindsOf(set []eval.Question) iter.Seq2[string, []eval.Question] {
	return func(yield func(string, []eval.Question) bool) {
		var seen []string
		for _, q := range set {
			if slices.Contains(seen, q.Kind) {
				continue
			}
			seen = append(seen, q.Kind)
			same := slices.DeleteFunc(slices.Clone(set), func(o eval.Question) bool { return o.Kind != q.Kind })
			if !yield(q.Kind, same) {
				return
			}
		}
	}
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func median(list []time.Duration) time.Duration {
	slices.Sort(list)
	return list[len(list)/2]
}
