package corpus

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A compiler turns a lexicon's entries into what texts are matched with, and
// notes every entry that is wrong, with the file it stands in.
type compiler struct {
	*Lexicon
	own   int // how many technologies stand in technologies.yaml
	stems stemmer
	errs  []error
}

func (c *compiler) compile(families []*Family, cues []cue) error {
	c.technologies()
	c.families(families)
	c.topics()
	c.attributes()
	for _, q := range cues {
		c.phrases("cues.yaml: "+q.ID, q.Words, payload{cue: q.ID})
	}
	for key, entries := range c.names {
		if len(key) >= 4 && !entries[0].ambiguous() && !entries[0].generic() {
			c.fuzzy = append(c.fuzzy, fuzzyName{joined: key, letters: letterSet(key), words: c.several[key]})
		}
	}
	slices.SortFunc(c.fuzzy, func(a, b fuzzyName) int { return strings.Compare(a.joined, b.joined) })
	return errors.Join(c.errs...)
}

func (c *compiler) wrong(entry, format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %s", entry, fmt.Sprintf(format, args...)))
}

func (c *compiler) technologies() {
	entry := func(t *Technology) string {
		if t.Index < c.own {
			return "technologies.yaml: " + t.Name
		}
		return "other-technologies.yaml: " + t.Name
	}
	for i, t := range c.Technologies {
		t.Index = i
		if c.byName[t.Name] != nil {
			c.wrong(entry(t), "listed twice")
			continue
		}
		c.byName[t.Name] = t
		for _, phrase := range t.Except {
			c.except[joinFold(c.stems.words(phrase))] = true
		}
		c.addNames(entry(t), append([]string{t.Name}, t.Aliases...), nameEntry{tech: t})
	}
	for _, t := range c.Technologies {
		if t.Broader != "" && c.byName[t.Broader] == nil {
			c.wrong(entry(t), "broader %q is not listed", t.Broader)
		}
	}
}

func (c *compiler) families(families []*Family) {
	for _, f := range families {
		entry := "families.yaml: " + f.Name
		for _, m := range f.Members {
			if c.byName[m] == nil {
				c.wrong(entry, "no technology is named %q", m)
			}
		}
		c.addNames(entry, append([]string{f.Name}, f.Aliases...), nameEntry{family: f})
	}
}

func (c *compiler) topics() {
	for i, t := range c.Topics {
		t.Index = i
		entry := "topics.yaml: " + t.ID
		if c.topic[t.ID] != nil {
			c.wrong(entry, "listed twice")
		}
		c.topic[t.ID] = t
		c.phrases(entry, t.Words, payload{topic: t})
	}
	for _, t := range c.Topics {
		for _, id := range append(slices.Clone(t.Broader), t.Opposite) {
			if id != "" && c.topic[id] == nil {
				c.wrong("topics.yaml: "+t.ID, "no topic %q", id)
			}
		}
	}
}

func (c *compiler) attributes() {
	for i, a := range c.Attributes {
		a.Index = i
		entry := "attributes.yaml: " + a.ID
		if c.attribute[a.ID] != nil {
			c.wrong(entry, "listed twice")
		}
		c.attribute[a.ID] = a
		if a.Topic != "" && c.topic[a.Topic] == nil {
			c.wrong(entry, "no topic %q", a.Topic)
		}
		c.phrases(entry, a.Ask, payload{attribute: a})
		for _, v := range a.Values {
			a.values = append(a.values, c.stemsOf(v))
		}
		for _, l := range a.Labels {
			words := c.stems.words(l)
			if len(words) == 0 {
				c.wrong(entry, "label %q has no letters", l)
			}
			key := stemKey(words)
			c.labels[key] = append(c.labels[key], a)
		}
	}
}

func (c *compiler) stemsOf(text string) []string {
	var stems []string
	for _, w := range c.stems.words(text) {
		stems = append(stems, w.Stem)
	}
	return stems
}

// phrases adds an entry's phrases to those that texts are matched with.
func (c *compiler) phrases(entry string, phrases []string, p payload) {
	for _, phrase := range phrases {
		var stems []string
		for part := range strings.FieldsSeq(phrase) {
			if part == "*" {
				stems = append(stems, part)
				continue
			}
			for _, w := range c.stems.words(part) {
				c.known[w.Fold] = true
				stems = append(stems, w.Stem)
			}
		}
		if len(stems) == 0 {
			c.wrong(entry, "phrase %q has no letters", phrase)
			continue
		}
		c.Lexicon.phrases.add(stems, p)
	}
}

// addNames adds the spellings of one technology or family.
func (c *compiler) addNames(entry string, aliases []string, e nameEntry) {
	for _, alias := range aliases {
		words := c.stems.words(alias)
		if len(words) == 0 {
			c.wrong(entry, "alias %q has no letters", alias)
			continue
		}
		key := joinFold(words)
		if old := c.names[key]; len(old) > 0 {
			if old[0] != e {
				c.wrong(entry, "alias %q also names %s", alias, old[0].name())
			}
			continue
		}
		c.maxName = max(c.maxName, len(words))
		if len(words) > 1 {
			folds := make([]string, len(words))
			for i, w := range words {
				folds[i] = w.Fold
			}
			c.several[key] = append(c.several[key], folds)
		}
		for _, w := range words {
			c.known[w.Fold] = true
		}
		c.names[key] = append(c.names[key], e)
		for i := range key {
			c.starts[key[:i]] = true
		}
		c.starts[key] = true
	}
}

func (e nameEntry) generic() bool   { return e.tech != nil && e.tech.Generic }
func (e nameEntry) ambiguous() bool { return e.tech != nil && e.tech.Ambiguous }

func (e nameEntry) name() string {
	if e.tech != nil {
		return e.tech.Name
	}
	return e.family.Name
}
