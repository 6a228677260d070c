package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/corpus"
)

// phraseOf returns words that ask for an attribute: for the label or id of
// one, the label if questions may use it, else another phrase for it. Other
// words are returned as they are if the lexicon or the articles know one of
// them.
func phraseOf(c *corpus.Corpus, name string) (string, error) {
	i := slices.IndexFunc(c.Lexicon.Attributes, func(a *corpus.Attribute) bool { return called(a, name) })
	if i >= 0 {
		return phraseFor(c.Lexicon, c.Lexicon.Attributes[i]), nil
	}
	words := corpus.Words(name)
	known := slices.ContainsFunc(words, func(w corpus.Word) bool { return c.Vocabulary[w.Fold] && !c.Lexicon.Filler(w.Fold) })
	for _, m := range c.Lexicon.Phrases(words) {
		known = known || m.Attribute != nil || m.Topic != nil
	}
	if !known {
		return "", fmt.Errorf("unknown attribute %q, want one of %s", name, strings.Join(stated(c), ", "))
	}
	return name, nil
}

// called reports whether the name is the attribute's label or id.
func called(a *corpus.Attribute, name string) bool {
	return strings.EqualFold(a.Label, name) || strings.EqualFold(a.ID, name)
}

// phraseFor returns words that ask for the attribute.
func phraseFor(lx *corpus.Lexicon, a *corpus.Attribute) string {
	label := strings.ToLower(a.Label)
	for _, phrase := range append([]string{label}, a.Ask...) {
		for _, m := range lx.Phrases(corpus.Words(phrase)) {
			if m.Attribute == a || m.Topic != nil && (m.Topic.ID == a.Topic || m.Topic.ID == a.ID) {
				return phrase
			}
		}
	}
	return label
}

// stated returns the labels of the attributes that can be asked for and of
// which the articles say something, in lower case.
func stated(c *corpus.Corpus) []string {
	var names []string
	for _, a := range c.Lexicon.Attributes {
		said := slices.ContainsFunc(c.Facts, func(f *corpus.Fact) bool {
			return f.Attribute == a || slices.ContainsFunc(f.Topics, func(t *corpus.Topic) bool { return t.ID == a.Topic })
		})
		if said && len(a.Ask) > 0 {
			names = append(names, strings.ToLower(a.Label))
		}
	}
	return names
}

// completeAttributes completes the last of the attributes that commas separate.
func completeAttributes(_ *cobra.Command, _ []string, start string) ([]cobra.Completion, cobra.ShellCompDirective) {
	c, err := corpus.Embedded()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	last := strings.LastIndexByte(start, ',') + 1
	var names []cobra.Completion
	for _, label := range stated(c) {
		if name, ok := continued(label, start[last:]); ok {
			names = append(names, start[:last]+name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
