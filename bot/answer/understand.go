package answer

import (
	"slices"

	"backendbot/corpus"
)

// An Understanding is what a question was taken to ask, as plain data.
type Understanding struct {
	Text string // the question without Slack's markup
	Kind string

	Technologies []*corpus.Technology // what it is about, in the order named
	Missing      []*corpus.Technology // named, but no article mentions it
	Only         []*corpus.Technology // the choice is limited to these and what is built with them
	Not          []*corpus.Technology // these and what is built with them are ruled out
	Beside       []*corpus.Technology // what a recommendation must go with or be like

	Attributes []*corpus.Attribute
	Topics     []*corpus.Topic
	NotTopics  []*corpus.Topic // "not a minimal thing"
	Values     []*value        // companies, people and organizations named
	Rating     string          // "high", "medium", "low" … when a rating is asked for
	Stars      int             // 1 to 5 when a number of stars is asked for; else 0
	After      int             // years, exclusive; 0 when not asked
	Before     int
	Articles   []*corpus.Article // the only articles to look in; none means all
	Class      string            // "framework", "language" or "database" when only such are wanted

	Terms   []term   // the content words that no name or phrase explains
	Ignored []string // recommend: content words that helped to find nothing
	Carried []string // what was taken over from the thread, for people

	corrected []string // "larvel → Laravel"
	cues      map[string]bool
	words     []corpus.Word
	length    int      // words of content
	addition  bool     // "add Laravel": technologies join those of the thread
	pointing  bool     // "it", "that", "and …": the thread is meant
	negated   bool     // everything but the number of stars asked for
	notValues []*value // companies and people ruled out
	stems     []string // of all words, for comparing whole questions
	said      []string // the words to search for, corrected, without those that only say how to answer
	plain     []string // stems of the ordinary words, for passages that ask in the same words
	places    []string // places that no article speaks of: figures for elsewhere do not answer
	medium    bool     // a language named as the means: "in TypeScript"
	defined   bool     // "what is X"
	linked    bool     // some names are joined: "Rails or Node"
	paired    bool     // asks whether two technologies go together
	why       bool     // asks for reasons
	worded    bool     // asks with a question word, not only with a mark
	question  bool     // asks with a question mark or a question word
}

// A term is a content word.
type term struct {
	fold, stem string
	raw        string // as typed
	aside      bool   // from a sentence that does not ask, or a long question
}

func (u *Understanding) cue(id string) bool { return u.cues[id] }

// asks reports whether the attribute is asked for.
func (u *Understanding) asks(id string) bool {
	return slices.ContainsFunc(u.Attributes, func(a *corpus.Attribute) bool { return a.ID == id })
}

// empty reports whether nothing of substance was understood.
func (u *Understanding) empty() bool {
	return len(u.Technologies)+len(u.Missing)+len(u.Attributes)+len(u.Topics)+len(u.Values)+len(u.Only)+len(u.Not) == 0
}

// Understand reads a question together with the thread it stands in. It never
// fails: what it cannot read it leaves out.
func (e *Engine) Understand(q Question) *Understanding {
	u := e.read(q.Text)
	if len(q.Thread) > 0 {
		thread := q.Thread
		if len(thread) > maxThread {
			thread = thread[len(thread)-maxThread:]
		}
		var before *Understanding
		for _, text := range thread {
			b := e.read(clip(text, maxEarlier))
			if before != nil {
				e.carry(b, before)
			}
			b.Kind = e.kindOf(b)
			before = b
		}
		e.carry(u, before)
	}
	u.Kind = e.kindOf(u)
	return u
}

// shortQuestion is up to how many words all sentences of a question count, not
// only those that ask.
const shortQuestion = 20

// maxEarlier is how many bytes of an earlier message are read: enough for a
// question, and a bound on the work that a thread can make.
const maxEarlier = 1000

// maxThread is how many earlier messages of a thread are looked at.
const maxThread = 20

func appendNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}
