package answer

import (
	"slices"

	"backendbot/corpus"
)

// weakAttributes give way to whatever else a question asks for: their words
// ("what is", "used for", "come with") are in many questions about other
// things.
var weakAttributes = set("description", "features", "uses", "examples", "role", "concerns", "prefer", "compatible", "support", "language")

// kindOf decides what kind of answer is wanted, and settles what only the kind
// can settle: whether a language is the subject or a limit.
func (e *Engine) kindOf(u *Understanding) string {
	if u.cue("injection") {
		return KindNone
	}
	if u.cue("task") && !u.cue("compare") && !u.cue("recommend") {
		return KindNone
	}
	e.specificTechs(u)
	if e.smallTalk(u) {
		return KindHelp
	}
	if u.cue("task") {
		return KindNone
	}
	e.settle(u)
	if len(u.Only) > 0 && !u.cue("recommend") && !u.cue("list") && u.Class == "" && len(u.Technologies) > 0 && slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return !weakAttributes[a.ID] }) {
		u.Technologies, u.Only = merged(u.Technologies, u.Only), nil
	}
	n := len(u.Technologies)
	if n == 1 && u.Technologies[0].Generic && len(u.Values) > 0 {
		u.Technologies, n = nil, 0
	}
	if n == 1 && u.Technologies[0].Generic && !e.statedGeneric(u) {
		n = 0 // "backend" alone says nothing: the passages decide
	}
	needs := slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.Need })
	switch {
	case n == 0 && len(u.Missing) > 0 && len(u.Only)+len(u.Not) == 0,
		len(u.Missing) > 0 && n > 0 && !slices.ContainsFunc(u.Technologies, func(t *corpus.Technology) bool { return t.Kind != "language" && t.Kind != "concept" }):
		return KindNone
	case len(u.Missing) > 0 && n == 1 && (u.linked || u.cue("compare") || u.cue("better")) && len(u.Attributes)+len(u.Topics)+len(u.Only) == 0:
		return KindNone // one side of a comparison is not a comparison
	case u.paired:
		return KindLookup
	case n >= 2:
		return KindCompare
	case n == 1 && (u.Technologies[0].Kind == "concept" || u.Technologies[0].Kind == "api" && u.asks("compatible")) && (u.cue("recommend") || u.cue("list") || u.asks("compatible")) && e.hasCompatible(u.Technologies[0]):
		return KindList
	case n == 1 && u.cue("disagree") && (len(u.Topics)+len(u.Attributes) > 0 || len(u.Terms) > 0 && !u.cue("profile")):
		return KindDisagreement
	case n == 1 && wantsChoice(u):
		u.Beside = append(u.Beside, u.Technologies...)
		u.Technologies = nil
		return KindRecommend
	case n == 1 && len(u.Values) == 0 && len(u.Attributes)+len(u.Topics)+len(u.Terms) == 0,
		n == 1 && u.cue("profile") && len(u.Topics) == 0,
		n == 1 && u.defined && len(u.Topics) == 0 && !slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return !a.List && !weakAttributes[a.ID] }) && !e.speaks(u.Technologies[0], u.Terms):
		return KindProfile
	case n == 1:
		return KindLookup
	case n == 0 && len(u.Articles) > 0 && len(u.Topics) == 0 && (u.Class != "" || u.cue("all-items")):
		return KindList
	case e.valueList(u) && !(u.cue("recommend") && needs):
		return KindList
	case u.cue("list") && u.cue("each-article") && needs:
		return KindList
	case u.cue("steps") || u.cue("each-article"):
		return KindConcept
	case u.After+u.Before > 0 || u.Stars > 0 || u.Rating != "" && (u.asks("scalability") || u.asks("performance") || u.asks("community") || u.asks("popularity") || u.asks("setup")):
		return KindList
	case u.cue("wary") && len(u.Topics) > 0:
		return KindList
	case needs && u.cue("list-all") && u.cue("list"):
		return KindList
	case needs && !u.cue("list-all") && u.cue("list") && len(u.Values) == 0 && !u.asks("cons") && u.Rating == "":
		return KindRecommend
	case u.cue("list") && !u.cue("recommend") && (len(u.Only) > 0 || u.Class != "" || len(u.Topics) > 0):
		return KindList
	case u.cue("recommend") && (needs || len(u.Only)+len(u.Not)+len(u.Terms) > 0):
		return KindRecommend
	case needs && (u.cue("better") || u.Class != "" && u.question && !u.asks("description") || len(u.Only)+len(u.Not) > 0):
		return KindRecommend
	case len(u.Only) > 0 && (u.cue("list") || u.Class != ""):
		return KindList
	case u.cue("list") && (len(u.Topics)+len(u.Attributes)+len(u.Only) > 0):
		return KindList
	case len(u.Only)+len(u.Not) > 0 && (needs || u.cue("recommend")):
		return KindRecommend
	case needs && !u.worded && len(u.Values) == 0 && (u.cue("project") || len(u.Topics) > 1 && !u.question):
		return KindRecommend // a statement of needs asks for what meets them
	}
	if len(u.Only) > 0 && len(u.Topics)+len(u.Attributes)+len(u.Values) == 0 && len(u.Terms) <= 1 && !u.worded {
		return KindRecommend // "we only know Python"
	}
	return KindConcept
}

