package answer

import (
	"slices"

	"backendbot/corpus"
)

// profile is a card on one technology: what it is, who made it and when, its
// strengths, trade-offs, uses and users.
func (c *composer) profile() error {
	t := c.u.Technologies[0]
	c.technologies(c.u.Technologies)
	about := c.describing(t)
	if len(about) == 0 && !c.evidence.described(t) {
		return c.profileByMention(t)
	}
	c.quote(t.Name, about, 2)
	for _, id := range []string{"language", "released", "developer"} {
		if facts := distinctValues(c.stated(t, c.lexicon.Attribute(id))); len(facts) > 0 {
			c.quote(c.lexicon.Attribute(id).Label, facts[:1], 1)
		}
	}
	for _, part := range []struct {
		id    string
		limit int
	}{{"pros", 3}, {"features", 2}, {"cons", 2}, {"uses", 3}, {"companies", 3}} {
		attr := c.lexicon.Attribute(part.id)
		c.quote(attr.Label, c.representative(t, attr), part.limit)
	}
	for _, attr := range c.u.Attributes {
		if !weakAttributes[attr.ID] && !slices.ContainsFunc([]string{"released", "developer", "pros", "cons", "companies"}, func(id string) bool { return id == attr.ID }) {
			c.quote(attr.Label, c.attributeFacts(t, attr), 2)
		}
	}
	return nil
}

// describing returns sentences that say what a technology is, best first.
func (c *composer) describing(t *corpus.Technology) []*corpus.Fact {
	var list []scored
	for _, f := range c.evidence.about[t.Index] {
		defining := f.Form == corpus.Entry && f.Attribute == nil && len(f.Names) > 0 && f.Names[0] == t && f.HeadSpan.End > 0
		if f.Form != corpus.Sentence && !defining || f.Attribute != nil && f.Attribute.ID != "description" || !c.allowed(f) || len(specific(slices.Clone(f.Subjects))) > 2 {
			continue
		}
		score := 0.0
		words := corpus.Words(f.Text)
		if len(f.Names) > 0 && f.Names[0] == t && len(words) > 2 {
			score += 1
			// "X is a …", "X, a …": the sentence defines.
			for i := 1; i < min(len(words)-1, 6); i++ {
				if words[i].Fold == "is" || words[i].Fold == "are" {
					score++
					if words[i+1].Fold == "a" || words[i+1].Fold == "an" || words[i+1].Fold == "the" {
						score++
					}
					break
				}
			}
		}
		if len(f.Section.Names) == 0 {
			score -= 1.5 // a remark under another heading
		}
		if f.Section.Level <= 3 && len(f.Section.Blocks) > 0 && f.Start == f.Section.Body.Start {
			score += 0.5 // the first sentence of the section
		}
		score += min(float64(len(f.Topics)), 4) * 0.3
		if len(words) > 28 || len(words) < 7 {
			score -= 0.7
		}
		if len(f.Subjects) > 0 && f.Subjects[0] == t && len(f.Subjects) == 1 {
			score++
		}
		list = append(list, scored{f, score, 0})
	}
	sortScored(list)
	var out []*corpus.Fact
	for _, elsewhere := range []bool{true, false} { // a second article first
		for _, s := range list {
			if len(out) == 2 || len(out) == 1 && (s.Fact == out[0] || elsewhere && s.Article == out[0].Article || sameTopics(s.Fact, out[0])) {
				continue
			}
			out = append(out, s.Fact)
		}
	}
	return out
}

func sameTopics(a, b *corpus.Fact) bool {
	return !slices.ContainsFunc(a.Topics, func(t *corpus.Topic) bool { return !slices.Contains(b.Topics, t) })
}

// representative orders a technology's values of a list attribute so that what
// several articles say comes first.
func (c *composer) representative(t *corpus.Technology, attr *corpus.Attribute) []*corpus.Fact {
	facts := roundRobin(oneEach(c.stated(t, attr)))
	if len(facts) <= 4 || attr.ID == "companies" {
		return facts
	}
	others := make(map[*corpus.Fact]int, len(facts)) // how many other articles say something alike
	for _, f := range facts {
		var articles []*corpus.Article
		for _, o := range facts {
			if o.Article != f.Article && slices.ContainsFunc(o.Topics, func(t *corpus.Topic) bool { return slices.Contains(f.Topics, t) }) {
				articles = appendNew(articles, o.Article)
			}
		}
		others[f] = len(articles)
	}
	slices.SortStableFunc(facts, func(a, b *corpus.Fact) int { return others[b] - others[a] })
	return varied(facts)
}

// varied moves facts on topics that were already covered to the back.
func varied(facts []*corpus.Fact) []*corpus.Fact {
	var first, rest []*corpus.Fact
	covered := map[*corpus.Topic]bool{}
	for _, f := range facts {
		fresh := len(f.Topics) == 0
		for _, t := range f.Topics {
			fresh = fresh || !covered[t]
		}
		if !fresh {
			rest = append(rest, f)
			continue
		}
		for _, t := range f.Topics {
			covered[t] = true
		}
		first = append(first, f)
	}
	return append(first, rest...)
}

// profileByMention answers for a technology that has no section of its own with
// what the articles say of it in passing.
func (c *composer) profileByMention(t *corpus.Technology) error {
	facts := slices.Clone(c.evidence.about[t.Index])
	facts = append(facts, c.evidence.naming[t.Index]...)
	facts = slices.DeleteFunc(facts, func(f *corpus.Fact) bool {
		return f.Form == corpus.Passing || f.Form == corpus.Heading || f.Form == corpus.Labelled || !c.allowed(f)
	})
	if len(facts) == 0 {
		return c.declineOn(t, nil)
	}
	slices.SortStableFunc(facts, func(a, b *corpus.Fact) int { return mentionRank(b, t) - mentionRank(a, t) })
	c.ans.Confidence = Partial
	c.quote("No article has a section on "+t.Name+"; it is mentioned", roundRobin(oneEach(facts))[:min(len(oneEach(facts)), 12)], 4)
	return nil
}

// mentionRank prefers statements that begin with the name and are sentences.
func mentionRank(f *corpus.Fact, t *corpus.Technology) int {
	rank := 0
	if len(f.Names) > 0 && f.Names[0] == t {
		rank += 2
	}
	if len(f.Names) == 1 {
		rank++
	}
	if f.Form == corpus.Sentence || f.Form == corpus.Answer {
		rank++
	}
	if f.Form == corpus.Cell {
		rank -= 2
	}
	if f.Head != "" {
		rank += 2
	}
	return rank
}
