package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"backendbot/corpus"
)

const (
	maxColumns  = 6
	cellValues  = 3  // values shown in one cell
	defaultRows = 12 // rows of a comparison that names no attribute
)

// compare puts two to six technologies side by side.
func (c *composer) compare() error {
	techs := c.u.Technologies
	if len(techs) > maxColumns {
		c.leftOut = techs[maxColumns:]
		techs = techs[:maxColumns]
	}
	c.technologies(techs)
	if f := c.comparing(techs); f != nil {
		c.quote("", []*corpus.Fact{f}, 1)
	}
	table := &Table{}
	for _, t := range techs {
		table.Columns = append(table.Columns, t.Name)
	}
	asked := c.comparedAttributes()
	for _, attr := range asked {
		table.Rows = append(table.Rows, c.row(attr.Label, techs, func(t *corpus.Technology) []*corpus.Fact { return c.compared(t, attr) }))
	}
	for _, topic := range c.comparedTopics(asked) {
		table.Rows = append(table.Rows, c.row(capitalize(topic.Label), techs, func(t *corpus.Technology) []*corpus.Fact { return c.topicFacts(t, topic) }))
	}
	if len(table.Rows) == 0 && len(c.u.Terms) > 0 {
		label := capitalize(c.u.Terms[0].raw)
		row := c.row(label, techs, func(t *corpus.Technology) []*corpus.Fact {
			var facts []*corpus.Fact
			for _, s := range c.speaksOf(t, nil, c.u.Terms) {
				if s.coverage >= minCoverage && len(facts) < 2 {
					facts = append(facts, s.Fact)
				}
			}
			return facts
		})
		if filled(row) > 0 {
			table.Rows = append(table.Rows, row)
		}
	}
	if len(asked) == 0 && len(table.Rows) == 0 {
		c.defaultRows(table, techs)
	}
	total := 0
	for _, r := range table.Rows {
		total += filled(r)
	}
	if total == 0 && !slices.ContainsFunc(asked, func(a *corpus.Attribute) bool { return !weakAttributes[a.ID] }) && len(c.u.Terms) == 0 {
		table.Rows = nil
		c.defaultRows(table, techs)
		for _, r := range table.Rows {
			total += filled(r)
		}
	}
	if total == 0 {
		c.decline(c.missingOfAll(techs, asked))
		return nil
	}
	c.ans.Table = table
	if len(asked) > 0 && total < len(table.Rows)*len(techs) {
		c.ans.Confidence = Partial
	}
	c.byYear(table, asked)
	for _, t := range techs {
		if len(c.ans.Disagreements) < 2 {
			c.differ(t)
		}
	}
	return nil
}

func filled(r Row) int {
	n := 0
	for _, cell := range r.Cells {
		if cell.Text != "" {
			n++
		}
	}
	return n
}

