// Package answer turns questions about backend technologies into cited
// answers: it understands the question as plain data, gathers evidence from
// the corpus and the index, and composes an answer of the kind that was asked
// for.
//
// Everything an answer claims is an excerpt: a range of bytes in an indexed
// article. What stands around the excerpts (labels, "Sources differ on") is
// fixed wording that claims nothing.
package answer

import (
	"context"
	"sync"

	"backendbot/corpus"
	"backendbot/index"
)

// Kinds of answer.
const (
	KindFAQ          = "faq"
	KindLookup       = "lookup"
	KindProfile      = "profile"
	KindCompare      = "compare"
	KindRecommend    = "recommend"
	KindList         = "list"
	KindConcept      = "concept"
	KindDisagreement = "disagreement"
	KindHelp         = "help"
	KindNone         = "none"
)

// Confidence says how well the articles answer the question.
type Confidence string

// Confidences. None means that the question was declined.
const (
	Strong  Confidence = "strong"
	Partial Confidence = "partial"
	None    Confidence = "none"
)

// A Question is what a person typed, with what was said before it.
type Question struct {
	ID     string   `json:"id,omitempty"`
	Text   string   `json:"question"`
	Thread []string `json:"thread,omitempty"` // earlier questions, oldest first
}

// An Answer is plain data; front ends render it.
type Answer struct {
	ID              string           `json:"id"`
	Question        string           `json:"question"`
	Kind            string           `json:"kind"`
	Confidence      Confidence       `json:"confidence"`
	Technologies    []string         `json:"technologies"`
	Carried         []string         `json:"carried,omitempty"` // what was taken over from the thread
	Lead            string           `json:"lead"`              // a frame for what follows; claims nothing by itself
	Excerpts        []Excerpt        `json:"excerpts"`          // in reading order
	Table           *Table           `json:"table"`             // nil unless things are compared
	Recommendations []Recommendation `json:"recommendations"`   // best first
	Entries         []Entry          `json:"entries"`           // of a list
	Disagreements   []Disagreement   `json:"disagreements"`
	Citations       []Citation       `json:"citations"`      // numbered from 1, in order of appearance
	Note            string           `json:"note,omitempty"` // what to know about the evidence: gaps, age
	Suggestions     []string         `json:"suggestions"`    // questions that are known to work
	Index           string           `json:"index"`          // content hash of what was indexed
	Text            string           `json:"text"`           // the whole answer as plain text

	showEvidence bool // entries show what says that they belong there
}

// An Excerpt is a verbatim piece of an article.
type Excerpt struct {
	Text     string `json:"text"`
	Citation int    `json:"citation"` // the number of the passage it stands in
	Article  string `json:"article"`
	Start    int    `json:"start"` // byte offsets in the article's file
	End      int    `json:"end"`
	// Group labels what the excerpt is listed under: "Spring Boot, cons".
	Group string `json:"group,omitempty"`
	// More counts how many further excerpts of the group are not shown.
	More int `json:"more,omitempty"`
}

// A Citation names the passage of an article that excerpts stand in.
type Citation struct {
	N         int    `json:"n"`
	Article   string `json:"article"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published"`
	URL       string `json:"url,omitempty"`
	Section   string `json:"section"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// A Table compares technologies by attribute.
type Table struct {
	Columns []string `json:"columns"` // the technologies
	Rows    []Row    `json:"rows"`
}

// A Row is one attribute of every technology in the table.
type Row struct {
	Attribute string `json:"attribute"`
	Cells     []Cell `json:"cells"` // one a column
}

// A Cell holds what the articles say, or is empty where they say nothing.
type Cell struct {
	Text      string    `json:"text"`
	Citations []int     `json:"citations"`
	Values    []Excerpt `json:"values"` // what the text is joined from
	More      int       `json:"more,omitempty"`
}

// A Recommendation is one technology of a shortlist.
type Recommendation struct {
	Technology string    `json:"technology"`
	Reasons    []Excerpt `json:"reasons"`
	Cautions   []Excerpt `json:"cautions"`
	Articles   int       `json:"articles"` // how many articles speak for it
}

// A Disagreement shows both sides of what articles say of one thing.
type Disagreement struct {
	About string    `json:"about"`
	For   []Excerpt `json:"for"`
	But   []Excerpt `json:"but"`
}

// An Engine answers questions from one corpus. It is safe for concurrent use,
// and the same question always gets the same answer.
type Engine struct {
	corpus   *corpus.Corpus
	lexicon  *corpus.Lexicon
	index    *index.Index
	evidence *evidence
	vocab    *vocabulary
	examples []string // questions that are known to work
}

// New returns an engine over a corpus and its index.
func New(c *corpus.Corpus, ix *index.Index) *Engine {
	return NewBeside(c, func() *index.Index { return ix })
}

// NewBeside is New for an index that is still being built: await is called when
// all that needs no index is done.
func NewBeside(c *corpus.Corpus, await func() *index.Index) *Engine {
	e := &Engine{corpus: c, lexicon: c.Lexicon}
	var wg sync.WaitGroup
	wg.Go(func() { e.evidence = newEvidence(c) })
	wg.Go(func() { e.vocab = newVocabulary(c) })
	wg.Wait()
	e.index = await()
	e.examples = e.newExamples()
	return e
}

// Answer answers a question, or declines to. The error is not nil only when
// the index fails or ctx ends.
func (e *Engine) Answer(ctx context.Context, q Question) (*Answer, error) {
	ans, _, err := e.explain(ctx, q, false)
	return ans, err
}

func (e *Engine) explain(ctx context.Context, q Question, why bool) (*Answer, *Explanation, error) {
	u := e.Understand(q)
	c := &composer{Engine: e, ctx: ctx, u: u, ans: &Answer{ID: q.ID, Question: q.Text, Index: e.corpus.Hash}, why: why}
	if err := c.compose(); err != nil {
		return nil, nil, err
	}
	c.finish()
	return c.ans, &Explanation{Understanding: u.Report(), Evidence: c.trace}, nil
}
