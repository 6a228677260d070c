package corpus

import (
	"slices"
	"strings"
)

func (r *factReader) paragraph(b Block, p place) {
	if r.labelLines(b, p) {
		return
	}
	form := Sentence
	if isQuestion(p.section.Title) {
		form = Answer
	}
	for _, s := range b.Sentences {
		r.add(p, form, s)
		r.passing(p, s)
	}
}

// labelLines reads a paragraph each line of which is a "Label: value", and
// reports whether it is one.
func (r *factReader) labelLines(b Block, p place) bool {
	var lines []Span
	start := b.Start
	for line := range strings.Lines(r.raw(b.Span)) {
		if span := r.trimmed(Span{start, start + len(line)}); span.Start < span.End {
			lines = append(lines, span)
		}
		start += len(line)
	}
	for _, l := range lines[1:] {
		label, _, ok := strings.Cut(r.raw(l), ":")
		if !ok || r.labelOf(plain([]byte(strings.Trim(label, "*_")))) == nil {
			return len(b.Sentences) == 1 && r.labelled(b.Span, p)
		}
	}
	if len(lines) == 1 {
		return len(b.Sentences) == 1 && r.labelled(b.Span, p)
	}
	if !r.labelled(lines[0], p) {
		return false
	}
	for _, l := range lines[1:] {
		r.labelled(l, p)
	}
	return true
}

func (r *factReader) list(items []Item, p place) {
	for _, it := range items {
		if !r.labelled(it.Span, p) {
			r.entry(it.Span, p)
		}
		if len(it.Items) > 0 {
			nested := p
			nested.context = r.article.Text(it.Span)
			nested.nested = true
			r.list(it.Items, nested)
		}
	}
}

// entry adds one list entry, and what it mentions in passing.
func (r *factReader) entry(s Span, p place) {
	f := r.add(p, Entry, s)
	if head, _, ok := strings.Cut(r.raw(s), ": "); ok && len(r.words(head)) <= 8 {
		f.Head = plain([]byte(head))
		f.HeadSpan = Span{s.Start, s.Start + len(head)}
	}
	r.passing(p, s)
}

// labelled reads "Label: value" where the label is an attribute's, and
// "Name: value" where the name is a technology's and the value its language.
// It reports whether it did.
func (r *factReader) labelled(s Span, p place) bool {
	label, value, ok := strings.Cut(r.raw(s), ":")
	if !ok || len(r.words(label)) > 6 {
		return false
	}
	vs := r.trimmed(Span{s.End - len(strings.TrimLeft(value, "*_ ")), s.End}) // "**Label:** value"
	if vs.Start == vs.End {
		return false
	}
	label = plain([]byte(strings.Trim(label, "*_")))
	specific := len(p.subjects) > 0 && !p.subjects[0].Generic
	if as := r.lexicon.Label(label); len(as) > 0 && p.attr == nil && specific {
		p.attr = as[0]
		if !as[0].List {
			r.add(p, Labelled, vs)
			return true
		}
		for _, part := range r.split(vs) {
			r.entry(part, p)
		}
		return true
	}
	words := r.words(label)
	names := TechnologiesOf(r.lexicon.Names(label, words))
	if len(names) == 1 && !names[0].Generic && len(names[0].Name) >= len(label)-2 {
		value := r.article.Text(vs)
		in := r.named(value)
		if len(in) > 0 && len(r.words(value)) <= 6 && (anyKind(in, "language") || anyKind(in, "runtime")) {
			p.subjects, p.attr = names, r.lexicon.Attribute("language")
			r.add(p, Labelled, vs)
			return true
		}
	}
	return false
}

// split cuts an inline list at commas and semicolons outside brackets.
func (r *factReader) split(s Span) []Span {
	var parts []Span
	depth, start := 0, s.Start
	for i := s.Start; i <= s.End; i++ {
		if i < s.End {
			switch r.article.Source[i] {
			case '(', '[':
				depth++
				continue
			case ')', ']':
				depth--
				continue
			case ',', ';':
				if depth > 0 || i+1 < s.End && !isSpace(r.article.Source[i+1]) {
					continue
				}
			default:
				continue
			}
		}
		if part := r.trimmed(Span{start, i}); part.Start < part.End {
			parts = append(parts, part)
		}
		start = i + 1
	}
	return parts
}

// passing reads the short values that a sentence or entry about a technology
// mentions in passing: the language it is written in, the name of its
// architectural pattern.
func (r *factReader) passing(p place, s Span) {
	if len(p.subjects) == 0 || p.subjects[0].Generic || p.subjects[0].Kind != "framework" && p.subjects[0].Kind != "runtime" {
		return
	}
	raw := r.raw(s)
	words := r.words(raw)
	subject := p.subjects[0]
	names := r.names(raw)
	if len(names) > 0 && names[0].Technology != nil && slices.Contains(p.subjects, names[0].Technology) {
		subject = names[0].Technology
	}
	for _, m := range names {
		if m.Technology == nil || m.Technology.Kind != "language" || !r.saysLanguage(words, m) {
			continue
		}
		at := p
		at.subjects, at.attr = []*Technology{subject}, r.lexicon.Attribute("language")
		name := raw[words[m.First].Start:words[m.Last-1].End]
		for _, possessive := range []string{"'s", "\u2019s"} {
			name = strings.TrimSuffix(name, possessive)
		}
		start := s.Start + words[m.First].Start
		r.add(at, Passing, Span{start, start + len(name)})
		break
	}
	pattern := r.lexicon.Attribute("architecture")
	if pattern == nil {
		return
	}
	for i := range words {
		for _, stems := range pattern.values {
			if !startsWith(words[i:], stems) {
				continue
			}
			at := p
			at.subjects, at.attr = []*Technology{subject}, pattern
			r.add(at, Passing, Span{s.Start + words[i].Start, s.Start + words[i+len(stems)-1].End})
			return
		}
	}
}

func startsWith(words []Word, stems []string) bool {
	if len(words) < len(stems) {
		return false
	}
	for i, stem := range stems {
		if words[i].Stem != stem {
			return false
		}
	}
	return true
}

// saysLanguage reports whether the words around a language's name say that
// something is written in it: "written in PHP", "a Python framework", "in Ruby".
func (r *factReader) saysLanguage(words []Word, m Mention) bool {
	if m.First > 0 {
		switch words[m.First-1].Fold {
		case "in":
			return m.First > 1 && slices.Contains([]string{"write", "framework", "build"}, words[m.First-2].Stem)
		case "for":
			return m.First > 1 && words[m.First-2].Stem == "framework"
		}
	}
	for i := m.Last; i < len(words) && i < m.Last+4; i++ {
		switch words[i].Stem {
		case "framework", "microframework", "runtim":
			return true
		}
	}
	return false
}
