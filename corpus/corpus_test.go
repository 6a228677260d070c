package corpus

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden parts of testdata")

// embedded loads the editions once for all tests.
var embedded = sync.OnceValues(Embedded)

func editions(t testing.TB) *Corpus {
	t.Helper()
	c, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func embeddedLexicon(t testing.TB) *Lexicon {
	t.Helper()
	return editions(t).Lexicon
}

// front is a front matter that nothing is wrong with, four lines long.
const front = "---\ntitle: T\npublished: 2024\n---\n"

// article is an edition with the given body.
func article(body string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(front + body)} }

// load loads one article with the given body, which begins with its title.
func load(t testing.TB, body string) *Corpus {
	t.Helper()
	c, err := Load(embeddedLexicon(t), fstest.MapFS{"a.md": article(body)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// transcripts reads every archive of a directory, loads the articles in it and
// compares the part of the given name with what show prints of them.
func transcripts(t *testing.T, dir, part string, show func(*Corpus) string) {
	names, err := filepath.Glob(filepath.Join("testdata", dir, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no transcripts in testdata/%s (%v)", dir, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == part })
			if i < 0 {
				t.Fatalf("%s has no part %q", name, part)
			}
			got := loadShown(t, ar, show)
			if *update {
				ar.Files[i].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[i].Data), got); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", name, part, diff)
			}
		})
	}
}

// loadShown loads an archive's articles and shows them, or the error.
func loadShown(t *testing.T, ar *txtar.Archive, show func(*Corpus) string) string {
	t.Helper()
	fsys, err := txtar.FS(ar)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load(embeddedLexicon(t), fsys)
	if err != nil {
		return err.Error() + "\n"
	}
	return show(c)
}

func TestLoadIsDeterministic(t *testing.T) {
	again, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(digest(editions(t)), digest(again)); diff != "" {
		t.Errorf("Embedded() twice (-first +second):\n%s", diff)
	}
}

// digest is all that a load decides, without pointers.
func digest(c *Corpus) []any {
	d := []any{c.Hash, c.Vocabulary}
	for _, ch := range c.Chunks {
		d = append(d, ch.ID, ch.Index, ch.Span, ch.Heading, ch.Questions, names(ch.Subjects), len(ch.Facts),
			ch.AsksTerms, topicIDs(ch.AsksTopics), ch.AsksStems)
	}
	for _, f := range append(slices.Clone(c.Facts), c.Asides...) {
		d = append(d, f.ID, f.Text, f.Head, f.Span, f.HeadSpan, f.Form, f.Group, f.Nested, attributeID(f), names(f.Subjects),
			names(f.Names), topicIDs(f.Topics), topicIDs(f.ContextTopics), f.Terms)
	}
	return d
}

func names(techs []*Technology) []string {
	var out []string
	for _, t := range techs {
		out = append(out, t.Name)
	}
	return out
}

func topicIDs(topics []*Topic) []string {
	var out []string
	for _, t := range topics {
		out = append(out, t.ID)
	}
	return out
}

func attributeID(f *Fact) string {
	if f.Attribute == nil {
		return ""
	}
	return f.Attribute.ID
}

