package answer

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

// An Understanding is what a question was taken to ask, as plain data.
type Understanding struct {
	Text string // the question without Slack's markup
	Kind string

	Technologies []*corpus.Technology // what it is about, in the order named
	Missing      []*corpus.Technology // named, but no article mentions it
	Only         []*corpus.Technology // the choice is limited to these and what is built with them
	Not          []*corpus.Technology // these and what is built with them are ruled out
	Beside       []*corpus.Technology // what a recommendation must go with or be like

	Attributes []*corpus.Attribute
	Topics     []*corpus.Topic
	NotTopics  []*corpus.Topic // "not a minimal thing"
	Values     []*value        // companies, people and organizations named
	Rating     string          // "high", "medium", "low" … when a rating is asked for
	Stars      int             // 1 to 5 when a number of stars is asked for; else 0
	After      int             // years, exclusive; 0 when not asked
	Before     int
	Articles   []*corpus.Article // the only articles to look in; none means all
	Class      string            // "framework", "language" or "database" when only such are wanted

	Terms   []term   // the content words that no name or phrase explains
	Ignored []string // recommend: content words that helped to find nothing
	Carried []string // what was taken over from the thread, for people

	corrected []string // "larvel → Laravel"
	cues      map[string]bool
	words     []corpus.Word
	length    int      // words of content
	addition  bool     // "add Laravel": technologies join those of the thread
	pointing  bool     // "it", "that", "and …": the thread is meant
	negated   bool     // everything but the number of stars asked for
	notValues []*value // companies and people ruled out
	stems     []string // of all words, for comparing whole questions
	said      []string // the words to search for, corrected, without those that only say how to answer
	plain     []string // stems of the ordinary words, for passages that ask in the same words
	places    []string // places that no article speaks of: figures for elsewhere do not answer
	medium    bool     // a language named as the means: "in TypeScript"
	defined   bool     // "what is X"
	linked    bool     // some names are joined: "Rails or Node"
	why       bool     // asks for reasons
	question  bool     // asks with a question mark or a question word
}

// A term is a content word.
type term struct {
	fold, stem string
	aside      bool // from a sentence that does not ask, or a long question
}

func (u *Understanding) cue(id string) bool { return u.cues[id] }

// asks reports whether the attribute is asked for.
func (u *Understanding) asks(id string) bool {
	return slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return a.ID == id })
}

// empty reports whether nothing of substance was understood.
func (u *Understanding) empty() bool {
	return len(u.Technologies)+len(u.Missing)+len(u.Attributes)+len(u.Topics)+len(u.Values)+len(u.Only)+len(u.Not) == 0
}

// Understand reads a question together with the thread it stands in. It never
// fails: what it cannot read it leaves out.
func (e *Engine) Understand(q Question) *Understanding {
	u := e.read(q.Text)
	if len(q.Thread) > 0 {
		thread := q.Thread
		if len(thread) > maxThread {
			thread = thread[len(thread)-maxThread:]
		}
		var before *Understanding
		for _, text := range thread {
			b := e.read(text)
			if before != nil {
				e.carry(b, before)
			}
			b.Kind = e.kindOf(b)
			before = b
		}
		e.carry(u, before)
	}
	u.Kind = e.kindOf(u)
	return u
}

// shortQuestion is up to how many words all sentences of a question count, not
// only those that ask.
const shortQuestion = 20

// maxThread is how many earlier messages of a thread are looked at.
const maxThread = 20

// reader holds what is known about the words while a question is read.
type reader struct {
	*Engine
	u        *Understanding
	words    []corpus.Word
	names    []corpus.Mention
	guessed  map[int]corpus.Mention // what misspelt found, by word
	phrases  []corpus.Mention
	used     []bool // words that a name or phrase explains
	sentence []int  // sentence of each word
	focus    []bool // sentences whose content counts
	asks     []bool // sentences that ask
}

func (e *Engine) read(text string) *Understanding {
	u := &Understanding{Text: clean(text), cues: map[string]bool{}}
	r := &reader{Engine: e, u: u, words: e.lexicon.Expand(corpus.Words(u.Text))}
	r.sentences()
	r.correct()
	r.findNames()
	r.phrases = e.lexicon.Phrases(r.words)
	r.used = make([]bool, len(r.words))
	r.cues()
	r.constraints()
	r.attributesAndTopics()
	r.values()
	r.numbers()
	r.articles()
	r.class()
	r.terms()
	u.words = r.words
	for i, w := range r.words {
		if !e.lexicon.Filler(w.Fold) && !r.manner(i) {
			u.length++
		}
	}
	u.why = slices.ContainsFunc(r.words, func(w corpus.Word) bool { return w.Fold == "why" })
	return u
}

