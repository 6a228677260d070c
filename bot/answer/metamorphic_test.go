package answer_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/eval"
	"backendbot/corpus"
)

// stillPass is how many percent of the questions that pass, and that a
// transformation changes, must pass in their changed form.
const stillPass = 97

// TestMetamorphic asks the questions that pass in other forms that mean the
// same. With -v it prints how each failing one was understood before and after.
func TestMetamorphic(t *testing.T) {
	ed := newEditions(t)
	tr := transformer{ed.corpus.Lexicon}
	for _, m := range []struct {
		name   string
		change func(string) string
		thread bool // earlier messages are changed, too
	}{
		{"lower case", strings.ToLower, true},
		{"upper case", strings.ToUpper, true},
		{"polite frame", polite, false},
		{"chatty frame", chatty, false},
		{"other frames", otherFrames, false},
		{"Slack frame", slack, false},
		{"alias", func(s string) string { return tr.rename(s, aliases) }, true},
		{"another alias", func(s string) string { return tr.rename(s, otherAliases) }, true},
		{"typo, letters swapped", func(s string) string { return tr.misspell(s, swapInner) }, true},
		{"typo, letter dropped", func(s string) string { return tr.misspell(s, dropInner) }, true},
		{"punctuation dropped", dropPunctuation, true},
		{"comparison swapped", tr.swapCompared, true},
	} {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			changed, failing := 0, 0
			for _, q := range ed.set {
				form := q
				form.Text = m.change(q.Text)
				if m.thread {
					form.Thread = nil
					for _, msg := range q.Thread {
						form.Thread = append(form.Thread, m.change(msg))
					}
				}
				if form.Text == q.Text && slices.Equal(form.Thread, q.Thread) {
					continue
				}
				if before := ed.result(t, q); !before.Passed() {
					continue
				}
				changed++
				if after := ed.result(t, form); !after.Passed() {
					failing++
					t.Logf("%s: %q %q: %q%s", q.ID, form.Thread, form.Text, after.Problems, ed.misread(q, form))
				}
			}
			if changed == 0 {
				t.Fatal("the transformation changes no question that passes")
			}
			t.Logf("%d of %d still pass (%.1f%%)", changed-failing, changed, 100*float64(changed-failing)/float64(changed))
			if 100*(changed-failing) < stillPass*changed {
				t.Errorf("%d of %d still pass, want at least %d%%", changed-failing, changed, stillPass)
			}
		})
	}
}

func (ed *editions) result(t *testing.T, q eval.Question) eval.Result {
	return eval.Check(q, ed.ask(t, questionOf(q)), eval.Options{})
}

// misread says how the understanding of two forms of a question differs.
func (ed *editions) misread(before, after eval.Question) string {
	x, y := ed.engine.Understand(questionOf(before)).Report(), ed.engine.Understand(questionOf(after)).Report()
	x.Question, y.Question = "", ""
	diff := cmp.Diff(x, y)
	if diff == "" {
		return "; understood the same"
	}
	return "; understood (-before +after):\n" + diff
}

func polite(s string) string {
	return "Hi team, quick question: " + s + " thanks a lot!"
}

func chatty(s string) string {
	return "hey folks, been wondering about this for a while, " + s + " any pointers appreciated"
}

// frames stand around the "%" that is the question.
var frames = []string{
	"Good afternoon everyone, could somebody help me out: % Cheers!",
	"sorry to bother you all - % would love your input on this",
	"My boss wants an answer by Friday. %",
	"% We have a workshop on this tomorrow and I want to be prepared.",
	"so i was in a call today and it came up again... %",
	"Hello!\n\n%\n\nBest regards,\nAnna",
}

// otherFrames puts a question into a frame that its length chooses.
func otherFrames(s string) string { return strings.Replace(frames[len(s)%len(frames)], "%", s, 1) }

func slack(s string) string { return "<@U012AB3CD> *" + s + "* :thinking_face:" }

// A transformer finds the names in a question as the lexicon spells them.
type transformer struct{ lexicon *corpus.Lexicon }

// replace puts f(name, text) in the place of every technology's name.
func (tr transformer) replace(s string, f func(t *corpus.Technology, text string) string) string {
	words := corpus.Words(s)
	var b strings.Builder
	end := 0
	for _, m := range tr.lexicon.Names(s, words) {
		if m.Technology == nil {
			continue
		}
		first, last := words[m.First].Start, words[m.Last-1].End
		b.WriteString(s[end:first] + f(m.Technology, s[first:last]))
		end = last
	}
	return b.String() + s[end:]
}

