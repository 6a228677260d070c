package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// folded is text in the form in which all is compared.
type folded string

// fold returns text in lower case and compatibility form, with one kind of
// quote, dash and space, and without marks of emphasis.
func fold(text string) folded {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKC.String(text) {
		switch {
		case isSpace(r):
			space = true
			continue
		case strings.ContainsRune("*`~\u200b", r):
			continue
		case strings.ContainsRune("\u2018\u2019\u201b", r):
			r = '\''
		case strings.ContainsRune("\u201c\u201d", r):
			r = '"'
		case '\u2010' <= r && r <= '\u2015', r == '\u2212':
			r = '-'
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return folded(cases.Lower(language.Und).String(b.String()))
}

// contains reports whether the text has the token at the start of a word:
// "librar" is in "libraries", "ORM" is not in "performance". A token that does
// not start with a letter or digit may stand anywhere.
func (text folded) contains(token string) bool {
	t := string(fold(token))
	if first, _ := utf8.DecodeRuneInString(t); !isAlphanumeric(first) {
		return strings.Contains(string(text), t)
	}
	for i := range occurrences(string(text), t) {
		if i == 0 || !isASCIIAlphanumeric(text[i-1]) {
			return true
		}
	}
	return false
}

// names reports whether the text names the technology by any alias, as a whole
// word.
func names(text, technology string) bool {
	list := aliases(technology)
	if technology == "Go" { // the verb is too common: want a capital G
		list = []string{"Go", "Golang", "golang", "GO"}
	} else {
		text = string(fold(text))
	}
	return slices.ContainsFunc(list, func(alias string) bool {
		for start := range occurrences(text, alias) {
			before, _ := utf8.DecodeLastRuneInString(text[:start])
			after, _ := utf8.DecodeRuneInString(text[start+len(alias):])
			if !isWord(before) && before != '.' && !isWord(after) && after != '#' && after != '+' {
				return true
			}
		}
		return false
	})
}

// namesAny reports whether the text names one of the technologies.
func namesAny(text string, technologies []string) bool {
	return slices.ContainsFunc(technologies, func(t string) bool { return names(text, t) })
}

// occurrences yields the offset of every occurrence, overlapping ones too.
func occurrences(text, part string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; from <= len(text); {
			i := strings.Index(text[from:], part)
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + 1
		}
	}
}

// fields cuts text into words at white space.
func fields(text string) []string { return strings.FieldsFunc(text, isSpace) }

func trimSpace(text string) string { return strings.TrimFunc(text, isSpace) }

// isSpace counts the separators of ASCII as white space, as unicode.IsSpace
// does not.
func isSpace(r rune) bool { return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f' }

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isWord(r rune) bool { return r == '_' || isAlphanumeric(r) }

func isASCIIAlphanumeric(b byte) bool { return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' }
