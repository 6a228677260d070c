package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

// Items shown of a list, by how many lists an answer has.
const (
	listAlone  = 6
	listBeside = 4
	namesShown = 10 // companies and other bare names
)

// lookup answers what was asked of one technology.
func (c *composer) lookup() error {
	t := c.u.Technologies[0]
	c.technologies(c.u.Technologies)
	if c.u.paired {
		return c.together(t, c.u.Technologies[1])
	}
	if len(c.u.Values) > 0 {
		if c.confirms(t) {
			return nil
		}
		if c.u.cue("uses") && len(c.askedStrong()) == 0 {
			c.decline("The articles don't say that of " + t.Name + " and " + c.u.Values[0].text + ".")
			return nil
		}
	}
	attrs := c.askedAttributes()
	if c.u.cue("worth") {
		c.quote("", c.ownAnswer(t), 2)
	}
	if len(attrs) == 0 && len(c.ans.Excerpts) > 0 {
		c.ans.Kind = KindFAQ
		return nil
	}
	if len(attrs) == 0 {
		return c.detail(t)
	}
	found := 0
	if c.u.defined {
		if about := c.describing(t); len(about) > 0 {
			c.quote(t.Name, about[:1], 1)
			found++
		}
	}
	for _, attr := range attrs {
		facts := c.attributeFacts(t, attr)
		if len(facts) == 0 {
			c.gap(gapOf(t, attr))
			continue
		}
		found++
		c.quote(groupOf(t, attr), facts, c.limit(attr, facts, len(attrs)))
	}
	if found == 0 {
		if !slices.ContainsFunc(attrs, func(a *corpus.Attribute) bool { return !weakAttributes[a.ID] }) && c.u.asks("description") && len(c.evidence.about[t.Index]) > 0 {
			c.gaps = nil
			return c.profile()
		}
		return c.declineOn(t, attrs)
	}
	c.also(t, attrs)
	if len(c.gaps) > 0 {
		c.ans.Confidence = Partial
	}
	c.differ(t)
	return nil
}

// askedAttributes returns the attributes of the question, without weak ones
// that only accompany others.
func (c *composer) askedAttributes() []*corpus.Attribute {
	var strong, weak []*corpus.Attribute
	for _, a := range c.u.Attributes {
		if weakAttributes[a.ID] {
			weak = append(weak, a)
		} else {
			strong = append(strong, a)
		}
	}
	if len(strong) > 0 && len(weak) > 0 {
		// "features and companies": list-like attributes stand beside others.
		for _, a := range weak {
			if a.List && c.u.cue("compare") || a.ID == "uses" && !c.u.asks("companies") && len(c.u.Terms) == 0 {
				strong = append(strong, a)
			}
		}
		return strong
	}
	if len(strong) > 0 {
		return strong
	}
	if len(weak) > 1 {
		weak = slices.DeleteFunc(weak, func(a *corpus.Attribute) bool { return a.ID == "description" })
	}
	// A weak attribute with a term or topic of its own asks for a detail.
	specific := slices.ContainsFunc(c.u.Terms, func(t term) bool { _, ok := c.vocab.weights[t.stem]; return ok && !t.aside })
	for _, topic := range c.u.Topics {
		if !slices.ContainsFunc(weak, func(a *corpus.Attribute) bool { return a.Topic == topic.ID }) {
			specific = true
		}
	}
	if specific {
		return nil
	}
	return weak
}

// askedStrong returns the asked attributes that are not weak; who uses a
// technology is asked by naming the one.
func (c *composer) askedStrong() []*corpus.Attribute {
	return slices.DeleteFunc(slices.Clone(c.u.Attributes), func(a *corpus.Attribute) bool { return weakAttributes[a.ID] || a.ID == "companies" })
}

func groupOf(t *corpus.Technology, attr *corpus.Attribute) string {
	return t.Name + ", " + lowerLabel(attr.Label)
}

