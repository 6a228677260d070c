package answer_test

import (
	"slices"
	"strings"
	"testing"

	"backendbot/bot/answer"
)

// odd are questions that nobody means to ask.
func odd(ed *editions) []string {
	var names []string
	for _, t := range ed.corpus.Lexicon.Technologies[:200] {
		names = append(names, t.Name)
	}
	return []string{
		"", " ", "?", "\x00", "\xff\xfe", "\ufffd", "cons of \x00Django\x00", "co\x00ns of django",
		"<@U012AB3CD> *Django* or <https://expressjs.com|Express>? :thinking_face: &amp; why", "<!channel> <#C012AB3CD|koa> `flask`", "&gt; django\n&gt; or flask\nwhich?",
		"🎉🎉🎉", "django 🆚 flask", "👩‍💻 koa", "🇩🇪 koa", "ď̸j̷a̶n̴g̸o̵", "ｄｊａｎｇｏ ｏｒ ｆｌａｓｋ", "DJANGO\u200b or\u00a0FLASK",
		"أيهما أفضل Django أم Flask؟", "\u202eognajd fo snoc\u202c", "jämför django och flask", "Джанго или Фласк?", "どちらが良い Django Flask",
		strings.Repeat("a", 5000), strings.Repeat("django", 1000), strings.Repeat("ʼ", 500), strings.Repeat("c++#", 1000), strings.Repeat("'s", 2000),
		strings.Join(names, " vs "), strings.Join(names, ", "), "pros and cons of " + strings.Join(names, " and "), "not " + strings.Join(names, " not "),
		strings.Repeat("only Python not Java ", 200), strings.Repeat("which framework has pros and cons? ", 100), strings.Repeat("before 2010 after 2012 ", 150),
		strings.Repeat("Netflix and Uber ", 200), strings.Repeat("djagno lravel spring bot ", 150), strings.Repeat("and what about it ", 200), strings.Repeat("? ", 2000),
		"before 0 after 9999999999999999999", "★★★★★★★★", "5 stars 0 stars -1 stars", "2010 or", "or 2010", "and and and", "vs", "only", "not", "not only", "what about",
		"%s %d %!v(MISSING)", "ж 1 django or flask", "{{.}}", "'; DROP TABLE questions; --", "(((((", "[1] [2] [2023]", "a:b:c:d", "::::", "C#", "C++", ".NET", "Go", "GO", "go?",
	}
}

func FuzzAnswer(f *testing.F) {
	ed := newEditions(f)
	for i, q := range ed.set {
		if i%10 == 0 {
			f.Add(q.Text)
		}
	}
	for _, s := range odd(ed) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, question string) {
		q := answer.Question{ID: "fuzz", Text: question}
		ans := ed.ask(t, q)
		if ans.ID != q.ID || ans.Question != q.Text {
			t.Errorf("the answer to %q is to %s %q", q.Text, ans.ID, ans.Question)
		}
		for _, p := range broken(ed.corpus, ans) {
			t.Errorf("%q: %s", question, p)
		}
	})
}

// FuzzThread takes the messages of a thread, one a line; the last one asks.
func FuzzThread(f *testing.F) {
	ed := newEditions(f)
	for _, q := range ed.set {
		if len(q.Thread) > 0 {
			f.Add(strings.Join(append(slices.Clone(q.Thread), q.Text), "\n"))
		}
	}
	all := odd(ed)
	for i, s := range all {
		f.Add(s + "\n" + all[(i+1)%len(all)] + "\nand its cons?")
	}
	f.Add(strings.Repeat("now add Laravel\nand Django\nbut not PHP\n", 100))
	f.Add(strings.Repeat("\n", 1000))
	f.Fuzz(func(t *testing.T, messages string) {
		thread := strings.Split(messages, "\n")
		last := len(thread) - 1
		for _, p := range broken(ed.corpus, ed.ask(t, answer.Question{Text: thread[last], Thread: thread[:last]})) {
			t.Errorf("%q: %s", thread, p)
		}
	})
}

// TestHugeQuestion checks that a question and a thread of any size take no
// more work than one of the size that is read.
func TestHugeQuestion(t *testing.T) {
	ed := newEditions(t)
	const read, huge = 4000, 1 << 20
	for _, unit := range []string{"a", "django ", "djagno or flsk? ", "only python not java ", "\n", "<@U012AB3CD> ", "a.b? ", "C# ", "🎉"} {
		text := strings.Repeat(unit, huge/len(unit))
		allocs := func(q answer.Question) float64 {
			return testing.AllocsPerRun(1, func() { ed.ask(t, q) })
		}
		want := 1.1*allocs(answer.Question{Text: text[:read]}) + 100
		if got := allocs(answer.Question{Text: text}); got > want {
			t.Errorf("%d bytes of %q take %.0f allocations, want at most %.0f", huge, unit, got, want)
		}
		one := allocs(answer.Question{Text: "and its cons?", Thread: []string{text}})
		thread := slices.Repeat([]string{text}, 500)
		if got, want := allocs(answer.Question{Text: "and its cons?", Thread: thread}), 25*one+100; got > want {
			t.Errorf("500 messages of %d bytes of %q take %.0f allocations, want at most %.0f", huge, unit, got, want)
		}
	}
}
