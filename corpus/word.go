package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// A Word is one word of a text, with its place in it.
//
// Words are what names and phrases of the lexicon are matched on. They keep
// what the search index's tokens lose: "C#" and "C++" stay whole.
type Word struct {
	Start, End int    // byte offsets in the text
	Fold       string // lower case, without diacritics, apostrophes or a possessive "s"
	Stem       string // Fold, stemmed with the Snowball English stemmer
}

// Words cuts text into words, in order. Everything but letters and digits
// separates words, except an apostrophe inside one and "#" or "+" after one.
func Words(text string) []Word {
	var st stemmer
	return st.words(text)
}

func (st *stemmer) words(text string) []Word {
	words := make([]Word, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) {
			r, size = utf8.DecodeRuneInString(text[i:])
			if isWordRune(r) {
				i += size
				continue
			}
			if isApostrophe(r) {
				next, _ := utf8.DecodeRuneInString(text[i+size:])
				if unicode.IsLetter(next) {
					i += size
					continue
				}
			}
			break
		}
		i = symbols(text, i)
		fold := Fold(text[start:i])
		if fold != "" { // a lone combining mark is no word
			words = append(words, Word{start, i, fold, st.stem(fold)})
		}
	}
	return words
}

// symbols returns the end of the "#" or "++" that belongs to the word before
// offset i, and of the possessive after it. A sign that joins two words
// ("PHP+MySQL") belongs to neither.
func symbols(text string, i int) int {
	end := i
	for end < len(text) && (text[end] == '#' || text[end] == '+') {
		end++
	}
	if end == i {
		return i
	}
	if next, _ := utf8.DecodeRuneInString(text[end:]); unicode.IsLetter(next) {
		return i
	}
	for _, s := range []string{"'s", "\u2019s"} {
		if rest, ok := strings.CutPrefix(text[end:], s); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !isWordRune(next) {
				return end + len(s)
			}
		}
	}
	return end
}

// Fold returns the form in which a word is compared: lower case, without
// diacritics, apostrophes or a possessive ending.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii && !strings.Contains(s, "'") {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if isApostrophe(r) {
			r = '\''
		}
		b.WriteRune(unicode.ToLower(r))
	}
	s = strings.TrimSuffix(b.String(), "'s")
	return strings.ReplaceAll(s, "'", "")
}

// Stem returns the stem of one folded word.
func Stem(fold string) string {
	var st stemmer
	return st.stem(fold)
}

// irregular lists words whose stems would keep apart what belongs together,
// or bring together what does not.
var irregular = map[string]string{
	"databases": "databas", "apis": "api", "apps": "app", "app": "app", "applications": "app", "application": "app",
	"made": "make", "built": "build", "wrote": "write", "written": "write", "ran": "run", "chose": "choos", "chosen": "choos",
	"ios": "ios", "aws": "aws", "css": "css", "cms": "cms", "dbs": "db", "orms": "orm", "mvps": "mvp",
	"integrity": "integriti", "intuitive": "intuitiv", "expressive": "expressiv", "productive": "productiv", "productivity": "productiv",
	"functional": "functional", "generator": "generator", "generators": "generator", "message": "message", "messages": "message", "company": "company", "typed": "typed", "trending": "trending", "performance": "performance", "performant": "performance", "news": "news", "does": "does", "rails": "rails", "sms": "sms",
	"libraries": "librari", "library": "librari", "libs": "librari", "lib": "librari",
	"devs": "dev", "versus": "versus", "users": "user",
	"universal": "universal", "university": "universiti", "organization": "organis", "organisation": "organis",
	"organizations": "organis", "organisations": "organis", "slower": "slow", "slowest": "slow", "faster": "fast", "fastest": "fast",
	"lighter": "light", "lightest": "light", "smaller": "small", "smallest": "small", "larger": "larg", "largest": "larg", "bigger": "big", "biggest": "big",
	"easier": "easi", "easiest": "easi", "easy": "easi", "easily": "easi", "ease": "easi", "cheaper": "cheap", "cheapest": "cheap", "cheaply": "cheap",
	"older": "older", "oldest": "older", "newer": "newer", "newest": "newer", "steeper": "steep", "better": "better", "simpler": "simpl", "simplest": "simpl",
	"harder": "hard", "hardest": "hard", "nearer": "near", "closer": "close", "stronger": "strong", "weaker": "weak", "quicker": "quicker", "quickest": "quicker", "own": "own adjective",
}

// A stemmer stems words. Its zero value works; with a memo it stems each word
// once. It is not safe for concurrent use.
type stemmer struct {
	env  *snowballstem.Env
	memo map[string]string
}

func (s *stemmer) stem(fold string) string {
	if irr, ok := irregular[fold]; ok {
		return irr
	}
	if len(fold) < 4 {
		return fold
	}
	if stem, ok := s.memo[fold]; ok {
		return stem
	}
	if s.env == nil {
		s.env = snowballstem.NewEnv(fold)
	} else {
		s.env.SetCurrent(fold)
	}
	english.Stem(s.env)
	stem := s.env.Current()
	if s.memo != nil {
		s.memo[fold] = stem
	}
	return stem
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u2018' }