// lowerLabel lowers a label's first letter unless it is an abbreviation.
func lowerLabel(label string) string {
	if len(label) > 1 && label[1] >= 'A' && label[1] <= 'Z' {
		return label
	}
	return strings.ToLower(label[:1]) + label[1:]
}

func gapOf(t *corpus.Technology, attr *corpus.Attribute) string {
	return t.Name + ": " + lowerLabel(attr.Label)
}

func (c *composer) limit(attr *corpus.Attribute, facts []*corpus.Fact, lists int) int {
	switch {
	case attr.ID == "companies":
		return namesShown
	case attr.List && lists == 1:
		total := 0
		for i, f := range facts {
			if total += words(f.Text); total > itemWords || i >= listAlone+2 {
				return max(i, listAlone)
			}
		}
		return len(facts)
	case attr.List:
		return listBeside
	}
	return 3
}

// also answers what the question asks beside its attributes ("who made it and
// which databases does it support"), where a statement clearly does.
func (c *composer) also(t *corpus.Technology, attrs []*corpus.Attribute) {
	for _, topic := range c.uncovered(attrs) {
		list := c.speaksOf(t, []*corpus.Topic{topic}, c.u.Terms)
		if len(list) > 0 && slices.Contains(list[0].Topics, topic) && !c.shown[list[0].Fact] && len(attrs) <= 2 {
			c.quote("", []*corpus.Fact{list[0].Fact}, 1)
		}
	}
	if len(c.u.Terms) == 0 || len(attrs) > 0 && attrs[0].List {
		return
	}
	if list := c.speaksOf(t, nil, c.u.Terms); len(list) > 0 && list[0].coverage > 0.6 && !c.shown[list[0].Fact] {
		c.quote("", []*corpus.Fact{list[0].Fact}, 1)
	}
}

// detail answers a question about one technology that no attribute covers with
// the statements that speak of just that.
func (c *composer) detail(t *corpus.Technology) error {
	if direct, err := c.directAnswer(false); direct || err != nil {
		c.ans.Kind = KindFAQ
		c.technologies(c.u.Technologies)
		return err
	}
	best := c.details(t)
	if len(best) == 0 {
		if attrs := c.weakOnly(); len(attrs) > 0 {
			for _, attr := range attrs {
				if facts := c.attributeFacts(t, attr); len(facts) > 0 && len(c.u.Terms) == 0 {
					c.quote(groupOf(t, attr), facts, c.limit(attr, facts, len(attrs)))
				}
			}
			if len(c.ans.Excerpts) > 0 {
				c.ans.Confidence = Partial
				return nil
			}
		}
		return c.declineOn(t, nil)
	}
	c.quote(t.Name, best, 3)
	c.differ(t)
	return nil
}

func (c *composer) weakOnly() []*corpus.Attribute {
	return slices.DeleteFunc(slices.Clone(c.u.Attributes), func(a *corpus.Attribute) bool { return a.ID == "description" })
}

// details returns up to three statements about t that together speak of the
// question's topics and terms, or none when most of the question stays open.
func (c *composer) details(t *corpus.Technology) []*corpus.Fact {
	topics, terms := c.detailFocus()
	list := c.speaksOf(t, topics, terms)
	if len(list) == 0 {
		return nil
	}
	var best []*corpus.Fact
	covered := 0.0
	for len(best) < 3 {
		var top scored
		gain := 0.0
		for _, s := range list {
			if slices.Contains(best, s.Fact) {
				continue
			}
			g := c.gain(s.Fact, 0, topics, terms)
			if c.u.cue("compare") && c.evidence.has(s.Fact, contrasts) {
				g *= 1.5
			}
			if g > 0 && (g > gain*1.001 || top.Fact == nil) {
				top, gain = s, g
			}
		}
		if top.Fact == nil {
			break
		}
		best = append(best, top.Fact)
		covered += c.overlap(top.Fact, topics, terms)
		topics, terms = without(top.Fact, topics, terms)
	}
	if covered < minCoverage*(covered+c.unmet(topics, terms)) {
		return nil
	}
	// Who else says so?
	if len(best) == 1 {
		for _, s := range list[1:] {
			if s.score > 0.7*list[0].score && s.Article != best[0].Article && len(best) < 2 {
				best = append(best, s.Fact)
			}
		}
	}
	return best
}

