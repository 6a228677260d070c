package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
)

func TestColumnWidths(t *testing.T) {
	tests := []struct {
		natural   []int
		available int
		want      []int
	}{
		{[]int{5, 6, 7}, 30, []int{5, 6, 7}},
		{[]int{5, 6, 7}, 18, []int{5, 6, 7}},
		{[]int{50, 50}, 40, []int{20, 20}},
		{[]int{50, 50}, 41, []int{21, 20}},
		{[]int{4, 50, 50}, 44, []int{4, 20, 20}},
		{[]int{50, 4, 12, 50}, 56, []int{20, 4, 12, 20}},
		{[]int{0, 3}, 10, []int{0, 3}},
		{[]int{9, 9, 9}, 2, []int{1, 1, 1}},
		{[]int{9}, 0, []int{1}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, columnWidths(test.natural, test.available)); diff != "" {
			t.Errorf("columnWidths(%v, %d) (-want +got):\n%s", test.natural, test.available, diff)
		}
	}
}

func TestTable(t *testing.T) {
	got := screen{width: 30}.table(
		[]cell{textCell("", plain), textCell("Django", bold), textCell("数据库", bold)},
		[][]cell{
			{textCell("Year", bold), textCell("2005", plain), textCell("数据", plain)},
			{textCell("Pros", bold), {{"• ", []span{{"one two three", plain}}}, {"• ", []span{{"four", plain}}}}, textCell("🚀", plain)},
		})
	want := strings.Split(strings.Trim(`
      │ Django    │ 数据库
──────┼───────────┼────────
 Year │ 2005      │ 数据
──────┼───────────┼────────
 Pros │ • one two │ 🚀
      │   three   │
      │ • four    │
`, "\n"), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

func TestComparison(t *testing.T) {
	x := func(text string, n int) answer.Excerpt { return answer.Excerpt{Text: text, Citation: n} }
	table := &answer.Table{
		Columns: []string{"Django", "Flask"},
		Rows: []answer.Row{
			{Attribute: "Architecture", Cells: []answer.Cell{{Values: []answer.Excerpt{x("MVT", 1), x("MTV", 2)}, More: 3}, {}}},
			{Attribute: "Pros", Cells: []answer.Cell{
				{Values: []answer.Excerpt{x("Admin interface and ORM out of the box", 1), x("Rapid development", 2)}, More: 4},
				{Values: []answer.Excerpt{x("Light", 3), x("Flexible", 3)}},
			}},
		},
	}
	tests := []struct {
		width int
		want  string
	}{
		{80, `
              │ Django                               │ Flask
──────────────┼──────────────────────────────────────┼─────────────────────────
 Architecture │ MVT [1]; MTV [2] + 3 more            │ the articles do not say
──────────────┼──────────────────────────────────────┼─────────────────────────
 Pros         │ • Admin interface and ORM out of the │ • Light [3]
              │   box [1]                            │ • Flexible [3]
              │ • Rapid development [2] + 4 more     │
`},
		{44, `
Architecture
  Django  MVT [1]; MTV [2] + 3 more
  Flask   the articles do not say

Pros
  Django  • Admin interface and ORM out of
            the box [1]
          • Rapid development [2] + 4 more
  Flask   • Light [3]
          • Flexible [3]
`},
	}
	for _, test := range tests {
		p := page{screen: screen{width: test.width}}
		p.comparison(table)
		if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), p.String()); diff != "" {
			t.Errorf("comparison on %d columns (-want +got):\n%s", test.width, diff)
		}
	}
}
