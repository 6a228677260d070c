package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/corpus"
)

// namesOf reads arguments as names of technologies and returns their canonical
// names, each once. A name may be spread over several arguments ("ruby on
// rails"); where there is a choice, each argument is a name of its own. The
// error says which argument names nothing, and what it may have meant.
func namesOf(lx *corpus.Lexicon, args []string) ([]string, error) {
	var unknown error
	// read returns the names that args[i:] hold; false if some argument is part
	// of none.
	var read func(i int) ([]string, bool)
	read = func(i int) ([]string, bool) {
		if i == len(args) {
			return nil, true
		}
		for n := 1; i+n <= len(args) && n <= longestName; n++ {
			name, err := nameOf(lx, strings.Join(args[i:i+n], " "))
			if err != nil {
				if n == 1 && unknown == nil {
					unknown = err
				}
				continue
			}
			if rest, ok := read(i + n); ok {
				return append([]string{name}, rest...), true
			}
		}
		return nil, false
	}
	all, ok := read(0)
	if !ok {
		return nil, unknown
	}
	var names []string
	for _, name := range all {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// longestName is how many arguments one name is looked for in.
const longestName = 4

// nameOf returns the canonical name of the technology that a name stands for,
// in any of its spellings.
func nameOf(lx *corpus.Lexicon, name string) (string, error) {
	words := corpus.Words(name)
	if len(words) > 0 {
		if m, ok := lx.NameAt(words, 0); ok && m.Last == len(words) {
			if m.Technology != nil {
				return m.Technology.Name, nil
			}
			return "", fmt.Errorf("%q stands for several technologies, name one: %s", name, strings.Join(m.Family.Members, ", "))
		}
	}
	if near := nearest(lx, words); near != "" {
		return "", fmt.Errorf("unknown technology %q, did you mean %s?", name, near)
	}
	return "", fmt.Errorf("unknown technology %q, see backendbot technologies", name)
}

// nearest returns the technology that a misspelt or cut name most likely
// means, or "".
func nearest(lx *corpus.Lexicon, words []corpus.Word) string {
	if len(words) == 0 {
		return ""
	}
	if m, ok := lx.Misspelt(words, 0, func(string) bool { return false }); ok && m.Technology != nil {
		return m.Technology.Name
	}
	given := joined(words)
	if len(given) < 3 {
		return ""
	}
	for _, t := range lx.Technologies {
		if own := joined(corpus.Words(t.Name)); strings.HasPrefix(own, given) || len(own) > 3 && strings.HasPrefix(given, own) {
			return t.Name
		}
	}
	return ""
}

// joined is a name without case and separators.
func joined(words []corpus.Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Fold)
	}
	return b.String()
}

// completeNames completes the names of technologies that the articles describe
// and that args do not name.
func completeNames(c *corpus.Corpus, args []string, start string) []cobra.Completion {
	var given []string
	for _, arg := range args {
		if name, err := nameOf(c.Lexicon, arg); err == nil {
			given = append(given, name)
		}
	}
	var names []cobra.Completion
	for _, t := range described(c) {
		if name, ok := continued(t.Name, start); ok && !slices.Contains(given, t.Name) {
			names = append(names, cobra.CompletionWithDesc(name, t.Kind))
		}
	}
	return names
}

// continued returns the name with its first letters as they were typed, which
// is what shells complete; false if other letters were typed.
func continued(name, start string) (string, bool) {
	if len(start) > len(name) || !strings.EqualFold(name[:len(start)], start) {
		return "", false
	}
	return start + name[len(start):], true
}
