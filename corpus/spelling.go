package corpus

import (
	"math/bits"
	"slices"
	"strings"
)

// Misspelt returns the name that the words from i on most likely mean, when
// none is spelt there: one edit in names of five to seven letters, two in
// longer ones; swapped neighbours count as one edit. It returns false when
// the word is itself known or when two names are equally near.
func (lx *Lexicon) Misspelt(words []Word, i int, known func(fold string) bool) (Mention, bool) {
	spelt, ok := lx.NameAt(words, i)
	if !ok && known(words[i].Fold) && !lx.startsName(words, i) {
		return Mention{}, false
	}
	shortest := 1
	if ok {
		shortest = spelt.Last - i + 1 // "ruby on rials" may still mean more than "ruby"
	}
	best, bestN, tie := "", 0, false
	bestDistance := 3
	for n := min(3, len(words)-i); n >= shortest; n-- {
		allKnown := true
		for _, w := range words[i : i+n] {
			allKnown = allKnown && known(w.Fold)
		}
		key := joinFold(words[i : i+n])
		if allKnown && n == 1 || len(key) < 4 {
			continue
		}
		set := letterSet(key)
		for k := range lx.fuzzy {
			f := &lx.fuzzy[k]
			name := f.joined
			limit := EditsAllowed(len(name))
			if n > 1 && allKnown {
				limit = min(limit, 1)
			}
			if abs(len(name)-len(key)) > limit || bits.OnesCount32(set^f.letters) > 2*limit {
				continue
			}
			if n > 1 && !f.wordwise(words[i:i+n], known) {
				continue
			}
			d, ok := misspelling(key, name, limit)
			switch {
			case !ok:
			case d < bestDistance:
				best, bestN, bestDistance, tie = name, n, d, false
			case d == bestDistance && lx.names[best][0] != lx.names[name][0]:
				tie = true
			}
		}
		if best != "" && !tie {
			e := lx.names[best][0]
			return Mention{First: i, Last: i + bestN, Technology: e.tech, Family: e.family, Corrected: true}, true
		}
	}
	return Mention{}, false
}

// startsName reports whether the word begins some name of several words
// ("spring" in "spring bot").
func (lx *Lexicon) startsName(words []Word, i int) bool {
	return i+1 < len(words) && len(words[i].Fold) > 3 && lx.known[words[i].Fold]
}

// wordwise reports whether some alias of the name has as many words, all
// alike but one, and that one long enough to be misspelt: "spring bot" may
// mean "spring boot", "front and" does not mean "front end".
func (f *fuzzyName) wordwise(words []Word, known func(string) bool) bool {
	for _, alias := range f.words {
		if len(alias) != len(words) {
			continue
		}
		differ := 0
		for k, w := range alias {
			if w == words[k].Fold {
				continue
			}
			differ++
			if len(w) < 4 && known(words[k].Fold) {
				differ++
			}
		}
		if differ == 1 {
			return true
		}
	}
	return false
}

// A fuzzyName is a spelling that a misspelt name may mean.
type fuzzyName struct {
	joined  string
	letters uint32
	words   [][]string // the aliases of several words that have this spelling
}

// letterSet is the set of letters of a folded word, one bit each; digits share
// a bit, and so do all other characters.
func letterSet(s string) uint32 {
	var set uint32
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			set |= 1 << (c - 'a')
		case c >= '0' && c <= '9':
			set |= 1 << 26
		default:
			set |= 1 << 27
		}
	}
	return set
}

// EditsAllowed is how many edits a name of that many letters forgives.
func EditsAllowed(letters int) int {
	switch {
	case letters < 5:
		return 0
	case letters < 8:
		return 1
	default:
		return 2
	}
}

// distance is the optimal string alignment distance of a and b: insertions,
// deletions, substitutions and swaps of neighbours count one each. It stops
// at limit+1.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	prev2 := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := cur[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
			least = min(least, cur[j])
		}
		if least > limit {
			return limit + 1
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// A Speller knows words and which one a misspelt word most likely means. It is
// immutable and safe for concurrent use.
type Speller struct{ byLength [][]spelling }

type spelling struct {
	word    string
	letters uint32
}

// NewSpeller returns a speller over folded words; short ones are left out.
func NewSpeller(words []string) *Speller {
	s := &Speller{}
	for _, w := range words {
		if len(w) < 4 {
			continue
		}
		for len(s.byLength) <= len(w) {
			s.byLength = append(s.byLength, nil)
		}
		s.byLength[len(w)] = append(s.byLength[len(w)], spelling{w, letterSet(w)})
	}
	for _, list := range s.byLength {
		slices.SortFunc(list, func(a, b spelling) int { return strings.Compare(a.word, b.word) })
	}
	return s
}

// Nearest returns the word that a misspelt one most likely means, by the same
// rule as Misspelt, or "" when none is near or two are equally so.
func (s *Speller) Nearest(fold string) string {
	if len(fold) < 4 {
		return ""
	}
	set := letterSet(fold)
	best, bestDistance, tie := "", 3, false
	for n := max(len(fold)-2, 4); n <= len(fold)+2 && n < len(s.byLength); n++ {
		limit := EditsAllowed(n)
		for _, c := range s.byLength[n] {
			if bits.OnesCount32(c.letters^set) > 2*max(limit, 1) {
				continue
			}
			d, ok := misspelling(fold, c.word, limit)
			switch {
			case !ok:
			case d < bestDistance, d == bestDistance && likelier(fold, c.word, best):
				best, bestDistance, tie = c.word, d, false
			case d == bestDistance && Stem(c.word) != Stem(best) && !likelier(fold, best, c.word):
				tie = true
			}
		}
	}
	if tie {
		return ""
	}
	return best
}

// likelier reports whether w only has the word's letters in another order while
// the other does not: then it is the likelier meaning.
func likelier(word, w, other string) bool {
	return sortedLetters(w) == sortedLetters(word) && sortedLetters(other) != sortedLetters(word)
}

// misspelling returns how many edits lead from a word to a name, and whether
// that is within limit. Letters in the wrong order count as one edit where two
// neighbours are swapped, else as two, if the first one is right.
func misspelling(word, name string, limit int) (edits int, ok bool) {
	switch {
	case word == name:
		return 0, true
	case len(word) == len(name) && len(word) >= 4 && word[0] == name[0] && sortedLetters(word) == sortedLetters(name):
		return min(distance(word, name, 1), 2), true
	case limit == 0 || abs(len(word)-len(name)) > limit:
		return 0, false
	}
	edits = distance(word, name, limit)
	return edits, edits <= limit
}

func sortedLetters(s string) string {
	b := []byte(s)
	slices.Sort(b)
	return string(b)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
