package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"backendbot/corpus"
)

// A composer builds one answer. Each kind has its own file with a method of
// that name; what they share is here.
type composer struct {
	*Engine
	ctx   context.Context
	u     *Understanding
	ans   *Answer
	why   bool
	trace []Evidence

	shown    map[*corpus.Fact]bool
	passages map[passage]int      // citation numbers
	strict   bool                 // ordinary words count where no technology anchors the question
	gaps     []string             // what the articles do not say, for the note
	leftOut  []*corpus.Technology // asked about, but past the most that one table holds
}

// A passage is what one citation covers: the part of an article between two
// headings.
type passage struct{ section *corpus.Section }

// compose fills the answer for the kind that was understood.
func (c *composer) compose() error {
	c.shown = map[*corpus.Fact]bool{}
	c.passages = map[passage]int{}
	c.ans.Kind = c.u.Kind
	c.ans.Confidence = Strong
	if c.u.Kind != KindNone && c.u.Kind != KindHelp && c.articleQuestion() {
		c.ans.Kind = KindLookup
		return nil
	}
	switch c.u.Kind {
	case KindHelp:
		c.help()
		return nil
	case KindNone:
		c.refuse()
		return nil
	case KindCompare:
		return c.compare()
	case KindRecommend:
		return c.recommend()
	case KindList:
		return c.list()
	case KindProfile:
		return c.profile()
	case KindDisagreement:
		return c.disagreement()
	case KindLookup:
		return c.lookup()
	}
	return c.concept()
}

// cite returns the number of the citation for the passage a fact stands in.
func (c *composer) cite(f *corpus.Fact) int {
	return c.citeSection(f.Article, f.Section)
}

func (c *composer) citeSection(a *corpus.Article, s *corpus.Section) int {
	p := passage{s}
	if n := c.passages[p]; n > 0 {
		return n
	}
	start, end := s.Heading.Start, s.Body.End
	if end < s.Heading.End {
		end = s.Heading.End
	}
	n := len(c.ans.Citations) + 1
	c.passages[p] = n
	c.ans.Citations = append(c.ans.Citations, Citation{
		N: n, Article: a.ID, Title: a.Title, Publisher: a.Publisher, Author: a.Author, Published: a.Published, URL: a.URL,
		Section: strings.Join(s.Path(), " › "), Start: start, End: end,
	})
	return n
}

// citeTree cites a section with all that stands under it, as a list of its
// subsections needs.
func (c *composer) citeTree(a *corpus.Article, s *corpus.Section) int {
	n := c.citeSection(a, s)
	last := s
	for len(last.Children) > 0 {
		last = last.Children[len(last.Children)-1]
	}
	cit := &c.ans.Citations[n-1]
	cit.End = max(cit.End, last.Heading.End, last.Body.End)
	return n
}

// excerpt quotes a fact.
func (c *composer) excerpt(f *corpus.Fact, group string) Excerpt {
	c.shown[f] = true
	if c.why {
		c.trace = append(c.trace, evidenceOf(f))
	}
	return Excerpt{Text: f.Text, Citation: c.cite(f), Article: f.Article.ID, Start: f.Start, End: f.End, Group: group}
}

// quote adds facts to the answer under a group, at most limit of them; limit 0
// means all.
func (c *composer) quote(group string, facts []*corpus.Fact, limit int) {
	facts = oneEach(facts)
	more := 0
	if limit > 0 && len(facts) > limit {
		more = len(facts) - limit
		facts = facts[:limit]
	}
	for i, f := range facts {
		x := c.excerpt(f, group)
		if i == len(facts)-1 {
			x.More = more
		}
		c.ans.Excerpts = append(c.ans.Excerpts, x)
	}
}

// technologies sets what the answer is about.
func (c *composer) technologies(techs []*corpus.Technology) { c.ans.Technologies = names(techs) }

// gap notes something that was asked and that the articles do not say.
func (c *composer) gap(what string) { c.gaps = appendNew(c.gaps, what) }

// attributeFacts returns what answers one attribute of one technology: the
// stated values, else statements on the attribute's topic, most fitting first.
func (c *composer) attributeFacts(t *corpus.Technology, attr *corpus.Attribute) []*corpus.Fact {
	facts := c.stated(t, attr)
	topics, terms := c.narrowing(attr)
	switch {
	case len(facts) > 0 && attr.List:
		if slices.ContainsFunc(facts, func(f *corpus.Fact) bool { return f.Form == corpus.Entry }) {
			facts = slices.DeleteFunc(facts, func(f *corpus.Fact) bool { return f.Form == corpus.Sentence }) // what introduces a list
		}
		return c.narrowed(facts, topics, terms)
	case len(facts) > 0:
		slices.SortStableFunc(facts, func(a, b *corpus.Fact) int { return int(a.Form) - int(b.Form) })
		if attr.Topic == "" || c.u.cue("rating") {
			return distinctValues(facts)
		}
	case attr.Topic == "" || c.u.cue("rating"):
		return nil
	}
	topic := c.lexicon.Topic(attr.Topic)
	for i, s := range c.speaksOf(t, append([]*corpus.Topic{topic}, topics...), terms) {
		if i >= 12 {
			break
		}
		if slices.Contains(s.Topics, topic) || slices.Contains(s.ContextTopics, topic) && s.Form == corpus.Answer {
			facts = append(facts, s.Fact)
		}
	}
	return oneEach(facts)
}

// narrowing returns the topics and terms of the question that narrow an
// attribute, without those that only repeat it.
func (c *composer) narrowing(attr *corpus.Attribute) ([]*corpus.Topic, []term) {
	topics := slices.DeleteFunc(slices.Clone(c.u.Topics), func(t *corpus.Topic) bool {
		return t.ID == attr.Topic || slices.ContainsFunc(c.u.Attributes, func(a *corpus.Attribute) bool { return a.Topic == t.ID })
	})
	return topics, c.u.Terms
}

// narrowed puts those facts first that speak of the topics and terms, and lets
// the articles take turns otherwise.
func (c *composer) narrowed(facts []*corpus.Fact, topics []*corpus.Topic, terms []term) []*corpus.Fact {
	facts = roundRobin(oneEach(facts))
	if len(topics)+len(terms) == 0 {
		return facts
	}
	slices.SortStableFunc(facts, func(a, b *corpus.Fact) int {
		x, y := c.overlap(a, topics, terms), c.overlap(b, topics, terms)
		return cmp.Compare(y, x)
	})
	return facts
}

// distinctValues keeps one fact of every distinct value, the most directly
// stated one; a value that another one contains is not kept.
func distinctValues(facts []*corpus.Fact) []*corpus.Fact {
	var out []*corpus.Fact
	for _, f := range facts {
		key := valueKey(f.Text)
		if !slices.ContainsFunc(out, func(o *corpus.Fact) bool {
			k := valueKey(o.Text)
			return strings.Contains(k, key) || strings.Contains(k, valueKey(expansions[key])) && expansions[key] != ""
		}) {
			out = append(out, f)
		}
	}
	return out
}

// expansions are long forms of values; both forms are one value.
var expansions = map[string]string{"model view controller": "MVC", "model template views": "MTV"}

func valueKey(s string) string {
	var b strings.Builder
	for i, w := range corpus.Words(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Fold)
	}
	return b.String()
}
