package answer_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "backendbot"

// mayImport says which packages of this module each of them may import.
var mayImport = map[string][]string{
	"corpus":         nil,
	"index":          {"corpus"},
	"bot/answer":     {"index", "corpus"},
	"bot/eval":       {"bot/answer"},
	"bot/state":      nil,
	"bot":            {"bot/answer", "bot/state"},
	"cmd/backendbot": {"bot", "bot/answer", "bot/eval", "bot/state", "index", "corpus"},
}

// walls says which packages of this module alone import others, so that no
// more than they must change when a dependency does, and that an answer is the
// same whichever front end asks.
var walls = []struct {
	path string // as in "go list": "/..." stands for itself and all below
	only []string
}{
	{"github.com/yuin/goldmark/...", []string{"corpus"}},
	{"go.yaml.in/yaml/...", []string{"corpus"}},
	{"golang.org/x/net/html/...", []string{"corpus"}},
	{"github.com/blevesearch/bleve/...", []string{"index"}},
	{"github.com/blevesearch/bleve_index_api/...", []string{"index"}},
	{"github.com/slack-go/slack/...", []string{"bot"}},
	{"github.com/nats-io/...", []string{"bot/state"}},
	{"github.com/kelseyhightower/envconfig/...", []string{"cmd/backendbot"}},
	{"github.com/spf13/cobra/...", []string{"cmd/backendbot"}},
	{"net", []string{"bot", "bot/state", "cmd/backendbot"}},
	{"net/http/...", []string{"bot", "bot/state", "cmd/backendbot"}},
}

func TestImports(t *testing.T) {
	imports := importsOf(t, filepath.Join("..", ".."))
	for pkg, paths := range imports {
		may, ok := mayImport[pkg]
		if !ok {
			t.Errorf("package %s is not in mayImport", pkg)
		}
		for _, p := range paths {
			if own, ok := strings.CutPrefix(p, module+"/"); ok && !slices.Contains(may, own) {
				t.Errorf("%s imports %s, want one of %q", pkg, own, may)
			}
			for _, w := range walls {
				below, tree := strings.CutSuffix(w.path, "/...")
				if (p == below || tree && strings.HasPrefix(p, below+"/")) && !slices.Contains(w.only, pkg) {
					t.Errorf("%s imports %s, which only %q may", pkg, p, w.only)
				}
			}
		}
	}
	if !slices.Contains(imports["index"], "github.com/blevesearch/bleve/v2") {
		t.Errorf("index imports %q, Bleve not among them: is this the module's root?", imports["index"])
	}
}

// importsOf returns what each package below root imports, outside tests and
// whatever the platform.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		imports[pkg] = slices.Grow(imports[pkg], 1) // also one that imports nothing
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[pkg] = append(imports[pkg], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
