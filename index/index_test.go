package index

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"backendbot/corpus"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// embedded indexes the editions once for all tests.
var embedded = sync.OnceValues(func() (*Index, error) {
	c, err := corpus.Embedded()
	if err != nil {
		return nil, err
	}
	return Build(c)
})

func editions(t testing.TB) *Index {
	t.Helper()
	ix, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

func find(t testing.TB, ix *Index, q Query) []Hit {
	t.Helper()
	hits, err := ix.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// lines returns the lines of a file of testdata that are no comments.
func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			out = append(out, line)
		}
	}
	return out
}

// all is more hits than there are chunks.
const all = 10_000

// ranked is a ranking to compare: ids and scores, best first.
func ranked(hits []Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, fmt.Sprintf("%s %.17g", h.Chunk.ID, h.Score))
	}
	return out
}

func ids(hits []Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Chunk.ID)
	}
	return out
}

func TestSearchFindsNothing(t *testing.T) {
	for _, text := range []string{"", "   ", "?!", "the of and", "zxcv qwerty"} {
		if hits := find(t, editions(t), Query{Text: text}); len(hits) != 0 {
			t.Errorf("Search(%q) = %v, want none", text, ids(hits))
		}
	}
}

func TestSearchSize(t *testing.T) {
	ix := editions(t)
	whole := find(t, ix, Query{Text: "django python framework", Size: all})
	for _, test := range []struct{ size, want int }{{0, 10}, {1, 1}, {25, 25}, {all, len(whole)}} {
		hits := find(t, ix, Query{Text: "django python framework", Size: test.size})
		if diff := cmp.Diff(ranked(whole[:test.want]), ranked(hits)); diff != "" {
			t.Errorf("Search of size %d (-want +got):\n%s", test.size, diff)
		}
	}
}

// TestSearchIsOrdered: best first, equal scores by id.
func TestSearchIsOrdered(t *testing.T) {
	for _, text := range lines(t, "questions.txt") {
		hits := find(t, editions(t), Query{Text: text, Size: 50})
		for i := 1; i < len(hits); i++ {
			a, b := hits[i-1], hits[i]
			if a.Score < b.Score || a.Score == b.Score && a.Chunk.ID >= b.Chunk.ID {
				t.Errorf("Search(%q): %s with %v before %s with %v", text, a.Chunk.ID, a.Score, b.Chunk.ID, b.Score)
			}
		}
	}
}

// TestTies: chunks that say the same have the same score and stand in the
// order of their ids, whatever order they were indexed in.
func TestTies(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"d", "b", "e", "a", "c"} {
		files[name+".md"] = &fstest.MapFile{Data: []byte("---\ntitle: T\npublished: 2024\n---\n# T\n\n## Size\n\nAxum is small.\n")}
	}
	c, err := corpus.Load(editions(t).corpus.Lexicon, files)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a#size", "b#size", "c#size", "d#size", "e#size"}
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 4, 1, 0, 3}} {
		var chunks []*corpus.Chunk
		for _, i := range order {
			chunks = append(chunks, c.Chunks[i])
		}
		ix, err := build(c, chunks, 2)
		if err != nil {
			t.Fatal(err)
		}
		hits := find(t, ix, Query{Text: "how small is axum"})
		if diff := cmp.Diff(want, ids(hits)); diff != "" {
			t.Errorf("indexed in the order %v: Search (-want +got):\n%s", order, diff)
		}
		for _, h := range hits {
			if h.Score != hits[0].Score {
				t.Errorf("indexed in the order %v: %s scores %v, %s %v", order, h.Chunk.ID, h.Score, hits[0].Chunk.ID, hits[0].Score)
			}
		}
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestSearchInArticles: the filter leaves out chunks and changes nothing else.
func TestSearchInArticles(t *testing.T) {
	ix := editions(t)
	q := Query{Text: "cons of Spring Boot", Size: all, Explain: true, Locate: true}
	whole := find(t, ix, q)
	for _, articles := range [][]string{{"scopic-2024"}, {"scopic-2024", "ten-frameworks-2025"}, {"no-such-article"}, {"scopic"}, {"no-such-article", "kushwaha-2025"}} {
		want := []Hit{}
		for _, h := range whole {
			if slices.Contains(articles, h.Chunk.Article.ID) {
				want = append(want, h)
			}
		}
		q.Articles = articles
		got := find(t, ix, q)
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *corpus.Chunk) bool { return a == b })); diff != "" {
			t.Errorf("Search in %v (-want +got):\n%s", articles, diff)
		}
	}
}

