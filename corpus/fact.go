package corpus

import (
	"slices"
	"strings"
)

// A Form says what kind of structure a fact was read from. Forms are ordered
// by how directly they state a value.
type Form int

const (
	Cell     Form = iota // a table cell
	Labelled             // the value of a "Label: value" line
	Entry                // an entry of a list or of a list-like table column
	Heading              // words of a heading, such as the language in brackets
	Passing              // a name or figure that a sentence mentions in passing
	Answer               // a sentence of the answer to a question
	Sentence             // any other sentence
)

// A Fact is something an article says of its subjects: the smallest piece that
// an answer can quote.
type Fact struct {
	ID       int           // position in Corpus.Facts; -1 for asides
	Subjects []*Technology // what it is about; none for general statements
	// Attribute says what of the subjects the value is; nil for statements
	// that no heading or label puts under one.
	Attribute *Attribute
	Form      Form
	Text      string // what the span displays
	Head      string // of "Head: explanation", the head; else ""
	HeadSpan  Span   // where the head stands
	Span
	Article *Article
	Section *Section
	Chunk   *Chunk
	Group   int  // facts of one list, table or paragraph share a group
	Nested  bool // an entry below another entry

	Names  []*Technology // every technology that the text names
	Topics []*Topic      // what the text speaks of
	// ContextTopics are those of the fact's surroundings: the question it
	// answers, the table row it stands in.
	ContextTopics []*Topic
	Terms         []string // sorted distinct stems of text and context
}

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

// isQuestion reports whether a heading asks a question.
func isQuestion(title string) bool { return strings.HasSuffix(strings.TrimSpace(title), "?") }

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

func (r *factReader) paragraph(b Block, p place) {
	if len(b.Sentences) == 1 && r.labelled(b.Span, p) {
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
	vs := r.trimmed(Span{s.End - len(value), s.End})
	if vs.Start == vs.End {
		return false
	}
	label = plain([]byte(label))
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
	words := r.words(" " + label)
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

// table reads tables of three shapes: a row a technology, a column a
// technology, and columns that are lists about the section's subject. Rows of
// any other table are statements about whatever they name.
func (r *factReader) table(t *Table, p place) {
	heads := make([]string, len(t.Header))
	columns := make([]*Technology, len(t.Header))
	named := 0
	for i, h := range t.Header {
		heads[i] = r.article.Text(h)
		if techs := r.named(heads[i]); i > 0 && len(techs) > 0 {
			columns[i] = techs[0]
			named++
		}
	}
	if named > 0 && named == len(t.Header)-1 {
		r.transposed(t, columns, p)
		return
	}
	rowSubjects := make([][]*Technology, len(t.Rows))
	withSubject := 0
	for i, row := range t.Rows {
		if len(row.Cells) == 0 || row.Cells[0].End == 0 {
			continue
		}
		first := r.article.Text(row.Cells[0])
		mentions := r.names(first)
		if len(mentions) == 1 && mentions[0].Technology != nil && mentions[0].Last-mentions[0].First == len(r.words(first)) {
			rowSubjects[i] = TechnologiesOf(mentions)
			withSubject++
		}
	}
	subjectRows := withSubject*2 > len(t.Rows)
	for i, row := range t.Rows {
		rp := p
		rp.chunk = r.corpus.rowChunk(p.section, row)
		if subjectRows {
			rp.subjects = rowSubjects[i]
		}
		rowText := r.article.Text(row.Span)
		for j, cell := range row.Cells {
			if cell.End == 0 || j >= len(heads) {
				continue
			}
			cp := rp
			if a := r.labelOf(heads[j]); a != nil {
				cp.attr = a
			}
			switch {
			case subjectRows && j == 0:
			case subjectRows && len(r.sentencesOf(cell)) > 1:
				for _, s := range r.sentencesOf(cell) {
					r.add(cp, Sentence, s)
				}
			case subjectRows && len(r.words(r.article.Text(cell))) > 10:
				r.add(cp, Sentence, cell)
			case subjectRows:
				f := r.add(cp, Cell, cell)
				f.Head = heads[j]
			case len(p.subjects) > 0 && cp.attr != nil && cp.attr.List:
				r.entry(cell, cp)
			case j == 0 && len(heads) > 2: // the row's label: context for its other cells
			default:
				names := r.named(r.article.Text(cell))
				if len(names) > 0 {
					cp.subjects = names
				}
				cp.context = rowText
				f := r.add(cp, Entry, cell)
				f.Head = heads[j]
			}
		}
	}
}

func (r *factReader) sentencesOf(s Span) []Span {
	m := markdownReader{source: r.article.Source}
	return m.sentences(s)
}

func (r *factReader) transposed(t *Table, columns []*Technology, p place) {
	for _, row := range t.Rows {
		if len(row.Cells) == 0 || row.Cells[0].End == 0 {
			continue
		}
		label := r.article.Text(row.Cells[0])
		rp := p
		rp.chunk = r.corpus.rowChunk(p.section, row)
		rp.attr = r.labelOf(label)
		rp.context = label
		for j, cell := range row.Cells {
			if j == 0 || cell.End == 0 || j >= len(columns) {
				continue
			}
			cp := rp
			cp.subjects = []*Technology{columns[j]}
			f := r.add(cp, Cell, cell)
			f.Head = label
		}
	}
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
		r.add(at, Passing, Span{s.Start + words[m.First].Start, s.Start + words[m.Last-1].End})
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