func TestLoadOrdersByID(t *testing.T) {
	c, err := Load(embeddedLexicon(t),
		fstest.MapFS{"b.md": article("# B\n\nx\n"), "d.md": article("# D\n\nx\n")},
		fstest.MapFS{"c.md": article("# C\n\nx\n"), "a.md": article("# A\n\nx\n"), "notes.txt": {Data: []byte("not an article")}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, a := range c.Articles {
		got = append(got, a.ID)
		if a.Index != i {
			t.Errorf("Articles[%d].Index = %d", i, a.Index)
		}
		if c.Article(a.ID) != a {
			t.Errorf("Article(%q) is another article", a.ID)
		}
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "d"}, got); diff != "" {
		t.Errorf("Load: articles (-want +got):\n%s", diff)
	}
	if a := c.Article("e"); a != nil {
		t.Errorf(`Article("e") = %s, want nil`, a.ID)
	}
}

func TestHash(t *testing.T) {
	base := load(t, "# T\n\nx\n").Hash
	if again := load(t, "# T\n\nx\n").Hash; again != base {
		t.Errorf("the same article hashes to %s and %s", base, again)
	}
	if other := load(t, "# T\n\ny\n").Hash; other == base {
		t.Errorf("two articles hash to %s", base)
	}
}

func TestLoadReportsEverything(t *testing.T) {
	first := fstest.MapFS{
		"date.md":     {Data: []byte("---\ntitle: T\npublished: May 2024\n---\n# T\n")},
		"fields.md":   {Data: []byte("---\npublisher: P\n---\n# T\n")},
		"good.md":     article("# T\n\nx\n"),
		"latin.md":    article("# T\n\nok\n\ncaf\xe9\n"),
		"missing.md":  {Data: []byte("# T\n\nx\n")},
		"titles.md":   article("# T\n\nx\n\n# U\n"),
		"unclosed.md": {Data: []byte("---\ntitle: T\n# T\n")},
		"unknown.md":  {Data: []byte("---\ntitle: T\npublished: 2024\neditor: E\n---\n# T\n")},
		"untitled.md": article("x\n"),
		"yaml.md":     {Data: []byte("---\npublished: 2024\ntitle: Axum: a guide\n---\n# T\n")},
	}
	second := fstest.MapFS{"good.md": article("# T\n\nx\n")}
	_, err := Load(embeddedLexicon(t), first, second)
	if err == nil {
		t.Fatal("Load of malformed articles reported nothing")
	}
	want := []string{
		`date.md:3: published is "May 2024", want YYYY-MM-DD, YYYY-MM or YYYY`,
		`fields.md:1: front matter has no published date`,
		`fields.md:1: front matter has no title`,
		`good.md:1: article id "good" is already that of good.md`,
		`latin.md:9: not UTF-8`,
		`missing.md:1: missing front matter: want a first line "---", then title and published`,
		`titles.md:9: want exactly one "# Title" line, found 2`,
		`unclosed.md:1: front matter has no closing line "---"`,
		`unknown.md:4: front matter: field editor not found in type corpus.frontMatter`,
		`untitled.md:5: want exactly one "# Title" line, found 0`,
		`yaml.md:3: front matter: mapping values are not allowed in this context`,
	}
	got := strings.Split(err.Error(), "\n")
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Load: errors (-want +got):\n%s", diff)
	}
}

func TestLoadNothing(t *testing.T) {
	_, err := Load(embeddedLexicon(t), fstest.MapFS{"notes.txt": {Data: []byte("x")}})
	if want := "no articles: want at least one *.md file"; err == nil || err.Error() != want {
		t.Errorf("Load of no articles = %v, want %s", err, want)
	}
	if _, err := Load(embeddedLexicon(t), fstest.MapFS{"a.md": {Mode: fs.ModeDir}}); err == nil {
		t.Error("Load of a directory named a.md reported nothing")
	}
}

// TestLoadAcceptsOtherEditors: files saved on Windows are articles too.
func TestLoadAcceptsOtherEditors(t *testing.T) {
	text := front + "# T\n\n## Axum\n\nAxum is small.\n"
	for _, test := range []struct{ name, file string }{
		{"carriage returns", strings.ReplaceAll(text, "\n", "\r\n")},
		{"byte order mark", "\ufeff" + text},
	} {
		c, err := Load(embeddedLexicon(t), fstest.MapFS{"a.md": {Data: []byte(test.file)}})
		if err != nil {
			t.Errorf("Load with %s: %v", test.name, err)
			continue
		}
		if got := len(c.Facts); got != 1 || c.Facts[0].Text != "Axum is small." {
			t.Errorf("Load with %s: %d facts, want \"Axum is small.\"", test.name, got)
		}
	}
}
