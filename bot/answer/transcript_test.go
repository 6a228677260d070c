package answer_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"backendbot/bot/answer"
	"backendbot/corpus"
	"backendbot/index"
)

var update = flag.Bool("update", false, "rewrite how questions are understood and answered in testdata")

// TestTranscripts asks the questions in each archive of its articles, and
// compares how they are understood and answered. A section "thread" before a
// question holds earlier messages, one a line.
func TestTranscripts(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no transcripts (%v)", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			ed := newArchived(t, articlesIn(t, ar))
			got := &txtar.Archive{Comment: ar.Comment}
			var thread []string
			for _, f := range ar.Files {
				switch {
				case f.Name == "understood" || f.Name == "answer":
					continue // written anew
				case f.Name == "thread":
					thread = lines(f.Data)
				case f.Name != "question" && path.Ext(f.Name) != ".md":
					t.Fatalf("%s: unknown section %q", name, f.Name)
				}
				got.Files = append(got.Files, f)
				if f.Name != "question" {
					continue
				}
				q := answer.Question{Text: strings.TrimSpace(string(f.Data)), Thread: thread}
				thread = nil
				ans := ed.ask(t, q)
				for _, p := range broken(ed.corpus, ans) {
					t.Errorf("%s: %s", q.Text, p)
				}
				for _, s := range ans.Suggestions {
					if got := ed.ask(t, answer.Question{Text: s}); got.Confidence == answer.None {
						t.Errorf("%s: the suggestion %q is declined: %s", q.Text, s, got.Lead)
					}
				}
				got.Files = append(got.Files,
					txtar.File{Name: "understood", Data: []byte(understood(ed.engine.Understand(q).Report()))},
					txtar.File{Name: "answer", Data: []byte(ans.Text + "\n")})
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(ar)), string(txtar.Format(got))); diff != "" {
				t.Errorf("%s (-want +got), rewrite it with -update:\n%s", name, diff)
			}
		})
	}
}

// TestAddedArticle adds the archived articles to the editions, which know none
// of their technologies: comparisons, lookups, lists and recommendations then
// cover them.
func TestAddedArticle(t *testing.T) {
	ar, err := txtar.ParseFile(filepath.Join("testdata", "go-frameworks.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	before, after := newEditions(t), newArchived(t, os.DirFS(filepath.Join("..", "..", "corpus", "articles")), articlesIn(t, ar))
	for _, test := range []struct {
		text, kind string
		names      []string // technologies of the answer
	}{
		{"cons of Gin", answer.KindLookup, []string{"Gin"}},
		{"who created Fiber and when?", answer.KindLookup, []string{"Fiber"}},
		{"tell me about Gin", answer.KindProfile, []string{"Gin"}},
		{"compare Gin and Express", answer.KindCompare, []string{"Gin", "Express.js"}},
		{"which frameworks are written in Go?", answer.KindList, []string{"Gin", "Fiber", "Echo"}},
		{"we know Go, what suits a REST API?", answer.KindRecommend, []string{"Gin"}},
	} {
		q := answer.Question{Text: test.text}
		ans := after.ask(t, q)
		if ans.Kind != test.kind || !holdsAll(ans.Technologies, test.names) {
			t.Errorf("%q: kind %s, technologies %q, want %s, %q: %s", q.Text, ans.Kind, ans.Technologies, test.kind, test.names, ans.Text)
		}
		for _, p := range broken(after.corpus, ans) {
			t.Errorf("%q: %s", q.Text, p)
		}
		cites := func(ans *answer.Answer) bool {
			return slices.ContainsFunc(ans.Citations, func(c answer.Citation) bool { return before.corpus.Article(c.Article) == nil })
		}
		if !cites(ans) {
			t.Errorf("%q: no citation of an added article: %s", q.Text, ans.Text)
		}
		if ans := before.ask(t, q); cites(ans) || ans.Table != nil {
			t.Errorf("%q of the editions alone: %s", q.Text, ans.Text)
		}
	}
}

// TestLittleIsEnough asks about a technology of which an article says two
// things only.
func TestLittleIsEnough(t *testing.T) {
	ar, err := txtar.ParseFile(filepath.Join("testdata", "one-article.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	ed := newArchived(t, articlesIn(t, ar))
	for _, test := range []struct {
		text  string
		kind  string
		names []string // technologies of the answer
	}{
		{"tell me about Gin", answer.KindProfile, []string{"Gin"}},
		{"Gin or Echo?", answer.KindCompare, []string{"Gin", "Echo"}},
		{"is Gin suitable for large-scale projects?", answer.KindLookup, []string{"Gin"}},
		{"backend for REST APIs", answer.KindRecommend, []string{"Echo"}},
	} {
		ans := ed.ask(t, answer.Question{Text: test.text})
		if ans.Kind != test.kind || !holdsAll(ans.Technologies, test.names) {
			t.Errorf("%q: kind %s, technologies %q, want %s, %q: %s", test.text, ans.Kind, ans.Technologies, test.kind, test.names, ans.Text)
		}
		if strings.Contains(ans.Note, "Back-end") {
			t.Errorf("%q: note %q speaks of a word, not of a technology", test.text, ans.Note)
		}
		if strings.Contains(ans.Text, "No article has a section") {
			t.Errorf("%q: the article has a section on it: %s", test.text, ans.Text)
		}
	}
}

func holdsAll(list, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(list, w) })
}

// newArchived returns an engine over articles and the embedded lexicon.
func newArchived(t *testing.T, articles ...fs.FS) *editions {
	t.Helper()
	lx, err := corpus.EmbeddedLexicon()
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Load(lx, articles...)
	if err != nil {
		t.Fatal(err)
	}
	ix, err := index.Build(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ix.Close() })
	return &editions{corpus: c, engine: answer.New(c, ix)}
}

// articlesIn returns the Markdown files of an archive.
func articlesIn(t *testing.T, ar *txtar.Archive) fs.FS {
	t.Helper()
	articles := &txtar.Archive{}
	for _, f := range ar.Files {
		if path.Ext(f.Name) == ".md" {
			articles.Files = append(articles.Files, f)
		}
	}
	fsys, err := txtar.FS(articles)
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func lines(data []byte) []string {
	return strings.Split(string(bytes.TrimSpace(data)), "\n")
}

// understood writes what a report holds, a line for each member.
func understood(r answer.Report) string {
	r.Question = "" // the section above
	var b strings.Builder
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			continue
		}
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		value := fmt.Sprint(v.Field(i))
		if list, ok := v.Field(i).Interface().([]string); ok {
			value = strings.Join(list, ", ")
		}
		fmt.Fprintf(&b, "%s: %s\n", name, value)
	}
	return b.String()
}