// sentences numbers the words' sentences and marks those that ask.
func (r *reader) sentences() {
	r.sentence = make([]int, len(r.words))
	n, start := 0, 0
	r.focus = []bool{false}
	for i, w := range r.words {
		if i > 0 {
			between := r.between(i-1, i)
			if strings.ContainsAny(between, ".?!;\n") && strings.ContainsAny(between, " \n") {
				if strings.Contains(between, "?") {
					r.focus[n] = true
				}
				n++
				start = i
				r.focus = append(r.focus, false)
			}
		}
		r.sentence[i] = n
		if asking[w.Fold] && (i == start || r.clauseStarts(i)) {
			r.focus[n] = true
		}
	}
	if len(r.words) > 0 && strings.Contains(r.u.Text[r.words[len(r.words)-1].End:], "?") {
		r.focus[n] = true
	}
	r.u.question = slices.Contains(r.focus, true)
	r.asks = slices.Clone(r.focus)
	if !r.u.question {
		for i := range r.asks {
			r.asks[i] = true
		}
	}
	if !r.u.question || len(r.words) <= shortQuestion {
		for i := range r.focus {
			r.focus[i] = true
		}
	}
}

// between is the text between two neighbouring words.
func (r *reader) between(i, j int) string { return r.u.Text[r.words[i].End:r.words[j].Start] }

var asking = set("what", "whats", "which", "who", "whos", "when", "where", "why", "how", "hows", "is", "are", "does", "do", "can", "could", "should", "would",
	"any", "name", "list", "compare", "tell", "give", "explain", "summarise", "summarize", "show", "recommend", "suggest", "describe", "pros", "cons", "has", "have", "isnt", "arent", "doesnt")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// correct replaces misspelt words by the known ones they most likely mean.
// Names are left to findNames, which knows those of several words.
func (r *reader) correct() {
	for i := 0; i < len(r.words); {
		w := r.words[i]
		if m, ok := r.misspelt(i); ok {
			i = m.Last
			continue
		}
		if m, ok := r.lexicon.NameAt(r.words, i); ok {
			i = m.Last
			continue
		}
		if !r.vocab.known(w.Fold) && !isNumber(w.Fold) && !r.evidence.isValue(w.Fold) {
			if to := r.vocab.speller.Nearest(w.Fold); to != "" {
				r.words[i].Fold, r.words[i].Stem = to, corpus.Stem(to)
				if !r.lexicon.Filler(to) {
					r.u.corrected = append(r.u.corrected, w.Fold+" → "+to)
				}
			}
		}
		i++
	}
}

// misspelt returns the name that the words from i on most likely mean: only
// names that the articles use are guessed at.
func (r *reader) misspelt(i int) (corpus.Mention, bool) {
	if g, ok := r.guessed[i]; ok {
		return g, g.Last > 0
	}
	m, ok := r.guess(i)
	if r.guessed == nil {
		r.guessed = map[int]corpus.Mention{}
	}
	r.guessed[i] = m
	return m, ok
}

