package answer

import (
	"cmp"
	"math"
	"slices"

	"backendbot/corpus"
)

// A contender gathers what speaks for and against one technology.
type contender struct {
	tech     *corpus.Technology
	score    float64
	covered  float64
	reasons  []scored
	cautions []scored
	articles []*corpus.Article
}

// need is one thing that a recommendation must match, with the weight of a
// match.
type need struct {
	topic  *corpus.Topic
	term   term
	weight float64
}

// needs lists what the question wants, and what all of it weighs.
func (c *composer) needs() ([]need, float64) {
	var needs []need
	total := 0.0
	topics := slices.Clone(c.u.Topics)
	for _, a := range c.u.Attributes {
		if a.Topic != "" {
			topics = appendNew(topics, c.lexicon.Topic(a.Topic))
		}
	}
	for _, t := range topics {
		w := c.vocab.topics[t.Index]
		if !t.Need {
			w *= 0.4
		}
		total += w
		needs = append(needs, need{topic: t, weight: w})
		for _, b := range t.Broader {
			if bt := c.lexicon.Topic(b); !slices.Contains(topics, bt) {
				needs = append(needs, need{topic: bt, weight: w * broaderWeight})
			}
		}
	}
	for _, t := range c.u.Terms {
		if _, ok := c.vocab.weights[t.stem]; !ok {
			continue // no article uses the word: it is reported as not used
		}
		w := c.vocab.weight(t.stem) * 0.5
		if c.lexicon.English(t.fold) {
			w *= 0.4 // more often the story than the need
		}
		if t.aside {
			w *= 0.5
		}
		total += w
		needs = append(needs, need{term: t, weight: w})
	}
	return needs, total
}

// contenders scores every technology that the constraints allow, best first.
func (c *composer) contenders(needs []need) []*contender {
	by := map[*corpus.Technology]*contender{}
	// best[tech][need][article] is the best match so far
	type slot struct {
		tech *corpus.Technology
		need int
		art  *corpus.Article
	}
	best := map[slot]float64{}
	seen := map[*corpus.Fact]bool{}
	consider := func(f *corpus.Fact) {
		if seen[f] || !c.allowed(f) {
			return
		}
		seen[f] = true
		weight := fitness(f)
		if weight == 0 {
			return
		}
		if len(f.Subjects) > 1 && f.Form != corpus.Answer && f.Attribute != nil && f.Attribute.ID != "prefer" && !slices.Contains(f.Names, f.Subjects[0]) {
			weight *= 0.55 // a section on several technologies does not say which
		}
		if c.evidence.has(f, joins) && slices.ContainsFunc(c.u.Beside, func(t *corpus.Technology) bool { return slices.Contains(f.Names, t) }) {
			weight *= 3 // it speaks of what the choice must go with
		}
		subjects := f.Subjects
		if f.Attribute != nil && f.Attribute.ID == "compatible" {
			subjects = f.Names // what is compatible with the concept is meant
		}
		for _, t := range subjects {
			if !c.eligible(t) {
				continue
			}
			got := 0.0
			for i, n := range needs {
				m := c.meets(f, n)
				if m == 0 {
					continue
				}
				got += m * n.weight
				if c.evidence.polarity(f) > 0 {
					s := slot{t, i, f.Article}
					best[s] = max(best[s], m*weight)
				}
			}
			if got == 0 {
				continue
			}
			ct := by[t]
			if ct == nil {
				ct = &contender{tech: t}
				by[t] = ct
			}
			if c.evidence.polarity(f) > 0 {
				ct.reasons = append(ct.reasons, scored{f, got * weight, 0})
			} else {
				ct.cautions = append(ct.cautions, scored{f, got, 0})
			}
		}
	}
	for _, n := range needs {
		if n.topic != nil {
			for _, f := range c.evidence.byTopic[n.topic.Index] {
				consider(f)
			}
		}
	}
	for _, t := range c.lexicon.Technologies {
		if t.Kind == "concept" && !t.Generic {
			for _, f := range c.stated(t, c.lexicon.Attribute("compatible")) {
				consider(f)
			}
		}
	}
	for _, n := range needs {
		if n.topic == nil {
			for _, f := range c.evidence.byTerm[n.term.stem] {
				consider(f)
			}
		}
	}
	var list []*contender
	for _, t := range c.lexicon.Technologies {
		ct := by[t]
		if ct == nil || len(ct.reasons) == 0 {
			continue
		}
		for i, n := range needs {
			var got []float64
			for _, a := range c.corpus.Articles {
				if b := best[slot{t, i, a}]; b > 0 {
					got = append(got, b)
				}
			}
			slices.SortFunc(got, func(a, b float64) int { return cmp.Compare(b, a) })
			sum := 0.0
			for k, g := range got {
				sum += g / math.Pow(float64(1+k), 1.3)
			}
			if sum > 0 {
				ct.score += n.weight * sum
				ct.covered += n.weight
			}
		}
		for _, s := range ct.cautions {
			ct.score -= 0.25 * s.score / math.Sqrt(float64(len(ct.cautions)))
		}
		ct.score *= c.suits(t)
		sortScored(ct.reasons)
		sortScored(ct.cautions)
		for _, s := range ct.reasons {
			ct.articles = appendNew(ct.articles, s.Article)
		}
		list = append(list, ct)
	}
	// Meeting several needs counts for more than meeting one of them often.
	most := 0.0
	for _, ct := range list {
		most = max(most, ct.covered)
	}
	for _, ct := range list {
		ct.score *= math.Pow(ct.covered/most, 2)
	}
	if beside := slices.DeleteFunc(slices.Clone(list), func(ct *contender) bool { return !c.besides(ct) }); len(beside) > 0 {
		list = beside // an article says what goes with it
	}
	slices.SortStableFunc(list, func(a, b *contender) int { return cmp.Compare(b.score, a.score) })
	for i, ct := range list {
		if i >= maxRecommended || ct.score < nearBest*list[0].score || ct.score <= 0 {
			return list[:i]
		}
	}
	return list
}

