package corpus

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
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

var tags = regexp.MustCompile(`<[^>]*>`)

// displayed renders Markdown to HTML and drops the tags: what a reader sees,
// got by another way than the reader of articles.
func displayed(t *testing.T, source string) string {
	t.Helper()
	var b strings.Builder
	if err := goldmark.Convert([]byte(source), &b); err != nil {
		t.Fatal(err)
	}
	return spaced(html.UnescapeString(tags.ReplaceAllString(b.String(), "")))
}

// TestEditionsSpans: each span of the editions lies where it should and
// displays its text.
func TestEditionsSpans(t *testing.T) {
	c := editions(t)
	for _, a := range c.Articles {
		checkSpans(t, a)
		for _, s := range a.Sections {
			if want := displayed(t, string(a.Source[s.Heading.Start:s.Heading.End])); s.Title != want {
				t.Errorf("%s:%d: title %q, want %q", a.Path, a.Line(s.Heading.Start), s.Title, want)
			}
		}
	}
	for _, ch := range c.Chunks {
		if got, want := ch.Text(), string(ch.Article.Source[ch.Start:ch.End]); got != want || got == "" {
			t.Errorf("%s: Text() = %q, want %q", ch.ID, got, want)
		}
	}
}

// checkSpans checks that an article's spans are in bounds, in order and each
// within the one that holds it.
func checkSpans(t *testing.T, a *Article) {
	t.Helper()
	end := 0
	within := func(what string, s, outer Span) {
		t.Helper()
		if s.Start < max(outer.Start, end) || s.End < s.Start || s.End > outer.End {
			t.Fatalf("%s: %s at %v: not within %v, after %d", a.Path, what, s, outer, end)
		}
		if what != "heading" && !utf8.Valid(a.Source[s.Start:s.End]) {
			t.Fatalf("%s: %s at %v cuts a character", a.Path, what, s)
		}
	}
	sentences := func(spans []Span, outer Span) {
		for _, s := range spans {
			within("sentence", s, outer)
			end = s.End
		}
	}
	var items func([]Item, Span)
	items = func(list []Item, outer Span) {
		for _, it := range list {
			within("item", it.Span, outer)
			sentences(it.Sentences, it.Span)
			end = it.End
			items(it.Items, outer)
		}
	}
	whole := Span{0, len(a.Source)}
	for _, s := range a.Sections {
		within("heading", s.Heading, whole)
		end = s.Heading.End
		within("body", s.Body, whole)
		for _, block := range s.Blocks {
			within("block", block.Span, s.Body)
			switch {
			case block.List != nil:
				items(block.List.Items, block.Span)
			case block.Table != nil:
				for _, row := range block.Table.Rows {
					within("row", row.Span, block.Span)
					for _, cell := range row.Cells {
						if cell.Start < cell.End {
							within("cell", cell, row.Span)
							end = cell.End
						}
					}
				}
			default:
				sentences(block.Sentences, block.Span)
			}
			end = block.End
		}
	}
}

// maxFuzz bounds the fuzzed articles, so that their time is bounded too.
const maxFuzz = 4 << 10

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# T\n\n## Axum (Rust)\n\n- Developer: Tokio team\n\n### Pros\n\n- Fast\n  - Very\n",
		"# T\n\n| Technology | Language |\n| --- | --- |\n| Axum | Rust |\n| | |\n| a \\| b | `c|d` |\n",
		"# T\r\n\r\n## Axum\r\n\r\nOne. Two.\r\n\r\n- a\r\n- b\r\n",
		"# T\n\nnul \x00 here\n",
		"# T\n\n> one\n> two\n\n- a\n\n  b\n\n  - c\n\n  d\n",
		"# T\n\n<!-- questions\nWhat?\n-->\n\n<!-- aside -->\n\n<!--",
		"# T\n\nCafé ★★★ “quoted”. a\u0301 ﷺ\n\n1) x\n2) y\n",
		"# T\n\n**a. b** [c. d](e. f) `g. h` <i>j</i> &amp; \\* https://k.example\n",
		"T\n===\n\nA\n---\n\n    code\n\n```\nfence\n```\n\n- # x\n- | a |\n  | - |\n",
		"# T\n" + strings.Repeat("> ", 500) + "x",
		"# T\n" + strings.Repeat("- ", 500) + "x",
		"# T\n\n" + strings.Repeat("[", 500) + strings.Repeat("*a ", 300),
		"# T\n\n" + strings.Repeat("|a", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n" + strings.Repeat("|Axum", 400) + "|\n",
		"# T\n\n" + strings.Repeat("| a ", 2) + "|\n|-|-|\n" + strings.Repeat("| Axum | Rust |\n", 200),
		"\xff", "",
	} {
		f.Add([]byte(s))
	}
	lx := embeddedLexicon(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		body = body[:min(len(body), maxFuzz)]
		c, err := Load(lx, fstest.MapFS{"a.md": {Data: append([]byte(front), body...)}})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "a.md:") {
				t.Errorf("Load = %q, want file and line", err)
			}
			return
		}
		checkSpans(t, c.Articles[0])
		checkFacts(t, c)
	})
}
