package answer

import (
	"cmp"
	"slices"

	"backendbot/corpus"
)

// A scored is a fact with how well it fits.
type scored struct {
	*corpus.Fact
	score    float64
	coverage float64 // the share of what was asked that it speaks of, by weight
}

// speaksOf returns the facts about the technology (and, at a lower weight,
// those naming it) that speak of the topics and terms, best first.
func (c *composer) speaksOf(t *corpus.Technology, topics []*corpus.Topic, terms []term) []scored {
	var out []scored
	if len(topics)+len(terms) == 0 {
		return nil
	}
	consider := func(facts []*corpus.Fact, base float64) {
		for _, f := range facts {
			weight := base
			if !c.allowed(f) || f.Form == corpus.Passing || f.Form == corpus.Heading {
				continue
			}
			if got := c.overlap(f, topics, terms); got > 0 {
				share := got / (got + c.left(f, topics, terms))
				if c.u.why && c.evidence.has(f, causal) {
					weight *= 1.3
				}
				out = append(out, scored{f, (got*share + 0.1*c.sameWords(f)) * weight * directness(f), share})
			}
		}
	}
	consider(c.evidence.about[t.Index], 1)
	consider(c.evidence.naming[t.Index], 0.8)
	sortScored(out)
	return out
}

func sortScored(list []scored) {
	slices.SortFunc(list, func(a, b scored) int {
		if d := cmp.Compare(b.score, a.score); d != 0 {
			return d
		}
		return a.ID - b.ID
	})
}

// overlap is the weight of those topics and terms that the fact speaks of.
func (c *composer) overlap(f *corpus.Fact, topics []*corpus.Topic, terms []term) float64 {
	got := 0.0
	for _, t := range topics {
		switch {
		case slices.Contains(f.Topics, t):
			got += c.vocab.topics[t.Index]
		case slices.Contains(f.ContextTopics, t):
			got += 0.8 * c.vocab.topics[t.Index]
		}
	}
	for _, t := range terms {
		if _, ok := slices.BinarySearch(f.Terms, t.stem); ok {
			got += c.vocab.weight(t.stem)
		}
	}
	return got
}

// sameWords is the weight of the question's own words that the fact uses: of
// two facts on a topic the one that puts it like the question comes first.
func (c *composer) sameWords(f *corpus.Fact) float64 {
	sum := 0.0
	for _, stem := range c.u.stems {
		if holds(f.Terms, stem) && !stopWords[stem] {
			sum += c.vocab.weight(stem)
		}
	}
	return sum
}

// left is the weight of those topics and terms that the fact does not speak of.
func (c *composer) left(f *corpus.Fact, topics []*corpus.Topic, terms []term) float64 {
	left := 0.0
	for _, t := range topics {
		if !slices.Contains(f.Topics, t) && !slices.Contains(f.ContextTopics, t) {
			left += 0.8 * c.vocab.topics[t.Index]
		}
	}
	for _, t := range terms {
		if _, ok := slices.BinarySearch(f.Terms, t.stem); !ok {
			left += c.vocab.open(t, c.strict)
		}
	}
	return left
}

// unmet is the weight of topics and terms as if nothing spoke of them.
func (c *composer) unmet(topics []*corpus.Topic, terms []term) float64 {
	left := 0.0
	for _, t := range topics {
		left += 0.8 * c.vocab.topics[t.Index]
	}
	for _, t := range terms {
		left += c.vocab.open(t, c.strict)
	}
	return left
}

// directness weighs how directly a form of fact answers.
func directness(f *corpus.Fact) float64 {
	switch f.Form {
	case corpus.Answer:
		return 1.15
	case corpus.Cell, corpus.Labelled:
		return 1.1
	case corpus.Entry:
		return 1.05
	}
	return 1
}