// besides reports whether a reason for the contender names what the choice
// must go with.
func (c *composer) besides(ct *contender) bool {
	return slices.ContainsFunc(ct.reasons, func(s scored) bool {
		return c.evidence.has(s.Fact, joins) && slices.ContainsFunc(c.u.Beside, func(t *corpus.Technology) bool { return slices.Contains(s.Names, t) })
	})
}

// fitness is how much a fact of its sort says about what a technology fits.
func fitness(f *corpus.Fact) float64 {
	switch f.Form {
	case corpus.Passing, corpus.Heading:
		return 0
	case corpus.Answer:
		return 1.3
	}
	if f.Attribute == nil {
		return 0.75
	}
	switch f.Attribute.ID {
	case "prefer":
		return 1.4
	case "uses":
		return 1.2
	case "pros":
		return 0.7
	case "cons":
		return 1
	case "compatible":
		return 1.1
	case "features", "description", "examples":
		return 0.5
	case "companies", "language", "released", "developer", "owner", "architecture":
		return 0
	}
	return 0.6
}

// meets returns how well a fact matches one need, 0 to 1.
func (c *composer) meets(f *corpus.Fact, n need) float64 {
	if n.topic == nil {
		if _, ok := slices.BinarySearch(f.Terms, n.term.stem); ok {
			return 1
		}
		return 0
	}
	switch {
	case f.Attribute != nil && f.Attribute.ID == "compatible":
		if len(f.Subjects) > 0 && c.topicNamed(f.Subjects[0]) == n.topic {
			return 1
		}
		return 0
	case slices.Contains(f.Topics, n.topic):
		return 1
	case slices.Contains(f.ContextTopics, n.topic):
		return 0.9
	}
	return 0
}
