package answer

import (
	"cmp"
	"slices"

	"backendbot/corpus"
)

// pairing reports whether a question asks if two technologies go together
// ("does Meteor support MongoDB?"), rather than which of them is better.
func pairing(u *Understanding) bool {
	if !u.cue("yesno") || u.cue("compare") || u.cue("better") || u.cue("recommend") || len(u.Attributes) == 0 || len(u.Terms) > 0 {
		return false
	}
	return len(u.Technologies) == 2 && goTogether(u.Technologies[0], u.Technologies[1]) &&
		!slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return a.ID != "support" && a.ID != "compatible" }) &&
		!slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.ID != "support" })
}

// goTogether reports whether two technologies are things of different sorts,
// of which one can be used with the other.
func goTogether(a, b *corpus.Technology) bool {
	return a.Kind != b.Kind && a.Kind != "language" && b.Kind != "language" && !a.Generic && !b.Generic
}

// together quotes what the articles say of two technologies in one breath.
func (c *composer) together(a, b *corpus.Technology) error {
	var facts []*corpus.Fact
	for _, pair := range [][2]*corpus.Technology{{a, b}, {b, a}} {
		for _, f := range c.evidence.about[pair[0].Index] {
			if c.allowed(f) && f.Form != corpus.Heading && slices.Contains(f.Names, pair[1]) {
				facts = appendNew(facts, f)
			}
		}
	}
	if len(facts) == 0 {
		c.decline("The articles don't say whether " + a.Name + " goes together with " + b.Name + ".")
		return nil
	}
	slices.SortStableFunc(facts, func(x, y *corpus.Fact) int { return cmp.Compare(directness(y), directness(x)) })
	c.quote(a.Name+" and "+b.Name, roundRobinStable(oneEach(facts)), 3)
	return nil
}
