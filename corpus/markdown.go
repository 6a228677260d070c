package corpus

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// inlineParser reads the markup inside a piece of text and takes nothing in it
// for a block.
var inlineParser = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
)

// markdownParser reads GitHub-flavoured Markdown, as far as articles need it.
var markdownParser = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// readMarkdown fills the article from its source. It reports what is wrong
// with file and line.
func (a *Article) readMarkdown() error {
	body, err := a.readFrontMatter()
	if err != nil {
		return err
	}
	if !utf8.Valid(a.Source) {
		return fmt.Errorf("%s:%d: not UTF-8", a.Path, a.Line(firstInvalid(a.Source)))
	}
	// The front matter is blanked, not cut, so that goldmark's offsets are the file's.
	source := bytes.Clone(a.Source)
	for i := range body {
		if source[i] != '\n' {
			source[i] = ' '
		}
	}
	r := markdownReader{article: a, source: source}
	r.open(&Section{Level: 0, Body: Span{body, body}})
	doc := markdownParser.Parse(text.NewReader(source))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	r.finish()
	titles, at := 0, body
	for _, s := range a.Sections {
		if s.Level == 1 {
			titles++
			at = s.Heading.Start
		}
	}
	if titles != 1 {
		return fmt.Errorf("%s:%d: want exactly one \"# Title\" line, found %d", a.Path, a.Line(at), titles)
	}
	return nil
}

func firstInvalid(source []byte) int {
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(source)
}

type markdownReader struct {
	article *Article
	source  []byte
	current *Section
}

func (r *markdownReader) open(s *Section) {
	parent := r.current
	for parent != nil && parent.Level >= s.Level {
		parent = parent.Parent
	}
	if s.Level > 0 && parent != nil && parent.Level > 0 {
		s.Parent = parent
		parent.Children = append(parent.Children, s)
	}
	s.Index = len(r.article.Sections)
	if parent != nil && parent.Aside {
		s.Aside = true
	}
	r.article.Sections = append(r.article.Sections, s)
	r.current = s
}

// finish drops what stands before the first heading when that is nothing, and
// sets the sections' bodies.
func (r *markdownReader) finish() {
	sections := r.article.Sections
	if len(sections[0].Blocks) == 0 {
		sections = sections[1:]
	}
	for i, s := range sections {
		s.Index = i
		for j, b := range s.Blocks {
			if j == 0 {
				s.Body.Start = b.Start
			}
			s.Body.End = b.End
		}
	}
	r.article.Sections = sections
}

func (r *markdownReader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		span, ok := r.lines(n)
		if !ok {
			return
		}
		r.open(&Section{Heading: span, Title: r.article.Text(span), Level: n.Level, Body: Span{span.End, span.End}})
	case *ast.Paragraph, *ast.TextBlock:
		if span, ok := r.lines(n); ok {
			r.add(Block{Span: span, Sentences: r.sentences(span)})
		}
	case *ast.List:
		list := &List{Ordered: n.IsOrdered(), Items: r.items(n)}
		if len(list.Items) > 0 {
			r.add(Block{Span: Span{list.Items[0].Start, lastEnd(list.Items)}, List: list})
		}
	case *extast.Table:
		r.table(n)
	case *ast.HTMLBlock:
		r.comment(n)
	case *ast.Blockquote:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.block(c)
		}
	}
}

func (r *markdownReader) add(b Block) { r.current.Blocks = append(r.current.Blocks, b) }

// lines returns the trimmed span of a block's lines.
func (r *markdownReader) lines(n ast.Node) (Span, bool) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return Span{}, false
	}
	return r.trim(Span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop})
}

