package main

import (
	"slices"
	"testing"

	"backendbot/bot/answer"
	"backendbot/corpus"
)

// Every attribute that is offered is asked for by its phrase, beside names.
func TestPhraseOf(t *testing.T) {
	engine, c, err := open()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(stated(c)); n < 20 {
		t.Errorf("stated returned %d attributes, want all that the articles speak of", n)
	}
	for _, label := range stated(c) {
		phrase, err := phraseOf(c, label)
		if err != nil {
			t.Errorf("phraseOf(%q): %v", label, err)
			continue
		}
		u := engine.Understand(answer.Question{Text: "Ruby on Rails vs Django on " + phrase})
		understood := slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return called(a, label) })
		for _, topic := range u.Topics {
			understood = understood || slices.ContainsFunc(c.Lexicon.Attributes, func(a *corpus.Attribute) bool {
				return called(a, label) && (topic.ID == a.Topic || topic.ID == a.ID)
			})
		}
		if !understood || len(u.Technologies) != 2 {
			t.Errorf("phraseOf(%q) = %q, understood as %v, %v of %d technologies", label, phrase, u.Report().Attributes, u.Report().Topics, len(u.Technologies))
		}
	}
	if _, err := phraseOf(c, "xyzzy"); err == nil {
		t.Error(`phraseOf("xyzzy") succeeded, want an error`)
	}
	if phrase, err := phraseOf(c, "Actuator"); phrase != "Actuator" || err != nil {
		t.Errorf(`phraseOf("Actuator") = %q, %v, want it unchanged: articles use the word`, phrase, err)
	}
}