func (r *reader) guess(i int) (corpus.Mention, bool) {
	m, ok := r.lexicon.Misspelt(r.words, i, r.vocab.known)
	if !ok || m.Technology != nil && !r.evidence.mentions(m.Technology) {
		return corpus.Mention{}, false
	}
	return m, true
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// findNames finds the technologies and families, misspelt ones too. A name
// that is an ordinary word as well counts with a capital letter, beside
// another name, or after a word that a technology follows.
func (r *reader) findNames() {
	for i := 0; i < len(r.words); {
		m, ok := r.lexicon.NameAt(r.words, i)
		if longer, also := r.misspelt(i); also {
			if m, ok = longer, true; m.Technology != nil {
				r.u.corrected = append(r.u.corrected, r.u.Text[r.words[i].Start:r.words[m.Last-1].End]+" → "+m.Technology.Name)
			}
		}
		if !ok || m.Technology != nil && m.Technology.Ambiguous && !r.meant(i, m) {
			i++
			continue
		}
		r.names = append(r.names, m)
		i = m.Last
	}
}

func (r *reader) meant(i int, m corpus.Mention) bool {
	if m.Last-m.First > 1 || r.words[i].Fold != corpus.Fold(m.Technology.Name) {
		return true // an unmistakable spelling such as "golang"
	}
	raw := r.u.Text[r.words[i].Start:r.words[i].End]
	if i > 0 && r.sentence[i] == r.sentence[i-1] && raw != "" && raw[0] >= 'A' && raw[0] <= 'Z' && !allCapitals(r.u.Text) {
		return true
	}
	near := func(j int) bool {
		if j < 0 || j >= len(r.words) {
			return false
		}
		o, ok := r.lexicon.NameAt(r.words, j)
		return ok && o.Technology != nil && !o.Technology.Generic
	}
	linked := func(j int) bool { return j >= 0 && j < len(r.words) && linking[r.words[j].Fold] }
	if linked(i-1) && (near(i-2) || i > 2 && near(i-3)) || linked(i+1) && near(i+2) {
		return true
	}
	if i > 0 && (r.words[i-1].Fold == "in" || r.words[i-1].Fold == "using" || r.words[i-1].Fold == "learn" || r.words[i-1].Fold == "with") && r.words[i].Fold != "go" {
		return true
	}
	return i > 0 && r.words[i].Fold == "go" && (r.words[i-1].Fold == "in" || r.words[i-1].Fold == "for") &&
		(i+1 == len(r.words) || r.words[i+1].Fold != "to")
}

func allCapitals(s string) bool { return s == strings.ToUpper(s) }

// linking joins names that are asked about together.
var linking = set("or", "vs", "versus", "v", "and", "to", "with", "against", "over", "than", "nor", "from", "n", "y", "oder", "as", "but", "not")

func (r *reader) cues() {
	for _, m := range r.phrases {
		if m.Cue == "" {
			continue
		}
		switch m.Cue {
		case "only", "not":
			continue // constraints looks at these where names stand
		case "task":
			if !r.startsClause(m.First) {
				continue
			}
		case "profile":
			if slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool { return o.Cue == "rating" && o.First <= m.First && m.Last < o.Last }) {
				continue // "overview table"
			}
		case "add":
			if first := m.First; !r.clauseStarts(first) && (first < 2 || !r.clauseStarts(first-1) && !r.clauseStarts(first-2)) && first > 2 {
				continue
			}
		case "about-it":
			r.u.pointing = true
		}
		r.u.cues[m.Cue] = true
	}
	for i, w := range r.words {
		if leaning[w.Fold] && r.clauseStarts(i) {
			r.u.pointing = true
		}
	}
	r.u.addition = r.u.cues["add"]
}

// leaning words at the start of a clause lean on what was said before.
var leaning = set("and", "but", "also", "or", "plus", "ok", "okay", "hmm", "then", "so", "vs", "versus", "compared")

// clauseStarts reports whether word i is the first or stands behind a mark.
func (r *reader) clauseStarts(i int) bool {
	return i == 0 || strings.ContainsAny(r.between(i-1, i), ",;:.!?\n")
}

// startsClause reports whether only polite words stand before word i in its
// sentence.
func (r *reader) startsClause(i int) bool {
	for j := i; j > 0 && !r.clauseStarts(j); j-- {
		if !polite[r.words[j-1].Fold] {
			return false
		}
	}
	return true
}

var polite = set("please", "pls", "plz", "can", "could", "would", "will", "you", "u", "hey", "hi", "hello", "bot", "kindly", "just", "now", "then", "and", "ok", "also", "i", "need", "want", "to", "me", "for", "go", "ahead", "help", "us", "let", "lets", "so", "quickly", "maybe", "yo", "dear", "team", "folks", "all", "there")

