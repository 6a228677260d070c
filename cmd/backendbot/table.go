package main

import (
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// A cell is the content of a table's cell: paragraphs, one below the other.
type cell []paragraph

// A paragraph is spans under a bullet, or under none.
type paragraph struct {
	bullet string
	spans  []span
}

// textCell is a cell of one span.
func textCell(s string, look style) cell { return cell{{spans: []span{{s, look}}}} }

// natural is how wide the cell is when nothing in it is wrapped.
func (c cell) natural() int {
	widest := 0
	for _, p := range c {
		widest = max(widest, columns(p.bullet)+columns(textOf(p.spans)))
	}
	return widest
}

// lines wraps the cell.
func (c cell) lines(s screen) []string {
	var lines []string
	for _, p := range c {
		lines = append(lines, s.wrap(p.bullet, strings.Repeat(" ", columns(p.bullet)), p.spans...)...)
	}
	return lines
}

// table draws rows under a header, their cells wrapped so that the table is
// not wider than the screen, with rules around the rows of several lines.
func (s screen) table(header []cell, rows [][]cell) []string {
	widths := columnWidths(naturals(append([][]cell{header}, rows...)), s.width-frame(len(header)))
	draw := func(cells []cell) (table.Row, bool) {
		row, high := make(table.Row, len(cells)), false
		for i, c := range cells {
			lines := c.lines(screen{widths[i], s.colour})
			high = high || len(lines) > 1
			row[i] = strings.Join(lines, "\n")
		}
		return row, high
	}
	w := table.NewWriter()
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options.DrawBorder = false
	head, _ := draw(header)
	w.AppendHeader(head)
	above := false // whether the row above is of several lines
	for _, cells := range rows {
		row, high := draw(cells)
		if high || above {
			w.AppendSeparator()
		}
		w.AppendRow(row)
		above = high
	}
	w.SetStyle(style)
	lines := strings.Split(w.Render(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

// frame is how many columns stand around the cells of n columns.
func frame(n int) int { return 3*n - 1 }

// naturals is how wide each column is when nothing is wrapped.
func naturals(rows [][]cell) []int {
	widths := make([]int, len(rows[0]))
	for _, cells := range rows {
		for i, c := range cells {
			widths[i] = max(widths[i], c.natural())
		}
	}
	return widths
}

// columnWidths shares out what is available: columns that need less than an
// equal share get what they need, the others share the rest.
func columnWidths(natural []int, available int) []int {
	widths := slices.Clone(natural)
	var wide []int // columns that do not have their width yet
	for i := range natural {
		wide = append(wide, i)
	}
	for len(wide) > 0 {
		share := max(available/len(wide), 1)
		narrow := slices.IndexFunc(wide, func(i int) bool { return natural[i] <= share })
		if narrow < 0 {
			for k, i := range wide {
				widths[i] = share
				if k < available-share*len(wide) {
					widths[i]++
				}
			}
			break
		}
		available -= natural[wide[narrow]]
		wide = slices.Delete(wide, narrow, narrow+1)
	}
	return widths
}
