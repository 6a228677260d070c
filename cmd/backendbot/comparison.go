package main

import (
	"slices"
	"strings"

	"backendbot/bot/answer"
)

// leastColumn is how many columns a cell of text needs to read well.
const leastColumn = 18

// comparison lays out a table; where the columns would be too narrow to read,
// the technologies stand one below the other.
func (p *page) comparison(t *answer.Table) {
	header := []cell{textCell("", plain)}
	for _, name := range t.Columns {
		header = append(header, textCell(name, bold))
	}
	var rows [][]cell
	for _, r := range t.Rows {
		rows = append(rows, append([]cell{textCell(r.Attribute, bold)}, cellsOf(r.Cells)...))
	}
	widths := columnWidths(naturals(append(rows, header)), p.width-frame(len(header)))
	for i, w := range naturals(append(rows, header)) {
		if widths[i] < min(w, leastColumn) {
			p.stack(t.Columns, rows)
			return
		}
	}
	p.lines = append(p.lines, p.table(header, rows)...)
}

// stack lays out rows as paragraphs, a technology a line.
func (p *page) stack(names []string, rows [][]cell) {
	widest := 0
	for _, n := range names {
		widest = max(widest, columns(n))
	}
	for _, row := range rows {
		p.gap()
		p.put("", row[0][0].spans...)
		for i, name := range names {
			indent := "  " + name + strings.Repeat(" ", widest-columns(name)+2)
			for _, par := range row[i+1] {
				p.put(indent+par.bullet, par.spans...)
				indent = strings.Repeat(" ", columns(indent))
			}
		}
	}
}

// cellsOf lays out a comparison's row: short values beside one another; if any
// are long, the values of every cell one below the other.
func cellsOf(row []answer.Cell) []cell {
	below := slices.ContainsFunc(row, func(c answer.Cell) bool { return len(c.Values) > 1 && !short(c.Values) })
	var cells []cell
	for _, c := range row {
		switch {
		case len(c.Values) == 0:
			cells = append(cells, textCell("the articles do not say", dim))
		case len(c.Values) == 1 || !below:
			cells = append(cells, cell{{spans: append(cited(c.Values, "; "), more(c.More)...)}})
		default:
			var lines cell
			for i := range c.Values {
				lines = append(lines, paragraph{"• ", cited(c.Values[i:i+1], "")})
			}
			last := &lines[len(lines)-1]
			last.spans = append(last.spans, more(c.More)...)
			cells = append(cells, lines)
		}
	}
	return cells
}
