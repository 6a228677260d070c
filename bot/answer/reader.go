package answer

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

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
	r.phrases = e.lexicon.Phrases(r.outsideNames())
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

// outsideNames returns the words with those that only go on with a name taken out:
// the "on" of "Ruby on Rails" is not that of "who runs on it".
func (r *reader) outsideNames() []corpus.Word {
	words := slices.Clone(r.words)
	for _, m := range r.names {
		for i := m.First + 1; i < m.Last; i++ {
			if t := m.Technology; t != nil && (t.Kind == "framework" || t.Kind == "language") || r.lexicon.Filler(words[i].Fold) {
				words[i].Stem = ""
			}
		}
	}
	return words
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
			r.u.worded = true
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
		if !ok || m.Technology != nil && m.Technology.Ambiguous && !r.meant(i, m) || m.Last == i+1 && corpus.Extension(r.u.Text, r.words[i]) {
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
	if r.words[i].Fold == "go" && i+1 < len(r.words) && r.words[i+1].Fold == "with" && (i == 0 || r.words[i-1].Stem != "compar") {
		return false // "should we go with Django?"
	}
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
