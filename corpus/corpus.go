// Package corpus loads the articles that answers quote, cuts them into chunks,
// the unit that the index stores, and reads facts from their structure.
//
// What will be shown as a quotation is always a range of bytes in an
// article's file; nothing here rewrites it.
package corpus

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed articles/*.md
var articlesFS embed.FS

//go:embed lexicon
var lexiconFS embed.FS

// A Corpus is a set of articles with the chunks and facts read from them, in
// the order of the articles' ids and of the text.
//
// A Corpus is immutable and safe for concurrent use.
type Corpus struct {
	Lexicon  *Lexicon
	Articles []*Article
	Chunks   []*Chunk
	Facts    []*Fact
	Asides   []*Fact // statements of sections about the page itself
	Hash     string  // of the articles, in hexadecimal
	// Vocabulary holds every folded word of the articles' text.
	Vocabulary map[string]bool

	chunkOf map[*Section]*Chunk
	rows    map[rowKey]*Chunk
}

// A Chunk is the unit of retrieval: a section without its subsections, or one
// row of a table.
type Chunk struct {
	ID        string // article id, "#" and the headings; unique and stable
	Article   *Article
	Section   *Section
	Span               // verbatim slice of the article's file
	Questions []string // its heading if that asks, and what an editor says it answers
	Heading   string   // the headings above it, outermost first
	Subjects  []*Technology
	Facts     []*Fact // what was read from it, in order
	// AsksTerms and AsksTopics are the content words and topics of Questions
	// and Heading.
	AsksTerms  []string // sorted distinct stems
	AsksTopics []*Topic
	Names      []*Technology // what the headings name
	AsksStems  [][]string    // the sorted distinct stems of each question

	Index int // position in Corpus.Chunks
}

// Text returns the chunk's bytes.
func (c *Chunk) Text() string { return string(c.Article.Source[c.Start:c.End]) }

type rowKey struct {
	section *Section
	start   int
}

// Embedded loads the editions and the lexicon that are built into the binary.
func Embedded() (*Corpus, error) { return EmbeddedWith(func(*Corpus) {}) }

// EmbeddedWith loads like Embedded. While the facts are being read it runs
// meanwhile, which may use the lexicon, the articles and what the chunks say, but
// nothing that is read with the facts: an index can be built then.
func EmbeddedWith(meanwhile func(*Corpus)) (*Corpus, error) {
	articles, err := fs.Sub(articlesFS, "articles")
	if err != nil {
		return nil, err
	}
	var lx *Lexicon
	var lexiconErr error
	var wg sync.WaitGroup
	wg.Go(func() { lx, lexiconErr = EmbeddedLexicon() })
	parsed, err := parse(articles)
	wg.Wait()
	if err := errors.Join(err, lexiconErr); err != nil {
		return nil, err
	}
	return build(lx, parsed, meanwhile)
}

// EmbeddedLexicon loads the lexicon that is built into the binary.
func EmbeddedLexicon() (*Lexicon, error) {
	fsys, err := fs.Sub(lexiconFS, "lexicon")
	if err != nil {
		return nil, err
	}
	return LoadLexicon(fsys)
}

// Load reads every *.md file at the roots of the given file systems. It
// reports all that is wrong with all files at once, each with file and line,
// so that an editor mends the corpus in one pass.
func Load(lx *Lexicon, roots ...fs.FS) (*Corpus, error) {
	articles, err := parse(roots...)
	if err != nil {
		return nil, err
	}
	return build(lx, articles, func(*Corpus) {})
}

// parse reads the articles' files into sections.
func parse(roots ...fs.FS) ([]*Article, error) {
	var articles []*Article
	var errs []error
	seen := map[string]string{}
	for _, root := range roots {
		names, err := fs.Glob(root, "*.md")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			source, err := fs.ReadFile(root, name)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			a := &Article{ID: strings.TrimSuffix(path.Base(name), ".md"), Path: name, Source: source}
			if first, ok := seen[a.ID]; ok {
				errs = append(errs, fmt.Errorf("%s:1: article id %q is already that of %s", name, a.ID, first))
				continue
			}
			seen[a.ID] = name
			if err := a.readMarkdown(); err != nil {
				errs = append(errs, err)
				continue
			}
			articles = append(articles, a)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if len(articles) == 0 {
		return nil, errors.New("no articles: want at least one *.md file")
	}
	slices.SortFunc(articles, func(a, b *Article) int { return strings.Compare(a.ID, b.ID) })
	return articles, nil
}

// build cuts parsed articles into chunks and reads their facts.
func build(lx *Lexicon, articles []*Article, meanwhile func(*Corpus)) (*Corpus, error) {
	c := &Corpus{Lexicon: lx, Articles: articles, Vocabulary: map[string]bool{}, chunkOf: map[*Section]*Chunk{}, rows: map[rowKey]*Chunk{}}
	for i, a := range c.Articles {
		a.Index = i
		c.cut(a)
	}
	c.Hash = c.hash()
	var wg sync.WaitGroup
	wg.Go(func() { meanwhile(c) })
	c.readFacts()
	wg.Wait()
	return c, nil
}

// readFacts reads the facts of all articles, at the same time, and joins them
// in the articles' order.
func (c *Corpus) readFacts() {
	readers := make([]*factReader, len(c.Articles))
	var wg sync.WaitGroup
	for i, a := range c.Articles {
		readers[i] = newFactReader(c, a)
		wg.Go(func() {
			readers[i].read()
			for _, ch := range c.Chunks {
				if ch.Article == a {
					readers[i].asks(ch)
				}
			}
		})
	}
	wg.Wait()
	for _, r := range readers {
		for _, f := range r.facts {
			f.ID = len(c.Facts)
			c.Facts = append(c.Facts, f)
			if f.Chunk == nil {
				continue
			}
			f.Chunk.Facts = append(f.Chunk.Facts, f)
			for _, t := range f.Subjects {
				if !slices.Contains(f.Chunk.Subjects, t) {
					f.Chunk.Subjects = append(f.Chunk.Subjects, t)
				}
			}
		}
		c.Asides = append(c.Asides, r.asides...)
		for fold := range r.folds {
			c.Vocabulary[fold] = true
		}
	}
}

// cut makes the chunks of an article.
func (c *Corpus) cut(a *Article) {
	seen := map[string]bool{}
	unique := func(id string) string {
		for n, base := 2, id; seen[id]; n++ {
			id = base + "-" + strconv.Itoa(n)
		}
		seen[id] = true
		return id
	}
	add := func(ch *Chunk) *Chunk {
		ch.Index = len(c.Chunks)
		c.Chunks = append(c.Chunks, ch)
		return ch
	}
	for _, s := range a.Sections {
		if len(s.Blocks) == 0 {
			continue
		}
		heading := strings.Join(s.Path(), " › ")
		questions := slices.Clone(s.Questions)
		if isQuestion(s.Title) {
			questions = append([]string{s.Title}, questions...)
		}
		ch := add(&Chunk{ID: unique(a.ID + "#" + slug(s)), Article: a, Section: s, Span: s.Body, Heading: heading, Questions: questions})
		c.chunkOf[s] = ch
		for _, b := range s.Blocks {
			if b.Table == nil {
				continue
			}
			for i, row := range b.Table.Rows {
				c.rows[rowKey{s, row.Start}] = add(&Chunk{
					ID: unique(ch.ID + "/" + strconv.Itoa(i+1)), Article: a, Section: s, Span: row.Span, Heading: heading,
				})
			}
		}
	}
}

// rowChunk returns the chunk of a table's row.
func (c *Corpus) rowChunk(s *Section, row Row) *Chunk { return c.rows[rowKey{s, row.Start}] }

// slug returns the headings above a section as one lower-case word path.
func slug(s *Section) string {
	var b strings.Builder
	for i, title := range s.Path() {
		if i > 0 {
			b.WriteByte('/')
		}
		for j, w := range Words(title) {
			if j > 0 {
				b.WriteByte('-')
			}
			b.WriteString(w.Fold)
		}
	}
	return b.String()
}

func (c *Corpus) hash() string {
	h := sha256.New()
	for _, a := range c.Articles {
		fmt.Fprintf(h, "%s %d\n", a.ID, len(a.Source))
		h.Write(a.Source)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Article returns the article with that id, or nil.
func (c *Corpus) Article(id string) *Article {
	i := slices.IndexFunc(c.Articles, func(a *Article) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	return c.Articles[i]
}
