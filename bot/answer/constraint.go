package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
)

// constraints sorts the names: asked about, the only ones allowed, ruled out.
func (r *reader) constraints() {
	type sorted struct {
		corpus.Mention
		role string
	}
	var list []sorted
	for k, m := range r.names {
		for i := m.First; i < m.Last; i++ {
			r.used[i] = true
		}
		if k > 0 && r.joined(r.names[k-1].Last, m.First) {
			between := r.u.Text[r.words[r.names[k-1].Last-1].End:r.words[m.First].Start]
			if r.names[k-1].Last < m.First || strings.ContainsAny(between, "/,&+") || len(r.names) > 2 {
				r.u.linked = true
			}
		}
		if m.Technology != nil && m.First > 0 && (r.words[m.First-1].Fold == "in" || r.words[m.First-1].Fold == "with" || r.words[m.First-1].Fold == "using") {
			r.u.medium = true
		}
		role := ""
		switch {
		case m.Technology != nil && m.Technology.Generic:
		case r.before(m.First, "not") || r.after(m.Last, "not"):
			role = "not"
		case r.before(m.First, "only") || r.after(m.Last, "only"):
			role = "only"
		}
		if role == "" && k > 0 && r.joined(r.names[k-1].Last, m.First) && list[k-1].role != "" {
			role = list[k-1].role
		}
		list = append(list, sorted{m, role})
	}
	for _, s := range list {
		var members []*corpus.Technology
		if s.Family != nil {
			for _, name := range s.Family.Members {
				members = append(members, r.lexicon.Technology(name))
			}
			if s.role == "" {
				s.role = "only"
			}
		} else {
			members = []*corpus.Technology{s.Technology}
		}
		for _, t := range members {
			switch s.role {
			case "not":
				r.u.Not = appendNew(r.u.Not, t)
			case "only":
				r.u.Only = appendNew(r.u.Only, t)
			default:
				if t.Generic && !r.evidence.mentions(t) {
					continue
				}
				if !r.evidence.mentions(t) {
					r.u.Missing = appendNew(r.u.Missing, t)
					continue
				}
				r.u.Technologies = appendNew(r.u.Technologies, t)
			}
		}
	}
}

// before reports whether a cue of that id ends at most two small words before
// word i, in the same sentence. A cue inside a longer one of another kind does
// not count: "never" in "never heard of".
func (r *reader) before(i int, cue string) bool {
	for _, m := range r.phrases {
		if m.Cue != cue || m.Last > i || r.sentence[m.Last-1] != r.sentence[i] {
			continue
		}
		if slices.ContainsFunc(r.phrases, func(o corpus.Mention) bool {
			return o.Cue == "profile" && o.First <= m.First && m.Last < o.Last
		}) {
			continue
		}
		ok := i-m.Last <= 2
		for j := m.Last; j < i; j++ {
			ok = ok && r.lexicon.Filler(r.words[j].Fold) && !linking[r.words[j].Fold] && r.clauseSame(j, j+1)
		}
		if ok && r.clauseSame(m.Last-1, m.Last) {
			return true
		}
	}
	return false
}

// clauseSame reports whether no comma or the like stands between two words.
func (r *reader) clauseSame(i, j int) bool {
	if j >= len(r.words) {
		return true
	}
	return !strings.ContainsAny(r.between(i, j), ",;:()")
}

// after reports whether a cue that follows its name ("Python only", "PHP
// devs", "Java is out") starts at word i.
func (r *reader) after(i int, cue string) bool {
	if i >= len(r.words) || i > 0 && r.sentence[i] != r.sentence[i-1] || !r.clauseSame(i-1, i) {
		return false
	}
	return slices.ContainsFunc(r.phrases, func(m corpus.Mention) bool { return m.Cue == cue+"-after" && m.First == i })
}

// joined reports whether only joining words stand between two names.
func (r *reader) joined(from, to int) bool {
	if to-from > 2 {
		return false
	}
	for i := from; i < to; i++ {
		if !linking[r.words[i].Fold] || r.words[i].Fold == "not" || r.words[i].Fold == "but" {
			return false
		}
	}
	return true
}
