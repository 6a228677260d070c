package corpus

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"
)

// smallLexicon returns the files of testdata/lexicon.txt.
func smallLexicon(t testing.TB) fstest.MapFS {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/lexicon.txt")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range ar.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// TestLoadLexiconErrors adds lines to a file of a lexicon that is right. An
// error names the file and the entry.
func TestLoadLexiconErrors(t *testing.T) {
	tests := []struct {
		name, file, added string
		want              []string // parts of the error
	}{
		{"unknown field", "technologies.yaml", "- {name: Sanic, kind: framework, language: Python}",
			[]string{"technologies.yaml", "line 6", "language"}},
		{"unknown field", "topics.yaml", "- {id: chat, label: chat, best: [Phoenix]}", []string{"topics.yaml", "line 3", "best"}},
		{"not a list", "families.yaml", "JVM: true", []string{"families.yaml"}},
		{"name twice", "technologies.yaml", "- {name: Axum, kind: framework}", []string{"technologies", "Axum"}},
		{"name twice in two files", "other-technologies.yaml", "- {name: Axum, kind: framework}", []string{"other-technologies", "Axum"}},
		{"alias of two", "technologies.yaml", "- {name: Vapor, kind: framework, aliases: [quarkus]}",
			[]string{"technologies", "Vapor", "quarkus", "Quarkus"}},
		{"alias without letters", "technologies.yaml", `- {name: Vapor, kind: framework, aliases: ["--"]}`, []string{"technologies", "Vapor", `"--"`}},
		{"dangling broader", "technologies.yaml", "- {name: Vapor, kind: framework, broader: Swift}", []string{"technologies", "Vapor", "Swift"}},
		{"dangling member", "families.yaml", "- {name: Apple, members: [Swift]}", []string{"families", "Apple", "Swift"}},
		{"family named as a technology", "families.yaml", "- {name: Axum, members: [Java]}", []string{"families", "Axum"}},
		{"topic twice", "topics.yaml", "- {id: slow, label: slow, words: [sluggish]}", []string{"topics", "slow"}},
		{"dangling broader topic", "topics.yaml", "- {id: chat, label: chat, broader: [real-time]}", []string{"topics", "chat", "real-time"}},
		{"dangling opposite", "topics.yaml", "- {id: chat, label: chat, opposite: silence}", []string{"topics", "chat", "silence"}},
		{"empty phrase of a topic", "topics.yaml", `- {id: chat, label: chat, words: [""]}`, []string{"topics", "chat"}},
		{"attribute twice", "attributes.yaml", "- {id: speed, label: Speed}", []string{"attributes", "speed"}},
		{"dangling topic", "attributes.yaml", "- {id: chat, label: Chat, topic: chat}", []string{"attributes", "chat"}},
		{"empty phrase of an attribute", "attributes.yaml", `- {id: chat, label: Chat, ask: ["?"]}`, []string{"attributes", "chat"}},
		{"empty label of an attribute", "attributes.yaml", `- {id: chat, label: Chat, labels: [""]}`, []string{"attributes", "chat"}},
		{"empty phrase of a cue", "cues.yaml", `- {id: list, words: ["…"]}`, []string{"cues", "list"}},
	}
	for _, test := range tests {
		fsys := smallLexicon(t)
		fsys[test.file] = &fstest.MapFile{Data: []byte(string(fsys[test.file].Data) + test.added + "\n")}
		_, err := LoadLexicon(fsys)
		if err == nil {
			t.Errorf("LoadLexicon with %s, %s: no error", test.name, test.added)
			continue
		}
		for _, part := range test.want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("LoadLexicon with %s, %s = %q, want %q in it", test.name, test.added, err, part)
			}
		}
	}
}

func TestLoadLexiconReportsEverything(t *testing.T) {
	fsys := smallLexicon(t)
	delete(fsys, "cues.yaml")
	delete(fsys, "filler.txt")
	fsys["families.yaml"] = &fstest.MapFile{Data: []byte("- {named: JVM}\n")}
	_, err := LoadLexicon(fsys)
	if err == nil {
		t.Fatal("LoadLexicon of two missing files and a bad one reported nothing")
	}
	for _, part := range []string{"cues.yaml", "filler.txt", "families.yaml", "named"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("LoadLexicon = %q, want %q in it", err, part)
		}
	}
}

// entries decodes a list of the embedded lexicon without knowing its fields.
func entries(t *testing.T, name string) []map[string]any {
	t.Helper()
	data, err := fs.ReadFile(lexiconFS, "lexicon/"+name)
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	if err := yaml.Unmarshal(data, &list); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return list
}

