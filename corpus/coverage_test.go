package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The coverage test reads the editions a second time, line by line and with
// regular expressions only, and asks of all that they state in tables, lists,
// labelled lines and questions whether a fact says it.

var (
	headingLine   = regexp.MustCompile(`^(#+) +(.*?) *$`)
	bulletLine    = regexp.MustCompile(`^(?:[-*+]|\d+\.) +(.*?) *$`)
	tableLine     = regexp.MustCompile(`^\|(.*)\| *$`)
	separatorLine = regexp.MustCompile(`^\|[ :|-]+\| *$`)
	labelLine     = regexp.MustCompile(`^- (Developers?|First released|Parent (?:company|organization)): +(.*?) *$`)
	bracketed     = regexp.MustCompile(`^(.*) \((.*)\)$`)
)

// listHeadings says what a list under a heading is of. What follows "of" or
// "for" in a heading is its subject.
var listHeadings = map[string]string{
	"Pros": "pros", "Strengths": "pros", "Benefits": "pros", "Cons": "cons", "Trade-offs": "cons", "Companies": "companies",
	"Key features": "features", "Typical use cases": "uses", "Use cases": "uses", "Best suited for": "uses", "Ideal when": "uses",
}

var labelAttributes = map[string]string{
	"Developer": "developer", "Developers": "developer", "First released": "released",
	"Parent company": "owner", "Parent organization": "owner",
}

// cellAttributes says what a column, or a row of a transposed table, is of.
var cellAttributes = map[string]string{
	"Language": "language", "Architecture": "architecture", "Ideal use case": "uses", "Scalability": "scalability", "Popularity": "popularity",
	"Strengths": "pros", "Use cases": "uses", "Use case": "uses", "Compatible technologies": "compatible", "Description": "description",
	"Middleware": "middleware", "Setup complexity": "setup", "Performance": "performance", "Community": "community",
	"What to prefer": "prefer", "Example": "examples", "Role": "role", "Concerns": "concerns", "Examples": "examples",
}

// A statement is something that an edition states, found by the line scan.
type statement struct {
	kind      string
	span      Span
	attribute string
	subjects  []string // one of these, as named in the line, the row or the heading; none: whatever
	context   string   // of a row, its label; of an answer, the question
}

// scanner walks an edition's lines.
type scanner struct {
	a        *Article
	headings []string // by level
	offset   int
	header   []string // of the table being read
	comment  bool
	found    []statement
}

func scan(a *Article) []statement {
	s := &scanner{a: a, headings: make([]string, 7)}
	for line := range strings.Lines(string(a.Source)) {
		s.line(strings.TrimRight(line, "\n"))
		s.offset += len(line)
	}
	return s.found
}

func (s *scanner) line(line string) {
	if strings.HasPrefix(line, "<!--") || s.comment {
		s.comment = !strings.HasSuffix(line, "-->")
		return
	}
	if m := headingLine.FindStringSubmatch(line); m != nil {
		level := len(m[1])
		s.headings[level] = m[2]
		clear(s.headings[level+1:])
		if strings.HasSuffix(m[2], "?") {
			s.add("question", Span{0, len(line)}, "", nil, m[2])
		}
		return
	}
	heading := ""
	for _, h := range s.headings {
		if h != "" {
			heading = h
		}
	}
	if heading == "About this article" {
		return
	}
	if m := tableLine.FindStringSubmatchIndex(line); m != nil {
		s.row(line, Span{m[2], m[3]})
		return
	}
	s.header = nil
	subject := s.subject()
	if m := labelLine.FindStringSubmatchIndex(line); m != nil {
		s.add("label", Span{m[4], m[5]}, labelAttributes[line[m[2]:m[3]]], subject, "")
		return
	}
	kind, _, _ := strings.Cut(heading, " of ")
	if m := bulletLine.FindStringSubmatchIndex(line); m != nil && listHeadings[kind] != "" {
		s.add(kind, Span{m[2], m[3]}, listHeadings[kind], subject, "")
		return
	}
	if strings.HasSuffix(heading, "?") && line != "" {
		s.add("answer", Span{0, len(line)}, "", nil, heading)
	}
}

// row reads a line of a table: "| a | b |".
func (s *scanner) row(line string, inner Span) {
	var cells []string
	var spans []Span
	at := inner.Start
	for cell := range strings.SplitSeq(line[inner.Start:inner.End], "|") {
		text := strings.TrimSpace(cell)
		start := at + strings.Index(cell, text)
		cells, spans = append(cells, text), append(spans, Span{start, start + len(text)})
		at += len(cell) + 1
	}
	switch {
	case s.header == nil:
		s.header = cells
		return
	case separatorLine.MatchString(line):
		return
	}
	first := s.header[0]
	for i, cell := range cells {
		column := s.header[i]
		switch {
		case cell == "":
		case (first == "Technology" || first == "Trend") && i > 0: // a row a technology
			s.add("row", spans[i], cellAttributes[column], []string{cells[0]}, "")
		case (first == "Feature" || first == "Aspect") && i > 0: // a column a technology
			s.add("column", spans[i], cellAttributes[cells[0]], []string{column}, "")
		case first == "Strengths":
			s.add("list table", spans[i], cellAttributes[column], s.subject(), "")
		case first == "Factor" && i > 0:
			s.add("decision", spans[i], cellAttributes[column], nil, cells[0])
		case i > 0:
			s.add("unknown table", spans[i], "?", nil, "")
		}
	}
}

