package answer

import (
	"context"

	"backendbot/corpus"
	"backendbot/index"
)

// An Explanation says how a question was understood and what the evidence was.
type Explanation struct {
	Understanding Report     `json:"understanding"`
	Evidence      []Evidence `json:"evidence"`
}

// A Report is an Understanding for people.
type Report struct {
	Question     string   `json:"question"`
	Kind         string   `json:"kind"`
	Technologies []string `json:"technologies,omitempty"`
	Missing      []string `json:"missing,omitempty"`
	Only         []string `json:"only,omitempty"`
	Not          []string `json:"not,omitempty"`
	Beside       []string `json:"beside,omitempty"`
	Attributes   []string `json:"attributes,omitempty"`
	Topics       []string `json:"topics,omitempty"`
	NotTopics    []string `json:"not_topics,omitempty"`
	Values       []string `json:"values,omitempty"`
	Rating       string   `json:"rating,omitempty"`
	Stars        int      `json:"stars,omitempty"`
	After        int      `json:"after,omitempty"`
	Before       int      `json:"before,omitempty"`
	Articles     []string `json:"articles,omitempty"`
	Class        string   `json:"class,omitempty"`
	Terms        []string `json:"terms,omitempty"`
	Carried      []string `json:"carried,omitempty"`
	Corrected    []string `json:"corrected,omitempty"`
}

// Evidence is one piece of evidence and why it ranks where it does.
type Evidence struct {
	Rank    int                  `json:"rank,omitempty"` // among the index's hits
	Chunk   string               `json:"chunk"`
	Text    string               `json:"text,omitempty"`
	Score   float64              `json:"score,omitempty"`
	Why     []index.Contribution `json:"why,omitempty"`
	Matches []string             `json:"matches,omitempty"`
}

// Explain answers like Answer and says how it came to the answer.
func (e *Engine) Explain(ctx context.Context, q Question) (*Answer, *Explanation, error) {
	return e.explain(ctx, q, true)
}

// Report returns the understanding with names in the place of pointers.
func (u *Understanding) Report() Report {
	r := Report{
		Question: u.Text, Kind: u.Kind, Technologies: names(u.Technologies), Missing: names(u.Missing), Only: names(u.Only), Not: names(u.Not),
		Beside: names(u.Beside), Topics: labels(u.Topics), NotTopics: labels(u.NotTopics), Rating: u.Rating, Stars: u.Stars,
		After: u.After, Before: u.Before, Class: u.Class, Carried: u.Carried, Corrected: u.corrected,
	}
	for _, a := range u.Attributes {
		r.Attributes = append(r.Attributes, a.ID)
	}
	for _, v := range u.Values {
		r.Values = append(r.Values, v.text)
	}
	for _, a := range u.Articles {
		r.Articles = append(r.Articles, a.ID)
	}
	for _, t := range u.Terms {
		r.Terms = append(r.Terms, t.fold)
	}
	return r
}

func evidenceOf(f *corpus.Fact) Evidence {
	e := Evidence{Text: f.Text}
	if f.Chunk != nil {
		e.Chunk = f.Chunk.ID
	}
	return e
}

func evidenceOfHit(rank int, h index.Hit) Evidence {
	e := Evidence{Rank: rank, Chunk: h.Chunk.ID, Score: h.Score, Why: h.Why}
	for _, m := range h.Matches {
		e.Matches = appendNew(e.Matches, string(h.Chunk.Article.Source[m.Start:m.End]))
	}
	return e
}
