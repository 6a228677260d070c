package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
	"backendbot/index"
)

// searchText is what the index is asked: the question with misspellings
// corrected and names in their canonical form.
func (c *composer) searchText() string {
	var b strings.Builder
	for _, t := range c.u.Technologies {
		b.WriteString(t.Name)
		b.WriteByte(' ')
	}
	for _, w := range c.u.said {
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

func (c *composer) search(text string) ([]index.Hit, error) {
	var ids []string
	for _, a := range c.u.Articles {
		ids = append(ids, a.ID)
	}
	hits, err := c.index.Search(c.ctx, index.Query{Text: text, Articles: ids, Size: passageHits, Explain: c.why, Locate: c.why})
	if err != nil {
		return nil, err
	}
	if c.why {
		for i, h := range hits {
			c.trace = append(c.trace, evidenceOfHit(i+1, h))
		}
	}
	return hits, nil
}

// A passageCandidate is a hit with how much of the question it covers.
type passageCandidate struct {
	chunk    *corpus.Chunk
	score    float64
	asks     float64 // share of the question that its own questions and headings hold
	coverage float64 // share that anything in it holds
}

// judge keeps the hits that cover enough of the question, best first.
func (c *composer) judge(hits []index.Hit) []passageCandidate {
	least := minCoverage / 2 // a passage may answer one part of a question
	var cands []passageCandidate
	for _, h := range hits {
		ch := h.Chunk
		if ch.Section.Aside && len(cands) > 0 {
			continue
		}
		asks, has, missed := c.cover1(ch)
		total := has + missed
		if total == 0 {
			continue
		}
		same := c.sameQuestion(ch)
		cand := passageCandidate{chunk: ch, score: h.Score, asks: max(asks/total, same), coverage: max(has/total, same)}
		if cand.coverage >= least && (len(ch.Facts) > 0 || c.listLike(ch.Section)) {
			cand.score *= cand.coverage * cand.coverage * (0.5 + cand.asks) * (0.6 + same)
			cands = append(cands, cand)
		}
	}
	if len(cands) > 0 && !c.u.cue("steps") && !c.u.cue("each-article") {
		if _, share := c.covering(cands); share < minCoverage && !slices.ContainsFunc(cands, func(p passageCandidate) bool { return p.coverage >= minCoverage }) {
			return nil
		}
	}
	slices.SortStableFunc(cands, func(a, b passageCandidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.chunk.Index - b.chunk.Index
	})
	return cands
}

// fillerWeight is what an ordinary word of the question weighs where a
// passage's own questions use it too: "how do I choose".
const fillerWeight = 0.8

// cover1 weighs what of the question a chunk's questions and headings hold,
// what anything in it holds, and what it lacks.
func (c *composer) cover1(ch *corpus.Chunk) (asks, has, missed float64) {
	topics, terms := c.conceptFocus()
	for _, t := range topics {
		w := c.vocab.topics[t.Index]
		switch {
		case slices.Contains(ch.AsksTopics, t):
			asks += w
			has += w
		case slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return slices.Contains(f.Topics, t) || slices.Contains(f.ContextTopics, t) }):
			has += w
		default:
			missed += 0.8 * w
		}
	}
	for _, t := range terms {
		w := c.vocab.weight(t.stem)
		switch {
		case holds(ch.AsksTerms, t.stem):
			asks += w
			has += w
		case slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return holds(f.Terms, t.stem) }):
			has += w
		default:
			missed += c.vocab.open(t, c.strict)
		}
	}
	for _, t := range c.u.Technologies {
		w := 4.0
		if t.Generic {
			w = 2
		}
		if slices.Contains(ch.Subjects, t) || slices.Contains(ch.Names, t) {
			asks += w
			has += w
		} else if !t.Generic {
			missed += w
		} else {
			missed += 0.5
		}
	}
	for _, stem := range c.u.plain {
		if holds(ch.AsksTerms, stem) {
			asks += fillerWeight
			has += fillerWeight
		} else {
			missed += 0.25 * fillerWeight
		}
	}
	for range c.u.places {
		missed += 2 * (has + 1)
	}
	return asks, has, missed
}

// sameQuestion returns how alike the question and the most similar question of
// a chunk are, from 0 to 1: the weight of the words they share by that of all
// their words.
func (c *composer) sameQuestion(ch *corpus.Chunk) float64 {
	mine := 0.0
	for _, s := range c.u.stems {
		mine += c.vocab.wordWeight(s)
	}
	best := 0.0
	for i, stems := range ch.AsksStems {
		both := 0.0
		for _, s := range c.u.stems {
			if holds(stems, s) {
				both += c.vocab.wordWeight(s)
			}
		}
		if all := mine + c.vocab.asked[ch.Index][i] - both; all > 0 && both/all > best {
			best = both / all
		}
	}
	for range c.u.places {
		best /= 3
	}
	return best
}

