package answer

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

func TestEscapeMarkdown(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Both scalable and secure", "Both scalable and secure"},
		{"Model-View-Controller (MVC), C# and ASP.NET Core", "Model-View-Controller (MVC), C# and ASP.NET Core"},
		{"Scalability: grows with you", "Scalability: grows with you"},
		{"You Must Know [2023] [1]", "You Must Know [2023] [1]"},
		{"[1](https://evil.example)", `\[1\](https:<!-- -->//evil.example)`},
		{"[1]: https://evil.example", `\[1\]: https:<!-- -->//evil.example`},
		{"*a* _b_ `c` ~d~ \\", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\\\"},
		{"<b>&amp; a|b", "&lt;b&gt;&amp;amp; a&#124;b"},
		{"# not a heading", `\# not a heading`},
		{"## C#", `\#\# C#`},
		{"- not an item", `\- not an item`},
		{"1. not an item", `1\. not an item`},
		{"2) not an item", `2\) not an item`},
		{"2.0 beats 1.0", `2\.0 beats 1.0`},
		{"=== not a heading", `\=== not a heading`},
		{"@everyone", "@<!-- -->everyone"},
		{"see #12", "see #<!-- -->12"},
		{"a :smile:", "a :<!-- -->smile:"},
		{"www.example.com", "www<!-- -->.example.com"},
		{"from $5 to $6", "from <span>$</span>5 to <span>$</span>6"},
		{"two\n\n    lines\r\n", "two lines"},
		{"a\x1b[31mb\u202ec\x00", `a\[31mbc`},
		{"\xff", "\ufffd"},
		{"", ""},
	}
	for _, test := range tests {
		if got := EscapeMarkdown(test.in); got != test.want {
			t.Errorf("EscapeMarkdown(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// hostile are texts that mean something in Markdown or on GitHub.
var hostile = []string{
	"[click](https://evil.example)", "![x](https://evil.example/x.png)", "<https://evil.example>", "https://evil.example", "www.evil.example",
	"me@evil.example", "@everyone", "<script>alert(1)</script>", "<!-- comment", "a --> b", "| a | b |", `a \| b \\| c \`, "# heading", "> quote", "- item", "* item",
	"+ item", "1. item", "1) item", "---", "***", "===", ":-", "~~~", "```", "`code`", "**bold**", "_it_", "~~gone~~", "[1]: https://evil.example", "[^1]: note", "[x]",
	"[ ] task", "&lt;b&gt;", "&#64;", "$x$", "a\nb", "    code", "[1][2](https://evil.example)", "*", "**", "C#", "C++", "#1", "a  b", "\\", "[", "](https://evil.example)", "<a href=\"https://evil.example\">x</a>",
}

func FuzzEscapeMarkdown(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, frame := range []string{"%", "> %", "> - %", "- %", "**label:** %", "| | a |\n| --- | --- |\n| **b** | % |"} {
			checkShown(t, frame, s)
		}
	})
}

// checkShown checks that escaped text in a frame adds nothing but text to the
// document, and shows as it is.
func checkShown(t *testing.T, frame, s string) {
	t.Helper()
	const neutral = "neutral"
	want := strings.Join(strings.Fields(strings.Map(visible, strings.ToValidUTF8(s, "\ufffd"))), " ")
	if want == "" {
		return
	}
	shape, _ := parseMarkdown(strings.Replace(frame, "%", neutral, 1))
	source := strings.Replace(frame, "%", EscapeMarkdown(s), 1)
	gotShape, gotText := parseMarkdown(source)
	if diff := cmp.Diff(shape, gotShape); diff != "" {
		t.Errorf("%q is not plain text (-plain +got):\n%s", source, diff)
	}
	if !strings.Contains(gotText, want) {
		t.Errorf("%q shows %q, want %q in it", source, gotText, want)
	}
}

// parseMarkdown returns the kinds of a document's nodes, those that show text
// or nothing left out, and the text that it shows.
func parseMarkdown(source string) (kinds []string, shown string) {
	src := []byte(source)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	doc := md.Parser().Parse(text.NewReader(src))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text, *ast.String:
			return ast.WalkContinue, nil
		case *ast.RawHTML:
			if raw := string(n.Segments.Value(src)); raw == unlink || raw == "<span>" || raw == "</span>" {
				return ast.WalkContinue, nil
			}
		}
		if entering {
			kinds = append(kinds, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	var out strings.Builder
	_ = md.Renderer().Render(&out, src, doc)
	return kinds, html.UnescapeString(tag.ReplaceAllString(out.String(), ""))
}

var tag = regexp.MustCompile(`<[^>]*>`)

func TestMarkdown(t *testing.T) {
	for _, s := range hostile {
		neutral := strings.TrimSpace(strings.Repeat("neutral ", len(strings.Fields(s)))) // as long, for it decides on the layout
		shape, _ := parseMarkdown(everything(neutral).Markdown())
		got, shown := parseMarkdown(everything(s).Markdown())
		if diff := cmp.Diff(shape, got); diff != "" {
			t.Errorf("an answer full of %q has another structure (-plain +got):\n%s", s, diff)
		}
		want := strings.Join(strings.Fields(s), " ")
		if n := strings.Count(shown, want); n < 12 {
			t.Errorf("an answer full of %q shows it %d times:\n%s", s, n, shown)
		}
	}
}

// everything is an answer with every part, each full of s.
func everything(s string) *Answer {
	x := Excerpt{Text: s, Citation: 1}
	long := Excerpt{Text: "one two three four five " + s, Citation: 1, Group: "long " + s, More: 2}
	return &Answer{
		Lead:            s,
		Excerpts:        []Excerpt{x, {Text: s, Citation: 1, Group: s}, long, long},
		Table:           &Table{Columns: []string{s, "b"}, Rows: []Row{{Attribute: s, Cells: []Cell{{Text: s, Values: []Excerpt{x}}, {}}}}},
		Recommendations: []Recommendation{{Technology: s, Reasons: []Excerpt{x}, Cautions: []Excerpt{x}}},
		Entries:         []Entry{{s, Excerpt{Text: s, Citation: 1, Group: "entries " + s}}},
		Disagreements:   []Disagreement{{About: s, For: []Excerpt{x}, But: []Excerpt{x}}},
		Citations:       []Citation{{N: 1, Article: "a", Title: s, Publisher: s, Published: "2025", Section: s}},
		Note:            s,
		Suggestions:     []string{s, s},
	}
}

func TestMarkdownLayout(t *testing.T) {
	ans := &Answer{
		Excerpts: []Excerpt{
			{Text: "2005", Citation: 1, Group: "Django, first released"},
			{Text: "Admin interface and ORM out of the box", Citation: 2, Group: "Django, pros"},
			{Text: "Rapid development: suits MVPs", Citation: 1, Group: "Django, pros", More: 3},
		},
		Table: &Table{Columns: []string{"Django", "C#"}, Rows: []Row{{Attribute: "Scalability", Cells: []Cell{{Text: "High", Values: []Excerpt{{Text: "High", Citation: 1}}}, {}}}}},
		Citations: []Citation{
			{N: 1, Article: "a", Title: "Title", Publisher: "Publisher", Published: "2025-04-09", URL: "https://example.org/a?b=(c)&d=<e>", Section: "Django"},
			{N: 2, Article: "b", Title: "Other [2023]", Published: "2023", Section: "Django › Pros"},
		},
		Suggestions: []string{"cons of Django"},
	}
	want := strings.TrimPrefix(`
**Django, first released:** 2005 [1]

**Django, pros:**

> - Admin interface and ORM out of the box [2]
> - Rapid development: suits MVPs [1] + 3 more

| | Django | C# |
| --- | --- | --- |
| **Scalability** | High [1] | the articles do not say |

Try: cons of Django

- [1] [Publisher, Title, 9 Apr 2025](<https://example.org/a?b=(c)&d=%3Ce%3E>) › Django
- [2] author not stated, Other [2023], 2023 › Django › Pros
`, "\n")
	if diff := cmp.Diff(want, ans.Markdown()); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

func TestLinked(t *testing.T) {
	for _, address := range []string{"", "javascript:alert(1)", "example.org/a", "//example.org", "https://", "mailto:a@example.org", "https://example.org/%zz"} {
		if got := linked("a", address); got != "a" {
			t.Errorf("linked(a, %q) = %q, want no link", address, got)
		}
	}
	for _, label := range hostile {
		kinds, shown := parseMarkdown("- [1] " + linked(label, "https://example.org/a_b*c") + " › b")
		if links := slices.DeleteFunc(kinds, func(k string) bool { return k != "Link" }); len(links) != 1 {
			t.Errorf("linked(%q) makes %d links, want one", label, len(links))
		}
		if want := strings.Join(strings.Fields(label), " "); !strings.Contains(shown, want) {
			t.Errorf("linked(%q) shows %q", label, shown)
		}
	}
}
