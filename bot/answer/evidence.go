package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"backendbot/corpus"
)

// evidence finds facts by what they are about. It is built once and read-only.
type evidence struct {
	corpus *corpus.Corpus
	// about and naming hold, by technology, the facts whose subject it is and
	// those that only name it.
	about, naming [][]*corpus.Fact
	byTopic       [][]*corpus.Fact
	bySection     map[*corpus.Section][]*corpus.Fact
	values        map[string]*value
	maxValue      int
	sorts         []wordSort // by fact id
	byline        map[string][]*corpus.Article
}

// A value is a company, person or organization that facts name.
type value struct {
	text  string
	facts []*corpus.Fact
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

func bylineWords(a *corpus.Article) []string {
	var words []string
	for _, w := range corpus.Words(a.Publisher + " " + a.Author) {
		words = appendNew(words, w.Fold)
	}
	return words
}

// properNames cuts "VMware, originally Pivotal" and "Adrian Holovaty and Simon
// Willison" into names; a person's last name is one too.
func properNames(text string) []string {
	var names []string
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(strings.ReplaceAll(text, " and ", ","), "originally ", ""), func(r rune) bool {
		return r == ',' || r == ';' || r == '(' || r == ')'
	}) {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "the "))
		if part == "" || part[0] < 'A' || part[0] > 'Z' {
			continue
		}
		names = append(names, part)
		if words := strings.Fields(part); len(words) > 1 {
			last := words[len(words)-1]
			if last != "Team" && last != "Foundation" && last != "Projects" && last != "LLC" && last[0] >= 'A' && last[0] <= 'Z' {
				names = append(names, last)
			}
			if last == "Foundation" || last == "Projects" || last == "LLC" {
				names = append(names, words[0])
			}
		}
	}
	return names
}

func (ev *evidence) addValue(text string, f *corpus.Fact, nameMayBeTechnology bool) {
	words := corpus.Words(text)
	if len(words) == 0 || len(words) > 5 {
		return
	}
	var key strings.Builder
	for _, w := range words {
		key.WriteString(w.Fold)
	}
	if nameMayBeTechnology && len(ev.corpus.Lexicon.Names(text, words)) > 0 {
		return
	}
	v := ev.values[key.String()]
	if v == nil {
		v = &value{text: text}
		ev.values[key.String()] = v
	}
	v.facts = appendNew(v.facts, f)
	ev.maxValue = max(ev.maxValue, len(words))
}

// valueAt returns the longest value that starts at word i, and its words.
func (ev *evidence) valueAt(words []corpus.Word, i int) (*value, int) {
	for n := min(ev.maxValue, len(words)-i); n > 0; n-- {
		var key string
		if n == 1 {
			key = words[i].Fold
		} else {
			var b strings.Builder
			for _, w := range words[i : i+n] {
				b.WriteString(w.Fold)
			}
			key = b.String()
		}
		if v := ev.values[key]; v != nil {
			return v, n
		}
	}
	return nil, 0
}

func (ev *evidence) isValue(fold string) bool { return ev.values[fold] != nil }

// mentions reports whether any article mentions the technology.
func (ev *evidence) mentions(t *corpus.Technology) bool {
	return len(ev.about[t.Index])+len(ev.naming[t.Index]) > 0
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

// weigh is what topics and terms weigh together.
func (c *composer) weigh(topics []*corpus.Topic, terms []term) float64 {
	total := 0.0
	for _, t := range topics {
		total += c.vocab.topics[t.Index]
	}
	for _, t := range terms {
		total += c.vocab.weight(t.stem)
	}
	return total
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
			left += c.vocab.open(t)
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
		left += c.vocab.open(t)
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

// polarity is +1 for what speaks for a fact's subject, -1 for what speaks
// against it.
func (ev *evidence) polarity(f *corpus.Fact) int {
	if f.Attribute != nil {
		switch f.Attribute.Polarity {
		case "pro":
			return 1
		case "con":
			return -1
		}
		if f.Attribute.ID == "uses" || f.Attribute.ID == "features" || f.Attribute.ID == "prefer" {
			return 1
		}
		if f.Form == corpus.Cell {
			switch strings.ToLower(f.Text) {
			case "medium", "low", "moderate", "small", "growing", "poor":
				return -1
			}
			return 1
		}
	}
	if f.Form == corpus.Sentence || f.Form == corpus.Answer || f.Form == corpus.Entry {
		if ev.has(f, against) {
			return -1
		}
	}
	return 1
}

// has reports whether the fact's text uses a word of that sort.
func (ev *evidence) has(f *corpus.Fact, sort wordSort) bool {
	return f.ID >= 0 && ev.sorts[f.ID]&sort != 0
}

// A wordSort is a sort of small word that says how a statement is meant.
type wordSort uint8

const (
	against   wordSort = 1 << iota // turns a statement into a reservation
	causal                         // gives a reason
	contrasts                      // sets things apart
	joins                          // speaks of things used together
)

var sortedWords = map[wordSort][]string{
	against:   {"not", "no", "cannot", "lack", "lacks", "lacking", "limited", "unsuitable", "unsuited", "poor", "weaker", "weak", "less", "fewer", "slow", "slower", "overhead", "harder", "hard", "difficult", "criticized", "may", "might", "lag", "only", "heavy", "steep", "steeper", "struggle", "buckled"},
	causal:    {"because", "thanks", "owing", "due", "source", "underneath", "reasons", "since", "makes"},
	contrasts: {"unlike", "than", "whereas", "while", "instead", "compared", "against", "differ", "differs", "rather"},
	joins:     {"beside", "alongside", "together", "mix", "mixed", "combined", "hybrid", "integrates", "next"},
}

// sortWords notes which sorts of words each fact uses.
func sortWords(facts []*corpus.Fact) []wordSort {
	of := map[string]wordSort{}
	for sort, words := range sortedWords {
		for _, w := range words {
			of[w] |= sort
		}
	}
	sorts := make([]wordSort, len(facts))
	for i, f := range facts {
		for _, w := range strings.FieldsFunc(strings.ToLower(f.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			sorts[i] |= of[w]
		}
	}
	return sorts
}

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
// of each article, then the second of each, and so on.
func roundRobin(facts []*corpus.Fact) []*corpus.Fact {
	var order []*corpus.Article
	by := map[*corpus.Article][]*corpus.Fact{}
	for _, f := range facts {
		order = appendNew(order, f.Article)
		by[f.Article] = append(by[f.Article], f)
	}
	slices.SortStableFunc(order, func(a, b *corpus.Article) int { return len(by[b]) - len(by[a]) })
	out := make([]*corpus.Fact, 0, len(facts))
	for len(out) < len(facts) {
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