// constraints sorts the names: asked about, the only ones allowed, ruled out.
func (r *reader) constraints() {
	type sorted struct {
		corpus.Mention
		role string
	}
	var list []sorted
	for k, m := range r.names {
		for i := m.First; i < m.Last; i++ {
			r.used[i] = true
		}
		if k > 0 && r.joined(r.names[k-1].Last, m.First) {
			between := r.u.Text[r.words[r.names[k-1].Last-1].End:r.words[m.First].Start]
			if r.names[k-1].Last < m.First || strings.ContainsAny(between, "/,&+") || len(r.names) > 2 {
				r.u.linked = true
			}
		}
		if m.Technology != nil && m.First > 0 && (r.words[m.First-1].Fold == "in" || r.words[m.First-1].Fold == "with" || r.words[m.First-1].Fold == "using") {
			r.u.medium = true
		}
		role := ""
		switch {
		case m.Technology != nil && m.Technology.Generic:
		case r.before(m.First, "not") || r.after(m.Last, "not"):
			role = "not"
		case r.before(m.First, "only") || r.after(m.Last, "only"):
			role = "only"
		}
		if role == "" && k > 0 && r.joined(r.names[k-1].Last, m.First) && list[k-1].role != "" {
			role = list[k-1].role
		}
		list = append(list, sorted{m, role})
	}
	for _, s := range list {
		var members []*corpus.Technology
		if s.Family != nil {
			for _, name := range s.Family.Members {
				members = append(members, r.lexicon.Technology(name))
			}
			if s.role == "" {
				s.role = "only"
			}
		} else {
			members = []*corpus.Technology{s.Technology}
		}
		for _, t := range members {
			switch s.role {
			case "not":
				r.u.Not = appendNew(r.u.Not, t)
			case "only":
				r.u.Only = appendNew(r.u.Only, t)
			default:
				if !r.evidence.mentions(t) {
					r.u.Missing = appendNew(r.u.Missing, t)
					continue
				}
				r.u.Technologies = appendNew(r.u.Technologies, t)
			}
		}
	}
}

func appendNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// before reports whether a cue of that id ends at most two small words before
// word i, in the same sentence. A cue inside a longer one of another kind does
// not count: "never" in "never heard of".
func (r *reader) before(i int, cue string) bool {
	for _, m := range r.phrases {
		if m.Cue != cue || m.Last > i || r.sentence[m.Last-1] != r.sentence[i] {
			continue
		}
		if slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool {
			return o.Cue == "profile" && o.First <= m.First && m.Last < o.Last
		}) {
			continue
		}
		ok := i-m.Last <= 2
		for j := m.Last; j < i; j++ {
			ok = ok && r.lexicon.Filler(r.words[j].Fold) && !linking[r.words[j].Fold] && r.clauseSame(j, j+1)
		}
		if ok && r.clauseSame(m.Last-1, m.Last) {
			return true
		}
	}
	return false
}

// clauseSame reports whether no comma or the like stands between two words.
func (r *reader) clauseSame(i, j int) bool {
	if j >= len(r.words) {
		return true
	}
	return !strings.ContainsAny(r.between(i, j), ",;:()")
}

// after reports whether a cue that follows its name ("Python only", "PHP
// devs", "Java is out") starts at word i.
func (r *reader) after(i int, cue string) bool {
	if i >= len(r.words) || i > 0 && r.sentence[i] != r.sentence[i-1] || !r.clauseSame(i-1, i) {
		return false
	}
	return slices.ContainsFunc(r.phrases, func(m corpus.Mention) bool { return m.Cue == cue+"-after" && m.First == i })
}

// joined reports whether only joining words stand between two names.
func (r *reader) joined(from, to int) bool {
	if to-from > 2 {
		return false
	}
	for i := from; i < to; i++ {
		if !linking[r.words[i].Fold] || r.words[i].Fold == "not" || r.words[i].Fold == "but" {
			return false
		}
	}
	return true
}