func capitalize(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// comparedAttributes returns the attributes a comparison asks for.
func (c *composer) comparedAttributes() []*corpus.Attribute {
	generic := !slices.ContainsFunc(c.u.Technologies, func(t *corpus.Technology) bool { return !t.Generic })
	return slices.DeleteFunc(slices.Clone(c.u.Attributes), func(a *corpus.Attribute) bool {
		if generic && a.ID == "description" {
			return true // "what is the difference between front end and back end?"
		}
		return a.ID == "description" && len(c.u.Attributes) > 1 || a.ID == "support" || a.ID == "description" && len(c.u.Topics) > 0
	})
}

// comparedTopics returns the topics of the question that no asked attribute
// already covers.
func (c *composer) comparedTopics(asked []*corpus.Attribute) []*corpus.Topic {
	return slices.DeleteFunc(slices.Clone(c.u.Topics), func(t *corpus.Topic) bool {
		return !t.Need && len(asked) > 0 || slices.ContainsFunc(asked, func(a *corpus.Attribute) bool { return a.Topic == t.ID || a.ID == t.ID })
	})
}

// compared returns what goes into the cell of an attribute: the stated values
// alone where there are some, as a table shows short cells.
func (c *composer) compared(t *corpus.Technology, attr *corpus.Attribute) []*corpus.Fact {
	if attr.List {
		return c.attributeFacts(t, attr)
	}
	if stated := c.stated(t, attr); len(stated) > 0 {
		slices.SortStableFunc(stated, func(a, b *corpus.Fact) int { return int(a.Form) - int(b.Form) })
		if stated[0].Form == corpus.Cell {
			stated = slices.DeleteFunc(stated, func(f *corpus.Fact) bool { return f.Form == corpus.Entry || f.Form >= corpus.Answer })
		}
		return distinctValues(stated)
	}
	facts := c.attributeFacts(t, attr)
	return facts[:min(2, len(facts))]
}

// topicFacts returns what the articles say of a technology on a topic, else on
// a broader one.
func (c *composer) topicFacts(t *corpus.Technology, topic *corpus.Topic) []*corpus.Fact {
	for _, a := range c.lexicon.Attributes {
		if a.Topic == topic.ID && len(c.stated(t, a)) > 0 {
			return c.compared(t, a)
		}
	}
	for _, id := range append([]string{topic.ID}, topic.Broader...) {
		var facts []*corpus.Fact
		for _, s := range c.speaksOf(t, []*corpus.Topic{c.lexicon.Topic(id)}, nil) {
			facts = append(facts, s.Fact)
		}
		if len(facts) > 0 {
			return roundRobin(oneEach(facts))
		}
	}
	return nil
}

// row fills one row of the table.
func (c *composer) row(label string, techs []*corpus.Technology, find func(*corpus.Technology) []*corpus.Fact) Row {
	row := Row{Attribute: label}
	for _, t := range techs {
		row.Cells = append(row.Cells, c.cell(find(t)))
	}
	return row
}

func (c *composer) cell(facts []*corpus.Fact) Cell {
	facts = oneEach(facts)
	cell := Cell{Citations: []int{}, Values: []Excerpt{}}
	limit := c.cellLimit()
	if len(facts) > 0 && facts[0].Attribute != nil && facts[0].Attribute.ID == "companies" {
		limit = 5
	}
	if len(facts) > limit {
		cell.More = len(facts) - limit
		facts = facts[:limit]
	}
	for _, f := range facts {
		x := c.excerpt(f, "")
		cell.Values = append(cell.Values, x)
		cell.Citations = appendNew(cell.Citations, x.Citation)
		if cell.Text != "" {
			cell.Text += separator(cell.Text, "; ")
		}
		cell.Text += f.Text
	}
	return cell
}

// cellLimit is how many values a cell shows: more when a row stands alone.
func (c *composer) cellLimit() int {
	if len(c.u.Attributes) == 1 {
		return cellValues + 2
	}
	return cellValues
}

// defaultRows fills a comparison that names no attribute: what most columns
// have something for.
func (c *composer) defaultRows(table *Table, techs []*corpus.Technology) {
	wanted := min(2, len(techs))
	if techs[0].Generic {
		wanted = 1
	}
	for _, attr := range c.lexicon.Attributes {
		with := 0
		for _, t := range techs {
			if slices.ContainsFunc(c.stated(t, attr), func(f *corpus.Fact) bool {
				if t.Generic {
					return f.Form == corpus.Cell && len(f.Subjects) == 1 // much is said of back ends in general, little of it as a comparison
				}
				return attr.Row || attr.ID != "description" && f.Form == corpus.Cell || attr.ID == "description" && f.Form == corpus.Sentence && f.Section.Level < 3
			}) {
				with++
			}
		}
		if with < wanted && !(attr.Polarity != "" && with > 0 && !techs[0].Generic) || len(table.Rows) >= defaultRows {
			continue
		}
		if !attr.Row && (attr.ID == "features" || attr.ID == "companies" || attr.ID == "developer" || attr.ID == "owner" || attr.ID == "prefer") {
			continue
		}
		table.Rows = append(table.Rows, c.row(attr.Label, techs, func(t *corpus.Technology) []*corpus.Fact {
			if attr.List {
				return c.representative(t, attr)
			}
			return distinctValues(c.stated(t, attr))
		}))
	}
	if !slices.ContainsFunc(table.Rows, func(r Row) bool { return filled(r) > 1 }) {
		table.Rows = append([]Row{c.row("What it is", techs, c.describing)}, table.Rows...)
	}
}

// comparing returns a statement that itself sets all the technologies side by
// side, or nil.
func (c *composer) comparing(techs []*corpus.Technology) *corpus.Fact {
	if len(techs) > 3 {
		return nil
	}
	var best scored
	for _, f := range c.evidence.naming[techs[0].Index] {
		best = c.better(best, f, techs)
	}
	for _, f := range c.evidence.about[techs[0].Index] {
		best = c.better(best, f, techs)
	}
	return best.Fact
}

func (c *composer) better(best scored, f *corpus.Fact, techs []*corpus.Technology) scored {
	if f.Form != corpus.Sentence && f.Form != corpus.Answer || !c.allowed(f) || len(f.Names) > len(techs)+1 {
		return best
	}
	for _, t := range techs {
		if !slices.Contains(f.Names, t) {
			return best
		}
	}
	score := directness(f) + c.overlap(f, c.u.Topics, c.u.Terms)
	if f.Form == corpus.Answer {
		score += 2
	}
	if best.Fact == nil || score > best.score {
		return scored{Fact: f, score: score}
	}
	return best
}

// byYear leads with the order of release when that is what was asked.
func (c *composer) byYear(table *Table, asked []*corpus.Attribute) {
	if len(asked) != 1 || asked[0].ID != "released" || len(c.ans.Excerpts) > 0 {
		return
	}
	type dated struct{ name, year string }
	var list []dated
	for i, cell := range table.Rows[0].Cells {
		if cell.Text != "" {
			list = append(list, dated{table.Columns[i], cell.Text})
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(a.year, b.year) })
	var parts []string
	for _, d := range list {
		parts = append(parts, d.name+" ("+d.year+")")
	}
	c.ans.Lead = "By first release: " + strings.Join(parts, ", then ")
}
