package eval

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"backendbot/bot/answer"
)

// An Expect is what the answer to a question must hold. Every expectation
// counts; an empty one always holds.
type Expect struct {
	Technologies    []string   `json:"technologies"`     // named in the text or the technologies
	MustContain     [][]string `json:"must_contain"`     // of each list, one in the text
	MustNotContain  []string   `json:"must_not_contain"` // none in the text
	Cite            []string   `json:"cite"`             // one of them cited
	CiteAll         []string   `json:"cite_all"`         // all of them cited
	AnyTechnologies []string   `json:"any_technologies"` // at least MinNamed of them named
	MinNamed        int        `json:"min_named"`
	Forbidden       []string   `json:"forbidden_technologies"` // none among the technologies
	Table           *Table     `json:"table"`

	// Abstain wants the question declined, and nothing else but MustNotContain.
	// Greeting without Abstain wants it met as chit-chat, and no citation.
	Abstain  bool `json:"abstain"`
	Greeting bool `json:"greeting"`
}

// Articles that sets call A1 to A5: the ids of the restated edition and of the
// original file.
var articles = []struct{ short, edition, original string }{
	{"A1", "hexadecimal-2025", "000_be09093185c059e2"},
	{"A2", "kushwaha-2025", "001_3e09ce3ddba9e306"},
	{"A3", "scopic-2024", "002_1e9bd77c9559e6d7"},
	{"A4", "must-know-2023", "003_3e7021ebc7fee013"},
	{"A5", "ten-frameworks-2025", "004_1dca9e909020dc51"},
}

// Problems says which expectations an answer does not meet, a short sentence
// for each, in a fixed order; none when it passes.
func (x *Expect) Problems(a *answer.Answer) []string {
	text, cited := fold(a.Text), citedArticles(a)
	var problems []string
	add := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	for _, token := range x.MustNotContain {
		if text.contains(token) {
			add("contains %q", token)
		}
	}
	switch {
	case x.Abstain:
		if !declined(a) {
			add("answered, should have declined")
		}
		return problems
	case x.Greeting:
		if !declined(a) {
			add("treated chit-chat as a question")
		}
		if len(cited) > 0 {
			add("cited articles in chit-chat")
		}
		return problems
	case declined(a):
		add("declined")
		return problems
	}
	named := a.Text + " \n " + strings.Join(a.Technologies, " ; ")
	for _, t := range x.Technologies {
		if !names(named, t) {
			add("does not name %s", t)
		}
	}
	if n := countNamed(named, x.AnyTechnologies); len(x.AnyTechnologies) > 0 && n < x.MinNamed {
		add("names %d of %d wanted from %s", n, x.MinNamed, quoted(x.AnyTechnologies))
	}
	for _, t := range x.Forbidden {
		if slices.ContainsFunc(a.Technologies, func(r string) bool { return names(r, t) }) {
			add("recommends %s", t)
		}
	}
	for _, tokens := range x.MustContain {
		if !slices.ContainsFunc(tokens, text.contains) {
			add("lacks any of %s", quoted(tokens))
		}
	}
	isCited := func(id string) bool { return slices.Contains(cited, id) }
	if len(x.Cite) > 0 && !slices.ContainsFunc(x.Cite, isCited) {
		add("cites %s, none of %s", quoted(cited), quoted(x.Cite))
	}
	if missing := slices.DeleteFunc(slices.Clone(x.CiteAll), isCited); len(missing) > 0 {
		add("does not cite %s", quoted(missing))
	}
	return append(problems, x.Table.problems(a.Table)...)
}

// check reports an expectation that could never be meant.
func (x *Expect) check() error {
	if slices.Contains(slices.Concat(x.Technologies, x.AnyTechnologies, x.Forbidden), "") {
		return errors.New("a technology without a name")
	}
	return x.Table.check()
}

// declined reports whether an answer says that there is none, or is the help
// that meets chit-chat.
func declined(a *answer.Answer) bool {
	return a.Confidence == answer.None || a.Kind == answer.KindHelp
}

// citedArticles returns what an answer cites as sets call it, sorted.
func citedArticles(a *answer.Answer) []string {
	cited := map[string]bool{}
	for _, c := range a.Citations {
		cited[articleID(c.Article)] = true
	}
	return slices.Sorted(maps.Keys(cited))
}

// articleID returns A1 to A5 for a known article, else the id itself.
func articleID(id string) string {
	id = trimSpace(id)
	for _, a := range articles {
		if strings.EqualFold(id, a.short) || strings.Contains(id, a.edition) || strings.Contains(id, a.original) {
			return a.short
		}
	}
	return id
}

func countNamed(text string, technologies []string) int {
	n := 0
	for _, t := range technologies {
		if names(text, t) {
			n++
		}
	}
	return n
}

func quoted(list []string) string { return fmt.Sprintf("%q", list) }