func holds(sorted []string, stem string) bool {
	_, ok := slices.BinarySearch(sorted, stem)
	return ok
}

// conceptFocus is what a passage must cover: topics, attributes' topics and
// terms of the question.
func (c *composer) conceptFocus() ([]*corpus.Topic, []term) {
	topics := slices.Clone(c.u.Topics)
	for _, a := range c.u.Attributes {
		if a.Topic != "" {
			topics = appendNew(topics, c.lexicon.Topic(a.Topic))
		}
	}
	return topics, c.u.Terms
}

// bestFact returns the statement of a chunk that speaks of most of what was
// asked, or its first.
func (c *composer) bestFact(ch *corpus.Chunk, topics []*corpus.Topic, terms []term) *corpus.Fact {
	var best *corpus.Fact
	bestGot := -1.0
	for _, f := range ch.Facts {
		if f.Form == corpus.Passing || f.Form == corpus.Heading {
			continue
		}
		if got := c.overlap(f, topics, terms); got > bestGot {
			best, bestGot = f, got
		}
	}
	return best
}

// statements returns a section's sentences and entries, in order.
func (c *composer) statements(s *corpus.Section) []*corpus.Fact {
	return slices.DeleteFunc(slices.Clone(c.factsOf(s)), func(f *corpus.Fact) bool {
		return f.Form == corpus.Passing || f.Form == corpus.Heading || f.Form == corpus.Cell
	})
}

// factsOf returns the facts of a section, table rows included.
func (c *composer) factsOf(s *corpus.Section) []*corpus.Fact { return c.evidence.bySection[s] }

// others adds what other articles say to the same question.
func (c *composer) others(cands []passageCandidate, top passageCandidate, limit int) {
	topics, terms := c.conceptFocus()
	seen := []*corpus.Article{top.chunk.Article}
	for _, cand := range cands[1:] {
		if limit == 0 {
			return
		}
		if slices.Contains(seen, cand.chunk.Article) || cand.coverage < 0.8*top.coverage || cand.score < 0.5*top.score {
			continue
		}
		seen = append(seen, cand.chunk.Article)
		if f := c.bestFact(cand.chunk, topics, terms); f != nil && !c.shown[f] {
			c.quote("", []*corpus.Fact{f}, 1)
			limit--
		}
	}
}

// otherPart quotes what answers the part of the question that the best passage
// leaves open, and reports whether there was such a part.
func (c *composer) otherPart(cands []passageCandidate, top passageCandidate) bool {
	topics, terms := c.conceptFocus()
	speaks := func(ch *corpus.Chunk, t term) bool {
		return holds(ch.AsksTerms, t.stem) || slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return holds(f.Terms, t.stem) })
	}
	open := slices.DeleteFunc(slices.Clone(terms), func(t term) bool { return speaks(top.chunk, t) })
	for _, f := range top.chunk.Facts {
		topics, _ = without(f, topics, nil)
	}
	if len(open)+len(topics) < 2 {
		return false
	}
	for _, cand := range cands[1:] {
		met := 0
		for _, t := range open {
			if speaks(cand.chunk, t) {
				met++
			}
		}
		if met >= 2 {
			if f := c.bestFact(cand.chunk, topics, open); f != nil && !c.shown[f] {
				c.quote("", []*corpus.Fact{f}, 1)
				return true
			}
		}
	}
	return false
}

// following returns the sentence after a sentence of the same paragraph.
func (c *composer) following(f *corpus.Fact) *corpus.Fact {
	if f.Form != corpus.Sentence && f.Form != corpus.Answer || f.ID+1 >= len(c.corpus.Facts) {
		return nil
	}
	for _, next := range c.corpus.Facts[f.ID+1:] {
		if next.Group != f.Group {
			return nil
		}
		if next.Form == f.Form {
			return next
		}
	}
	return nil
}

// alike returns up to two more statements of the section that speak of nearly
// as much of the question.
func (c *composer) alike(f *corpus.Fact) []*corpus.Fact {
	topics, terms := c.conceptFocus()
	least := 0.6 * c.overlap(f, topics, terms)
	var out []*corpus.Fact
	for _, o := range c.statements(f.Section) {
		if o != f && len(out) < 2 && c.overlap(o, topics, terms) >= least {
			out = append(out, o)
		}
	}
	return out
}
