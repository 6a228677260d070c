package answer

import (
	"cmp"
	"slices"

	"backendbot/corpus"
)

// disagreement shows both sides of what the articles say of a technology on
// the topics of the question.
func (c *composer) disagreement() error {
	t := c.u.Technologies[0]
	c.technologies(c.u.Technologies)
	if len(c.u.Values) > 0 && c.confirms(t) {
		return nil
	}
	if vals := c.differingValues(t); len(vals) > 1 {
		c.quote(groupOf(t, vals[0].Attribute), vals, 4)
		return nil
	}
	topics, terms := c.conceptFocus()
	for _, topic := range topics {
		if d, ok := c.sides(t, topic, 2); ok {
			c.ans.Disagreements = append(c.ans.Disagreements, d)
			if len(c.ans.Disagreements) == 2 {
				break
			}
		}
	}
	if len(c.ans.Disagreements) > 0 {
		return nil
	}
	// One side only: say what there is.
	if len(topics) == 0 && len(terms) == 0 || len(c.askedAttributes()) > 0 && len(topics) == 0 {
		return c.lookup()
	}
	var facts []*corpus.Fact
	for _, s := range c.speaksOf(t, topics, terms) {
		if s.coverage >= 0.34 && len(facts) < 4 {
			facts = append(facts, s.Fact)
		}
	}
	if len(facts) == 0 {
		return c.lookup()
	}
	c.quote(t.Name, facts, 4)
	return nil
}

// differingValues returns the different values of an attribute that the
// question asks about, where articles give several.
func (c *composer) differingValues(t *corpus.Technology) []*corpus.Fact {
	for _, a := range c.u.Attributes {
		if a.List || a.Topic != "" {
			continue
		}
		if vals := distinctValues(c.stated(t, a)); len(vals) > 1 {
			return vals
		}
	}
	return nil
}

// sides gathers what speaks for and against a technology on a topic. Scale is
// one topic from both ends: what suits small projects speaks against large
// ones.
func (c *composer) sides(t *corpus.Technology, topic *corpus.Topic, each int) (Disagreement, bool) {
	pro, con := c.split(t, topic)
	if len(pro) == 0 || len(con) == 0 {
		return Disagreement{}, false
	}
	d := Disagreement{About: t.Name + ", " + topic.Label}
	for _, f := range pro[:min(each, len(pro))] {
		d.For = append(d.For, c.excerpt(f, ""))
	}
	for _, f := range con[:min(each, len(con))] {
		d.But = append(d.But, c.excerpt(f, ""))
	}
	return d, true
}

// split sorts the facts on a topic by which side they take, the most direct
// first and each article in turn.
func (c *composer) split(t *corpus.Technology, topic *corpus.Topic) (pro, con []*corpus.Fact) {
	related := c.family(topic)
	var both []*corpus.Fact
	for _, f := range c.evidence.about[t.Index] {
		if !c.allowed(f) || f.Form == corpus.Passing || f.Form == corpus.Heading || f.Attribute != nil && f.Attribute.ID == "companies" {
			continue
		}
		if len(f.Subjects) > 1 && len(f.Names) > 1 && f.Names[0] != t && c.evidence.has(f, contrasts) {
			continue // "X is better than t" is about X
		}
		on, off := false, false
		if f.Form == corpus.Cell && f.Attribute != nil && f.Attribute.Topic != "" {
			on = slices.Contains(related, c.lexicon.Topic(f.Attribute.Topic))
		}
		for _, ft := range f.Topics {
			on = on || slices.Contains(related, ft)
			off = off || ft.ID == topic.Opposite || slices.ContainsFunc(related, func(r *corpus.Topic) bool { return r.Opposite == ft.ID || ft.Opposite == r.ID })
		}
		switch {
		case on && off:
			both = append(both, f) // "from small to large"
		case on && c.evidence.polarity(f) > 0:
			pro = append(pro, f)
		case on:
			con = append(con, f)
		case off && c.evidence.polarity(f) > 0 && topic.ID != "small-projects":
			con = append(con, f)
		}
	}
	return append(c.direct(pro), c.direct(both)...), c.direct(con)
}

// family widens a topic to those that speak of the same thing.
func (c *composer) family(topic *corpus.Topic) []*corpus.Topic {
	out := []*corpus.Topic{topic}
	for _, group := range [][]string{{"scalability", "large-scale", "enterprise"}, {"community", "support"}, {"learning", "setup"}} {
		if slices.Contains(group, topic.ID) {
			for _, id := range group {
				out = appendNew(out, c.lexicon.Topic(id))
			}
		}
	}
	return out
}

// direct orders facts of one side: labelled ones before passing remarks, the
// articles in turn.
func (c *composer) direct(facts []*corpus.Fact) []*corpus.Fact {
	facts = oneEach(facts)
	topics, terms := c.conceptFocus()
	slices.SortStableFunc(facts, func(a, b *corpus.Fact) int {
		x := directness(a)*2 + c.overlap(a, topics, terms)
		y := directness(b)*2 + c.overlap(b, topics, terms)
		return cmp.Compare(y, x)
	})
	return roundRobinStable(facts)
}

// differ adds a block on what the answer has shown where an article says the
// opposite of the same technology and topic.
func (c *composer) differ(t *corpus.Technology) {
	if len(c.ans.Disagreements) > 0 {
		return
	}
	asked := slices.Clone(c.u.Topics)
	for _, a := range c.u.Attributes {
		if a.Topic != "" {
			asked = append(asked, c.lexicon.Topic(a.Topic))
		}
	}
	for _, id := range contested {
		topic := c.lexicon.Topic(id)
		if len(asked) > 0 && !slices.ContainsFunc(c.family(topic), func(t *corpus.Topic) bool { return slices.Contains(asked, t) }) {
			continue
		}
		for _, f := range c.evidence.about[t.Index] {
			if !c.shown[f] || f.Form == corpus.Passing || !slices.Contains(f.Topics, topic) || c.contrasting(f) {
				continue
			}
			pro, con := c.split(t, topic)
			other := pro
			if c.evidence.polarity(f) > 0 {
				other = con
			}
			other = slices.DeleteFunc(slices.Clone(other), func(o *corpus.Fact) bool {
				return c.shown[o] || c.contrasting(o) || o.Article == f.Article && o.Attribute == f.Attribute || !slices.Contains(o.Topics, topic)
			})
			if len(other) == 0 {
				continue
			}
			d := Disagreement{About: t.Name + ", " + topic.Label}
			mine, theirs := c.excerpt(f, ""), c.excerpt(other[0], "")
			if c.evidence.polarity(f) > 0 {
				d.For, d.But = []Excerpt{mine}, []Excerpt{theirs}
			} else {
				d.For, d.But = []Excerpt{theirs}, []Excerpt{mine}
			}
			c.ans.Disagreements = append(c.ans.Disagreements, d)
			return
		}
	}
}

// contrasting reports whether a sentence names several technologies or sets
// them against each other, so that it does not say which of them it praises.
func (c *composer) contrasting(f *corpus.Fact) bool {
	return len(f.Names) > 1 && (f.Form == corpus.Sentence || f.Form == corpus.Answer || c.evidence.has(f, contrasts))
}

// contested topics are narrow enough that a pro and a con on them contradict
// each other; the weightiest come first.
var contested = []string{"large-scale", "small-projects", "cost", "support", "community", "boilerplate", "learning", "ecosystem"}