func (r *markdownReader) trim(s Span) (Span, bool) {
	for s.Start < s.End && isSpace(r.source[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isSpace(r.source[s.End-1]) {
		s.End--
	}
	return s, s.Start < s.End
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func (r *markdownReader) items(list *ast.List) []Item {
	var items []Item
	for li := list.FirstChild(); li != nil; li = li.NextSibling() {
		var item Item
		r.itemText(li, &item)
		if item.End == 0 { // nothing but a nested list
			items = append(items, item.Items...)
			continue
		}
		item.Sentences = r.sentences(item.Span)
		items = append(items, item)
	}
	return items
}

// itemText gathers an item's own text, which ends at the first nested list,
// and its nested items. Text after a nested list becomes an item below it.
func (r *markdownReader) itemText(n ast.Node, item *Item) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if nested, ok := c.(*ast.List); ok {
			item.Items = append(item.Items, r.items(nested)...)
			continue
		}
		if _, ok := c.(*ast.Blockquote); ok {
			r.itemText(c, item)
			continue
		}
		span, ok := r.lines(c)
		switch {
		case !ok:
		case len(item.Items) > 0:
			item.Items = append(item.Items, Item{Span: span, Sentences: r.sentences(span)})
		case item.End == 0:
			item.Span = span
		default:
			item.End = span.End
		}
	}
}

func lastEnd(items []Item) int {
	last := items[len(items)-1]
	if len(last.Items) > 0 {
		return lastEnd(last.Items)
	}
	return last.End
}

func (r *markdownReader) table(n *extast.Table) {
	t := &Table{}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Span
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			span, ok := r.lines(c)
			if !ok {
				span = Span{}
			}
			cells = append(cells, span)
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Header = cells
			continue
		}
		var whole Span
		for _, c := range cells {
			if c.End == 0 {
				continue
			}
			if whole.End == 0 {
				whole.Start = c.Start
			}
			whole.End = c.End
		}
		if whole.End > 0 {
			t.Rows = append(t.Rows, Row{Span: whole, Cells: cells})
		}
	}
	if len(t.Rows) > 0 {
		r.add(Block{Span: Span{t.Rows[0].Start, t.Rows[len(t.Rows)-1].End}, Table: t})
	}
}

// comment reads what editors write for machines:
//
//	<!-- aside -->            this section is about the page itself
//	<!-- questions
//	One question a line?
//	-->
func (r *markdownReader) comment(n *ast.HTMLBlock) {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		b.Write(seg.Value(r.source))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(r.source))
	}
	text := strings.TrimSpace(b.String())
	text, ok := strings.CutPrefix(text, "<!--")
	if !ok {
		return
	}
	text, _, _ = strings.Cut(text, "-->")
	kind, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	switch strings.TrimSpace(kind) {
	case "aside":
		r.current.Aside = true
	case "questions":
		for line := range strings.Lines(rest) {
			if q := strings.TrimSpace(line); q != "" {
				r.current.Questions = append(r.current.Questions, q)
			}
		}
	}
}

// abbreviations end in a full stop without ending a sentence.
var abbreviations = []string{"e.g.", "i.e.", "vs.", "etc.", "approx.", "no.", "inc.", "ltd.", "dr.", "mr.", "ms.", "st.", "acc.", "incl."}

// sentences cuts a paragraph at Unicode sentence boundaries (UAX #29), but not
// after an abbreviation or inside a code span or link.
func (r *markdownReader) sentences(s Span) []Span {
	var out []Span
	start := s.Start
	// A line break in a paragraph is a space, to Unicode it ends a paragraph.
	seg := sentences.FromBytes(bytes.Map(func(c rune) rune {
		if c == '\n' || c == '\r' {
			return ' '
		}
		return c
	}, r.source[s.Start:s.End]))
	for seg.Next() {
		end := s.Start + seg.End()
		span, ok := r.trim(Span{start, end})
		if text := string(r.source[span.Start:span.End]); !ok || end < s.End && (endsAbbreviated(text) || endsInMarkup(text)) {
			continue
		}
		out = append(out, span)
		start = end
	}
	return out
}

// endsInMarkup reports whether a piece of text ends inside a code span, strong
// text or a link, where a full stop ends no sentence.
func endsInMarkup(text string) bool {
	for _, mark := range []string{"`", "**", "__"} {
		if strings.Count(text, mark)%2 == 1 {
			return true
		}
	}
	if strings.Count(text, "[") > strings.Count(text, "]") {
		return true
	}
	target := strings.LastIndex(text, "](")
	return target >= 0 && !strings.Contains(text[target:], ")")
}

func endsAbbreviated(sentence string) bool {
	i := strings.LastIndexFunc(sentence, unicode.IsSpace)
	last := strings.ToLower(strings.TrimLeft(sentence[i+1:], "(["))
	for _, a := range abbreviations {
		if last == a {
			return true
		}
	}
	return false
}

// quoteMark is what continues a block quote on the next line.
var quoteMark = regexp.MustCompile(`\n[ \t]*>[ \t]?`)

// plain returns what a piece of Markdown displays: itself, unless it holds
// inline markup.
func plain(source []byte) string {
	if !bytes.ContainsAny(source, "*_`[]<>&\\~") {
		return string(source)
	}
	source = quoteMark.ReplaceAll(source, []byte("\n"))
	doc := inlineParser.Parse(text.NewReader(source))
	var b strings.Builder
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(source)
			if _, code := n.Parent().(*ast.CodeSpan); !code {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.Paragraph:
			if n.PreviousSibling() != nil {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	if b.Len() == 0 {
		return string(source)
	}
	return b.String()
}