// specificTechs drops generic names ("back end") where others are asked about,
// and puts broader names in the place of those that no article describes.
func (e *Engine) specificTechs(u *Understanding) {
	generic := 0
	for _, t := range u.Technologies {
		if t.Generic {
			generic++
		}
	}
	if generic == 0 || generic == len(u.Technologies) {
		return
	}
	for _, t := range u.Technologies {
		if topic := e.lexicon.Topic(corpus.Fold(t.Name)); t.Generic && topic != nil {
			u.Topics = appendNew(u.Topics, topic) // "front-end libraries for Meteor"
		}
	}
	u.Technologies = slices.DeleteFunc(slices.Clone(u.Technologies), func(t *corpus.Technology) bool { return t.Generic })
}

// wantsChoice reports whether a question that names one technology asks what
// to take besides or instead of it.
func wantsChoice(u *Understanding) bool {
	needs := slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.Need })
	return (u.cue("recommend") || !u.worded && needs) && u.Technologies[0].Kind == "framework" && (u.cue("beside") || u.cue("alternative"))
}

func (e *Engine) smallTalk(u *Understanding) bool {
	if len(u.Technologies)+len(u.Missing)+len(u.Only)+len(u.Not)+len(u.Values) > 0 {
		return false
	}
	needs := slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.Need })
	asked := slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return a.ID != "support" }) ||
		u.Class != "" || u.Stars > 0 || u.Rating != "" || u.After+u.Before > 0 || u.cue("recommend") || u.cue("list") || u.cue("steps") || len(u.Articles) > 0
	if u.cue("capabilities") && len(u.Topics)+len(u.Terms) == 0 && !asked {
		return true
	}
	if u.cue("thanks") && !u.question && !needs && !asked && len(u.Terms) <= 2 {
		return true
	}
	if u.cue("capabilities") && len(u.Topics)+len(u.Terms) == 0 {
		return true
	}
	if !u.cue("greeting") && !u.cue("thanks") {
		return len(u.words) == 0
	}
	return len(u.Topics) == 0 && len(u.Attributes) == 0 && len(u.Terms) <= 1 && !asked
}

// settle decides for languages and runtimes beside other names whether they
// are asked about or only narrow the choice.
func (e *Engine) settle(u *Understanding) {
	e.inPassing(u)
	if u.paired = pairing(u); u.paired {
		return // each as it was named
	}
	e.broaden(u)
	e.conceptTopics(u)
	if !u.cue("recommend") && u.Class == "" {
		// "a Spring shop": without a choice to make the framework is meant.
		for _, t := range u.Only {
			if t.Kind == "framework" && len(u.Technologies) == 0 {
				u.Technologies = appendNew(u.Technologies, t)
			}
		}
		if len(u.Technologies) > 0 {
			u.Only = slices.DeleteFunc(slices.Clone(u.Only), func(t *corpus.Technology) bool { return slices.Contains(u.Technologies, t) })
		}
	}
	choosing := u.cue("recommend") || u.cue("list") || u.Class == "framework"
	var frameworks, languages []*corpus.Technology
	for _, t := range u.Technologies {
		switch t.Kind {
		case "language", "runtime":
			languages = append(languages, t)
		default:
			frameworks = append(frameworks, t)
		}
	}
	switch {
	case !u.linked && !u.cue("compare") && len(languages) > 0 && len(u.Attributes) == 0 && slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.Need }) &&
		!slices.ContainsFunc(frameworks, func(t *corpus.Technology) bool { return t.Kind != "database" }) && len(frameworks) > 0:
		// "the same JS code everywhere, data in MongoDB": means, not subjects.
		u.Only = append(u.Only, languages...)
		for _, t := range frameworks {
			for _, w := range corpus.Words(t.Name) {
				u.Terms = append(u.Terms, term{fold: w.Fold, raw: w.Fold, stem: w.Stem, aside: true})
			}
		}
		u.Technologies = nil
		u.cues["recommend"] = true
	case len(languages) > 0 && len(frameworks) > 0 && !u.cue("compare") && len(u.Carried) == 0:
		// "Phoenix / Elixir", "is Django written in Python?": the framework is meant.
		if len(languages) == len(u.Technologies) {
			return
		}
		if (!u.linked || len(u.Technologies) == 2 && slices.Contains(e.evidence.languagesOf(frameworks[0]), languages[0])) && slices.ContainsFunc(frameworks, func(t *corpus.Technology) bool { return t.Kind == "framework" }) {
			u.Technologies = frameworks
		}
	case len(languages) > 0 && len(frameworks) == 0 && u.asks("language") && u.cue("list") && !u.cue("compare"):
		u.Only = append(u.Only, languages...)
		u.Technologies, u.Class, u.Topics, u.Terms = nil, "", nil, nil
	case len(languages) > 0 && len(frameworks) == 0 && choosing && u.Class != "language" && len(u.Attributes) == 0,
		len(languages) > 0 && len(frameworks) == 0 && u.Class == "framework":
		u.Only = append(u.Only, languages...)
		u.Technologies = nil
	case len(languages) == 1 && len(frameworks) == 0 && u.Class != "language" && slices.ContainsFunc(u.Topics, func(t *corpus.Topic) bool { return t.Need }) &&
		(u.cue("recommend") || !u.worded && u.medium || (!u.worded || u.medium) && !slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return !weakAttributes[a.ID] })):
		u.cues["recommend"] = true
		u.Only = append(u.Only, languages...)
		u.Technologies = nil
	}
	// "Only Django" without a choice to make means Django.
	if len(u.Only) > 0 && len(u.Technologies) == 0 && !u.cue("recommend") && !u.cue("list") && u.Class == "" && len(u.Attributes) > 0 {
		u.Technologies, u.Only = u.Only, nil
	}
}