// attributesAndTopics takes them from the sentences that ask, or from all when
// those hold none.
func (r *reader) attributesAndTopics() {
	take := func(focused bool) {
		for _, m := range r.phrases {
			if m.Attribute == nil && m.Topic == nil || focused != r.asks[r.sentence[m.First]] || r.named(m) || r.insideCue(m) {
				continue
			}
			for i := m.First; i < m.Last; i++ {
				r.used[i] = true
			}
			switch {
			case m.Attribute != nil:
				if focused {
					r.u.Attributes = appendNew(r.u.Attributes, m.Attribute)
				}
			case r.before(m.First, "not") && m.Topic.Need && !m.Topic.Negative && m.Topic.ID != "real-time" && m.Topic.ID != "no-servers":
				r.u.NotTopics = appendNew(r.u.NotTopics, m.Topic)
			default:
				r.u.Topics = appendNew(r.u.Topics, m.Topic)
			}
		}
	}
	take(true)
	// What the other sentences say matters to a recommendation, and where the
	// question itself is only "what do we pick?".
	needs := slices.ContainsFunc(r.u.Topics, func(t *corpus.Topic) bool { return t.Need })
	if r.u.cue("recommend") || len(r.u.Attributes)+len(r.u.Topics) == 0 || !needs && len(r.names) == 0 && len(r.focus) > 1 {
		take(false)
		if len(r.u.Attributes)+len(r.u.Topics) == 0 {
			for _, m := range r.phrases {
				if m.Attribute != nil && !r.named(m) {
					r.u.Attributes = appendNew(r.u.Attributes, m.Attribute)
				}
			}
		}
	}
	for _, m := range r.phrases {
		if m.Cue != "" && m.Cue != "only" && m.Cue != "not" && !contentCues[m.Cue] {
			for i := m.First; i < m.Last; i++ {
				r.used[i] = true
			}
		}
	}
	r.whenToo()
	r.defines()
}

// contentCues are made of words that also say something themselves.
var contentCues = set("place", "project", "uses", "other", "rating", "wary", "all-items", "beside", "alternative", "only-after", "steps")

// whenToo reads the bare "when" of "who made it and when?".
func (r *reader) whenToo() {
	if !r.u.asks("developer") && !r.u.asks("owner") {
		return
	}
	for i, w := range r.words {
		if w.Fold != "when" {
			continue
		}
		last := i+1 == len(r.words) || r.sentence[i+1] != r.sentence[i] || strings.ContainsAny(r.between(i, i+1), ",?)")
		if last || r.words[i+1].Fold == "and" || r.words[i+1].Fold == "was" || r.onlyFiller(i+1) {
			r.u.Attributes = appendNew(r.u.Attributes, r.lexicon.Attribute("released"))
		}
	}
}

// onlyFiller reports whether nothing but ordinary words follows word i in its
// sentence.
func (r *reader) onlyFiller(i int) bool {
	for j := i; j < len(r.words) && r.sentence[j] == r.sentence[i]; j++ {
		if !r.lexicon.Filler(r.words[j].Fold) {
			return false
		}
	}
	return true
}

// defines notices "what is X": nothing but small words before a name.
func (r *reader) defines() {
	for _, n := range r.names {
		for _, m := range r.phrases {
			if m.Attribute != nil && m.Attribute.ID == "description" && m.Last <= n.First && r.sentence[m.First] == r.sentence[n.First] && r.onlySmall(m.Last, n.First) {
				r.u.defined = true
			}
		}
	}
}

func (r *reader) onlySmall(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.words[i].Fold {
		case "a", "an", "the", "this", "exactly", "actually", "really", "language", "framework", "thing", "called", "meant", "by", "about":
		default:
			return false
		}
	}
	return true
}

// insideCue reports whether a phrase is only part of a longer cue, as "quick"
// is of "quick summary".
func (r *reader) insideCue(m corpus.Mention) bool {
	return slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool {
		return (o.Cue == "profile" || o.Cue == "steps" || o.Cue == "compare" || o.Cue == "frame" || o.Cue == "greeting") && o.First <= m.First && m.Last <= o.Last && o.Last-o.First > m.Last-m.First
	})
}

// named reports whether a phrase is only part of a technology's name, as
// "serverless" is of "serverless computing".
func (r *reader) named(m corpus.Mention) bool {
	return slices.ContainsFunc(r.names, func(n corpus.Mention) bool { return n.First <= m.First && m.Last <= n.Last })
}

// values finds companies, people and organizations that articles name.
func (r *reader) values() {
	for i := 0; i < len(r.words); i++ {
		v, n := r.evidence.valueAt(r.words, i)
		if v == nil {
			continue
		}
		raw := r.u.Text[r.words[i].Start:r.words[i].End]
		capital := raw != "" && raw[0] >= 'A' && raw[0] <= 'Z' && !allCapitals(r.u.Text)
		if !capital && (r.lexicon.Filler(r.words[i].Fold) || r.lexicon.English(r.words[i].Fold)) {
			continue
		}
		if r.before(i, "not") || r.after(i+n, "not") {
			r.u.notValues = append(r.u.notValues, v)
			for j := i; j < i+n; j++ {
				r.used[j] = true
			}
			continue
		}
		r.u.Values = appendNew(r.u.Values, v)
		for j := i; j < i+n; j++ {
			r.used[j] = true
		}
		i += n - 1
	}
}

