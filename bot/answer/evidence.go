package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

// evidence finds facts by what they are about. It is built once and read-only.
type evidence struct {
	corpus *corpus.Corpus
	// about and naming hold, by technology, the facts whose subject it is and
	// those that only name it.
	about, naming [][]*corpus.Fact
	byTopic       [][]*corpus.Fact
	byTerm        map[string][]*corpus.Fact
	topicOf       []*corpus.Topic // by technology: the need that bears its name
	bySection     map[*corpus.Section][]*corpus.Fact
	values        map[string]*value
	maxValue      int
	sorts         []wordSort // by fact id
	byline        map[string][]*corpus.Article
}

func newEvidence(c *corpus.Corpus) *evidence {
	ev := &evidence{
		corpus: c,
		about:  make([][]*corpus.Fact, len(c.Lexicon.Technologies)),
		naming: make([][]*corpus.Fact, len(c.Lexicon.Technologies)),
		values: map[string]*value{}, byTopic: make([][]*corpus.Fact, len(c.Lexicon.Topics)),
		byline: map[string][]*corpus.Article{}, bySection: map[*corpus.Section][]*corpus.Fact{},
	}
	for _, f := range c.Facts {
		ev.bySection[f.Section] = append(ev.bySection[f.Section], f)
		for _, t := range f.Subjects {
			ev.about[t.Index] = append(ev.about[t.Index], f)
		}
		for _, t := range f.Names {
			if !slices.Contains(f.Subjects, t) {
				ev.naming[t.Index] = append(ev.naming[t.Index], f)
			}
		}
		for _, t := range f.Topics {
			ev.byTopic[t.Index] = append(ev.byTopic[t.Index], f)
		}
		for _, t := range f.ContextTopics {
			ev.byTopic[t.Index] = append(ev.byTopic[t.Index], f)
		}
		if f.Attribute != nil {
			switch f.Attribute.ID {
			case "companies":
				ev.addValue(f.Text, f, false)
			case "developer", "owner":
				for _, name := range properNames(f.Text) {
					ev.addValue(name, f, true)
				}
			}
		}
	}
	ev.byTerm = map[string][]*corpus.Fact{}
	for _, f := range c.Facts {
		for _, t := range f.Terms {
			ev.byTerm[t] = append(ev.byTerm[t], f)
		}
	}
	ev.topicOf = make([]*corpus.Topic, len(c.Lexicon.Technologies))
	for i, t := range c.Lexicon.Technologies {
		if len(ev.about[i])+len(ev.naming[i]) == 0 {
			continue
		}
		ws := corpus.Words(t.Name)
		for _, m := range c.Lexicon.Phrases(ws) {
			if m.Topic != nil && m.Topic.Need && m.First == 0 && m.Last == len(ws) {
				ev.topicOf[i] = m.Topic
				break
			}
		}
	}
	ev.sorts = sortWords(c.Facts)
	common := map[string]int{}
	for _, a := range c.Articles {
		for _, w := range bylineWords(a) {
			common[w]++
		}
	}
	for _, a := range c.Articles {
		for _, w := range bylineWords(a) {
			if common[w] == 1 && !c.Lexicon.Filler(w) && !c.Lexicon.Known(w) && len(w) > 3 && w != "software" {
				ev.byline[w] = append(ev.byline[w], a)
			}
		}
	}
	return ev
}

// mentions reports whether any article mentions the technology.
func (ev *evidence) mentions(t *corpus.Technology) bool {
	return len(ev.about[t.Index])+len(ev.naming[t.Index]) > 0
}

// described reports whether an article says something of just this technology,
// rather than naming it in passing.
func (ev *evidence) described(t *corpus.Technology) bool {
	return slices.ContainsFunc(ev.about[t.Index], func(f *corpus.Fact) bool {
		return len(f.Subjects) == 1 && (f.Attribute != nil || f.Form == corpus.Sentence)
	})
}

// stated returns the facts that put a value of the attribute on the
// technology, in corpus order.
func (c *composer) stated(t *corpus.Technology, attr *corpus.Attribute) []*corpus.Fact {
	var facts []*corpus.Fact
	for _, f := range c.evidence.about[t.Index] {
		if f.Attribute == attr && c.allowed(f) {
			facts = append(facts, f)
		}
	}
	return facts
}

// allowed reports whether the question lets the fact's article be used.
func (c *composer) allowed(f *corpus.Fact) bool {
	return len(c.u.Articles) == 0 || slices.Contains(c.u.Articles, f.Article)
}

const (
	against   wordSort = 1 << iota // turns a statement into a reservation
	causal                         // gives a reason
	contrasts                      // sets things apart
	joins                          // speaks of things used together
)

// oneEach keeps the first fact of every distinct text.
func oneEach(facts []*corpus.Fact) []*corpus.Fact {
	seen := map[string]bool{}
	var out []*corpus.Fact
	for _, f := range facts {
		key := strings.ToLower(f.Text)
		if !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}

// roundRobin reorders facts so that every article has its say early: the first
// of each article, then the second of each, and so on. The article with most
// to say begins.
func roundRobin(facts []*corpus.Fact) []*corpus.Fact {
	order, by := byArticle(facts)
	slices.SortStableFunc(order, func(a, b *corpus.Article) int { return len(by[b]) - len(by[a]) })
	return deal(order, by, len(facts))
}

// roundRobinStable does the same with the articles in the order in which they
// first appear.
func roundRobinStable(facts []*corpus.Fact) []*corpus.Fact {
	order, by := byArticle(facts)
	return deal(order, by, len(facts))
}

func byArticle(facts []*corpus.Fact) ([]*corpus.Article, map[*corpus.Article][]*corpus.Fact) {
	var order []*corpus.Article
	by := map[*corpus.Article][]*corpus.Fact{}
	for _, f := range facts {
		order = appendNew(order, f.Article)
		by[f.Article] = append(by[f.Article], f)
	}
	return order, by
}

func deal(order []*corpus.Article, by map[*corpus.Article][]*corpus.Fact, n int) []*corpus.Fact {
	out := make([]*corpus.Fact, 0, n)
	for len(out) < n {
		for _, a := range order {
			if len(by[a]) > 0 {
				out = append(out, by[a][0])
				by[a] = by[a][1:]
			}
		}
	}
	return out
}

// languagesOf returns the languages and runtimes that facts give for a
// technology, and in turn those of its runtime.
func (ev *evidence) languagesOf(t *corpus.Technology) []*corpus.Technology {
	var out []*corpus.Technology
	language := ev.corpus.Lexicon.Attribute("language")
	var add func(t *corpus.Technology, depth int)
	add = func(t *corpus.Technology, depth int) {
		for _, f := range ev.about[t.Index] {
			if f.Attribute != language {
				continue
			}
			for _, l := range f.Names {
				if l != t && !slices.Contains(out, l) {
					out = append(out, l)
					if depth < 2 {
						add(l, depth+1)
					}
				}
			}
		}
	}
	add(t, 0)
	return out
}
