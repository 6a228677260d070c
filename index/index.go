// Package index ranks the chunks of a corpus for a question. It is the only
// package that knows Bleve.
//
// Ranking is textbook BM25 over three fields: everything a chunk holds, the
// questions it answers, and its headings. Statistics are the whole corpus's
// and ties are broken by chunk id, so a ranking does not depend on how the
// index was built.
package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	blevindex "github.com/blevesearch/bleve_index_api"

	"backendbot/corpus"
)

// The fields of an indexed chunk.
const (
	fieldAll      = "all"      // questions, headings and body; its offsets lead back to the file
	fieldQuestion = "question" // the questions the chunk answers
	fieldHeading  = "heading"  // the headings above it
	fieldArticle  = "article"  // the article's id, for filtering
)

// boosts weigh the fields' BM25 scores. They were tuned on the evaluation set
// by TestTuneBoosts; testdata/tuning.txt records the figures.
var boosts = map[string]float64{fieldAll: 1, fieldQuestion: 0.5, fieldHeading: 0.5}

// An Index ranks chunks. It is safe for concurrent use.
type Index struct {
	bleve    bleve.Index
	corpus   *corpus.Corpus
	analyzer analysis.Analyzer
	averages map[string]float64 // mean field length in tokens
	chunks   map[string]*corpus.Chunk
}

// A Query says what to look for.
type Query struct {
	Text     string   // words to rank by
	Articles []string // article ids to look in; none means all
	Size     int      // hits wanted; 0 means 10
	Explain  bool     // fill Hit.Why
	Locate   bool     // fill Hit.Matches
}

// A Hit is a chunk that matches a query.
type Hit struct {
	Chunk   *corpus.Chunk
	Score   float64
	Matches []Match        // the matching bytes in the chunk's file, in order; nil unless asked for
	Why     []Contribution // largest first; nil unless asked for
}

// A Match is a place in the article's file where a term of the query occurs.
type Match struct {
	corpus.Span
	Term string
}

// A Contribution is what one term in one field adds to a hit's score.
type Contribution struct {
	Field, Term string
	Score       float64
}

// Build indexes the corpus in memory, in one batch.
func Build(c *corpus.Corpus) (*Index, error) {
	return build(c, c.Chunks, len(c.Chunks))
}

func build(c *corpus.Corpus, chunks []*corpus.Chunk, batchSize int) (*Index, error) {
	m, err := newMapping(c.Lexicon)
	if err != nil {
		return nil, fmt.Errorf("index mapping: %w", err)
	}
	bi, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	ix := &Index{bleve: bi, corpus: c, analyzer: m.AnalyzerNamed(analyzerName), averages: map[string]float64{}, chunks: map[string]*corpus.Chunk{}}
	lengths := map[string]*countingAnalyzer{}
	for field := range boosts {
		lengths[field] = &countingAnalyzer{Analyzer: ix.analyzer}
	}
	for group := range slices.Chunk(chunks, max(batchSize, 1)) {
		batch := bi.NewBatch()
		for _, ch := range group {
			ix.chunks[ch.ID] = ch
			if err := batch.IndexAdvanced(newDocument(ch, lengths)); err != nil {
				return nil, fmt.Errorf("index %s: %w", ch.ID, err)
			}
		}
		if err := bi.Batch(batch); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
	}
	for field, l := range lengths {
		ix.averages[field] = float64(l.tokens.Load()) / float64(max(len(chunks), 1))
	}
	return ix, nil
}

func newMapping(lx *corpus.Lexicon) (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	if err := addAnalysis(m, lx); err != nil {
		return nil, err
	}
	m.DefaultAnalyzer = analyzerName
	m.StoreDynamic, m.DocValuesDynamic = false, false // the corpus holds the text
	return m, m.Validate()
}