// TestMatches: the bytes of a match are in the chunk, and analyze to its term.
func TestMatches(t *testing.T) {
	ix := editions(t)
	found := 0
	for _, text := range lines(t, "questions.txt") {
		terms := ix.terms(text)
		for _, h := range find(t, ix, Query{Text: text, Locate: true}) {
			source := h.Chunk.Article.Source
			for i, m := range h.Matches {
				found++
				if m.Start < h.Chunk.Start || m.End > h.Chunk.End || m.Start >= m.End {
					t.Fatalf("Search(%q): %s: match %v is not within %v", text, h.Chunk.ID, m.Span, h.Chunk.Span)
				}
				word := string(source[m.Start:m.End])
				if !slices.Contains(ix.terms(word), m.Term) || !slices.Contains(terms, m.Term) {
					t.Errorf("Search(%q): %s: %q is matched by %q, but analyzes to %q", text, h.Chunk.ID, word, m.Term, ix.terms(word))
				}
				if i > 0 && (m.Start < h.Matches[i-1].Start || m == h.Matches[i-1]) {
					t.Errorf("Search(%q): %s: match %d is out of order or a duplicate", text, h.Chunk.ID, i)
				}
			}
		}
	}
	if found < 1000 {
		t.Errorf("%d matches in all questions: too few to mean anything", found)
	}
}

// TestMatchesAreComplete: every word of the chunk that analyzes to a term of
// the query is a match.
func TestMatchesAreComplete(t *testing.T) {
	ix := editions(t)
	const text = "Which frameworks run on Node.js?"
	terms := ix.terms(text)
	for _, h := range find(t, ix, Query{Text: text, Size: all, Locate: true}) {
		want := 0
		for _, token := range ix.analyzer.Analyze([]byte(h.Chunk.Text())) {
			if slices.Contains(terms, string(token.Term)) {
				want++
			}
		}
		if len(h.Matches) != want {
			t.Errorf("Search(%q): %s has %d matches, want %d", text, h.Chunk.ID, len(h.Matches), want)
		}
	}
}

func TestContributionsSumToTheScore(t *testing.T) {
	ix := editions(t)
	for _, text := range lines(t, "questions.txt")[:60] {
		for _, h := range find(t, ix, Query{Text: text, Explain: true}) {
			sum := 0.0
			for i, w := range h.Why {
				sum += w.Score
				if i > 0 && w.Score > h.Why[i-1].Score {
					t.Errorf("Search(%q): %s: contribution %v after %v", text, h.Chunk.ID, w, h.Why[i-1])
				}
			}
			if !near(sum, h.Score) {
				t.Errorf("Search(%q): %s scores %v, its contributions add up to %v", text, h.Chunk.ID, h.Score, sum)
			}
		}
		if hits := find(t, ix, Query{Text: text}); len(hits) > 0 && (hits[0].Why != nil || hits[0].Matches != nil) {
			t.Errorf("Search(%q): Why or Matches is filled though not asked for", text)
		}
	}
}

func TestSearchConcurrently(t *testing.T) {
	ix := editions(t)
	questions := lines(t, "questions.txt")[:20]
	var want [][]string
	for _, text := range questions {
		want = append(want, ranked(find(t, ix, Query{Text: text})))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, text := range questions {
				hits, err := ix.Search(t.Context(), Query{Text: text})
				if diff := cmp.Diff(want[i], ranked(hits)); err != nil || diff != "" {
					t.Errorf("Search(%q) beside others: %v (-want +got):\n%s", text, err, diff)
				}
			}
		})
	}
	wg.Wait()
}
