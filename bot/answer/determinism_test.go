package answer_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"

	"backendbot/bot/answer"
	"backendbot/bot/eval"
)

// printAnswers tells the test binary to print its answers instead of running
// tests.
const printAnswers = "BACKENDBOT_TEST_PRINT_ANSWERS"

func TestMain(m *testing.M) {
	if os.Getenv(printAnswers) == "" {
		os.Exit(m.Run())
	}
	ed, err := embedded()
	if err == nil {
		err = ed.print(os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// print writes the answers to the shipped set, one JSON object a line.
func (ed *editions) print(w io.Writer) error {
	report, err := eval.Run(context.Background(), ed.engine, ed.set, eval.Options{})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	for _, r := range report.Results {
		if err := enc.Encode(r.Answer); err != nil {
			return err
		}
	}
	return nil
}

// TestSameAnswerAgain asks the shipped set once in order, and once more from
// the end, all questions at the same time.
func TestSameAnswerAgain(t *testing.T) {
	ed := newEditions(t)
	first := make([]*answer.Answer, len(ed.set))
	for i, q := range ed.set {
		first[i] = ed.ask(t, questionOf(q))
	}
	again := make([]*answer.Answer, len(ed.set))
	var wg sync.WaitGroup
	for i, q := range slices.Backward(ed.set) {
		wg.Go(func() {
			ans, err := ed.engine.Answer(t.Context(), questionOf(q))
			if err != nil {
				t.Errorf("Answer(%q): %v", q.Text, err)
			}
			again[i] = ans
		})
	}
	wg.Wait()
	for i, q := range ed.set {
		if a, b := encode(t, first[i]), encode(t, again[i]); !bytes.Equal(a, b) {
			t.Errorf("%s %q: two answers\n%s\n%s", q.ID, q.Text, a, b)
		}
	}
}

// TestSameAnswerElsewhere asks the shipped set in two more processes, which
// build their own index, one of them without parallelism.
func TestSameAnswerElsewhere(t *testing.T) {
	want := answersOf(t, "1")
	got := answersOf(t, "8")
	wantLines, gotLines := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	if len(wantLines) != len(gotLines) || len(wantLines) < 2 {
		t.Fatalf("processes print %d and %d lines", len(wantLines), len(gotLines))
	}
	for i := range wantLines {
		if !bytes.Equal(wantLines[i], gotLines[i]) {
			t.Errorf("two processes, two answers\n%s\n%s", wantLines[i], gotLines[i])
		}
	}
}

// answersOf runs the test binary to print its answers.
func answersOf(t *testing.T, maxprocs string) []byte {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Env = append(os.Environ(), printAnswers+"=1", "GOMAXPROCS="+maxprocs)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("GOMAXPROCS=%s: %v\n%s", maxprocs, err, errs.Bytes())
	}
	return out.Bytes()
}

func encode(t *testing.T, ans *answer.Answer) []byte {
	t.Helper()
	data, err := json.Marshal(ans)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