// newDocument maps a chunk to its fields. Documents are built here rather than
// by Bleve's mapping so that the analyzers can count the fields' lengths.
func newDocument(ch *corpus.Chunk, lengths map[string]*countingAnalyzer) *document.Document {
	doc := document.NewDocument(ch.ID)
	questions := strings.Join(ch.Questions, "\n")
	text := func(field, value string, opts blevindex.FieldIndexingOptions) {
		doc.AddField(document.NewTextFieldCustom(field, nil, []byte(value), opts, lengths[field]))
	}
	text(fieldAll, prefix(ch)+ch.Text(), blevindex.IndexField|blevindex.IncludeTermVectors)
	text(fieldQuestion, questions, blevindex.IndexField)
	text(fieldHeading, ch.Heading, blevindex.IndexField)
	doc.AddField(document.NewTextFieldCustom(fieldArticle, nil, []byte(ch.Article.ID), blevindex.IndexField, wholeValue{}))
	return doc
}

// prefix is what stands before the body in the field of everything.
func prefix(ch *corpus.Chunk) string {
	return strings.Join(ch.Questions, "\n") + "\n" + ch.Heading + "\n"
}

// countingAnalyzer counts the tokens it hands out.
type countingAnalyzer struct {
	analysis.Analyzer
	tokens atomic.Int64
}

func (c *countingAnalyzer) Analyze(text []byte) analysis.TokenStream {
	tokens := c.Analyzer.Analyze(text)
	c.tokens.Add(int64(len(tokens)))
	return tokens
}

// wholeValue makes one token of a whole value.
type wholeValue struct{}

func (wholeValue) Analyze(value []byte) analysis.TokenStream {
	return analysis.TokenStream{{Term: value, End: len(value), Position: 1}}
}

// Close releases the index.
func (ix *Index) Close() error { return ix.bleve.Close() }

// Search returns the best hits for q, best first, or none if nothing matches.
// Equal scores are ordered by chunk id, so results do not change between runs
// or builds.
func (ix *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	terms := ix.terms(q.Text)
	if len(terms) == 0 {
		return nil, nil
	}
	var bq query.Query = &bm25Query{terms: terms, averages: ix.averages}
	if len(q.Articles) > 0 {
		var filters []query.Query
		for _, id := range q.Articles {
			t := query.NewTermQuery(id)
			t.SetField(fieldArticle)
			t.SetBoost(0)
			filters = append(filters, t)
		}
		bq = query.NewConjunctionQuery([]query.Query{bq, query.NewDisjunctionQuery(filters)})
	}
	req := bleve.NewSearchRequestOptions(bq, cmpOr(q.Size, 10), 0, q.Explain)
	req.IncludeLocations = q.Locate
	req.SortBy([]string{"-_score", "_id"})
	res, err := ix.bleve.SearchInContext(ctx, req)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", q.Text, err)
	}
	hits := make([]Hit, 0, len(res.Hits))
	for _, dm := range res.Hits {
		ch := ix.chunks[dm.ID]
		hits = append(hits, Hit{Chunk: ch, Score: dm.Score, Matches: matches(ch, dm), Why: contributions(dm.Expl)})
	}
	return hits, nil
}

func cmpOr(n, otherwise int) int {
	if n > 0 {
		return n
	}
	return otherwise
}

// terms analyzes the text and keeps each term once, in order.
func (ix *Index) terms(text string) []string {
	var terms []string
	for _, t := range ix.analyzer.Analyze([]byte(text)) {
		if term := string(t.Term); !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return terms
}

// matches maps the locations in the field of everything back to the file.
func matches(ch *corpus.Chunk, dm *search.DocumentMatch) []Match {
	skip := len(prefix(ch))
	var out []Match
	for term, locs := range dm.Locations[fieldAll] {
		for _, l := range locs {
			if int(l.Start) >= skip {
				at := ch.Start - skip
				out = append(out, Match{corpus.Span{Start: at + int(l.Start), End: at + int(l.End)}, term})
			}
		}
	}
	slices.SortFunc(out, func(a, b Match) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return strings.Compare(a.Term, b.Term)
	})
	return out
}
