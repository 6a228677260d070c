package index

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/corpus"
)

// near reports whether two scores differ by no more than the fourth digit:
// Bleve keeps a field's length as the float32 1/sqrt(length).
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-4*max(1, math.Abs(a), math.Abs(b)) }

// reference is BM25 as in the textbook, over the chunks as lists of terms.
type reference struct {
	ix     *Index
	chunks []*corpus.Chunk
	fields []referenceField
}

type referenceField struct {
	boost   float64
	counts  []map[string]int // of each chunk
	lengths []float64
	average float64
	holding map[string]int // in how many chunks a term is
}

func newReference(ix *Index) *reference {
	r := &reference{ix: ix, chunks: ix.corpus.Chunks}
	for _, f := range []struct {
		name string
		text func(*corpus.Chunk) string
	}{
		{fieldAll, func(ch *corpus.Chunk) string {
			return strings.Join(ch.Questions, "\n") + "\n" + ch.Heading + "\n" + ch.Text()
		}},
		{fieldQuestion, func(ch *corpus.Chunk) string { return strings.Join(ch.Questions, "\n") }},
		{fieldHeading, func(ch *corpus.Chunk) string { return ch.Heading }},
	} {
		field := referenceField{boost: boosts[f.name], holding: map[string]int{}}
		total := 0.0
		for _, ch := range r.chunks {
			counts := map[string]int{}
			length := 0.0
			for _, token := range ix.analyzer.Analyze([]byte(f.text(ch))) {
				counts[string(token.Term)]++
				length++
			}
			for term := range counts {
				field.holding[term]++
			}
			field.counts = append(field.counts, counts)
			field.lengths = append(field.lengths, length)
			total += length
		}
		field.average = total / float64(len(r.chunks))
		r.fields = append(r.fields, field)
	}
	return r
}

// scores returns the score of every chunk that has one.
func (r *reference) scores(text string) map[string]float64 {
	const k1, b = 1.2, 0.75
	scores := map[string]float64{}
	n := float64(len(r.chunks))
	for _, f := range r.fields {
		for _, term := range r.ix.terms(text) {
			df := float64(f.holding[term])
			idf := math.Log(1 + (n-df+0.5)/(df+0.5))
			for i, ch := range r.chunks {
				if tf := float64(f.counts[i][term]); tf > 0 {
					scores[ch.ID] += f.boost * idf * tf * (k1 + 1) / (tf + k1*(1-b+b*f.lengths[i]/f.average))
				}
			}
		}
	}
	return scores
}

// TestScoresAreBM25 compares the index with the reference on every question.
func TestScoresAreBM25(t *testing.T) {
	ix := editions(t)
	r := newReference(ix)
	for _, text := range lines(t, "questions.txt") {
		want := r.scores(text)
		hits := find(t, ix, Query{Text: text, Size: all})
		if len(hits) != len(want) {
			t.Errorf("Search(%q): %d hits, want %d", text, len(hits), len(want))
		}
		for _, h := range hits {
			if !near(h.Score, want[h.Chunk.ID]) {
				t.Errorf("Search(%q): %s scores %v, want %v", text, h.Chunk.ID, h.Score, want[h.Chunk.ID])
				break // the others will be wrong as well
			}
		}
	}
}

// TestRankingIsIndependentOfTheBuild builds the index in three batch sizes and
// two orders: every question gets the same hits with the same scores.
func TestRankingIsIndependentOfTheBuild(t *testing.T) {
	c := editions(t).corpus
	chunks, questions := c.Chunks, lines(t, "questions.txt")
	if underRace {
		chunks, questions = chunks[:60], questions[:60]
	}
	reversed := slices.Clone(chunks)
	slices.Reverse(reversed)
	want := make([][]string, len(questions))
	for _, size := range []int{len(chunks), 7, 1} {
		for order, chunks := range map[string][]*corpus.Chunk{"given": chunks, "reversed": reversed} {
			ix, err := build(c, chunks, size)
			if err != nil {
				t.Fatal(err)
			}
			for i, text := range questions {
				got := ranked(find(t, ix, Query{Text: text, Size: 50}))
				if want[i] == nil {
					want[i] = got
				}
				if diff := cmp.Diff(want[i], got); diff != "" {
					t.Errorf("batches of %d, %s order: Search(%q) (-want +got):\n%s", size, order, text, diff)
				}
			}
			if err := ix.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}
