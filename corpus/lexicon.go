package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// A Lexicon holds names and words: what technologies, attributes and topics
// are called. It never says anything about them; that is the articles' part.
//
// A Lexicon is immutable and safe for concurrent use.
type Lexicon struct {
	Technologies []*Technology
	Attributes   []*Attribute
	Topics       []*Topic

	names     map[string][]nameEntry // joined folded alias -> technologies
	starts    map[string]bool        // every beginning of a joined alias
	several   map[string][][]string  // joined alias -> its words, for aliases of several words
	except    map[string]bool        // joined phrases in which a name is none
	maxName   int                    // longest alias in words
	byName    map[string]*Technology // canonical name -> technology
	attribute map[string]*Attribute
	topic     map[string]*Topic
	phrases   *trie
	labels    map[string][]*Attribute // label stems -> attributes
	filler    map[string]bool
	english   wordList          // common English words: never taken for misspellings
	short     map[string][]Word // abbreviations and what they stand for
	known     map[string]bool   // every folded word that the lexicon uses
	fuzzy     []fuzzyName       // spellings that a misspelt name may mean, sorted
}

// A Technology is anything a backend can be built with, or of: a framework, a
// language, a database, an approach.
type Technology struct {
	Name    string   `yaml:"name"`
	Kind    string   `yaml:"kind"`    // framework, language, database, runtime, platform, tool, api or concept
	Aliases []string `yaml:"aliases"` // other spellings; separators and case do not matter
	// Ambiguous names are ordinary English words too: they count only with a
	// capital letter or beside another technology.
	Ambiguous bool `yaml:"ambiguous"`
	// Generic names ("back end") count only when nothing more specific is named.
	Generic bool `yaml:"generic"`
	// Broader names the technology to look under when the articles have
	// nothing under this name.
	Broader string `yaml:"broader"`
	// Except lists phrases in which the name means something else: "SQL
	// injection" is not about SQL databases.
	Except []string `yaml:"except"`

	Index int `yaml:"-"` // position in Lexicon.Technologies
}

// A Family is a word for several technologies at once: "JVM" for languages,
// ".NET" for a language and a framework.
type Family struct {
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	Members []string `yaml:"members"`
}

// An Attribute is something that can be asked about a technology.
type Attribute struct {
	ID     string   `yaml:"id"`
	Label  string   `yaml:"label"`  // how a table row is headed
	Labels []string `yaml:"labels"` // how articles head or label it
	Ask    []string `yaml:"ask"`    // how people ask for it; "*" stands for up to two words
	// Topic names the topic whose words find evidence where no article labels it.
	Topic string `yaml:"topic"`
	// Polarity is "pro" or "con" where the label itself says so.
	Polarity string `yaml:"polarity"`
	// List marks attributes whose values are lists, such as companies.
	List bool `yaml:"list"`
	// Rows attributes appear, in this order, in a comparison that names none.
	Row bool `yaml:"row"`
	// Named values that articles mention in passing ("MVC", "MTV").
	Values []string `yaml:"values"`

	Index  int        `yaml:"-"`
	values [][]string // stems of Values
}

// A Topic is a need of a project or an aspect of a technology, with the words
// that speak of it.
type Topic struct {
	ID       string   `yaml:"id"`
	Label    string   `yaml:"label"`
	Words    []string `yaml:"words"`    // as in Attribute.Ask
	Broader  []string `yaml:"broader"`  // topics that evidence may come from instead
	Opposite string   `yaml:"opposite"` // a topic that speaks against this one
	// Need marks what a project can want; other topics are only aspects.
	Need bool `yaml:"need"`
	// Negative marks words that are themselves a complaint ("boilerplate").
	Negative bool `yaml:"negative"`

	Index int `yaml:"-"`
}

type cue struct {
	ID    string   `yaml:"id"`
	Words []string `yaml:"words"`
}

type nameEntry struct {
	tech   *Technology
	family *Family
}

