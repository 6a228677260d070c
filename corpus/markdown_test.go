package corpus

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSections reads small articles: testdata/sections holds each with the
// sections, blocks and spans that come of it.
func TestSections(t *testing.T) { transcripts(t, "sections", "sections", showSections) }

// showSections prints what was read of a corpus, each span as the line it
// begins on, the text it displays and, where that differs in more than white
// space, the bytes.
func showSections(c *Corpus) string {
	var b strings.Builder
	for _, a := range c.Articles {
		fmt.Fprintf(&b, "%s: %q by %q, %q, %s", a.ID, a.Title, a.Author, a.Publisher, a.Published)
		fmt.Fprintln(&b)
		for _, s := range a.Sections {
			fmt.Fprintf(&b, "%s %s", strings.Repeat("#", s.Level), shown(a, s.Heading))
			if s.Aside {
				b.WriteString(" (aside)")
			}
			fmt.Fprintln(&b)
			for _, q := range s.Questions {
				fmt.Fprintf(&b, "  asks %s\n", q)
			}
			for _, block := range s.Blocks {
				showBlock(&b, a, block)
			}
		}
	}
	return b.String()
}

func showBlock(b *strings.Builder, a *Article, block Block) {
	switch {
	case block.List != nil:
		fmt.Fprintf(b, "  list, ordered %t\n", block.List.Ordered)
		showItems(b, a, block.List.Items, "    ")
	case block.Table != nil:
		fmt.Fprintf(b, "  table\n    head %s\n", shownAll(a, block.Table.Header))
		for _, row := range block.Table.Rows {
			fmt.Fprintf(b, "    row %s\n", shownAll(a, row.Cells))
		}
	default:
		fmt.Fprintf(b, "  paragraph %s\n", shownAll(a, block.Sentences))
	}
}

func showItems(b *strings.Builder, a *Article, items []Item, indent string) {
	for _, it := range items {
		fmt.Fprintf(b, "%s%s\n", indent, shownAll(a, it.Sentences))
		showItems(b, a, it.Items, indent+"  ")
	}
}

func shownAll(a *Article, spans []Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, shown(a, s))
	}
	return strings.Join(parts, " | ")
}

func shown(a *Article, s Span) string {
	if s.Start == s.End {
		return "empty"
	}
	text, source := spaced(a.Text(s)), spaced(string(a.Source[s.Start:s.End]))
	if text == source {
		return fmt.Sprintf("%d %q", a.Line(s.Start), text)
	}
	return fmt.Sprintf("%d %q of %q", a.Line(s.Start), text, source)
}

