package answer

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

// An Entry of a list names a technology and what says that it belongs there.
type Entry struct {
	Technology string  `json:"technology"`
	Evidence   Excerpt `json:"evidence"`
}

const maxEntries = 12

// list names every technology for which a fact says what was asked.
func (c *composer) list() error {
	switch {
	case len(c.u.Technologies) == 1 && !c.u.Technologies[0].Generic:
		t := c.u.Technologies[0]
		attr := c.lexicon.Attribute("compatible")
		for _, f := range c.stated(t, attr) {
			for _, named := range f.Names {
				c.ans.Entries = append(c.ans.Entries, Entry{named.Name, c.excerpt(f, groupOf(t, attr))})
				c.ans.Technologies = appendNew(c.ans.Technologies, named.Name)
			}
		}
	case len(c.u.Values) > 0:
		for _, v := range c.u.Values {
			c.entries(v.text, c.valueFacts(v), false)
		}
	case c.u.After+c.u.Before > 0:
		c.entries(c.yearsLabel(), c.byYears(), true)
	case c.u.Stars > 0:
		attr := c.lexicon.Attribute("popularity")
		label := strconv.Itoa(c.u.Stars) + " of 5 stars for popularity"
		if c.u.negated {
			label = "Not " + label
		}
		c.entries(label, c.cellsWhere(attr, func(f *corpus.Fact) bool { return (strings.Count(f.Text, "★") == c.u.Stars) != c.u.negated }), c.u.negated)
	case c.u.Rating != "" && c.ratedAttribute() != nil:
		attr := c.ratedAttribute()
		c.entries(attr.Label+": "+capitalize(c.u.Rating), c.cellsWhere(attr, func(f *corpus.Fact) bool { return strings.EqualFold(f.Text, c.u.Rating) }), false)
	case len(c.u.Only)+len(c.u.Not) == 0 && c.faqFirst():
		return nil
	case len(c.u.Topics)+len(c.u.Terms) > 0 && !(len(c.u.Topics) == 0 && (len(c.u.Only) > 0 || len(c.u.Articles) > 0)):
		c.listTopics()
	case len(c.u.Only) > 0:
		c.entries("Written in "+joinList(names(c.u.Only), "or"), c.builtWith(), false)
	case len(c.u.Articles) > 0 || c.u.Class != "" && c.u.cue("list-all"):
		c.entries(c.coveredLabel(), c.covered(), false)
	}
	if len(c.ans.Entries) == 0 {
		if len(c.u.Values) == 0 {
			return c.concept()
		}
		c.decline(c.missingOf(nil, nil))
	}
	return nil
}

// entries adds facts as list entries, one for each technology; show keeps the
// fact's own words in view.
func (c *composer) entries(group string, facts []*corpus.Fact, show bool) {
	var seen []*corpus.Technology
	for _, f := range facts {
		for _, t := range f.Subjects {
			if t.Generic || slices.Contains(seen, t) || len(seen) >= maxEntries {
				continue
			}
			seen = append(seen, t)
			x := c.excerpt(f, group)
			c.ans.Entries = append(c.ans.Entries, Entry{t.Name, x})
			if !slices.Contains(c.ans.Technologies, t.Name) {
				c.ans.Technologies = append(c.ans.Technologies, t.Name)
			}
		}
	}
	if show {
		c.ans.showEvidence = true
	}
}

// valueFacts returns the facts that name a company, person or organization,
// for the attributes asked about if any are.
func (c *composer) valueFacts(v *value) []*corpus.Fact {
	var asked []*corpus.Fact
	for _, f := range v.facts {
		if c.allowed(f) && slices.Contains(c.u.Attributes, f.Attribute) {
			asked = append(asked, f)
		}
	}
	if len(asked) > 0 {
		return asked
	}
	return slices.DeleteFunc(slices.Clone(v.facts), func(f *corpus.Fact) bool { return !c.allowed(f) })
}

func (c *composer) cellsWhere(attr *corpus.Attribute, ok func(*corpus.Fact) bool) []*corpus.Fact {
	var facts []*corpus.Fact
	for _, f := range c.corpus.Facts {
		if f.Attribute == attr && f.Form == corpus.Cell && c.allowed(f) && ok(f) {
			facts = append(facts, f)
		}
	}
	return facts
}

// ratedAttribute is the attribute that a rating is asked of.
func (c *composer) ratedAttribute() *corpus.Attribute {
	for _, a := range c.u.Attributes {
		if a.Topic != "" {
			return a
		}
	}
	for _, t := range c.u.Topics {
		if a := c.lexicon.Attribute(t.ID); a != nil {
			return a
		}
	}
	return nil
}

// byYears returns the release years in the range asked for, earliest first.
func (c *composer) byYears() []*corpus.Fact {
	released := c.lexicon.Attribute("released")
	var facts []*corpus.Fact
	for _, f := range c.corpus.Facts {
		if f.Attribute != released || !c.allowed(f) {
			continue
		}
		year, err := strconv.Atoi(f.Text)
		if err != nil || c.u.After > 0 && year <= c.u.After || c.u.Before > 0 && year >= c.u.Before {
			continue
		}
		if len(f.Subjects) > 0 && c.eligible(f.Subjects[0]) {
			facts = append(facts, f)
		}
	}
	slices.SortStableFunc(facts, func(a, b *corpus.Fact) int { return strings.Compare(a.Text, b.Text) })
	return facts
}

