package corpus

import (
	"slices"
	"strings"
)

// factReader turns an article's sections into facts.
//
// Articles are read at the same time, each by a reader of its own; the reader
// of a corpus that is not changing otherwise needs no lock.
type factReader struct {
	lexicon *Lexicon
	article *Article
	corpus  *Corpus
	facts   []*Fact
	asides  []*Fact
	folds   map[string]bool // every folded word of the article
	group   int
	stems   stemmer
	texts   map[string][]Word // each text is cut into words once
}

func newFactReader(c *Corpus, a *Article) *factReader {
	return &factReader{
		lexicon: c.Lexicon, corpus: c, article: a, folds: map[string]bool{},
		stems: stemmer{memo: map[string]string{}}, texts: map[string][]Word{},
	}
}

// words cuts a text into words.
func (r *factReader) words(text string) []Word {
	if words, ok := r.texts[text]; ok {
		return words
	}
	words := r.stems.words(text)
	r.texts[text] = words
	return words
}

// names returns the names in a text.
func (r *factReader) names(text string) []Mention { return r.lexicon.Names(text, r.words(text)) }

// named returns the technologies that a text names.
func (r *factReader) named(text string) []*Technology { return TechnologiesOf(r.names(text)) }

// place is where a fact stands.
type place struct {
	section  *Section
	chunk    *Chunk
	subjects []*Technology
	attr     *Attribute
	context  string
	nested   bool
}

// read fills the reader with the article's facts.
func (r *factReader) read() {
	for _, s := range r.article.Sections {
		s.Names = r.named(s.Title)
		chunk := r.corpus.chunkOf[s]
		if s.Aside {
			r.aside(s)
			continue
		}
		if chunk == nil && len(s.Children) == 0 {
			continue
		}
		subjects := r.subjects(s)
		p := place{section: s, chunk: chunk, subjects: subjects, attr: r.sectionAttribute(s)}
		if isQuestion(s.Title) {
			p.context = s.Title
		}
		r.headingFacts(s, p)
		if chunk == nil {
			continue
		}
		for i, b := range s.Blocks {
			r.group++
			switch {
			case b.Table != nil:
				r.table(b.Table, p)
			case b.List != nil:
				at := p
				if i > 0 {
					at = r.introduced(s.Blocks[i-1], p)
				}
				r.list(b.List.Items, at)
			default:
				r.paragraph(b, p)
			}
		}
	}
}

// aside keeps the statements of a section about the page itself apart from the
// facts.
func (r *factReader) aside(s *Section) {
	chunk := r.corpus.chunkOf[s]
	if chunk == nil {
		return
	}
	before := len(r.facts)
	for _, b := range s.Blocks {
		r.group++
		p := place{section: s, chunk: chunk}
		switch {
		case b.List != nil:
			r.list(b.List.Items, p)
		case b.Table == nil:
			for _, span := range b.Sentences {
				r.add(p, Sentence, span)
			}
		}
	}
	for _, f := range r.facts[before:] {
		f.ID = -1
		r.asides = append(r.asides, f)
	}
	r.facts = r.facts[:before]
}

// subjects returns what a section is about: the technologies that its nearest
// heading names. A language in brackets qualifies a framework ("Django
// (Python)"), frameworks in brackets narrow a language ("PHP (Laravel)").
func (r *factReader) subjects(s *Section) []*Technology {
	for ; s != nil && s.Level > 1; s = s.Parent {
		if isQuestion(s.Title) {
			return specific(r.named(s.Title))
		}
		techs := r.named(s.Title)
		if len(techs) == 0 {
			continue
		}
		outer, inner := r.brackets(s.Title)
		if len(outer) > 0 && len(inner) > 0 {
			if outer[0].Kind != "framework" && anyKind(inner, "framework") {
				return inner
			}
			return outer
		}
		return specific(techs)
	}
	return nil
}

// specific drops generic names where others are named too.
func specific(techs []*Technology) []*Technology {
	var kept []*Technology
	for _, t := range techs {
		if !t.Generic {
			kept = append(kept, t)
		}
	}
	if len(kept) == 0 {
		return techs
	}
	return kept
}

func anyKind(techs []*Technology, kind string) bool {
	return slices.ContainsFunc(techs, func(t *Technology) bool { return t.Kind == kind })
}

// brackets returns the technologies named before and in a heading's brackets.
func (r *factReader) brackets(title string) (outer, inner []*Technology) {
	open := strings.IndexByte(title, '(')
	end := strings.LastIndexByte(title, ')')
	if open < 0 || end < open {
		return nil, nil
	}
	names := func(s string) []*Technology {
		return r.named(s)
	}
	return names(title[:open]), names(title[open+1 : end])
}

// isQuestion reports whether a heading asks a question.
func isQuestion(title string) bool { return strings.HasSuffix(strings.TrimSpace(title), "?") }

// sectionAttribute returns the attribute that a section's heading or one of
// its ancestors' labels, up to the heading that names its subject.
func (r *factReader) sectionAttribute(s *Section) *Attribute {
	for ; s != nil && s.Level > 1; s = s.Parent {
		if a := r.labelOf(s.Title); a != nil {
			return a
		}
		if len(r.names(s.Title)) > 0 {
			return nil
		}
	}
	return nil
}

// labelOf returns the attribute that a label stands for: "Pros", "Pros of
// Django", "Why use X" and the like. Names and joining words around the label
// do not matter.
func (r *factReader) labelOf(label string) *Attribute {
	label = strings.TrimSuffix(strings.TrimSpace(label), ":")
	if as := r.lexicon.Label(label); len(as) > 0 {
		return as[0]
	}
	words := r.words(label)
	if len(words) > 8 {
		return nil
	}
	var rest []Word
	for i := 0; i < len(words); {
		if m, ok := r.lexicon.nameAt(words, i); ok {
			i = m.Last
			continue
		}
		if !slices.Contains(joiningWords, words[i].Fold) {
			rest = append(rest, words[i])
		}
		i++
	}
	if as := r.lexicon.labels[stemKey(rest)]; len(as) > 0 && len(rest) > 0 {
		return as[0]
	}
	return nil
}

