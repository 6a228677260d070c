package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

// help answers greetings, thanks and "what can you do?".
func (c *composer) help() {
	c.ans.Confidence = None
	switch {
	case c.u.cue("thanks"):
		c.ans.Lead = "Glad to help."
	default:
		c.ans.Lead = "Hi. I answer backend questions from " + count(len(c.corpus.Articles), "article") + ", with citations."
	}
	c.ans.Suggestions = c.examples
}

// newExamples returns three questions that are known to work on the corpus; a
// test asks them.
func (e *Engine) newExamples() []string {
	var known []*corpus.Technology
	for _, name := range []string{"Django", "FastAPI", "Spring Boot"} {
		if t := e.lexicon.Technology(name); t != nil && e.evidence.described(t) {
			known = append(known, t)
		}
	}
	if mvp := e.lexicon.Topic("mvp"); len(known) == 3 && mvp != nil && len(e.evidence.byTopic[mvp.Index]) > 0 {
		return []string{"Django or FastAPI?", "cons of Spring Boot", "what suits an MVP?"}
	}
	known = nil
	for _, t := range e.lexicon.Technologies {
		if !t.Generic && e.evidence.described(t) {
			known = append(known, t)
		}
	}
	slices.SortStableFunc(known, func(a, b *corpus.Technology) int {
		return len(e.evidence.about[b.Index]) - len(e.evidence.about[a.Index])
	})
	var out []string
	for i, t := range known {
		if i+1 < len(known) && len(out) == 0 && t.Kind == known[i+1].Kind {
			out = append(out, "compare "+t.Name+" and "+known[i+1].Name)
		}
		if len(out) < 3 {
			out = append(out, "tell me about "+t.Name)
		}
	}
	return out
}

func count(n int, noun string) string {
	word := ""
	if n < len(numerals) {
		word = numerals[n]
	} else {
		word = itoa(n)
	}
	if n != 1 {
		noun += "s"
	}
	return word + " " + noun
}

var numerals = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// refuse declines what is not a question for the articles at all.
func (c *composer) refuse() {
	switch {
	case c.u.cue("injection"):
		c.decline("I only quote the articles, so there is nothing else I could say to that.")
	case c.u.cue("task"):
		c.decline("I quote articles on choosing a backend; I don't write code or run tasks.")
	default:
		c.decline(c.missingOf(nil, nil))
	}
}

// decline turns the answer into a refusal that says what was not found and
// what is near.
func (c *composer) decline(what string) {
	c.ans.Kind = KindNone
	c.ans.Confidence = None
	c.ans.Lead = what
	c.ans.Excerpts, c.ans.Table, c.ans.Recommendations, c.ans.Disagreements, c.ans.Entries = nil, nil, nil, nil, nil
	c.ans.Citations, c.passages, c.gaps = nil, map[passage]int{}, nil
	c.ans.Technologies = names(c.u.Technologies)
	c.ans.Suggestions = c.near()
}

// missingOf says what of the question the articles do not cover.
func (c *composer) missingOf(t *corpus.Technology, attrs []*corpus.Attribute) string {
	if len(c.u.Missing) > 0 {
		compared := ""
		if len(c.u.Technologies) > 0 && t == nil {
			compared = ", so they can't compare that with " + joinList(names(c.u.Technologies), "and")
		}
		return "The articles don't cover " + joinList(names(c.u.Missing), "or") + compared + "." + c.neverStated(c.u.Attributes)
	}
	if t != nil && len(attrs) > 0 {
		var what []string
		for _, a := range attrs {
			what = append(what, lowerLabel(a.Label))
		}
		return "The articles don't say this of " + t.Name + ": " + joinList(what, "or") + "." + c.neverStated(attrs)
	}
	if t != nil {
		if u := c.openTerms(); len(u) > 0 {
			return "The articles say nothing about " + joinList(u, "or") + " for " + t.Name + "."
		}
		return "The articles don't say that about " + t.Name + "."
	}
	if len(c.u.Values) > 0 {
		return "The articles don't say that about " + c.u.Values[0].text + "."
	}
	if u := c.openTerms(); len(u) > 0 {
		return "I found nothing in the articles about " + joinList(u, "and") + "."
	}
	return "I found nothing in the articles about that."
}

func (c *composer) missingOfAll(techs []*corpus.Technology, attrs []*corpus.Attribute) string {
	var what []string
	for _, a := range attrs {
		what = append(what, lowerLabel(a.Label))
	}
	if len(what) == 0 {
		what = labels(c.u.Topics)
	}
	if len(what) == 0 {
		return "The articles don't compare " + joinList(names(techs), "and") + " on that."
	}
	return "The articles don't say this of " + joinList(names(techs), "or") + ": " + joinList(what, "or") + "."
}

func (c *composer) missingNeeds(understood bool) string {
	if understood {
		if l := c.limits(); l != "" {
			return "No technology in the articles fits that (" + l + ")."
		}
	}
	return c.missingOf(nil, nil)
}

// openTerms names at most three of the words that were looked for.
func (c *composer) openTerms() []string {
	var open []string
	for _, t := range c.u.Terms {
		if len(open) < 3 {
			open = append(open, t.raw)
		}
	}
	return open
}

// near suggests questions that do have an answer: on the technology or topic
// at hand if there is one.
func (c *composer) near() []string {
	var out []string
	for _, t := range c.u.Technologies {
		if len(out) == 3 || t.Generic {
			break
		}
		for _, id := range []string{"pros", "cons", "uses", "companies"} {
			attr := c.lexicon.Attribute(id)
			if len(c.stated(t, attr)) > 0 && !c.u.asks(id) && len(out) < 3 {
				out = append(out, questionFor(t, attr))
			}
		}
	}
	for _, m := range c.u.Missing {
		var similar []string
		for _, t := range c.lexicon.Technologies {
			if t.Kind == m.Kind && len(c.evidence.about[t.Index]) > 20 && len(similar) < 2 {
				similar = append(similar, t.Name)
			}
		}
		if len(similar) == 2 && len(out) < 3 {
			out = appendNew(out, "compare "+similar[0]+" and "+similar[1])
		}
	}
	for _, e := range c.examples {
		if len(out) < 3 && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

func questionFor(t *corpus.Technology, attr *corpus.Attribute) string {
	switch attr.ID {
	case "uses":
		return "what is " + t.Name + " used for?"
	case "companies":
		return "who uses " + t.Name + "?"
	}
	return strings.ToLower(attr.Label) + " of " + t.Name
}

// neverStated adds that no article states an attribute of anything.
func (c *composer) neverStated(attrs []*corpus.Attribute) string {
	for _, a := range attrs {
		if a.Topic == "" && !slices.ContainsFunc(c.corpus.Facts, func(f *corpus.Fact) bool { return f.Attribute == a }) && len(a.Labels) > 0 {
			return " No article states the " + lowerLabel(a.Label) + " of anything."
		}
	}
	return ""
}
