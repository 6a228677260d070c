package eval

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

//go:embed questions.jsonl
var shipped []byte

// A Question is one line of a set: what is asked, and what is expected of the
// answer.
type Question struct {
	ID     string   `json:"id"`
	Text   string   `json:"question"`
	Kind   string   `json:"kind"` // what the figures group it under
	Tags   []string `json:"tags"`
	Thread []string `json:"thread"` // earlier messages, oldest first
	Expect Expect   `json:"expect"`
}

// maxLine is the longest line of a set.
const maxLine = 1 << 20

// Shipped returns the set that is part of the program. Callers may modify it.
func Shipped() ([]Question, error) {
	return Read("questions.jsonl", bytes.NewReader(shipped))
}

// Read reads a set of questions, one JSON object a line; empty lines do not
// count. An expectation that a line leaves out always holds; a member
// "evidence" is for the reader and not scored. The error names every line that
// is wrong, after the name of the set.
func Read(name string, r io.Reader) ([]Question, error) {
	var set []Question
	var errs []error
	lines := map[string]int{} // by question id
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	n := 0
	for in.Scan() {
		n++
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		q, err := parseQuestion(in.Bytes())
		if err == nil && lines[q.ID] > 0 {
			err = fmt.Errorf("duplicate id %q, first on line %d", q.ID, lines[q.ID])
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", name, n, err))
			continue
		}
		lines[q.ID] = n
		set = append(set, q)
	}
	if err := in.Err(); err != nil {
		errs = append(errs, fmt.Errorf("%s:%d: %w", name, n+1, err))
	}
	if len(errs) == 0 && len(set) == 0 {
		errs = append(errs, fmt.Errorf("%s:1: no questions, want one JSON object a line", name))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return set, nil
}

// parseQuestion reads one line of a set.
func parseQuestion(line []byte) (Question, error) {
	var wire struct {
		Question
		Expect   *Expect         `json:"expect"`
		Evidence json.RawMessage `json:"evidence"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&wire); err != nil {
		return Question{}, wordJSON(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Question{}, errors.New("more after the object, want one JSON object a line")
	}
	q := wire.Question
	for _, m := range []struct{ name, value string }{{"id", q.ID}, {"question", q.Text}, {"kind", q.Kind}} {
		if strings.TrimSpace(m.value) == "" {
			return Question{}, fmt.Errorf("missing member %q", m.name)
		}
	}
	if wire.Expect == nil {
		return Question{}, errors.New(`missing member "expect"`)
	}
	q.Expect = *wire.Expect
	return q, q.Expect.check()
}

// wordJSON words the decoder's errors for the author of a set.
func wordJSON(err error) error {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		member := strings.TrimPrefix(wrongType.Field, "Question.") // where it is embedded
		if member == "" {
			return fmt.Errorf("a JSON %s, want an object", wrongType.Value)
		}
		return fmt.Errorf("member %q is a JSON %s, want %s", member, wrongType.Value, wanted(wrongType.Type.String()))
	}
	if member, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("unknown member %s", member)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON object has no end")
	}
	return fmt.Errorf("malformed JSON: %w", err)
}

// wanted names a Go type as JSON calls it.
func wanted(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "an array"
	case goType == "int":
		return "a whole number"
	case goType == "string", goType == "bool":
		return "a " + goType
	}
	return "an object"
}