// aliases and otherAliases are spellings that people use for each other.
var (
	aliases = map[string]string{
		"Node.js": "NodeJS", "Ruby on Rails": "RoR", "Express.js": "express", "ASP.NET Core": "dotnet core", "PostgreSQL": "Postgres",
		"Spring Boot": "springboot", "NestJS": "nest.js", "FastAPI": "fast api", "CakePHP": "cake php", "Koa.js": "koa", "Meteor": "meteorjs",
		"Phoenix": "Phoenix framework", "Django": "django framework", "Flask": "flask framework", "Laravel": "laravel framework",
		"Python": "py", "C#": "csharp", "JavaScript": "JS", "TypeScript": "TS", "Go": "Golang", "C++": "cpp",
		"GraphQL": "graph ql", "MongoDB": "Mongo", "MySQL": "my sql", "Kubernetes": "k8s", "Serverless computing": "serverless",
		"Microservices": "micro services", "SQL databases": "relational databases", "Non-relational databases": "NoSQL",
		"Edge computing": "edge compute", "React": "reactjs", "Angular": "angularjs",
	}
	otherAliases = map[string]string{
		"Node.js": "node", "Ruby on Rails": "rails", "Express.js": "ExpressJS", "ASP.NET Core": "ASP.NET", "PostgreSQL": "psql",
		"Spring Boot": "spring-boot", "NestJS": "Nest", "FastAPI": "Fast-API", "CakePHP": "cake-php", "Koa.js": "KoaJS", "Meteor": "meteor.js",
		"Phoenix": "Elixir Phoenix", "Python": "python3", "C#": "C sharp", "JavaScript": "js", "TypeScript": "ts", "Go": "go lang",
		"GraphQL": "GQL", "MongoDB": "mongo db", "MySQL": "My-SQL", "Kubernetes": "K8S", "Serverless computing": "FaaS",
		"Microservices": "microservice architecture", "SQL databases": "RDBMS", "Non-relational databases": "nosql databases",
	}
)

func (tr transformer) rename(s string, to map[string]string) string {
	return tr.replace(s, func(t *corpus.Technology, text string) string {
		alias := to[t.Name]
		if alias == "" {
			return text
		}
		if ending, ok := possessive(text); ok {
			alias += ending
		}
		return alias
	})
}

// possessive returns the "'s" or "'" that a name ends in.
func possessive(s string) (string, bool) {
	for _, ending := range []string{"'s", "\u2019s", "'"} {
		if strings.HasSuffix(s, ending) {
			return ending, true
		}
	}
	return "", false
}

// misspell puts one typo into the longest run of letters of each name that has
// five or more. Generic names ("backend") are left alone.
func (tr transformer) misspell(s string, typo func(string) string) string {
	return tr.replace(s, func(t *corpus.Technology, text string) string {
		if t.Generic {
			return text
		}
		longest := ""
		for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(run) > len(longest) {
				longest = run
			}
		}
		if len(longest) < 5 {
			return text
		}
		return strings.Replace(text, longest, typo(longest), 1)
	})
}

// swapInner swaps the two letters in the middle, or the next two that differ.
func swapInner(word string) string {
	for i := len(word)/2 - 1; i < len(word)-2; i++ {
		if word[i] != word[i+1] {
			return word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
		}
	}
	return word
}

// dropInner drops the letter in the middle.
func dropInner(word string) string { return word[:len(word)/2] + word[len(word)/2+1:] }

// dropPunctuation drops what does not belong to a name: hyphens and slashes
// leave a space, dots inside a word and the signs of C# and C++ stay.
func dropPunctuation(s string) string {
	runes := []rune(s)
	inner := func(i int) bool {
		return i > 0 && i+1 < len(runes) && !unicode.IsSpace(runes[i-1]) && unicode.IsLetter(runes[i+1])
	}
	var b strings.Builder
	for i, r := range runes {
		switch {
		case r == '.' && inner(i), (r == '#' || r == '+') && i > 0 && !unicode.IsSpace(runes[i-1]), !unicode.IsPunct(r) && !unicode.IsSymbol(r):
			b.WriteRune(r)
		case r == '-', r == '/', unicode.Is(unicode.Pd, r), unicode.IsSymbol(r):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// swapCompared swaps the first two names that only words for comparing or
// joining stand between.
func (tr transformer) swapCompared(s string) string {
	words := corpus.Words(s)
	var names []corpus.Mention
	for _, m := range tr.lexicon.Names(s, words) {
		if m.Technology != nil {
			names = append(names, m)
		}
	}
	for i := 1; i < len(names); i++ {
		a, b := names[i-1], names[i]
		between := words[a.Last:b.First]
		if len(between) > 1 || len(between) == 1 && !comparing[between[0].Fold] {
			continue
		}
		at := func(m corpus.Mention) (int, int) { return words[m.First].Start, words[m.Last-1].End }
		a0, a1 := at(a)
		b0, b1 := at(b)
		return s[:a0] + s[b0:b1] + s[a1:b0] + s[a0:a1] + s[b1:]
	}
	return s
}

var comparing = map[string]bool{"vs": true, "v": true, "versus": true, "or": true, "and": true, "against": true}
