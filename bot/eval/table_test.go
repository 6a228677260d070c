package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
)

func TestColumnIndex(t *testing.T) {
	for _, test := range []struct {
		columns    []string
		technology string
		want       int
	}{
		{nil, "Go", -1},
		{[]string{"Ruby on Rails", "Ruby"}, "Ruby", 1},
		{[]string{"Ruby on Rails"}, "Ruby", 0},
		{[]string{"Attribute", "Django"}, "Django", 1},
		{[]string{"Express.js vs Koa", "Koa"}, "Koa.js", 1},
		{[]string{"Node.js (Express)", "node"}, "Node.js", 1},
		{[]string{"ASP.NET"}, "ASP.NET Core", 0},
		{[]string{".NET Core 8"}, "ASP.NET Core", 0},
		{[]string{"go"}, "Go", 0}, // a whole header needs no capital
		{[]string{"go (by Google)"}, "Go", -1},
		{[]string{"Go (by Google)"}, "Go", 0},
		{[]string{"Good"}, "Go", -1},
		{[]string{"JavaScript"}, "Java", -1},
		{[]string{"*Flask* "}, "Flask", 0},
		{[]string{"SQL", "MySQL"}, "MySQL", 1},
		{[]string{"MySQL", "SQL"}, "SQL databases", 0},
	} {
		if got := columnIndex(test.columns, test.technology); got != test.want {
			t.Errorf("columnIndex(%q, %q) = %d, want %d", test.columns, test.technology, got, test.want)
		}
	}
}

func TestCellValue(t *testing.T) {
	for _, test := range []struct {
		columns, cells []string
		column         int
		want           string
	}{
		{[]string{"Django", "Flask"}, []string{"a", "b"}, 1, "b"},
		{[]string{"Attribute", "Django", "Flask"}, []string{"a", "b"}, 1, "a"},
		{[]string{"Attribute", "Django", "Flask"}, []string{"a", "b"}, 0, ""},
		{[]string{"Attribute", "Django", "Flask"}, []string{"a"}, 2, ""},
		{[]string{"Attribute", "Django", "Flask"}, []string{"x", "a", "b"}, 1, "a"},
		{[]string{"Django"}, []string{"a", "b"}, 0, "a"},
		{[]string{"Django", "Flask"}, []string{"a"}, 1, "a"},
		{[]string{"Django"}, nil, 0, ""},
	} {
		if got := cellValue(test.columns, row("", test.cells...), test.column); got != test.want {
			t.Errorf("cellValue(%q, %q, %d) = %q, want %q", test.columns, test.cells, test.column, got, test.want)
		}
	}
}

func TestRowMatches(t *testing.T) {
	for _, test := range []struct {
		label, attribute string
		want             bool
	}{
		{"Written in", "language", true},
		{"Scalability", "scalability", true},
		{"Used by", "companies", true},
		{"Used by", "use cases", true},
		{"User base", "use cases", true},
		{"Process", "pros", true}, // labels are searched anywhere, unlike texts
		{"Consumers", "cons", true},
		{"Community", "cons", false},
		{"Trade–offs", "cons", true},
		{"Set\u2011up", "setup complexity", true},
		{"Release year", "first released", true},
		{"**Creator**", "developer", true},
		{"The role", "role", true}, // stands for itself
		{"Concurrency model", "concurrency", true},
		{"Trade\u2011offs", "trade-offs", true},
		{"", "pros", false},
	} {
		if got := rowMatches(row(test.label), test.attribute); got != test.want {
			t.Errorf("rowMatches(%q, %q) = %v, want %v", test.label, test.attribute, got, test.want)
		}
	}
}

func TestTableProblems(t *testing.T) {
	table := &answer.Table{
		Columns: []string{"Django", "Ruby on Rails"},
		Rows: []answer.Row{
			row("Written in", "Python", "Ruby"),
			row("Scalability", "High", "Medium"),
			row("Notes", "released in 2005; high speed", ""),
		},
	}
	cell := func(technology, attribute string, anyOf ...string) *Table {
		return &Table{Columns: []string{technology}, Cells: []Cell{{technology, attribute, anyOf}}}
	}
	for _, test := range []struct {
		name  string
		want  *Table
		table *answer.Table
		lacks []string
	}{
		{"nothing expected", nil, nil, nil},
		{"no table", cell("Django", "language", "Python"), nil, []string{"no table"}},
		{"a table without columns", cell("Django", "language", "Python"), &answer.Table{}, []string{"no table"}},
		{"in its row", cell("Django", "language", "PHP", "python"), table, nil},
		{"by an alias of the column", cell("Ruby on Rails", "language", "Ruby"), table, nil},
		{"in another row", cell("Django", "first released", "2005"), table, nil},
		{"a rating in its row", cell("Django", "scalability", "high"), table, nil},
		{"a rating in another row", cell("Django", "performance", "high"), table,
			[]string{`table cell Django / performance has none of ["high"]`}},
		{"in another column", cell("Ruby on Rails", "language", "Python"), table,
			[]string{`table cell Ruby on Rails / language has none of ["Python"]`}},
		{"a missing column, told once", &Table{
			Columns: []string{"Flask", "Django", "Flask"},
			Cells:   []Cell{{"Flask", "language", []string{"Python"}}, {"Django", "language", []string{"Python"}}},
		}, table, []string{"table lacks column Flask"}},
	} {
		if diff := cmp.Diff(test.lacks, test.want.problems(test.table)); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", test.name, diff)
		}
	}
}

// row returns a row of a table.
func row(label string, cells ...string) answer.Row {
	r := answer.Row{Attribute: label}
	for _, text := range cells {
		r.Cells = append(r.Cells, answer.Cell{Text: text})
	}
	return r
}