// subject returns what the nearest heading that is no label is about: the
// names in brackets after a language, else what is before them.
func (s *scanner) subject() []string {
	for _, heading := range slices.Backward(s.headings) {
		kind, of, _ := strings.Cut(heading, " of ")
		switch {
		case heading == "" || kind == "Strengths and use cases":
			continue
		case listHeadings[kind] != "" && of == "":
			continue
		case listHeadings[kind] != "":
			heading = of
		}
		m := bracketed.FindStringSubmatch(heading)
		switch {
		case m == nil:
			return []string{heading}
		case slices.Contains([]string{"Python", "PHP", "Java"}, m[1]):
			return strings.Split(m[2], ", ")
		}
		return []string{m[1]}
	}
	return nil
}

func (s *scanner) add(kind string, span Span, attribute string, subjects []string, context string) {
	span = Span{s.offset + span.Start, s.offset + span.End}
	s.found = append(s.found, statement{kind, span, attribute, subjects, context})
}

// TestEveryStatementIsAFact fails where an edition states something in its
// structure that does not become a fact of the right attribute and subject.
func TestEveryStatementIsAFact(t *testing.T) {
	c := editions(t)
	kinds := map[string]int{}
	for _, a := range c.Articles {
		for _, s := range scan(a) {
			kinds[s.kind]++
			if why := uncovered(c, a, s); why != "" {
				t.Errorf("%s:%d: %s %q (attribute %q of %q): %s", a.Path, a.Line(s.span.Start), s.kind,
					a.Source[s.span.Start:s.span.End], s.attribute, s.subjects, why)
			}
		}
	}
	// The scan is of no use if it finds nothing.
	for kind, atLeast := range map[string]int{
		"row": 55, "column": 12, "list table": 45, "decision": 8, "label": 30, "question": 14, "answer": 14,
		"Pros": 100, "Cons": 60, "Strengths": 24, "Trade-offs": 20, "Benefits": 90, "Companies": 80,
		"Key features": 150, "Typical use cases": 95, "Use cases": 3, "Best suited for": 55, "Ideal when": 45,
	} {
		if kinds[kind] < atLeast {
			t.Errorf("the scan found %d statements of kind %s, want at least %d", kinds[kind], kind, atLeast)
		}
	}
}

// uncovered says why the facts do not state all of a statement, or "".
func uncovered(c *Corpus, a *Article, s statement) string {
	if s.kind == "question" {
		answers := func(f *Fact) bool {
			return f.Article == a && f.Form == Answer && slices.Contains(f.Chunk.Questions, s.context)
		}
		if !slices.ContainsFunc(c.Facts, answers) {
			return "no fact answers it"
		}
		return ""
	}
	missing := make([]bool, s.span.End-s.span.Start)
	for i := range missing {
		missing[i] = !strings.ContainsRune(" ,;", rune(a.Source[s.span.Start+i]))
	}
	var near []string
	for _, f := range c.Facts {
		if f.Article != a || f.End <= s.span.Start || f.Start >= s.span.End || f.Form == Passing {
			continue
		}
		near = append(near, fmt.Sprintf("%s of %q", attributeID(f), names(f.Subjects)))
		if s.kind == "answer" {
			if f.Form != Answer || !slices.Contains(f.Chunk.Questions, s.context) {
				continue
			}
		} else if attributeID(f) != s.attribute || !isAbout(f, s.subjects) || !knows(c.Lexicon, f, s.context) {
			continue
		}
		for i := max(f.Start, s.span.Start); i < min(f.End, s.span.End); i++ {
			missing[i-s.span.Start] = false
		}
	}
	if slices.Contains(missing, true) {
		return fmt.Sprintf("not all of it is a fact; near it: %s", strings.Join(near, ", "))
	}
	return ""
}

// isAbout reports whether a name of one of the fact's subjects is in one of
// the texts that say what a statement is about.
func isAbout(f *Fact, subjects []string) bool {
	for _, text := range subjects {
		text = " " + strings.ToLower(text) + " "
		for _, t := range f.Subjects {
			for _, name := range append([]string{t.Name}, t.Aliases...) {
				if strings.Contains(text, " "+strings.ToLower(name)+" ") {
					return true
				}
			}
		}
	}
	return subjects == nil
}

// knows reports whether a fact is found by the words of its row's label.
func knows(lx *Lexicon, f *Fact, label string) bool {
	for _, w := range Words(label) {
		if !lx.Filler(w.Fold) && !slices.Contains(f.Terms, w.Stem) {
			return false
		}
	}
	return true
}
