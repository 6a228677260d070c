package answer

import (
	"strings"

	"backendbot/corpus"
)

// A value is a company, person or organization that facts name.
type value struct {
	text  string
	facts []*corpus.Fact
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
