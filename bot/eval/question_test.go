package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	const set = `{"id":"a","question":"koa?","kind":"profile","expect":{"technologies":["Koa.js"]}}

{"id":"b","question":"and flask?","kind":"profile","tags":["followup"],"thread":["koa?"],"evidence":[{"article":"A1"}],
` // the second line ends in its middle
	full := strings.Replace(set, `}],`, `}],"expect":{"abstain":true,"table":null}}`, 1)
	want := []Question{
		{ID: "a", Text: "koa?", Kind: "profile", Expect: Expect{Technologies: []string{"Koa.js"}}},
		{ID: "b", Text: "and flask?", Kind: "profile", Tags: []string{"followup"}, Thread: []string{"koa?"}, Expect: Expect{Abstain: true}},
	}
	got, err := Read("set", strings.NewReader(full))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("Read = %v, (-want +got):\n%s", err, diff)
	}
	if _, err := Read("set", strings.NewReader(set)); err == nil || err.Error() != "set:3: the JSON object has no end" {
		t.Errorf("Read of a cut set = %v, want set:3: the JSON object has no end", err)
	}
}

func TestReadErrors(t *testing.T) {
	const ok = `{"id":"a","question":"q","kind":"faq","expect":{}}`
	for _, test := range []struct{ set, want string }{
		{"", `s:1: no questions, want one JSON object a line`},
		{"hello", `s:1: malformed JSON: invalid character 'h' looking for beginning of value`},
		{"[1]", `s:1: a JSON array, want an object`},
		{ok + "{}", `s:1: more after the object, want one JSON object a line`},
		{ok + "\n\n" + ok, `s:3: duplicate id "a", first on line 1`},
		{`{"question":"q","kind":"faq","expect":{}}`, `s:1: missing member "id"`},
		{`{"id":"a","question":" ","kind":"faq","expect":{}}`, `s:1: missing member "question"`},
		{`{"id":"a","question":"q","expect":{}}`, `s:1: missing member "kind"`},
		{`{"id":"a","question":"q","kind":"faq"}`, `s:1: missing member "expect"`},
		{`{"id":"a","question":"q","kind":"faq","expect":null}`, `s:1: missing member "expect"`},
		{`{"id":"a","question":"q","kind":"faq","expect":{},"note":1}`, `s:1: unknown member "note"`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"must_contian":[]}}`, `s:1: unknown member "must_contian"`},
		{`{"id":7,"question":"q","kind":"faq","expect":{}}`, `s:1: member "id" is a JSON number, want a string`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"must_contain":"x"}}`, `s:1: member "expect.must_contain" is a JSON string, want an array`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"min_named":1.5}}`, `s:1: member "expect.min_named" is a JSON number 1.5, want a whole number`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"table":[]}}`, `s:1: member "expect.table" is a JSON array, want an object`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"technologies":[""]}}`, `s:1: a technology without a name`},
		{`{"id":"a","question":"q","kind":"faq","expect":{"table":{"columns":[]}}}`, `s:1: the table expects no columns`},
		{
			`{"id":"a","question":"q","kind":"faq","expect":{"table":{"columns":["Koa"],"cells":[{"technology":"Koe","attribute":"pros","any_of":["x"]}]}}}`,
			`s:1: the table expects a cell of "Koe", want one of its columns ["Koa"]`,
		},
		{
			`{"id":"a","question":"q","kind":"faq","expect":{"table":{"columns":["Koa"],"cells":[{"technology":"Koa","attribute":"pros"}]}}}`,
			`s:1: the table expects a cell of "Koa" without attribute or any_of`,
		},
		{"{}\n" + ok + "\n{]", "s:1: missing member \"id\"\ns:3: malformed JSON: invalid character ']' looking for beginning of object key string"},
	} {
		if _, err := Read("s", strings.NewReader(test.set)); err == nil || err.Error() != test.want {
			t.Errorf("Read(%q) = %v, want %s", test.set, err, test.want)
		}
	}
}

func TestShipped(t *testing.T) {
	set, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(set) != 245 {
		t.Errorf("Shipped() has %d questions, want 245", len(set))
	}
	for _, q := range set {
		expectsText := len(q.Expect.Technologies)+len(q.Expect.MustContain)+len(q.Expect.AnyTechnologies) > 0
		if !expectsText && q.Expect.Table == nil && !q.Expect.Abstain && !q.Expect.Greeting {
			t.Errorf("%s expects nothing of the answer", q.ID)
		}
	}
}