// TestLexiconStatesNoClaims: the lexicon's files have fields for names, words
// and how they are matched, and no other.
func TestLexiconStatesNoClaims(t *testing.T) {
	fields := map[string][]string{
		"technologies.yaml":       {"name", "kind", "aliases", "ambiguous", "generic", "broader", "except"},
		"other-technologies.yaml": {"name", "kind", "aliases", "ambiguous", "generic", "broader", "except"},
		"families.yaml":           {"name", "aliases", "members"},
		"attributes.yaml":         {"id", "label", "labels", "ask", "topic", "polarity", "list", "single", "row", "values"},
		"topics.yaml":             {"id", "label", "words", "broader", "opposite", "need", "negative"},
		"cues.yaml":               {"id", "words"},
	}
	for name, allowed := range fields {
		for _, entry := range entries(t, name) {
			for field, value := range entry {
				if !slices.Contains(allowed, field) {
					t.Errorf("%s: field %q of %v: a lexicon holds names and words only", name, field, entry)
				}
				for _, words := range texts(value) {
					if n := len(strings.Fields(words)); n > 9 {
						t.Errorf("%s: %q has %d words: that is a sentence, not a name or a phrase", name, words, n)
					}
				}
			}
		}
	}
	files, err := fs.ReadDir(lexiconFS, "lexicon")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		_, known := fields[f.Name()]
		if !known && !slices.Contains([]string{"abbreviations.yaml", "filler.txt", "english.txt", "english.COPYRIGHT"}, f.Name()) {
			t.Errorf("lexicon/%s: a file that this test does not know", f.Name())
		}
	}
}

// texts returns the strings in a decoded value.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, texts(e)...)
		}
		return all
	}
	return nil
}

// TestLexiconReferences checks the embedded files apart from the loader.
func TestLexiconReferences(t *testing.T) {
	technologies := append(entries(t, "technologies.yaml"), entries(t, "other-technologies.yaml")...)
	kinds := []string{"framework", "language", "database", "runtime", "platform", "tool", "api", "concept"}
	owner := map[string]string{} // spelling -> name
	for _, e := range technologies {
		name := e["name"].(string)
		if kind, _ := e["kind"].(string); !slices.Contains(kinds, kind) {
			t.Errorf("%s: kind %q, want one of %s", name, kind, kinds)
		}
		seen := map[string]bool{}
		for _, alias := range append([]string{name}, texts(e["aliases"])...) {
			spelling := joinFold(Words(alias))
			if other, ok := owner[spelling]; ok && other != name {
				t.Errorf("%s: alias %q is also %s", name, alias, other)
			}
			owner[spelling] = name
			if seen[alias] {
				t.Errorf("%s: alias %q is listed twice", name, alias)
			}
			seen[alias] = true
		}
	}
	technology := collect(t, "technology", technologies, "name")
	topics, attributes := entries(t, "topics.yaml"), entries(t, "attributes.yaml")
	topic := collect(t, "topic", topics, "id")
	collect(t, "attribute", attributes, "id")
	collect(t, "cue", entries(t, "cues.yaml"), "id")
	collect(t, "family", entries(t, "families.yaml"), "name")
	refer := func(list []map[string]any, id, field string, to map[string]bool) {
		for _, e := range list {
			for _, ref := range texts(e[field]) {
				if !to[ref] || ref == e[id] {
					t.Errorf("%v: %s %q: no such entry, or itself", e[id], field, ref)
				}
			}
		}
	}
	refer(technologies, "name", "broader", technology)
	refer(entries(t, "families.yaml"), "name", "members", technology)
	refer(topics, "id", "broader", topic)
	refer(topics, "id", "opposite", topic)
	for _, a := range attributes {
		if ref, _ := a["topic"].(string); ref != "" && !topic[ref] {
			t.Errorf("%v: no topic %q", a["id"], ref)
		}
		if p, ok := a["polarity"]; ok && p != "pro" && p != "con" {
			t.Errorf("%v: polarity %v, want pro or con", a["id"], p)
		}
	}
}

// collect returns the ids of a list and reports those listed twice.
func collect(t *testing.T, what string, list []map[string]any, field string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range list {
		id, _ := e[field].(string)
		if id == "" || ids[id] {
			t.Errorf("%s %q is listed twice or has no %s", what, id, field)
		}
		ids[id] = true
	}
	return ids
}

func TestLabelsBelongToOneAttribute(t *testing.T) {
	lx := embeddedLexicon(t)
	for _, a := range lx.Attributes {
		for _, label := range a.Labels {
			for _, other := range lx.Label(label) {
				if other != a {
					t.Errorf("Label(%q) stands for %s and %s", label, a.ID, other.ID)
				}
			}
		}
	}
}

func TestExpand(t *testing.T) {
	lx, err := LoadLexicon(smallLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	got := lx.Expand(Words("wat is Axum, btw?"))
	want := []Word{
		{0, 3, "what", "what"}, {4, 6, "is", "is"}, {7, 11, "axum", "axum"},
		{13, 16, "by", "by"}, {16, 16, "the", "the"}, {16, 16, "way", "way"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Expand (-want +got):\n%s", diff)
	}
}

func TestEnglish(t *testing.T) {
	lx := embeddedLexicon(t)
	words := strings.Fields(string(lx.english))
	if !slices.IsSorted(words) {
		t.Error("english.txt is not sorted: English searches it by halving")
	}
	for _, w := range []string{words[0], words[len(words)/2], words[len(words)-1], "trust"} {
		if !lx.English(w) {
			t.Errorf("English(%q) = false, want true", w)
		}
	}
	for _, w := range []string{"", "djnago", "0", "zzzzzz"} {
		if lx.English(w) {
			t.Errorf("English(%q) = true, want false", w)
		}
	}
}
