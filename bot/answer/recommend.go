package answer

import (
	"slices"

	"backendbot/corpus"
)

const (
	maxRecommended = 4
	nearBest       = 0.6 // share of the best score that keeps a technology on the list
	broaderWeight  = 0.45
	minFit         = 0.34 // share of the needs' weight that the best must meet
)

// recommend makes a ranked shortlist for the needs of the question, within its
// constraints.
func (c *composer) recommend() error {
	direct, err := c.directAnswer(false)
	if err != nil {
		return err
	}
	if direct && !c.u.cue("recommend") {
		c.ans.Kind = KindFAQ
		return nil
	}
	needs, total := c.needs()
	list := c.contenders(needs)
	if len(list) == 0 || total > 0 && list[0].covered/total < minFit && len(c.u.Topics) == 0 {
		if len(needs) == 0 || len(c.u.Topics) == 0 {
			if list = c.byConstraint(); len(list) > 0 && (len(c.u.Terms) == 0 || len(c.u.Only) > 0) {
				c.shortlist(list)
				return nil
			}
		}
		c.decline(c.missingNeeds(total > 0))
		return nil
	}
	c.ignored(needs, list)
	c.shortlist(list)
	if total > 0 && list[0].covered/total < 0.6 {
		c.ans.Confidence = Partial
	}
	return nil
}

// eligible applies the constraints.
func (c *composer) eligible(t *corpus.Technology) bool {
	if t.Generic || t.Kind == "tool" || slices.Contains(c.u.Beside, t) {
		return false
	}
	if topic := c.topicNamed(t); topic != nil && slices.Contains(c.u.Topics, topic) {
		return false // the concept is what something is wanted for
	}
	if c.u.Class != "" && t.Kind != c.u.Class && !(c.u.Class == "framework" && t.Kind == "runtime") {
		return false
	}
	for _, v := range c.u.notValues {
		if slices.ContainsFunc(v.facts, func(f *corpus.Fact) bool { return f.Attribute.ID != "companies" && slices.Contains(f.Subjects, t) }) {
			return false
		}
	}
	if len(c.u.Only)+len(c.u.Not) == 0 {
		return true
	}
	under := append([]*corpus.Technology{t}, c.evidence.languagesOf(t)...)
	for _, no := range c.u.Not {
		if slices.Contains(under, no) {
			return false
		}
	}
	if len(c.u.Only) == 0 {
		return true
	}
	return slices.ContainsFunc(c.u.Only, func(o *corpus.Technology) bool { return slices.Contains(under, o) })
}

// suits weighs a technology's kind: languages come after frameworks unless
// languages were asked for.
func (c *composer) suits(t *corpus.Technology) float64 {
	w := 1.0
	if c.u.Class == "" {
		switch t.Kind {
		case "language":
			w = 0.55
		case "platform", "api":
			w = 0.9
		}
	}
	for _, no := range c.u.NotTopics {
		for _, f := range c.evidence.about[t.Index] {
			if slices.Contains(f.Topics, no) && c.evidence.polarity(f) > 0 {
				w *= 0.85
			}
		}
	}
	return max(w, 0.2)
}

// byConstraint lists what the constraints allow when no need was understood:
// those that most articles describe first.
func (c *composer) byConstraint() []*contender {
	if len(c.u.Only) == 0 {
		return nil
	}
	var list []*contender
	for _, t := range c.lexicon.Technologies {
		if t.Kind != "framework" && t.Kind != "runtime" || !c.eligible(t) {
			continue
		}
		ct := &contender{tech: t}
		for _, f := range c.describing(t) {
			ct.reasons = append(ct.reasons, scored{f, 1, 1})
		}
		for _, f := range c.evidence.about[t.Index] {
			ct.articles = appendNew(ct.articles, f.Article)
		}
		if len(ct.reasons) > 0 {
			list = append(list, ct)
		}
	}
	slices.SortStableFunc(list, func(a, b *contender) int { return len(b.articles) - len(a.articles) })
	return list[:min(len(list), maxRecommended)]
}