// LoadLexicon reads the lexicon's files from fsys: technologies.yaml,
// other-technologies.yaml, families.yaml, attributes.yaml, topics.yaml,
// cues.yaml, abbreviations.yaml, filler.txt and english.txt. It reports all
// files that cannot be read at once, with file and line, and if they all can,
// all entries that are wrong, with file and entry.
func LoadLexicon(fsys fs.FS) (*Lexicon, error) {
	lx := &Lexicon{
		names:     map[string][]nameEntry{},
		except:    map[string]bool{},
		starts:    map[string]bool{},
		several:   map[string][][]string{},
		byName:    map[string]*Technology{},
		attribute: map[string]*Attribute{},
		topic:     map[string]*Topic{},
		phrases:   &trie{},
		labels:    map[string][]*Attribute{},
		filler:    map[string]bool{},
		short:     map[string][]Word{},
		known:     map[string]bool{},
	}
	var others []*Technology
	var families []*Family
	var cues []cue
	var short map[string]string
	// The files are decoded at the same time: they are most of the time that a
	// start takes before anything can be indexed.
	var wg sync.WaitGroup
	errs := make([]error, 9)
	for i, read := range []func() error{
		func() error { return readYAML(fsys, "technologies.yaml", &lx.Technologies) },
		func() error { return readYAML(fsys, "other-technologies.yaml", &others) },
		func() error { return readYAML(fsys, "families.yaml", &families) },
		func() error { return readYAML(fsys, "attributes.yaml", &lx.Attributes) },
		func() error { return readYAML(fsys, "topics.yaml", &lx.Topics) },
		func() error { return readYAML(fsys, "cues.yaml", &cues) },
		func() error { return readYAML(fsys, "abbreviations.yaml", &short) },
		func() error { return readWords(fsys, "filler.txt", lx.filler) },
		func() error {
			english, err := fs.ReadFile(fsys, "english.txt")
			lx.english = wordList(english)
			return err
		},
	} {
		wg.Go(func() { errs[i] = read() })
	}
	wg.Wait()
	err := errors.Join(errs...)
	if err != nil {
		return nil, err
	}
	for abbreviation, long := range short {
		lx.short[Fold(abbreviation)] = Words(long)
	}
	c := compiler{Lexicon: lx, own: len(lx.Technologies), stems: stemmer{memo: map[string]string{}}}
	lx.Technologies = append(lx.Technologies, others...)
	if err := c.compile(families, cues); err != nil {
		return nil, err
	}
	return lx, nil
}

// readYAML decodes one file strictly. yaml.v3 puts line numbers into its errors.
func readYAML(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// readWords reads a file of words, one a line, into a set.
func readWords(fsys fs.FS, name string, into map[string]bool) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	for w := range strings.FieldsSeq(string(data)) {
		into[Fold(w)] = true
	}
	return nil
}

// Technology returns the technology with that canonical name, or nil.
func (lx *Lexicon) Technology(name string) *Technology { return lx.byName[name] }

// Attribute returns the attribute with that id, or nil.
func (lx *Lexicon) Attribute(id string) *Attribute { return lx.attribute[id] }

// Topic returns the topic with that id, or nil.
func (lx *Lexicon) Topic(id string) *Topic { return lx.topic[id] }

// Filler reports whether a folded word carries no content in a question.
func (lx *Lexicon) Filler(fold string) bool { return lx.filler[fold] }

// Known reports whether some name or phrase of the lexicon uses the folded word.
func (lx *Lexicon) Known(fold string) bool { return lx.known[fold] }

// English reports whether the folded word is a common English word.
func (lx *Lexicon) English(fold string) bool { return lx.english.contains(fold) }

// A wordList holds sorted words, one a line. It is searched as it is: tens of
// thousands of words need not be loaded for a few lookups.
type wordList string

func (l wordList) contains(word string) bool {
	lo, hi := 0, len(l)
	for lo < hi {
		mid := (lo + hi) / 2
		start := strings.LastIndexByte(string(l[:mid]), '\n') + 1
		line := string(l[start:])
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		switch {
		case line == word:
			return true
		case line < word:
			lo = start + len(line) + 1
		default:
			hi = start
		}
	}
	return false
}

// Expand returns the words with abbreviations spelt out. What an abbreviation
// stands for takes its place; further words have empty spans behind it.
func (lx *Lexicon) Expand(words []Word) []Word {
	out := make([]Word, 0, len(words)+4)
	for _, w := range words {
		long := lx.short[w.Fold]
		if len(long) == 0 {
			out = append(out, w)
			continue
		}
		for i, l := range long {
			e := Word{Start: w.End, End: w.End, Fold: l.Fold, Stem: l.Stem}
			if i == 0 {
				e.Start = w.Start
			}
			out = append(out, e)
		}
	}
	return out
}

// Label returns the attributes that a heading or label such as "Best suited
// for" stands for, or none.
func (lx *Lexicon) Label(text string) []*Attribute {
	return lx.labels[stemKey(Words(text))]
}

func stemKey(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Stem)
		b.WriteByte(' ')
	}
	return b.String()
}

func joinFold(words []Word) string {
	if len(words) == 1 {
		return words[0].Fold
	}
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Fold)
	}
	return b.String()
}

// Spellings returns every spelling of every unambiguous technology's name,
// without case and separators, and a token that stands for all of them.
func (lx *Lexicon) Spellings() map[string]string {
	spellings := make(map[string]string, len(lx.names))
	for joined, entries := range lx.names {
		switch t := entries[0].tech; {
		case t == nil:
			spellings[joined] = "=" + strings.ToLower(entries[0].family.Name)
		case !t.Ambiguous && !t.Generic:
			spellings[joined] = "=" + strings.ToLower(t.Name)
		}
	}
	return spellings
}

// Words returns every folded word that the lexicon's names and phrases use and
// every filler word, sorted.
func (lx *Lexicon) Words() []string {
	words := make([]string, 0, len(lx.known)+len(lx.filler))
	for w := range lx.known {
		words = append(words, w)
	}
	for w := range lx.filler {
		if !lx.known[w] {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words
}
