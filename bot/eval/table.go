package eval

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"backendbot/bot/answer"
)

// A Table is what a comparison must show: a column for each technology, and
// cells that say one of the words given for them.
type Table struct {
	Columns []string `json:"columns"` // technologies
	Cells   []Cell   `json:"cells"`
}

// A Cell is expected of one technology, in a row that names the attribute.
type Cell struct {
	Technology string   `json:"technology"`
	Attribute  string   `json:"attribute"`
	AnyOf      []string `json:"any_of"`
}

// Attributes of sets, with the words that may name the same row in an answer.
// Any other attribute stands for itself.
var attributes = map[string][]string{
	"language":            {"language", "written in"},
	"architecture":        {"architect", "pattern", "structure"},
	"scalability":         {"scal"},
	"first released":      {"release", "year", "since", "launched"},
	"developer":           {"developer", "creator", "created", "author", "made by", "built by"},
	"parent organization": {"parent", "compan", "organi", "owner", "maintain", "backed"},
	"companies":           {"compan", "used by", "user", "adopt"},
	"pros":                {"pro", "strength", "advantage", "benefit", "upside"},
	"cons":                {"con", "weakness", "disadvantage", "drawback", "downside", "trade", "limitation", "watch"},
	"features":            {"feature"},
	"use cases":           {"use", "best", "ideal", "suit", "good for"},
	"middleware":          {"middleware"},
	"performance":         {"perform", "speed"},
	"community":           {"communit"},
	"setup complexity":    {"setup", "set-up", "complex", "ease"},
}

// Attributes whose values are ratings: "high" means nothing outside its row,
// so their words are not looked for in the other rows.
var ratings = []string{"scalability", "performance", "community", "setup complexity"}

// problems says what an answer's table lacks.
func (x *Table) problems(table *answer.Table) []string {
	if x == nil {
		return nil
	}
	if table == nil || len(table.Columns) == 0 {
		return []string{"no table"}
	}
	var problems []string
	columns := map[string]int{}
	for _, technology := range x.Columns {
		if _, seen := columns[technology]; seen {
			continue
		}
		columns[technology] = columnIndex(table.Columns, technology)
		if columns[technology] < 0 {
			problems = append(problems, "table lacks column "+technology)
		}
	}
	for _, cell := range x.Cells {
		column, ok := columns[cell.Technology]
		if !ok || column < 0 {
			continue // said above
		}
		if !cell.in(table, column) {
			problems = append(problems, fmt.Sprintf("table cell %s / %s has none of %q", cell.Technology, cell.Attribute, cell.AnyOf))
		}
	}
	return problems
}

// check reports a table that could never be meant.
func (x *Table) check() error {
	switch {
	case x == nil:
		return nil
	case len(x.Columns) == 0:
		return errors.New("the table expects no columns")
	case slices.Contains(x.Columns, ""):
		return errors.New("the table expects a column without a name")
	}
	for _, c := range x.Cells {
		if !slices.Contains(x.Columns, c.Technology) {
			return fmt.Errorf("the table expects a cell of %q, want one of its columns %q", c.Technology, x.Columns)
		}
		if c.Attribute == "" || len(c.AnyOf) == 0 {
			return fmt.Errorf("the table expects a cell of %q without attribute or any_of", c.Technology)
		}
	}
	return nil
}

// in reports whether a row of the attribute says one of the words in the
// column; any row will do unless the attribute is a rating.
func (c *Cell) in(table *answer.Table, column int) bool {
	says := func(row answer.Row) bool {
		value := fold(cellValue(table.Columns, row, column))
		return slices.ContainsFunc(c.AnyOf, value.contains)
	}
	ofAttribute := func(row answer.Row) bool { return rowMatches(row, c.Attribute) && says(row) }
	return slices.ContainsFunc(table.Rows, ofAttribute) ||
		!slices.Contains(ratings, c.Attribute) && slices.ContainsFunc(table.Rows, says)
}

// columnIndex returns the column headed by exactly a name of the technology,
// else the first that names it, so that Ruby is found before Ruby on Rails; -1
// for none.
func columnIndex(columns []string, technology string) int {
	exactly := func(header string) bool { return slices.Contains(aliases(technology), string(fold(header))) }
	if i := slices.IndexFunc(columns, exactly); i >= 0 {
		return i
	}
	return slices.IndexFunc(columns, func(header string) bool { return names(header, technology) })
}

// cellValue returns a row's cell under a column. A header without a cell in
// front of the others ("Attribute") is allowed for.
func cellValue(columns []string, row answer.Row, column int) string {
	if len(columns) == len(row.Cells)+1 {
		column--
	}
	if column < 0 || column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column].Text
}

// rowMatches reports whether a row's label names the attribute.
func rowMatches(row answer.Row, attribute string) bool {
	words, ok := attributes[attribute]
	if !ok {
		words = []string{attribute}
	}
	label := string(fold(row.Attribute))
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(label, w) })
}
