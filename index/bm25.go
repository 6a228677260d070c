package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	blevindex "github.com/blevesearch/bleve_index_api"
)

// Parameters of BM25 as in Robertson and Zaragoza, "The Probabilistic
// Relevance Framework: BM25 and Beyond" (2009), section 3; the values are the
// usual ones.
const (
	k1 = 1.2
	b  = 0.75
)

// scoredFields is the fixed order in which scores are summed: floating-point
// sums depend on it.
var scoredFields = []string{fieldAll, fieldQuestion, fieldHeading}

// bm25Query is a Bleve query that scores with textbook BM25. Bleve's own
// "bm25" takes the square root of term frequencies, counts distinct terms as
// length and scales by the share of clauses that match.
type bm25Query struct {
	terms    []string
	averages map[string]float64
}

// Searcher implements query.Query.
func (q *bm25Query) Searcher(ctx context.Context, r blevindex.IndexReader, _ mapping.IndexMapping, opts search.SearcherOptions) (search.Searcher, error) {
	docs, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	s := &bm25Searcher{explain: opts.Explain}
	for _, field := range scoredFields {
		for _, term := range q.terms {
			reader, err := r.TermFieldReader(ctx, []byte(term), field, true, true, opts.IncludeTermVectors && field == fieldAll)
			if err != nil {
				_ = s.Close()
				return nil, err
			}
			df := float64(reader.Count())
			if df == 0 {
				if err := reader.Close(); err != nil {
					return nil, err
				}
				continue
			}
			n := float64(docs)
			s.postings = append(s.postings, &posting{
				reader: reader, field: field, term: term, average: q.averages[field],
				weight: boosts[field] * math.Log(1+(n-df+0.5)/(df+0.5)),
			})
		}
	}
	for _, p := range s.postings {
		if err := p.next(); err != nil {
			_ = s.Close()
			return nil, err
		}
	}
	return s, nil
}

// posting is one term's list of chunks in one field, and where we are in it.
type posting struct {
	reader      blevindex.TermFieldReader
	field, term string
	average     float64
	weight      float64
	at          *blevindex.TermFieldDoc // nil at the end
	buffer      blevindex.TermFieldDoc
}

func (p *posting) next() (err error) {
	p.at, err = p.reader.Next(p.buffer.Reset())
	return err
}

func (p *posting) advance(id blevindex.IndexInternalID) (err error) {
	p.at, err = p.reader.Advance(id, p.buffer.Reset())
	return err
}

// score is BM25's weight of the term in the chunk at hand.
func (p *posting) score() float64 {
	tf := float64(p.at.Freq)
	length := 1 / (p.at.Norm * p.at.Norm) // Bleve keeps 1/sqrt(length)
	return p.weight * tf * (k1 + 1) / (tf + k1*(1-b+b*length/p.average))
}

// bm25Searcher walks the postings chunk by chunk, in the index's order.
type bm25Searcher struct {
	postings []*posting
	explain  bool
}

// Next implements search.Searcher.
func (s *bm25Searcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	var least blevindex.IndexInternalID
	for _, p := range s.postings {
		if p.at != nil && (least == nil || p.at.ID.Compare(least) < 0) {
			least = p.at.ID
		}
	}
	if least == nil {
		return nil, nil
	}
	dm := ctx.DocumentMatchPool.Get()
	dm.IndexInternalID = append(dm.IndexInternalID[:0], least...)
	if s.explain {
		dm.Expl = &search.Explanation{Message: "bm25"}
	}
	for _, p := range s.postings {
		if p.at == nil || !p.at.ID.Equals(dm.IndexInternalID) {
			continue
		}
		score := p.score()
		dm.Score += score
		if s.explain {
			dm.Expl.Children = append(dm.Expl.Children, &search.Explanation{Value: score, Message: p.field + ":" + p.term})
		}
		for _, v := range p.at.Vectors {
			dm.FieldTermLocations = append(dm.FieldTermLocations, search.FieldTermLocation{
				Field: v.Field, Term: p.term,
				Location: search.Location{Pos: v.Pos, Start: v.Start, End: v.End},
			})
		}
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	return dm, nil
}

// Advance implements search.Searcher.
func (s *bm25Searcher) Advance(ctx *search.SearchContext, id blevindex.IndexInternalID) (*search.DocumentMatch, error) {
	for _, p := range s.postings {
		if p.at != nil && p.at.ID.Compare(id) < 0 {
			if err := p.advance(id); err != nil {
				return nil, err
			}
		}
	}
	return s.Next(ctx)
}

// Close implements search.Searcher.
func (s *bm25Searcher) Close() error {
	var first error
	for _, p := range s.postings {
		if err := p.reader.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Weight implements search.Searcher. Scores are final: no norm applies.
func (s *bm25Searcher) Weight() float64 { return 1 }

// SetQueryNorm implements search.Searcher.
func (s *bm25Searcher) SetQueryNorm(float64) {}

// Count implements search.Searcher: an upper bound.
func (s *bm25Searcher) Count() uint64 {
	var n uint64
	for _, p := range s.postings {
		n += p.reader.Count()
	}
	return n
}

// Min implements search.Searcher.
func (s *bm25Searcher) Min() int { return 0 }

// Size implements search.Searcher.
func (s *bm25Searcher) Size() int {
	n := 0
	for _, p := range s.postings {
		n += p.reader.Size()
	}
	return n
}

// DocumentMatchPoolSize implements search.Searcher.
func (s *bm25Searcher) DocumentMatchPoolSize() int { return 1 }

// contributions reads them back from the explanation that Next wrote.
func contributions(e *search.Explanation) []Contribution {
	if e == nil {
		return nil
	}
	var out []Contribution
	var walk func(*search.Explanation)
	walk = func(e *search.Explanation) {
		for _, c := range e.Children {
			field, term, ok := strings.Cut(c.Message, ":")
			if ok && slices.Contains(scoredFields, field) {
				out = append(out, Contribution{field, term, c.Value})
			}
			walk(c)
		}
	}
	walk(e)
	slices.SortStableFunc(out, func(x, y Contribution) int { return cmp.Compare(y.Score, x.Score) })
	return out
}