// without drops the topics and terms that a fact speaks of.
func without(f *corpus.Fact, topics []*corpus.Topic, terms []term) ([]*corpus.Topic, []term) {
	topics = slices.DeleteFunc(slices.Clone(topics), func(t *corpus.Topic) bool {
		return slices.Contains(f.Topics, t) || slices.Contains(f.ContextTopics, t)
	})
	terms = slices.DeleteFunc(slices.Clone(terms), func(t term) bool { _, ok := slices.BinarySearch(f.Terms, t.stem); return ok })
	return topics, terms
}

// detailFocus is what a detail must speak of. "Support" says little beside
// other words: "does it support MongoDB?".
func (c *composer) detailFocus() ([]*corpus.Topic, []term) {
	topics := c.u.Topics
	if len(topics)+len(c.u.Terms) > 1 {
		topics = slices.DeleteFunc(slices.Clone(topics), func(t *corpus.Topic) bool { return t.ID == "support" || t.ID == "web" || t.ID == "popularity" })
	}
	return topics, c.u.Terms
}

// minCoverage is the share of a question's weight that a statement must speak
// of to count as an answer.
const minCoverage = 0.5

// declineOn declines a question on one technology.
func (c *composer) declineOn(t *corpus.Technology, attrs []*corpus.Attribute) error {
	c.decline(c.missingOf(t, attrs))
	return nil
}

// confirms answers whether a company or person has to do with the technology:
// "does Pfizer use Laravel?". It reports whether an article says so.
func (c *composer) confirms(t *corpus.Technology) bool {
	for _, v := range c.u.Values {
		for _, f := range v.facts {
			if !slices.Contains(f.Subjects, t) || !c.allowed(f) || f.Attribute == nil {
				continue
			}
			facts := []*corpus.Fact{f}
			for _, o := range c.stated(t, f.Attribute) {
				if o != f {
					facts = append(facts, o)
				}
			}
			c.quote(groupOf(t, f.Attribute), facts, namesShown)
			return true
		}
	}
	return false
}

// ownAnswer returns what an article answers to a question about just this
// technology: "should I go serverless?".
func (c *composer) ownAnswer(t *corpus.Technology) []*corpus.Fact {
	var out []*corpus.Fact
	for _, f := range c.evidence.about[t.Index] {
		if f.Form != corpus.Answer || !c.allowed(f) || len(out) > 0 && f.Section != out[0].Section {
			continue
		}
		named := specific(slices.Clone(f.Section.Names))
		if len(named) == 1 && named[0] == t {
			out = append(out, f)
		}
	}
	return out
}

func specific(techs []*corpus.Technology) []*corpus.Technology {
	return slices.DeleteFunc(techs, func(t *corpus.Technology) bool { return t.Generic })
}

// uncovered returns the question's topics that neither an asked attribute nor
// an excerpt speaks of. Topics that accompany many questions are left out.
func (c *composer) uncovered(attrs []*corpus.Attribute) []*corpus.Topic {
	return slices.DeleteFunc(slices.Clone(c.u.Topics), func(t *corpus.Topic) bool {
		if t.ID == "support" || t.ID == "web" || t.ID == "popularity" || slices.ContainsFunc(attrs, func(a *corpus.Attribute) bool { return a.Topic == t.ID || a.List && a.ID != "features" }) {
			return true
		}
		for f := range c.shown {
			if slices.Contains(f.Topics, t) {
				return true
			}
		}
		return false
	})
}