func (c *composer) yearsLabel() string {
	switch after, before := c.u.After, c.u.Before; {
	case after > 0 && before == after+2:
		return "First released in " + strconv.Itoa(after+1)
	case after > 0 && before > 0:
		return "First released from " + strconv.Itoa(after+1) + " to " + strconv.Itoa(before-1)
	case after > 0:
		return "First released after " + strconv.Itoa(after)
	default:
		return "First released before " + strconv.Itoa(before)
	}
}

// builtWith returns the language facts of what is built with the languages
// that the question is limited to.
func (c *composer) builtWith() []*corpus.Fact {
	language := c.lexicon.Attribute("language")
	var facts []*corpus.Fact
	for _, t := range c.lexicon.Technologies {
		if !c.eligible(t) || t.Kind != "framework" && t.Kind != "runtime" {
			continue
		}
		var own *corpus.Fact
		for _, f := range c.evidence.about[t.Index] {
			if f.Attribute != language || !c.allowed(f) {
				continue
			}
			direct := slices.ContainsFunc(f.Names, func(l *corpus.Technology) bool { return slices.Contains(c.u.Only, l) })
			if own == nil || direct && f.Form < own.Form {
				own = f
			}
		}
		if own != nil {
			facts = append(facts, own)
		}
	}
	return facts
}

// covered returns, for every technology of the class that has a section of its
// own in the articles asked about, the sentence that describes it.
func (c *composer) covered() []*corpus.Fact {
	var facts []*corpus.Fact
	for _, t := range c.lexicon.Technologies {
		if t.Generic || c.u.Class != "" && t.Kind != c.u.Class || !c.eligible(t) {
			continue
		}
		for _, f := range c.evidence.about[t.Index] {
			if c.allowed(f) && f.Form != corpus.Passing && len(f.Subjects) == 1 && f.Subjects[0] == t && c.ownSection(f.Section, t) {
				facts = append(facts, f)
				break
			}
		}
	}
	return facts
}

// ownSection reports whether a section or one above it is headed by the
// technology.
func (c *composer) ownSection(s *corpus.Section, t *corpus.Technology) bool {
	for ; s != nil; s = s.Parent {
		if len(s.Names) > 0 && s.Names[0] == t {
			return true
		}
	}
	return false
}

func (c *composer) coveredLabel() string {
	what := "Covered"
	switch c.u.Class {
	case "framework":
		what = "Frameworks covered"
	case "language":
		what = "Languages covered"
	case "database":
		what = "Databases covered"
	}
	return what
}

// listTopics lists the technologies that facts name for each topic: those of
// which they complain if the question does.
func (c *composer) listTopics() {
	negative := c.u.asks("cons") || slices.ContainsFunc(c.u.words, func(w corpus.Word) bool { return complaining[w.Fold] })
	topics := slices.DeleteFunc(slices.Clone(c.u.Topics), func(t *corpus.Topic) bool {
		return len(c.u.Topics) > 1 && (t.ID == "popularity" || t.ID == "web")
	})
	find := func(topics []*corpus.Topic, terms []term) []*corpus.Fact {
		var list []scored
		for _, f := range c.corpus.Facts {
			if len(f.Subjects) == 0 || !c.allowed(f) || fitness(f) == 0 && !(f.Attribute != nil && f.Attribute.ID == "architecture") {
				continue
			}
			got := c.overlap(f, topics, terms)
			if got == 0 || got < 0.6*(got+c.left(f, topics, terms)) || negative != (c.evidence.polarity(f) < 0) {
				continue
			}
			if !slices.ContainsFunc(f.Subjects, c.eligible) {
				continue
			}
			list = append(list, scored{f, got*(1+float64(directness(f))) + 0.1*fitness(f), 0})
		}
		sortScored(list)
		var facts []*corpus.Fact
		for _, s := range list {
			facts = append(facts, s.Fact)
		}
		return facts
	}
	if facts := find(topics, c.u.Terms); len(facts) > 0 && (len(topics) <= 1 || distinctSubjects(facts) >= 3) {
		c.entries(c.topicsLabel(topics), facts, true)
		return
	}
	for _, t := range topics {
		c.entries(capitalize(t.Label), find([]*corpus.Topic{t}, nil), true)
	}
	if len(topics) == 0 && len(c.u.Only) > 0 {
		c.entries("Written in "+joinList(names(c.u.Only), "or"), c.builtWith(), false)
	}
}

func distinctSubjects(facts []*corpus.Fact) int {
	var seen []*corpus.Technology
	for _, f := range facts {
		for _, t := range f.Subjects {
			seen = appendNew(seen, t)
		}
	}
	return len(seen)
}

// complaining words ask for what the articles hold against a technology.
var complaining = set("steep", "steeper", "hard", "difficult", "slow", "slower", "slowest", "poor", "bad", "weak", "limited", "lack", "lacks", "lacking", "avoid", "wary", "complaints", "worst", "heavy", "overhead", "verbose", "immature", "bottleneck", "bottlenecks", "inflexible", "unsuitable", "expensive", "monolithic", "struggle", "struggles", "suffer", "suffers", "criticised", "criticized")

func (c *composer) topicsLabel(topics []*corpus.Topic) string {
	all := labels(topics)
	for _, t := range c.u.Terms {
		all = append(all, t.raw)
	}
	return capitalize(joinList(all, "and"))
}

// faqFirst answers from an article's own question where it asks the same.
func (c *composer) faqFirst() bool {
	if c.u.cue("list-all") {
		return false
	}
	direct, err := c.directAnswer(true)
	if direct && err == nil {
		c.ans.Kind = KindFAQ
	}
	return direct && err == nil
}
