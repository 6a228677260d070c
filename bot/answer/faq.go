package answer

import (
	"slices"

	"backendbot/corpus"
)

// directAnswer quotes an article's own answer where it asks what was asked,
// and reports whether it did; with faqOnly only from questions of the article. Constraints rule that out: no article knows them.
func (c *composer) directAnswer(faqOnly bool) (bool, error) {
	if len(c.u.Only)+len(c.u.Not)+len(c.u.Beside)+len(c.u.Carried)+len(c.u.places) > 0 || len(c.u.words) > 40 || c.u.cue("compare") && len(c.u.Technologies) == 1 {
		return false, nil
	}
	hits, err := c.search(c.searchText())
	if err != nil {
		return false, err
	}
	cands := c.judge(hits)
	if len(cands) == 0 {
		return false, nil
	}
	top := cands[0]
	passage := isQuestionSection(top.chunk.Section)
	if top.asks < 0.65 || !passage && faqOnly || !passage && len(c.u.Technologies) > 0 || !passage && (c.u.cue("recommend") || top.asks < 0.9 || top.chunk.Section.Level < 2) {
		return false, nil
	}
	for _, t := range c.u.Technologies {
		if !t.Generic && !slices.Contains(top.chunk.Subjects, t) {
			return false, nil
		}
	}
	if passage {
		c.quote("", answers(top.chunk), 2)
		c.others(cands, top, 1)
		for _, f := range answers(top.chunk) {
			for _, t := range specificNames(f) {
				c.ans.Technologies = appendNew(c.ans.Technologies, t.Name)
			}
		}
		return true, nil
	}
	if c.listLike(top.chunk.Section) {
		c.showList(top)
	} else {
		chosen, _ := c.covering(cands)
		c.quoteCovering(cands, chosen)
		c.otherPart(cands, top)
	}
	return true, nil
}

// specificNames returns the technologies that a fact names, without generic
// ones.
func specificNames(f *corpus.Fact) []*corpus.Technology {
	return specific(slices.Clone(f.Names))
}
