package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Span is a range of bytes in an article's file.
type Span struct{ Start, End int }

// An Article is one file of the corpus, cut into sections.
type Article struct {
	ID        string // the file's name without its extension
	Path      string // the file, as given to Load
	Title     string
	Publisher string // "" when not stated
	Author    string // "" when not stated
	Published string // as exact as known: 2025-04-09, 2025-04 or 2023
	URL       string
	Restates  string // what this edition restates, for restated ones

	Source   []byte // the whole file; spans point into it
	Sections []*Section

	Index int // position in Corpus.Articles
}

// A Section is a heading with what stands under it, up to the next heading.
type Section struct {
	Heading   Span
	Title     string // the heading's text; "" for what stands before the first heading
	Level     int    // 1 for the article's title
	Parent    *Section
	Children  []*Section
	Blocks    []Block
	Questions []string      // what an editor says that this section answers
	Names     []*Technology // what the heading itself names
	Aside     bool          // about the page itself: kept out of answers
	Body      Span          // the blocks' bytes, heading excluded

	Index int // position in Article.Sections
}

// A Block is a paragraph, a list or a table. Exactly one of the fields is set.
type Block struct {
	Span
	Sentences []Span // of a paragraph
	List      *List
	Table     *Table
}

// A List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Items   []Item
}

// An Item is one entry of a list. Its span ends before the nested items.
type Item struct {
	Span
	Sentences []Span
	Items     []Item
}

// A Table is a table with one header row.
type Table struct {
	Header []Span
	Rows   []Row
}

// A Row is one row of a table; an empty cell has an empty span.
type Row struct {
	Span
	Cells []Span
}

// Text returns the bytes of a span as they are displayed: the source itself
// unless it holds inline markup.
func (a *Article) Text(s Span) string { return plain(a.Source[s.Start:s.End]) }

// Path returns the titles of the section and its ancestors below the article's
// title, outermost first.
func (s *Section) Path() []string {
	var path []string
	for ; s != nil && s.Level > 1; s = s.Parent {
		path = append([]string{s.Title}, path...)
	}
	return path
}

// Line returns the 1-based line of a byte offset.
func (a *Article) Line(offset int) int {
	return 1 + bytes.Count(a.Source[:min(offset, len(a.Source))], []byte("\n"))
}

type frontMatter struct {
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	Author    string `yaml:"author"`
	Published string `yaml:"published"`
	URL       string `yaml:"url"`
	Restates  string `yaml:"restates"`
}

// Editors on other systems write a byte order mark and carriage returns.
var (
	frontMatterOpen  = regexp.MustCompile(`^\x{FEFF}?---\r?\n`)
	frontMatterClose = regexp.MustCompile(`\r?\n---[ \t]*(?:\r?\n|$)`)
)

var publishedForm = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// readFrontMatter parses the YAML between the two "---" lines that open an
// article and returns the offset of what follows them.
func (a *Article) readFrontMatter() (int, error) {
	open := frontMatterOpen.FindIndex(a.Source)
	if open == nil {
		return 0, fmt.Errorf("%s:1: missing front matter: want a first line \"---\", then title and published", a.Path)
	}
	rest := a.Source[open[1]:]
	end := frontMatterClose.FindIndex(rest)
	if end == nil {
		return 0, fmt.Errorf("%s:1: front matter has no closing line \"---\"", a.Path)
	}
	// A blank first line keeps yaml's line numbers those of the file.
	dec := yaml.NewDecoder(bytes.NewReader(append([]byte("\n"), rest[:end[0]+1]...)))
	dec.KnownFields(true)
	var fm frontMatter
	if err := dec.Decode(&fm); err != nil {
		return 0, fmt.Errorf("%s:%s", a.Path, yamlLine(err))
	}
	a.Title, a.Publisher, a.Author = fm.Title, fm.Publisher, fm.Author
	a.Published, a.URL, a.Restates = fm.Published, fm.URL, fm.Restates
	var errs []error
	if strings.TrimSpace(fm.Title) == "" {
		errs = append(errs, fmt.Errorf("%s:1: front matter has no title", a.Path))
	}
	switch {
	case fm.Published == "":
		errs = append(errs, fmt.Errorf("%s:1: front matter has no published date", a.Path))
	case !publishedForm.MatchString(fm.Published):
		line := a.Line(bytes.Index(a.Source, []byte("published:")))
		errs = append(errs, fmt.Errorf("%s:%d: published is %q, want YYYY-MM-DD, YYYY-MM or YYYY", a.Path, line, fm.Published))
	}
	return open[1] + end[1], errors.Join(errs...)
}

var yamlLineForm = regexp.MustCompile(`line (\d+): (.*)`)

// yamlLine turns yaml's "line 3: …" into "3: …".
func yamlLine(err error) string {
	if m := yamlLineForm.FindStringSubmatch(err.Error()); m != nil {
		return m[1] + ": front matter: " + m[2]
	}
	return "1: front matter: " + err.Error()
}