// spaced is a text with one blank for each run of white space.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestText says what a span of an article displays; white space aside.
func TestText(t *testing.T) {
	tests := []struct{ source, want string }{
		{"Axum is small.", "Axum is small."},
		{"snake_case, 2 * 3 < 4 & [draft]", "snake_case, 2 * 3 < 4 & [draft]"},
		{"*small* and **fast** and `tiny`", "small and fast and tiny"},
		{"[Axum](https://axum.example \"docs\") docs", "Axum docs"},
		{"<https://axum.example>", "https://axum.example"},
		{"![a crab](crab.png)", "a crab"},
		{`2 \* 3 and C\#`, "2 * 3 and C#"},
		{"AT&amp;T &copy; 2024", "AT&T © 2024"},
		{"`a * b`", "a * b"},
		{"one\n> two", "one two"},
		{"one\n\n  two *three*", "one two three"},
		{"1. *first*", "1. first"},
		{"# *heading*", "# heading"},
	}
	for _, test := range tests {
		a := &Article{Source: []byte(test.source)}
		if got := spaced(a.Text(Span{0, len(test.source)})); got != test.want {
			t.Errorf("Text of %q = %q, want %q", test.source, got, test.want)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		paragraph string
		want      []string
	}{
		{"One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"Axum 0.7 is 1.2 times as fast. Really.", []string{"Axum 0.7 is 1.2 times as fast.", "Really."}},
		{"Node.js runs on V8. ASP.NET Core does not.", []string{"Node.js runs on V8.", "ASP.NET Core does not."}},
		{"Use a small one, e.g. Axum. It is fast (approx. twice).", []string{"Use a small one, e.g. Axum.", "It is fast (approx. twice)."}},
		{"Axum vs. Quarkus is open.", []string{"Axum vs. Quarkus is open."}},
		{"It costs 5 no. more.", []string{"It costs 5 no. more."}},
		{"He said \"Stop.\" Then he left.", []string{"He said \"Stop.\"", "Then he left."}},
		{"Wrapped at\nsome column. Next.", []string{"Wrapped at some column.", "Next."}},
		{"A **bold. One** here.", []string{"A bold. One here."}},
		{"See `a. B` there.", []string{"See a. B there."}},
		{"See [x. Y](https://axum.example/a). More.", []string{"See x. Y.", "More."}},
	}
	for _, test := range tests {
		c := load(t, "# T\n\n"+test.paragraph+"\n")
		var got []string
		for _, s := range c.Articles[0].Sections[0].Blocks[0].Sentences {
			got = append(got, spaced(c.Articles[0].Text(s)))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("sentences of %q (-want +got):\n%s", test.paragraph, diff)
		}
	}
}

// TestListsLoseNothing: whatever an item holds, and wherever, its words are
// read.
func TestListsLoseNothing(t *testing.T) {
	for _, list := range []string{
		"- alpha\n- beta\n",
		"- alpha\n  beta\n",
		"- alpha\n\n  beta\n",
		"- alpha\n  - beta\n",
		"- - alpha\n  - beta\n",
		"- - alpha\n\n  beta\n",
		"1. alpha\n   - x\n\n   beta\n",
		"- > alpha\n- # beta\n",
		"- \n- alpha\n  1. y\n     - beta\n",
	} {
		c := load(t, "# T\n\n## Axum\n\n"+list)
		var got []string
		for _, f := range c.Facts {
			got = append(got, strings.Fields(f.Text)...)
		}
		for _, word := range []string{"alpha", "beta"} {
			if n := strings.Count(strings.Join(got, " "), word); n != 1 {
				t.Errorf("%q: %q is in the facts %d times, want once: %q", list, word, n, got)
			}
		}
	}
}

func TestPath(t *testing.T) {
	c := load(t, "# T\n\n## A\n\n### B\n\nx\n\n#### C\n\n## D\n\n#### E\n")
	var got []string
	for _, s := range c.Articles[0].Sections {
		got = append(got, strings.Join(s.Path(), " › "))
	}
	want := []string{"", "A", "A › B", "A › B › C", "D", "D › E"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Path of each section (-want +got):\n%s", diff)
	}
}

// TestChunkIDs: ids are what the index knows chunks by, so no two are alike.
func TestChunkIDs(t *testing.T) {
	table := "| Technology | Language |\n| --- | --- |\n| Axum | Rust |\n| Quarkus | Java |\n"
	tests := []struct {
		name, body string
		want       []string
	}{
		{"a section and its rows", "## Axum (Rust)\n\nx\n\n### Facts\n\n" + table, []string{"a#axum-rust", "a#axum-rust/facts", "a#axum-rust/facts/1", "a#axum-rust/facts/2"}},
		{"a heading alone", "## Axum\n\n### Pros\n\n- x\n", []string{"a#axum/pros"}},
		{"two headings alike", "## Axum\n\nx\n\n## Axum\n\ny\n", []string{"a#axum", "a#axum-2"}},
		{"C# and C++", "## C\n\nx\n\n## C#\n\nx\n\n## C++\n\nx\n", []string{"a#c", "a#c#", "a#c++"}},
		{"two headings and a third like the second's id", "## Axum\n\nx\n\n## Axum\n\nx\n\n## Axum 2\n\nx\n", nil},
		{"two tables in a section", "## Facts\n\n" + table + "\nx\n\n" + table, nil},
		{"a subsection that is called like a row", "## Facts\n\n" + table + "\n### 1\n\nx\n", nil},
	}
	for _, test := range tests {
		c := load(t, "# T\n\n"+test.body)
		var got []string
		seen := map[string]bool{}
		for _, ch := range c.Chunks {
			if seen[ch.ID] {
				t.Errorf("%s: two chunks %s", test.name, ch.ID)
			}
			seen[ch.ID] = true
			got = append(got, ch.ID)
		}
		if test.want != nil {
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s: chunks (-want +got):\n%s", test.name, diff)
			}
		}
	}
}
