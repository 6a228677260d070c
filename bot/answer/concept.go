package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

const (
	passageHits = 12
	itemsShown  = 8
	itemWords   = 45 // a list longer than this is shown by its heads
)

// concept answers from the passages that the index ranks best: the direct
// answer where an article asks the same question, a list where the section is
// one, else the sentences that cover most of the question.
func (c *composer) concept() error {
	c.strict = true
	if len(c.u.places) > 0 {
		c.decline("The articles say nothing about " + joinList(c.u.places, "or") + ".")
		return nil
	}
	hits, err := c.search(c.searchText())
	if err != nil {
		return err
	}
	cands := c.judge(hits)
	needs := slices.ContainsFunc(c.u.Topics, func(t *corpus.Topic) bool { return t.Need })
	if needs && !c.u.asks("description") && len(specific(slices.Clone(c.u.Technologies))) == 0 && !c.u.cue("steps") && !c.u.cue("each-article") && (len(cands) == 0 || cands[0].asks < 0.5) && c.ans.Kind == KindConcept && len(c.u.places) == 0 {
		c.ans.Kind = KindRecommend
		c.u.cues["recommend"] = true
		return c.recommend()
	}
	if len(cands) == 0 {
		c.decline(c.missingOf(nil, nil))
		return nil
	}
	if c.u.cue("each-article") {
		c.eachArticle(cands)
		return nil
	}
	top := cands[0]
	chosen, share := c.covering(cands)
	if top.asks >= 0.6 && len(chosen) > 0 && chosen[0].Section != top.chunk.Section && len(chosen) == 1 {
		chosen, share = c.covering(cands[:1]) // the passage that asks the same knows better
	}
	lead := func() bool { // the best statement only introduces a list
		return len(chosen) == 0 && (c.u.cue("steps") || !c.u.asks("description")) || len(chosen) > 0 && chosen[0].Form == corpus.Sentence && chosen[0].Section == top.chunk.Section && top.asks >= 0.4
	}
	switch {
	case isQuestionSection(top.chunk.Section) && top.asks >= 0.5:
		c.ans.Kind = KindFAQ
		c.quote("", answers(top.chunk), 2)
		c.others(cands, top, 1)
	case c.brief(top):
		c.quoteWhole(top.chunk.Section)
		if !c.otherPart(cands, top) {
			c.others(cands, top, 1)
		}
	case c.listLike(top.chunk.Section) && (top.asks >= 0.5 && share < 0.6 || lead() || len(chosen) > 0 && top.asks >= 0.6 && chosen[0].Section != top.chunk.Section):
		c.showList(top)
		c.others(cands, top, 1)
	default:
		if top.coverage < minCoverage && share < minCoverage && !c.u.cue("steps") {
			c.decline(c.missingOf(nil, nil))
			return nil
		}
		c.quoteCovering(cands, chosen)
	}
	if top.coverage < 0.7 {
		c.ans.Confidence = Partial
	}
	return nil
}

// gain is what quoting a fact of the passage at that rank adds. A fact whose
// head is what is asked for defines it.
func (c *composer) gain(f *corpus.Fact, rank int, topics []*corpus.Topic, terms []term) float64 {
	gain := c.overlap(f, topics, terms) * (1 - 0.06*float64(rank)) * directness(f)
	if len(f.Names) > 0 {
		gain *= 1.05
	}
	if f.Attribute != nil && f.Attribute.ID == "prefer" {
		gain *= 1.4
	}
	if gain > 0 && f.HeadSpan.End > 0 {
		asked := true
		head, _, _ := strings.Cut(f.Head, " (") // "ORM (object-relational mapping)"
		for _, w := range corpus.Words(head) {
			asked = asked && (slices.Contains(c.u.stems, w.Stem) || slices.ContainsFunc(topics, func(t *corpus.Topic) bool { return corpus.Stem(t.ID) == w.Stem }))
		}
		if asked {
			gain *= 1.5
		}
	}
	return gain
}

// covering chooses the fewest statements of the best passages that together
// speak of what was asked, and the share of it that they speak of.
func (c *composer) covering(cands []passageCandidate) ([]*corpus.Fact, float64) {
	topics, terms := c.conceptFocus()
	if headed := c.without(cands[0].chunk.Heading, terms); len(topics)+len(headed) > 0 {
		terms = headed // what the heading says need not be said again
	}
	var chosen []*corpus.Fact
	covered := 0.0
	for len(chosen) < 3 && len(topics)+len(terms) > 0 {
		var best *corpus.Fact
		bestGain := 0.0
		for i, cand := range cands[:min(8, len(cands))] {
			for _, f := range cand.chunk.Facts {
				if f.Form == corpus.Passing || f.Form == corpus.Heading || slices.Contains(chosen, f) {
					continue
				}
				if gain := c.gain(f, i, topics, terms); gain > bestGain {
					best, bestGain = f, gain
				}
			}
		}
		if best == nil {
			break
		}
		chosen = append(chosen, best)
		covered += c.overlap(best, topics, terms)
		topics, terms = without(best, topics, terms)
		if left := c.unmet(topics, terms); left < 0.15*(covered+left) {
			break
		}
	}
	if covered == 0 {
		return nil, 0
	}
	return chosen, covered / (covered + c.unmet(topics, terms))
}

// without returns the terms that a heading does not hold.
func (c *composer) without(heading string, terms []term) []term {
	words := corpus.Words(heading)
	return slices.DeleteFunc(slices.Clone(terms), func(t term) bool {
		return slices.ContainsFunc(words, func(w corpus.Word) bool { return w.Stem == t.stem })
	})
}

// quoteCovering quotes the chosen statements; where the match is only in the
// passage's questions, its first sentences answer.
func (c *composer) quoteCovering(cands []passageCandidate, chosen []*corpus.Fact) {
	if len(chosen) == 0 {
		for _, f := range cands[0].chunk.Facts {
			if len(chosen) < 2 && f.Form != corpus.Passing && f.Form != corpus.Heading {
				chosen = append(chosen, f)
			}
		}
		defer c.others(cands, cands[0], 1)
	} else if len(chosen) == 1 {
		chosen = append(chosen, c.alike(chosen[0])...)
		if next := c.following(chosen[0]); next != nil && len(chosen) == 1 {
			chosen = append(chosen, next)
		}
	}
	for _, f := range chosen {
		c.quote("", []*corpus.Fact{f}, 1)
	}
}

// eachArticle quotes the best passage of every article.
func (c *composer) eachArticle(cands []passageCandidate) {
	topics, terms := c.conceptFocus()
	var seen []*corpus.Article
	for i, cand := range cands {
		a := cand.chunk.Article
		if slices.Contains(seen, a) {
			continue
		}
		seen = append(seen, a)
		for _, later := range cands[i:] { // advice comes as a list
			if later.chunk.Article == a && later.asks >= 0.5*cand.asks && c.listLike(later.chunk.Section) {
				cand = later
				break
			}
		}
		label := byline(a.Publisher, a.Author, a.Title) + ", " + shortDate(a.Published)
		if c.listLike(cand.chunk.Section) {
			c.quoteItems(cand.chunk.Section, label)
			continue
		}
		if f := c.bestFact(cand.chunk, topics, terms); f != nil {
			c.quote(label, []*corpus.Fact{f}, 1)
		}
	}
}
