package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

func (r *reader) cues() {
	for _, m := range r.phrases {
		if m.Cue == "" {
			continue
		}
		switch m.Cue {
		case "only", "not":
			continue // constraints looks at these where names stand
		case "task":
			if !r.startsClause(m.First) {
				continue
			}
		case "profile":
			if slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool { return o.Cue == "rating" && o.First <= m.First && m.Last < o.Last }) {
				continue // "overview table"
			}
		case "add":
			if first := m.First; !r.clauseStarts(first) && (first < 2 || !r.clauseStarts(first-1) && !r.clauseStarts(first-2)) && first > 2 {
				continue
			}
		case "about-it":
			r.u.pointing = true
		}
		r.u.cues[m.Cue] = true
	}
	for i, w := range r.words {
		if leaning[w.Fold] && r.clauseStarts(i) {
			r.u.pointing = true
		}
	}
	r.u.addition = r.u.cues["add"]
}

// leaning words at the start of a clause lean on what was said before.
var leaning = set("and", "but", "also", "or", "plus", "ok", "okay", "hmm", "then", "so", "vs", "versus", "compared")

// clauseStarts reports whether word i is the first or stands behind a mark.
func (r *reader) clauseStarts(i int) bool {
	return i == 0 || strings.ContainsAny(r.between(i-1, i), ",;:.!?\n")
}

// startsClause reports whether only polite words stand before word i in its
// sentence.
func (r *reader) startsClause(i int) bool {
	for j := i; j > 0 && !r.clauseStarts(j); j-- {
		if !polite[r.words[j-1].Fold] {
			return false
		}
	}
	return true
}

var polite = set("please", "pls", "plz", "can", "could", "would", "will", "you", "u", "hey", "hi", "hello", "bot", "kindly", "just", "now", "then", "and", "ok", "also", "i", "need", "want", "to", "me", "for", "go", "ahead", "help", "us", "let", "lets", "so", "quickly", "maybe", "yo", "dear", "team", "folks", "all", "there")

// insideCue reports whether a phrase is only part of a longer cue, as "quick"
// is of "quick summary".
func (r *reader) insideCue(m corpus.Mention) bool {
	return slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool {
		return (o.Cue == "profile" || o.Cue == "steps" || o.Cue == "compare" || o.Cue == "frame" || o.Cue == "greeting") && o.First <= m.First && m.Last <= o.Last && o.Last-o.First > m.Last-m.First
	})
}

// manner reports whether a word only says how to answer, or is politeness.
func (r *reader) manner(i int) bool {
	return slices.ContainsFunc(r.phrases, func(m corpus.Mention) bool {
		return m.First <= i && i < m.Last && (m.Cue == "profile" || m.Cue == "greeting" || m.Cue == "thanks" || m.Cue == "frame" || m.Cue == "each-article")
	})
}

// contentCues are made of words that also say something themselves.
var contentCues = set("place", "project", "uses", "other", "rating", "wary", "all-items", "beside", "alternative", "only-after", "steps")