// numbers reads ratings, stars and years.
func (r *reader) numbers() {
	for i, w := range r.words {
		switch {
		case ratings[w.Fold]:
			r.u.Rating = w.Fold
		case (w.Fold == "star" || w.Fold == "stars") && i > 0:
			if n := digits[r.words[i-1].Fold]; n > 0 {
				r.u.Stars = n
				r.u.negated = r.before(i-1, "not")
				r.used[i-1] = true
			}
		case len(w.Fold) == 4 && isNumber(w.Fold) && (strings.HasPrefix(w.Fold, "19") || strings.HasPrefix(w.Fold, "20")):
			r.year(i)
		}
	}
	if len(r.u.Text) > 0 && strings.Contains(r.u.Text, "★") {
		r.u.Stars = strings.Count(r.u.Text, "★")
	}
}

var ratings = set("high", "medium", "low", "moderate", "excellent", "traditional", "growing", "large")

var digits = map[string]int{"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "full": 5}

func (r *reader) year(i int) {
	year, _ := strconv.Atoi(r.words[i].Fold)
	r.used[i] = true
	for j := i - 1; j >= max(0, i-3); j-- {
		switch r.words[j].Fold {
		case "before", "until", "pre", "older", "earlier", "by", "till", "predates", "prior":
			r.u.Before = year
			return
		case "after", "post", "newer", "later", "younger", "past":
			r.u.After = year
			return
		case "since", "from", "starting":
			r.u.After = year - 1
			return
		case "between":
			r.u.After = year - 1
			return
		case "and":
			if r.u.After > 0 {
				r.u.Before = year + 1
				return
			}
		case "in", "during", "of":
			if r.asksYear() && i+1 < len(r.words) || r.asksYear() {
				r.u.After, r.u.Before = year-1, year+1
				return
			}
		}
	}
	if i+2 < len(r.words) && r.words[i+1].Fold == "or" {
		switch r.words[i+2].Fold {
		case "later", "newer", "after", "younger":
			r.u.After = year - 1
		case "earlier", "older", "before":
			r.u.Before = year + 1
		}
	}
}

func (r *reader) asksYear() bool { return r.u.asks("released") }

// articles finds which articles the answer must come from: "according to
// Scopic", "the 2023 list".
func (r *reader) articles() {
	for i, w := range r.words {
		for _, a := range r.evidence.byline[w.Fold] {
			r.u.Articles = appendNew(r.u.Articles, a)
			r.used[i] = true
		}
		if len(w.Fold) == 4 && isNumber(w.Fold) {
			for j := max(0, i-2); j < min(len(r.words), i+4); j++ {
				if !works[r.words[j].Fold] {
					continue
				}
				for _, a := range r.corpus.Articles {
					if strings.HasPrefix(a.Published, w.Fold) {
						r.u.Articles = appendNew(r.u.Articles, a)
						r.used[i] = true
						r.u.Before, r.u.After = 0, 0
					}
				}
			}
		}
	}
}

var works = set("guide", "list", "article", "post", "blog", "edition", "piece", "ranking", "source", "writeup", "roundup", "overview", "page")

var classes = map[string]string{
	"framework": "framework", "frameworks": "framework", "language": "language", "languages": "language",
	"database": "database", "databases": "database", "db": "database", "dbs": "database", "datastore": "database",
}

func (r *reader) class() {
	found := ""
	for i, w := range r.words {
		c := classes[w.Fold]
		if c == "" || !r.focus[r.sentence[i]] {
			continue
		}
		wanted := i == 0 || c == "language" && r.words[i-1].Fold == "programming" || determiner[r.words[max(i-1, 0)].Fold] ||
			r.words[i-1].Fold == "backend" || r.words[i-1].Stem == "end" || len(r.names) > 0 && r.names[0].Last <= i // "PHP frameworks"
		switch {
		case !wanted && found == "":
		case found != "" && found != c:
			return // "languages or frameworks"
		default:
			found = c
		}
	}
	r.u.Class = found
}

var determiner = set("which", "what", "all", "any", "the", "some", "a", "an", "list", "best", "programming", "other", "every", "of", "listed", "named", "covered", "these", "those", "your", "suitable", "good", "right", "wich", "no", "web")

// terms collects the content words that nothing explains yet.
func (r *reader) terms() {
	for i, w := range r.words {
		if r.used[i] && !r.weakOnly(i) || r.lexicon.Filler(w.Fold) || classes[w.Fold] != "" || works[w.Fold] && len(r.u.Articles) > 0 || len(w.Fold) < 2 && !isNumber(w.Fold) {
			continue
		}
		if ratings[w.Fold] && w.Fold == r.u.Rating {
			continue
		}
		t := term{w.Fold, w.Stem, !r.asks[r.sentence[i]] || len(r.words) > shortQuestion || r.used[i]}
		if !slices.ContainsFunc(r.u.Terms, func(o term) bool { return o.stem == t.stem }) && (r.focus[r.sentence[i]] || r.u.cue("recommend")) {
			r.u.Terms = append(r.u.Terms, t)
		}
	}
	r.searchWords()
	for i, w := range r.words {
		if (r.lexicon.Filler(w.Fold) || classes[w.Fold] != "") && !stopWords[w.Fold] && r.focus[r.sentence[i]] && len(w.Fold) > 2 {
			r.u.plain = appendNew(r.u.plain, w.Stem)
		}
	}
	for _, m := range r.phrases {
		if m.Cue == "place" && !r.vocab.words[r.words[m.First].Fold] {
			r.u.places = append(r.u.places, r.u.Text[r.words[m.First].Start:r.words[m.Last-1].End])
		}
	}
}

// weakOnly reports whether a word is explained only by a weak attribute of a
// question that names no technology: then it may be the point ("built-in
// security").
func (r *reader) weakOnly(i int) bool {
	if len(r.names) > 0 {
		return false
	}
	only := false
	for _, m := range r.phrases {
		if m.First <= i && i < m.Last && m.Cue == "" {
			if m.Attribute == nil || m.Attribute.ID != "features" {
				return false
			}
			only = true
		}
	}
	return only
}

// manner reports whether a word only says how to answer, or is politeness.
func (r *reader) manner(i int) bool {
	return slices.ContainsFunc(r.phrases, func(m corpus.Mention) bool {
		return m.First <= i && i < m.Last && (m.Cue == "profile" || m.Cue == "greeting" || m.Cue == "thanks" || m.Cue == "frame" || m.Cue == "each-article")
	})
}

// searchWords keeps the words for the index. Words for choosing stand for one
// another.
func (r *reader) searchWords() {
	// "Which framework is made for this?" leans on the sentence before.
	vague := false
	content := 0
	for i, w := range r.words {
		if r.asks[r.sentence[i]] {
			vague = vague || w.Fold == "this" || w.Fold == "that" || w.Fold == "it"
			if !r.lexicon.Filler(w.Fold) && classes[w.Fold] == "" {
				content++
			}
		}
	}
	vague = vague || content < 2
	for i, w := range r.words {
		if r.manner(i) || !r.focus[r.sentence[i]] && len(r.words) > 2*shortQuestion {
			continue
		}
		r.u.said = append(r.u.said, w.Fold)
		if r.asks[r.sentence[i]] || vague {
			r.u.stems = appendNew(r.u.stems, w.Stem)
		}
		if choosing[w.Stem] {
			for stem := range choosing {
				r.u.plain = appendNew(r.u.plain, stem)
			}
			r.u.said = append(r.u.said, "choose", "select")
		}
	}
	slices.Sort(r.u.plain)
}

var choosing = set("pick", "choos", "select", "decid", "evalu")

// stopWords say nothing even where a passage asks in the same words.
var stopWords = set("the", "and", "for", "are", "our", "you", "your", "what", "which", "who", "how", "does", "did", "with", "that", "this", "have", "has", "can", "would", "could", "should", "from", "but", "not", "was", "were", "will", "its", "there", "their", "they", "them", "about", "into", "than", "then", "some", "any", "all", "one", "please", "just", "also", "when", "where", "tell", "know", "want", "need", "really", "very", "hey", "guys", "folks", "thanks", "mine", "myself", "been", "being", "had", "him", "his", "her", "she", "whom", "these", "those", "such", "many", "much", "more", "most", "other", "only", "own", "same", "too", "now", "out", "get", "got", "like", "say", "says", "said")
