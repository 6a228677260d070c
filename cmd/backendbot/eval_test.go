package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// evalSet has a question that passes, one that cannot, and a greeting.
const evalSet = `{"id":"made","question":"who made koa?","kind":"lookup","expect":{"must_contain":[["Holowaychuk"]],"cite":["A1"]}}
{"id":"flask","question":"and flask?","kind":"profile","thread":["koa?"],"expect":{"must_contain":[["zebra"]]}}
{"id":"hi","question":"hi!","kind":"unanswerable","expect":{"abstain":true}}
`

// runEval runs eval on a file that holds the set.
func runEval(t *testing.T, set string, flags ...string) (status int, stdout, stderr string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "set.jsonl")
	if err := os.WriteFile(file, []byte(set), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	status = run(t.Context(), append([]string{"eval", file}, flags...), strings.NewReader(""), &out, &errs)
	return status, out.String(), strings.ReplaceAll(errs.String(), file, "set.jsonl")
}

func TestEvalText(t *testing.T) {
	status, out, errs := runEval(t, evalSet, "--verbose")
	if status != exitAnswered || errs != "" {
		t.Fatalf("eval: status %d, errors %q", status, errs)
	}
	table, failures, _ := strings.Cut(out, "\n\n")
	var got [][]string
	for line := range strings.Lines(table) {
		got = append(got, strings.Fields(line)[:4])
	}
	want := [][]string{
		{"kind", "passed", "percent", "wrongly"},
		{"lookup", "1", "of", "1"},
		{"profile", "0", "of", "1"},
		{"unanswerable", "1", "of", "1"},
		{"overall", "2", "of", "3"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if want := "flask [profile] and flask?\n    after: koa?\n  - lacks any of [\"zebra\"]\n"; failures != want {
		t.Errorf("failures = %q, want %q", failures, want)
	}
}

func TestEvalJSON(t *testing.T) {
	status, out, errs := runEval(t, evalSet, "--format", "json", "--first", "1")
	if status != exitAnswered || errs != "" {
		t.Fatalf("eval: status %d, errors %q", status, errs)
	}
	var report struct {
		Overall struct{ Questions, Passed int }
		Kinds   []struct{ Kind string }
		Results []questionResult
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	if report.Overall.Questions != 3 || report.Overall.Passed != 1 || len(report.Kinds) != 3 {
		t.Errorf("eval --first 1 = %+v, want 3 questions of 3 kinds, 1 passed", report)
	}
	for _, r := range report.Results {
		if len(strings.Fields(r.Answer)) != 1 || r.Passed != (r.ID == "hi") || r.Declined != (r.ID == "hi") || r.Passed != (len(r.Problems) == 0) {
			t.Errorf("eval --first 1: %+v, want one word, and only the greeting declined and passed", r)
		}
	}
}

func TestEvalMisuse(t *testing.T) {
	for _, test := range []struct {
		set   string
		flags []string
		want  string
	}{
		{evalSet, []string{"--format", "yaml"}, `backendbot: unknown format "yaml", want text or json`},
		{evalSet, []string{"--first", "-1"}, "backendbot: eval: --first is -1, want a number of words"},
		{evalSet, []string{"more"}, "backendbot: eval: accepts at most 1 arg(s), received 2; usage: backendbot eval [FILE] [flags]"},
		{`{"id":"a","kind":"faq"}`, nil, `backendbot: eval: set.jsonl:1: missing member "question"`},
		{evalSet + evalSet, nil, "backendbot: eval: set.jsonl:4: duplicate id \"made\", first on line 1\n" +
			"set.jsonl:5: duplicate id \"flask\", first on line 2\nset.jsonl:6: duplicate id \"hi\", first on line 3"},
	} {
		status, out, errs := runEval(t, test.set, test.flags...)
		if status != exitMisuse || out != "" || errs != test.want+"\n" {
			t.Errorf("eval %q: status %d, output %q, errors %q, want %q", test.flags, status, out, errs, test.want)
		}
	}
}
