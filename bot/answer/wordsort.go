package answer

import (
	"strings"
	"unicode"

	"backendbot/corpus"
)

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

var sortedWords = map[wordSort][]string{
	against:   {"cannot", "lack", "lacking", "limited", "unsuitable", "unsuited", "poor", "weaker", "weak", "slow", "slower", "harder", "difficult", "criticized", "lag", "steep", "steeper", "struggle"},
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
