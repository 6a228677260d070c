package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Mention is a place in a text where the lexicon's names or phrases occur.
// Exactly one of Technology, Family, Attribute, Topic and Cue is set.
type Mention struct {
	First, Last int // words, Last exclusive
	Technology  *Technology
	Family      *Family
	Attribute   *Attribute
	Topic       *Topic
	Cue         string
	Corrected   bool // the name was misspelt
}

type payload struct {
	attribute *Attribute
	topic     *Topic
	cue       string
}

// trie holds phrases by their stems; "*" stands for up to two words.
type trie struct {
	next map[string]*trie
	ends []payload
}

func (t *trie) add(stems []string, p payload) {
	for _, s := range stems {
		if t.next == nil {
			t.next = map[string]*trie{}
		}
		if t.next[s] == nil {
			t.next[s] = &trie{}
		}
		t = t.next[s]
	}
	t.ends = append(t.ends, p)
}

const maxGap = 2

// Phrases returns the attributes, topics and cues that the words speak of, in
// text order. Of two phrases of one class the one that lies inside the other
// is dropped; a topic or attribute that lies inside a longer one of either
// class is dropped too. A word without a stem belongs to no phrase.
func (lx *Lexicon) Phrases(words []Word) []Mention {
	var few [24]Mention // most texts hold fewer, and a start reads thousands
	found := few[:0]
	for i := range words {
		found = lx.phrases.walk(found, words, i, i)
	}
	var kept []Mention
	for i, m := range found {
		covered := false
		for j, o := range found {
			if i == j || (m.Cue == "") != (o.Cue == "") {
				continue
			}
			if m.Cue != "" && m.Cue != o.Cue {
				continue
			}
			longer := o.Last-o.First > m.Last-m.First
			same := o.First == m.First && o.Last == m.Last && j < i && m.sameAs(o)
			if o.First <= m.First && m.Last <= o.Last && (longer || same) {
				covered = true
				break
			}
		}
		if !covered {
			kept = append(kept, m)
		}
	}
	return kept
}

func (m Mention) sameAs(o Mention) bool {
	return m.Attribute == o.Attribute && m.Topic == o.Topic && m.Cue == o.Cue
}

func (t *trie) walk(found []Mention, words []Word, start, i int) []Mention {
	for _, p := range t.ends {
		found = append(found, Mention{First: start, Last: i, Attribute: p.attribute, Topic: p.topic, Cue: p.cue})
	}
	if t.next == nil {
		return found
	}
	if gap := t.next["*"]; gap != nil {
		for skip, skipped := 0, 0; skipped <= maxGap && i+skip < len(words); skip++ {
			if words[i+skip].Stem == "" {
				continue
			}
			skipped++
			if next := gap.next[words[i+skip].Stem]; next != nil {
				found = next.walk(found, words, start, i+skip+1)
			}
		}
	}
	if i < len(words) {
		if next := t.next[words[i].Stem]; next != nil {
			found = next.walk(found, words, start, i+1)
		}
	}
	return found
}

// Names returns the technologies and families named in text, in order,
// longest name first, never overlapping.
func (lx *Lexicon) Names(text string, words []Word) []Mention {
	var found []Mention
	for i := 0; i < len(words); {
		m, ok := lx.nameAt(words, i)
		if !ok || m.Technology != nil && m.Technology.Ambiguous && !capitalized(text, words, i) || m.Last == i+1 && Extension(text, words[i]) {
			i++
			continue
		}
		found = append(found, m)
		i = m.Last
	}
	return found
}

// nameAt returns the longest name that starts at word i.
func (lx *Lexicon) nameAt(words []Word, i int) (Mention, bool) {
	key := words[i].Fold
	var found Mention
	ok := false
	for n := 1; ; n++ {
		if entries := lx.names[key]; len(entries) > 0 {
			found = Mention{First: i, Last: i + n, Technology: entries[0].tech, Family: entries[0].family}
			ok = !(i+n < len(words) && lx.except[key+words[i+n].Fold] || i > 0 && lx.except[words[i-1].Fold+key])
		}
		if n == lx.maxName || i+n == len(words) || !lx.starts[key] {
			return found, ok
		}
		key += words[i+n].Fold
	}
}

// NameAt returns the longest name that starts at word i, ambiguous or not. A
// possessive that lost its apostrophe ("Flasks popularity") counts too.
func (lx *Lexicon) NameAt(words []Word, i int) (Mention, bool) {
	m, ok := lx.nameAt(words, i)
	if ok || lx.known[words[i].Fold] {
		return m, ok
	}
	name, cut := strings.CutSuffix(words[i].Fold, "s")
	if entries := lx.names[name]; cut && len(name) > 3 && len(entries) > 0 && !entries[0].ambiguous() && entries[0].tech != nil {
		return Mention{First: i, Last: i + 1, Technology: entries[0].tech}, true
	}
	return m, ok
}

// Extension reports whether a word is the end of another one behind a full
// stop: the "js" of "foo.js" is no name by itself.
func Extension(text string, w Word) bool {
	return w.Start > 1 && text[w.Start-1] == '.' && isWordRune(rune(text[w.Start-2]))
}

// capitalized reports whether word i starts with a capital letter that its
// place does not explain: the first word of a sentence has one anyway, unless
// the sentence goes on as one about a thing ("Go is …") or is only a short
// label.
func capitalized(text string, words []Word, i int) bool {
	first, _ := utf8.DecodeRuneInString(text[words[i].Start:])
	if !unicode.IsUpper(first) {
		return false
	}
	if i > 0 && !strings.ContainsAny(text[words[i-1].End:words[i].Start], ".?!\n") {
		return true
	}
	return i == 0 && len(words) <= 4 || i+1 < len(words) && saying[words[i+1].Fold]
}

// saying follows a name that a sentence is about.
var saying = map[string]bool{
	"is": true, "are": true, "was": true, "has": true, "had": true, "can": true, "does": true, "and": true, "or": true,
	"provides": true, "offers": true, "supports": true, "comes": true, "ships": true, "needs": true, "gives": true, "lets": true,
	"runs": true, "uses": true, "makes": true, "helps": true, "suits": true, "works": true, "handles": true, "requires": true,
}

// TechnologiesOf returns the technologies among mentions, each once, in order.
func TechnologiesOf(mentions []Mention) []*Technology {
	var techs []*Technology
	for _, m := range mentions {
		if m.Technology != nil && !slices.Contains(techs, m.Technology) {
			techs = append(techs, m.Technology)
		}
	}
	return techs
}
