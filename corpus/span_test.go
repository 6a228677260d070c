package corpus

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/yuin/goldmark"
)

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
		for _, head := range []string{front, front + "# T\n\n", front + "# T\n\n## Axum (Rust)\n\n"} {
			c, err := Load(lx, fstest.MapFS{"a.md": {Data: append([]byte(head), body...)}})
			if err != nil {
				if !strings.HasPrefix(err.Error(), "a.md:") {
					t.Errorf("Load = %q, want file and line", err)
				}
				continue
			}
			checkSpans(t, c.Articles[0])
			checkFacts(t, c)
		}
	})
}