var joiningWords = []string{"of", "for", "the", "in", "with", "to", "a", "an", "using", "its", "are", "is"}

// introduced returns the place of a list that a paragraph ending in a colon
// introduces with a label.
func (r *factReader) introduced(before Block, p place) place {
	if before.List != nil || before.Table != nil || before.End == 0 {
		return p
	}
	text := strings.TrimSpace(r.article.Text(before.Span))
	label, ok := strings.CutSuffix(text, ":")
	if !ok {
		return p
	}
	if i := strings.LastIndexAny(label, ".!?"); i >= 0 {
		label = label[i+1:]
	}
	if a := r.labelOf(label); a != nil {
		p.attr = a
	}
	return p
}

// headingFacts reads "Django (Python)" as the language of Django, and
// "PHP (Laravel)" as that of Laravel.
func (r *factReader) headingFacts(s *Section, p place) {
	outer, inner := r.brackets(s.Title)
	if len(outer) == 0 || len(inner) == 0 {
		return
	}
	language := r.lexicon.Attribute("language")
	open := s.Heading.Start + strings.IndexByte(r.raw(s.Heading), '(') + 1
	end := s.Heading.Start + strings.LastIndexByte(r.raw(s.Heading), ')')
	p.attr = language
	switch {
	case outer[0].Kind == "framework" && (anyKind(inner, "language") || anyKind(inner, "runtime")):
		p.subjects = outer
		r.add(p, Heading, Span{open, end})
	case outer[0].Kind == "language" && anyKind(inner, "framework"):
		p.subjects = inner
		r.add(p, Heading, r.trimmed(Span{s.Heading.Start, open - 1}))
	}
}

func (r *factReader) raw(s Span) string { return string(r.article.Source[s.Start:s.End]) }

func (r *factReader) trimmed(s Span) Span {
	m := markdownReader{source: r.article.Source}
	s, _ = m.trim(s)
	return s
}

// add appends a fact and annotates it.
func (r *factReader) add(p place, form Form, s Span) *Fact {
	text := r.article.Text(s)
	words := r.words(text)
	names := r.named(text)
	f := &Fact{
		Subjects: p.subjects, Attribute: p.attr, Form: form, Text: text, Span: s,
		Article: r.article, Section: p.section, Chunk: p.chunk, Group: r.group, Nested: p.nested, Names: names,
	}
	// An entry that begins by naming one of several subjects is about that one.
	if len(p.subjects) > 1 && (form == Entry || form == Sentence || form == Answer) {
		var own []*Technology
		for _, t := range names {
			if slices.Contains(p.subjects, t) {
				own = append(own, t)
			}
		}
		if len(own) > 0 {
			f.Subjects = own
		}
	}
	if form == Answer || len(p.subjects) == 0 || p.subjects[0].Generic && len(p.subjects) == 1 && form == Entry && p.attr == nil {
		about := names
		if head, _, ok := strings.Cut(text, ": "); ok && form == Entry {
			if inHead := r.named(head); len(inHead) > 0 {
				about = inHead // what follows the head only mentions others
			}
		}
		for _, t := range specific(about) {
			if !t.Generic && !slices.Contains(f.Subjects, t) {
				f.Subjects = append(slices.Clone(f.Subjects), t)
			}
		}
	}
	terms := map[string]bool{}
	f.Topics = r.annotate(words, terms)
	if databases := r.lexicon.Topic("databases"); databases != nil && anyKind(names, "database") && !slices.Contains(f.Topics, databases) {
		f.Topics = append(f.Topics, databases)
	}
	if p.context != "" {
		for _, t := range r.annotate(r.words(p.context), terms) {
			if !slices.Contains(f.Topics, t) {
				f.ContextTopics = append(f.ContextTopics, t)
			}
		}
	}
	for t := range terms {
		f.Terms = append(f.Terms, t)
	}
	slices.Sort(f.Terms)
	r.facts = append(r.facts, f)
	return f
}

func (r *factReader) annotate(words []Word, terms map[string]bool) []*Topic {
	var topics []*Topic
	for _, m := range r.lexicon.Phrases(words) {
		if m.Topic != nil && !slices.Contains(topics, m.Topic) {
			topics = append(topics, m.Topic)
		}
	}
	for _, w := range words {
		r.folds[w.Fold] = true
		if !r.lexicon.Filler(w.Fold) {
			terms[w.Stem] = true
		}
	}
	return topics
}

// asks annotates a chunk with what its questions and headings ask.
func (r *factReader) asks(ch *Chunk) {
	ch.Names = r.named(ch.Heading)
	terms := map[string]bool{}
	for _, q := range append([]string{ch.Heading}, ch.Questions...) {
		words := r.words(q)
		for _, t := range r.annotate(words, terms) {
			if !slices.Contains(ch.AsksTopics, t) {
				ch.AsksTopics = append(ch.AsksTopics, t)
			}
		}
		var stems []string
		for _, w := range words {
			terms[w.Stem] = true // filler words count here: "how do I choose"
			stems = append(stems, w.Stem)
		}
		slices.Sort(stems)
		ch.AsksStems = append(ch.AsksStems, slices.Compact(stems))
	}
	for t := range terms {
		ch.AsksTerms = append(ch.AsksTerms, t)
	}
	slices.Sort(ch.AsksTerms)
}
