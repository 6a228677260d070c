package index

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// A labelled question is to find one of its chunks.
type labelled struct {
	text   string
	chunks []string
}

// labelledQuestions reads testdata/labelled.txt: "question | chunk chunk …".
func labelledQuestions(t *testing.T, ix *Index) []labelled {
	t.Helper()
	var all []labelled
	for _, line := range lines(t, "labelled.txt") {
		text, chunks, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("labelled.txt: %q: want a question, a bar and chunk ids", line)
		}
		l := labelled{text, strings.Fields(chunks)}
		for _, id := range l.chunks {
			if ix.chunks[id] == nil {
				t.Errorf("labelled.txt: %q: no chunk %s", text, id)
			}
		}
		all = append(all, l)
	}
	return all
}

// setBoosts sets the fields' boosts until the test ends.
func setBoosts(t *testing.T, question, heading float64) {
	before := [2]float64{boosts[fieldQuestion], boosts[fieldHeading]}
	set := func(question, heading float64) { boosts[fieldQuestion], boosts[fieldHeading] = question, heading }
	set(question, heading)
	t.Cleanup(func() { set(before[0], before[1]) })
}

// figures say how well a ranking finds what it should.
type figures struct{ first, five, reciprocal float64 }

func (f *figures) add(hits []string, want []string) {
	rank := slices.IndexFunc(hits, func(id string) bool { return slices.Contains(want, id) })
	switch {
	case rank < 0:
		return
	case rank == 0:
		f.first++
	}
	if rank < 5 {
		f.five++
	}
	f.reciprocal += 1 / float64(rank+1)
}

// TestTuneBoosts records in testdata/tuning.txt what each setting of the boosts
// finds of the labelled questions. A score is a sum over fields, so one search
// with every boost at one tells the ranking under every setting.
func TestTuneBoosts(t *testing.T) {
	ix := editions(t)
	questions := labelledQuestions(t, ix)
	chosen := [2]float64{boosts[fieldQuestion], boosts[fieldHeading]}
	setBoosts(t, 1, 1)
	var found [][]Hit
	for _, q := range questions {
		found = append(found, find(t, ix, Query{Text: q.text, Size: all, Explain: true}))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d questions; * marks the boosts in use; field %q has 1\n\nquestion  heading  recall@1  recall@5    MRR\n", len(questions), fieldAll)
	for _, question := range []float64{0.5, 1, 2, 3} {
		for _, heading := range []float64{0, 0.5, 1} {
			var f figures
			for i, q := range questions {
				f.add(rerank(found[i], question, heading), q.chunks)
			}
			mark := ""
			if chosen == [2]float64{question, heading} {
				mark = " *"
			}
			n := float64(len(questions))
			fmt.Fprintf(&b, "%8g  %7g  %8.3f  %8.3f  %5.3f%s\n", question, heading, f.first/n, f.five/n, f.reciprocal/n, mark)
		}
	}
	const name = "testdata/tuning.txt"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("%s is out of date, see go test -update (-want +got):\n%s", name, diff)
	}
}

// rerank orders hits found with boosts of one as other boosts would.
func rerank(hits []Hit, question, heading float64) []string {
	weights := map[string]float64{fieldAll: 1, fieldQuestion: question, fieldHeading: heading}
	hits = slices.Clone(hits)
	for i, h := range hits {
		hits[i].Score = 0
		for _, w := range h.Why {
			hits[i].Score += weights[w.Field] * w.Score
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Chunk.ID, b.Chunk.ID))
	})
	return ids(hits)
}

// TestRerank: what TestTuneBoosts takes for a ranking is what Search gives.
func TestRerank(t *testing.T) {
	ix := editions(t)
	for _, q := range labelledQuestions(t, ix)[:10] {
		setBoosts(t, 1, 1)
		got := rerank(find(t, ix, Query{Text: q.text, Size: all, Explain: true}), 3, 0.5)
		setBoosts(t, 3, 0.5)
		want := ids(find(t, ix, Query{Text: q.text, Size: 20}))
		if diff := gocmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
			t.Errorf("Search(%q) with other boosts (-want +got):\n%s", q.text, diff)
		}
	}
}
