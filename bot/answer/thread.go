package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

// carry takes over from the thread what a follow-up leaves out: technologies,
// attributes, topics, constraints, and so the kind.
func (e *Engine) carry(u, before *Understanding) {
	if before == nil || before.Kind == KindHelp || before.Kind == KindNone && before.empty() {
		return
	}
	if u.cue("greeting") && u.empty() || u.cue("thanks") && u.empty() || u.cue("injection") || u.cue("task") {
		return
	}
	var carried []string
	short := u.length <= 5
	hasTech := len(u.Technologies) > 0 && !allGeneric(u.Technologies)
	constrained := len(u.Only)+len(u.Not) > 0
	asks := len(u.Attributes)+len(u.Topics)+len(u.Values) > 0
	switch {
	case before.Kind == KindRecommend && (constrained || hasTech && !asks && allLanguages(u.Technologies)):
		// "but we only know Python"
		if hasTech && allLanguages(u.Technologies) {
			u.Only = append(u.Only, u.Technologies...)
			u.Technologies = nil
		}
		u.Topics = merged(before.Topics, u.Topics)
		u.NotTopics = merged(before.NotTopics, u.NotTopics)
		u.Terms = append(slices.Clone(before.Terms), u.Terms...)
		for _, t := range before.Only {
			if len(u.Only) == 0 {
				u.Only = appendNew(u.Only, t)
			}
		}
		u.Not = merged(before.Not, u.Not)
		u.cues["recommend"] = true
		carried = append(carried, labels(before.Topics)...)
	case before.Kind == KindRecommend && !hasTech && u.pointing && short && len(u.Topics) > 0 && len(u.Attributes) == 0:
		// "and if it has to be cheap?"
		u.Topics = merged(before.Topics, u.Topics)
		u.Only, u.Not = merged(before.Only, u.Only), merged(before.Not, u.Not)
		u.cues["recommend"] = true
		carried = append(carried, labels(before.Topics)...)
	case len(u.Values) > 0 && before.Kind == KindList && !hasTech && len(before.Values) > 0 && len(u.Attributes) == 0:
		// "and Accenture?"
		u.Attributes = merged(before.Attributes, nil)
		u.cues["list"] = true
	case u.addition && hasTech && len(before.Technologies) > 0 && len(u.Attributes) == 0:
		// "now add Laravel to that"
		carried = append(carried, attributeLabels(before.Attributes)...)
		carried = append(carried, names(before.Technologies)...)
		u.Technologies = merged(before.Technologies, u.Technologies)
		u.Attributes = merged(before.Attributes, u.Attributes)
		u.Topics = merged(before.Topics, u.Topics)
	case hasTech && u.cue("compare") && u.pointing && len(before.Technologies) > 0 && len(u.Technologies) == 1:
		// "how does that stack up against Flask?"
		carried = append(carried, names(before.Technologies)...)
		u.Technologies = merged(before.Technologies, u.Technologies)
		if !asks {
			u.Attributes = merged(before.Attributes, u.Attributes)
			u.Topics = merged(before.Topics, u.Topics)
			carried = append(carried, attributeLabels(before.Attributes)...)
		}
	case hasTech && !asks && short && (u.pointing || len(u.Technologies) == 1) && (u.pointing || len(u.Terms) == 0) && u.length <= 3:
		// "what about Flask?"
		if before.Kind == KindCompare && len(before.Technologies) > 0 {
			u.Technologies = merged(before.Technologies, u.Technologies)
			carried = append(carried, names(before.Technologies)...)
		}
		u.Attributes = merged(before.Attributes, u.Attributes)
		u.Topics = merged(before.Topics, u.Topics)
		if len(before.Terms) <= 3 {
			u.Terms = append(u.Terms, before.Terms...)
		}
		carried = append(carried, attributeLabels(before.Attributes)...)
		if len(before.Attributes) == 0 {
			carried = append(carried, labels(before.Topics)...)
		}
	case !hasTech && len(u.Missing) == 0 && len(before.Technologies) > 0 && (u.pointing || asks && short || short && len(u.Terms) <= 2) && !constrained && !u.cue("steps") && (u.Class == "" || len(u.Attributes) > 0) && !(u.cue("list") && u.cue("other")):
		// "and its cons?"
		u.Technologies = slices.Clone(before.Technologies)
		carried = append(carried, names(before.Technologies)...)
	}
	u.Carried = carried
}

func allGeneric(techs []*corpus.Technology) bool {
	return !slices.ContainsFunc(techs, func(t *corpus.Technology) bool { return !t.Generic })
}

func allLanguages(techs []*corpus.Technology) bool {
	return len(techs) > 0 && !slices.ContainsFunc(techs, func(t *corpus.Technology) bool { return t.Kind != "language" && t.Kind != "runtime" })
}

func merged[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, v := range b {
		out = appendNew(out, v)
	}
	return out
}

func labels(topics []*corpus.Topic) []string {
	var out []string
	for _, t := range topics {
		out = append(out, t.Label)
	}
	return out
}

func attributeLabels(attrs []*corpus.Attribute) []string {
	var out []string
	for _, a := range attrs {
		out = append(out, strings.ToLower(a.Label))
	}
	return out
}

func names(techs []*corpus.Technology) []string {
	var out []string
	for _, t := range techs {
		out = append(out, t.Name)
	}
	return out
}