// broaden replaces technologies that the articles only describe under a
// broader name: PostgreSQL under SQL databases.
func (e *Engine) broaden(u *Understanding) {
	var out []*corpus.Technology
	for _, t := range u.Technologies {
		if t.Broader != "" && !e.evidence.described(t) {
			t = e.lexicon.Technology(t.Broader)
		}
		out = appendNew(out, t)
	}
	u.Technologies = out
}

// valueList reports whether a question asks what a company or person uses,
// owns or made.
func (e *Engine) valueList(u *Understanding) bool {
	if len(u.Values) == 0 {
		return false
	}
	if u.asks("companies") || u.asks("owner") || u.asks("developer") || u.cue("list") || u.cue("uses") {
		return true
	}
	return len(u.Topics) == 0 && len(u.Terms) <= 1
}

// inPassing turns a technology that no article describes into a word to match
// when the question is about needs: "Angular-like structure", "with MongoDB".
func (e *Engine) inPassing(u *Understanding) {
	described := slices.ContainsFunc(u.Technologies, func(t *corpus.Technology) bool { return e.evidence.described(t) })
	if len(u.Topics) == 0 && !described || u.cue("compare") && len(u.Technologies) > 1 {
		return
	}
	if u.linked || !described && u.worded && !u.cue("recommend") {
		return // "React or Vue?", "is Firebase good for that?"
	}
	var kept []*corpus.Technology
	for _, t := range u.Technologies {
		if t.Generic || e.evidence.described(t) || t.Kind == "language" || t.Kind == "concept" || t.Broader != "" && u.question && !u.cue("recommend") {
			kept = append(kept, t)
			continue
		}
		for _, w := range corpus.Words(t.Name) {
			u.Terms = appendNew(u.Terms, term{fold: w.Fold, raw: w.Fold, stem: w.Stem})
		}
	}
	u.Technologies = kept
}

// statedGeneric reports whether the articles state an asked attribute of a
// generic technology: the benefits of backend frameworks, say.
func (e *Engine) statedGeneric(u *Understanding) bool {
	if len(u.Topics) > 0 {
		return false
	}
	for _, f := range e.evidence.about[u.Technologies[0].Index] {
		if f.Attribute != nil && f.Attribute.Polarity != "" && slices.Contains(u.Attributes, f.Attribute) {
			return true
		}
	}
	return false
}

// speaks reports whether any fact about the technology uses one of the terms.
func (e *Engine) speaks(t *corpus.Technology, terms []term) bool {
	return slices.ContainsFunc(e.evidence.about[t.Index], func(f *corpus.Fact) bool {
		return slices.ContainsFunc(terms, func(t term) bool { return holds(f.Terms, t.stem) })
	})
}

// conceptTopics turns concepts into needs where something is to be chosen for
// them: "microservices on the JVM, what should we use?".
func (e *Engine) conceptTopics(u *Understanding) {
	beside := len(u.Technologies) > 1 && !u.linked && !u.cue("compare") // "is Django good for microservices?"
	if !u.cue("recommend") && len(u.Only) == 0 && !u.cue("list") && !beside || u.asks("compatible") {
		return
	}
	var kept []*corpus.Technology
	for _, t := range u.Technologies {
		topic := e.topicNamed(t)
		if t.Kind != "concept" || t.Generic || topic == nil {
			kept = append(kept, t)
			continue
		}
		u.Topics = appendNew(u.Topics, topic)
	}
	u.Technologies = kept
}

// topicNamed returns the topic that has the technology's name among its words,
// or nil.
func (e *Engine) topicNamed(t *corpus.Technology) *corpus.Topic { return e.evidence.topicOf[t.Index] }

// hasCompatible reports whether an article says what is compatible with it.
func (e *Engine) hasCompatible(t *corpus.Technology) bool {
	return slices.ContainsFunc(e.evidence.about[t.Index], func(f *corpus.Fact) bool { return f.Attribute != nil && f.Attribute.ID == "compatible" })
}
