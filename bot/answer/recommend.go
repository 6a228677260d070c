package answer

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

const (
	maxRecommended = 4
	nearBest       = 0.6 // share of the best score that keeps a technology on the list
	broaderWeight  = 0.45
	minFit         = 0.34 // share of the needs' weight that the best must meet
)

// candidate gathers what speaks for and against one technology.
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
	if slices.ContainsFunc(needs, func(n need) bool { return n.topic == nil }) {
		for _, f := range c.corpus.Facts {
			if slices.ContainsFunc(needs, func(n need) bool { return n.topic == nil && c.meets(f, n) > 0 }) {
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

// shortlist writes the recommendations.
func (c *composer) shortlist(list []*contender) {
	var techs []*corpus.Technology
	for i, ct := range list {
		techs = append(techs, ct.tech)
		rec := Recommendation{Technology: ct.tech.Name, Articles: len(ct.articles), Reasons: []Excerpt{}, Cautions: []Excerpt{}}
		reasons := 2
		if i > 1 {
			reasons = 1
		}
		var from []*corpus.Article
		var texts []string
		for _, pass := range []bool{true, false} { // other articles first
			for _, s := range ct.reasons {
				if len(rec.Reasons) == reasons || s.score < 0.4*ct.reasons[0].score {
					break
				}
				key := strings.ToLower(s.Text)
				if pass && slices.Contains(from, s.Article) || slices.Contains(texts, key) {
					continue
				}
				rec.Reasons = append(rec.Reasons, c.excerpt(s.Fact, ""))
				from = append(from, s.Article)
				texts = append(texts, key)
			}
		}
		if len(ct.cautions) > 0 && i < 2 {
			rec.Cautions = append(rec.Cautions, c.excerpt(ct.cautions[0].Fact, ""))
		}
		c.ans.Recommendations = append(c.ans.Recommendations, rec)
	}
	c.technologies(techs)
	c.ans.Lead = c.shortlistLead(list)
}

// shortlistLead says what was understood and names the list.
func (c *composer) shortlistLead(list []*contender) string {
	var b strings.Builder
	if wants := labels(c.u.Topics); len(wants) > 0 {
		b.WriteString("For " + joinList(wants, "and"))
	} else {
		b.WriteString("Named most often")
	}
	if limits := c.limits(); limits != "" {
		b.WriteString(" (" + limits + ")")
	}
	b.WriteString(": ")
	for i, ct := range list {
		switch {
		case i == 1:
			b.WriteString(", then ")
		case i > 1:
			b.WriteString(", ")
		}
		b.WriteString(ct.tech.Name)
		if i < 2 {
			b.WriteString(" (" + strconv.Itoa(len(ct.articles)) + " of " + strconv.Itoa(len(c.corpus.Articles)) + " articles)")
		}
	}
	return b.String()
}

// limits says which constraints were understood.
func (c *composer) limits() string {
	var parts []string
	if len(c.u.Only) > 0 {
		parts = append(parts, "only "+joinList(names(c.u.Only), "or"))
	}
	if len(c.u.Not) > 0 {
		parts = append(parts, "without "+joinList(names(c.u.Not), "or"))
	}
	if len(c.u.Beside) > 0 {
		parts = append(parts, "beside "+joinList(names(c.u.Beside), "and"))
	}
	return strings.Join(parts, ", ")
}

func joinList(items []string, word string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + word + " " + items[len(items)-1]
}

// ignored notes the words of the question that no recommendation speaks of.
func (c *composer) ignored(needs []need, list []*contender) {
	for _, t := range c.u.Terms {
		used := slices.ContainsFunc(list, func(ct *contender) bool {
			return slices.ContainsFunc(ct.reasons, func(s scored) bool {
				_, ok := slices.BinarySearch(s.Terms, t.stem)
				return ok
			})
		})
		if !used {
			c.u.Ignored = append(c.u.Ignored, t.fold)
		}
	}
}
