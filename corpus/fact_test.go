package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestFacts reads small articles: testdata/facts holds each with the facts
// that come of it.
func TestFacts(t *testing.T) { transcripts(t, "facts", "facts", showFacts) }

var formNames = map[Form]string{
	Cell: "cell", Labelled: "labelled", Entry: "entry", Heading: "heading", Passing: "passing", Answer: "answer", Sentence: "sentence",
}

// showFacts prints a line for each fact: its line in the article, its
// subjects, its attribute, its form and its text, after its head if any.
func showFacts(c *Corpus) string {
	var b strings.Builder
	for _, f := range c.Facts {
		subjects, attribute := strings.Join(names(f.Subjects), ", "), attributeID(f)
		if subjects == "" {
			subjects = "-"
		}
		if attribute == "" {
			attribute = "-"
		}
		fmt.Fprintf(&b, "%d %s; %s; %s", f.Article.Line(f.Start), subjects, attribute, formNames[f.Form])
		if f.Nested {
			b.WriteString(", nested")
		}
		if f.Head != "" {
			fmt.Fprintf(&b, "; under %q", f.Head)
		}
		fmt.Fprintf(&b, "; %q\n", spaced(f.Text))
	}
	return b.String()
}

// TestEditionsFacts: what holds for every fact holds for those of the
// editions, and each displays what its bytes display.
func TestEditionsFacts(t *testing.T) {
	c := editions(t)
	checkFacts(t, c)
	for _, f := range append(slices.Clone(c.Facts), c.Asides...) {
		got, want := spaced(f.Text), displayed(t, string(f.Article.Source[f.Start:f.End]))
		if got != want {
			t.Errorf("%s: Text = %q, want %q", where(f), got, want)
		}
		if strings.TrimSpace(f.Text) == "" {
			t.Errorf("%s: empty", where(f))
		}
		if f.HeadSpan != (Span{}) && f.Article.Text(f.HeadSpan) != f.Head {
			t.Errorf("%s: Head = %q, want %q", where(f), f.Head, f.Article.Text(f.HeadSpan))
		}
	}
}

func where(f *Fact) string { return fmt.Sprintf("%s:%d", f.Article.Path, f.Article.Line(f.Start)) }

// checkFacts checks what holds for every fact of every corpus.
func checkFacts(t *testing.T, c *Corpus) {
	t.Helper()
	for i, f := range c.Facts {
		home := f.Section.Body
		if f.Form == Heading {
			home = f.Section.Heading
		}
		switch {
		case f.ID != i:
			t.Errorf("%s: Facts[%d].ID = %d", where(f), i, f.ID)
		case f.Start < home.Start || f.End > home.End || f.Start >= f.End:
			t.Errorf("%s: %v is not within its section's %v", where(f), f.Span, home)
		case f.Text != f.Article.Text(f.Span):
			t.Errorf("%s: Text = %q, want %q", where(f), f.Text, f.Article.Text(f.Span))
		case f.Article.Sections[f.Section.Index] != f.Section:
			t.Errorf("%s: its section is not its article's", where(f))
		case f.Section.Aside:
			t.Errorf("%s: a fact about the page itself: %q", where(f), f.Text)
		case f.Chunk == nil && f.Form != Heading:
			t.Errorf("%s: no chunk", where(f))
		case f.Chunk != nil && f.Chunk != c.Chunks[f.Chunk.Index]:
			t.Errorf("%s: its chunk %s is not the corpus's", where(f), f.Chunk.ID)
		case f.Chunk != nil && f.Form != Heading && (f.Start < f.Chunk.Start || f.End > f.Chunk.End):
			t.Errorf("%s: %v is not within its chunk %s, %v", where(f), f.Span, f.Chunk.ID, f.Chunk.Span)
		case f.Chunk != nil && !slices.Contains(f.Chunk.Facts, f):
			t.Errorf("%s: its chunk %s does not list it", where(f), f.Chunk.ID)
		case !slices.IsSorted(f.Terms) || len(slices.Compact(slices.Clone(f.Terms))) != len(f.Terms):
			t.Errorf("%s: Terms %q are not sorted and distinct", where(f), f.Terms)
		}
		if f.Form == Passing && f.Attribute == nil || f.Form == Labelled && f.Attribute == nil {
			t.Errorf("%s: a %s value of no attribute: %q", where(f), formNames[f.Form], f.Text)
		}
	}
}

// TestAsides: what a page says about itself is kept, but is no fact.
func TestAsides(t *testing.T) {
	c := load(t, "# T\n\n## Axum\n\nAxum is small.\n\n## About\n\n<!-- aside -->\n\nWritten by Ada. Axum paid for it.\n\n- Pros: none\n\n### Images\n\nBy Axum.\n")
	var facts, asides []string
	for _, f := range c.Facts {
		facts = append(facts, f.Text)
	}
	for _, f := range c.Asides {
		asides = append(asides, f.Text)
	}
	if got, want := strings.Join(facts, "|"), "Axum is small."; got != want {
		t.Errorf("facts = %q, want %q", got, want)
	}
	if got, want := strings.Join(asides, "|"), "Written by Ada.|Axum paid for it.|Pros: none|By Axum."; got != want {
		t.Errorf("asides = %q, want %q", got, want)
	}
}
