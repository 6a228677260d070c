package answer

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// finish completes the answer: empty lists instead of nil, the note, the
// suggestions and the plain text.
func (c *composer) finish() {
	a := c.ans
	c.dropUnused()
	if a.Confidence != None {
		c.note()
		a.Suggestions = c.followUps()
	}
	a.Technologies = orEmpty(a.Technologies)
	a.Excerpts = orEmpty(a.Excerpts)
	a.Recommendations = orEmpty(a.Recommendations)
	a.Entries = orEmpty(a.Entries)
	a.Disagreements = orEmpty(a.Disagreements)
	a.Citations = orEmpty(a.Citations)
	a.Suggestions = orEmpty(a.Suggestions)
	if a.Confidence != None {
		a.Carried = c.u.Carried
	}
	a.Text = a.plainText()
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// dropUnused removes citations that nothing refers to and numbers the rest
// anew, in reading order.
func (c *composer) dropUnused() {
	numbers := map[int]int{}
	var kept []Citation
	for _, ref := range c.ans.references() {
		if numbers[*ref] == 0 {
			cit := c.ans.Citations[*ref-1]
			cit.N = len(kept) + 1
			numbers[*ref] = cit.N
			kept = append(kept, cit)
		}
	}
	for _, ref := range c.ans.references() {
		*ref = numbers[*ref]
	}
	c.ans.Citations = kept
}

// references returns every citation number in the answer, in reading order.
func (a *Answer) references() []*int {
	var refs []*int
	for i := range a.Excerpts {
		refs = append(refs, &a.Excerpts[i].Citation)
	}
	if a.Table != nil {
		for i := range a.Table.Rows {
			for j := range a.Table.Rows[i].Cells {
				cell := &a.Table.Rows[i].Cells[j]
				for k := range cell.Values {
					refs = append(refs, &cell.Values[k].Citation)
				}
				for k := range cell.Citations {
					refs = append(refs, &cell.Citations[k])
				}
			}
		}
	}
	for i := range a.Recommendations {
		for k := range a.Recommendations[i].Reasons {
			refs = append(refs, &a.Recommendations[i].Reasons[k].Citation)
		}
		for k := range a.Recommendations[i].Cautions {
			refs = append(refs, &a.Recommendations[i].Cautions[k].Citation)
		}
	}
	for i := range a.Entries {
		refs = append(refs, &a.Entries[i].Evidence.Citation)
	}
	for i := range a.Disagreements {
		for k := range a.Disagreements[i].For {
			refs = append(refs, &a.Disagreements[i].For[k].Citation)
		}
		for k := range a.Disagreements[i].But {
			refs = append(refs, &a.Disagreements[i].But[k].Citation)
		}
	}
	return refs
}

// note says what the evidence lacks and, where age matters, how old it is.
func (c *composer) note() {
	var parts []string
	if len(c.u.Missing) > 0 {
		parts = append(parts, "Not in the articles: "+joinList(names(c.u.Missing), "and")+".")
	}
	if len(c.leftOut) > 0 {
		parts = append(parts, "At most "+numerals[maxColumns]+" technologies are compared at once; left out: "+joinList(names(c.leftOut), "and")+".")
	}
	if len(c.gaps) > 0 {
		parts = append(parts, "Not in the articles: "+strings.Join(c.gaps, "; ")+".")
	}
	if len(c.u.Ignored) > 0 && c.ans.Kind == KindRecommend {
		parts = append(parts, "Not used: "+strings.Join(c.u.Ignored, ", ")+".")
	}
	if c.ages() {
		if oldest := c.oldest(); oldest != "" {
			parts = append(parts, "Oldest evidence: "+shortDate(oldest)+".")
		}
	}
	c.ans.Note = strings.Join(parts, " ")
}

// ages reports whether the answer speaks of what changes with time.
func (c *composer) ages() bool {
	for _, id := range []string{"popularity", "talent", "performance"} {
		if c.u.asks(id) || slices.Contains(labels(c.u.Topics), c.lexicon.Topic(id).Label) {
			return true
		}
	}
	return false
}

func (c *composer) oldest() string {
	oldest := ""
	for _, cit := range c.ans.Citations {
		if oldest == "" || cit.Published < oldest {
			oldest = cit.Published
		}
	}
	return oldest
}

// followUps suggests what can be asked next; each is known to have an answer.
func (c *composer) followUps() []string {
	var out []string
	if len(c.u.Technologies) == 0 || c.ans.Kind == KindRecommend || c.ans.Kind == KindList {
		techs := c.ans.Technologies
		if len(techs) >= 2 {
			out = append(out, "compare "+techs[0]+" and "+techs[1])
		}
		if len(techs) > 0 {
			if t := c.lexicon.Technology(techs[0]); t != nil && len(c.stated(t, c.lexicon.Attribute("cons"))) > 0 {
				out = append(out, "cons of "+techs[0])
			}
		}
		return out
	}
	t := c.u.Technologies[0]
	for _, id := range []string{"cons", "pros", "uses", "companies"} {
		if attr := c.lexicon.Attribute(id); len(out) < 2 && !c.u.asks(id) && len(c.stated(t, attr)) > 0 {
			out = append(out, questionFor(t, attr))
		}
	}
	return out
}

// plainText lays the whole answer out as text: what screen readers and
// notifications get.
func (a *Answer) plainText() string {
	var b strings.Builder
	line := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(s)
		}
	}
	line(a.CarriedText())
	line(a.Lead)
	for _, g := range groups(a.Excerpts) {
		line(groupText(g))
	}
	if a.Table != nil {
		for _, r := range a.Table.Rows {
			line(rowText(a.Table, r))
		}
	}
	for i, rec := range a.Recommendations {
		line(strconv.Itoa(i+1) + ". " + rec.Technology)
		for _, x := range rec.Reasons {
			line("+ " + cited(x))
		}
		for _, x := range rec.Cautions {
			line("- " + cited(x))
		}
	}
	for _, l := range entryLines(a.Entries, a.showEvidence) {
		line(l)
	}
	dates := map[string]string{}
	for _, cit := range a.Citations {
		dates[cit.Article] = cit.Published
	}
	for _, d := range a.Disagreements {
		line(disagreementText(d, dates))
	}
	line(a.Note)
	if a.Confidence == None && len(a.Suggestions) > 0 {
		line("Try: " + strings.Join(a.Suggestions, " · "))
	}
	for _, s := range Sources(a.Citations) {
		line(s)
	}
	return b.String()
}

// CarriedText says what was taken over from the thread, or is empty.
func (a *Answer) CarriedText() string {
	if len(a.Carried) == 0 {
		return ""
	}
	return "Carried over: " + strings.Join(a.Carried, ", ") + "."
}

// groups cuts excerpts into runs under one label.
func groups(xs []Excerpt) [][]Excerpt {
	var out [][]Excerpt
	for i, x := range xs {
		if i > 0 && x.Group == xs[i-1].Group && x.Group != "" {
			out[len(out)-1] = append(out[len(out)-1], x)
			continue
		}
		out = append(out, []Excerpt{x})
	}
	return out
}

// groupText lays one group out: short values on one line, others as bullets.
func groupText(g []Excerpt) string {
	label := g[0].Group
	if len(g) == 1 {
		if label == "" {
			return cited(g[0])
		}
		return label + ": " + cited(g[0]) + moreText(g[0].More)
	}
	if short(g) {
		return label + ": " + joinCited(g, " · ") + moreText(g[len(g)-1].More)
	}
	var b strings.Builder
	b.WriteString(label + ":")
	for _, x := range g {
		b.WriteString("\n• " + cited(x))
	}
	b.WriteString(moreText(g[len(g)-1].More))
	return b.String()
}

func moreText(n int) string {
	if n == 0 {
		return ""
	}
	return " + " + itoa(n) + " more"
}

func short(g []Excerpt) bool {
	return !slices.ContainsFunc(g, func(x Excerpt) bool { return words(x.Text) > 4 })
}

// joinCited joins excerpts, citing a run from one passage once.
func joinCited(xs []Excerpt, sep string) string {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteString(separator(xs[i-1].Text, sep))
		}
		b.WriteString(x.Text)
		if i == len(xs)-1 || xs[i+1].Citation != x.Citation {
			b.WriteString(" " + mark(x.Citation))
		}
	}
	return b.String()
}

// separator is sep, or a space behind a whole sentence.
func separator(before, sep string) string {
	if strings.HasSuffix(before, ".") {
		return " "
	}
	return sep
}

func cited(x Excerpt) string { return x.Text + " " + mark(x.Citation) }

func mark(n int) string { return "[" + itoa(n) + "]" }

func itoa(n int) string { return strconv.Itoa(n) }

func rowText(t *Table, r Row) string {
	var parts []string
	for i, cell := range r.Cells {
		text := "the articles do not say"
		if cell.Text != "" {
			text = joinCited(cell.Values, "; ") + moreText(cell.More)
		}
		parts = append(parts, t.Columns[i]+": "+text)
	}
	return r.Attribute + " | " + strings.Join(parts, " | ")
}

// entryLines lays a list out, one line a group.
func entryLines(entries []Entry, show bool) []string {
	var lines []string
	var b strings.Builder
	for i, e := range entries {
		if i == 0 || e.Evidence.Group != entries[i-1].Evidence.Group {
			if b.Len() > 0 {
				lines = append(lines, b.String())
				b.Reset()
			}
			b.WriteString(e.Evidence.Group + ": ")
		} else {
			b.WriteString(" · ")
		}
		b.WriteString(e.Technology)
		if show && !strings.EqualFold(e.Evidence.Text, e.Technology) && words(e.Evidence.Text) <= 12 {
			b.WriteString(" (" + e.Evidence.Text + ")")
		}
		b.WriteString(" " + mark(e.Evidence.Citation))
	}
	if b.Len() > 0 {
		lines = append(lines, b.String())
	}
	return lines
}

func disagreementText(d Disagreement, dates map[string]string) string {
	var pro, con []string
	for _, x := range d.For {
		pro = append(pro, cited(x)+" ("+shortDate(dates[x.Article])+")")
	}
	for _, x := range d.But {
		con = append(con, cited(x)+" ("+shortDate(dates[x.Article])+")")
	}
	return "Sources differ on " + d.About + ": " + strings.Join(pro, "; ") + " but: " + strings.Join(con, "; ")
}

// Sources lays citations out for reading: one line an article, its passages
// after it.
func Sources(cits []Citation) []string {
	var order []string
	by := map[string][]Citation{}
	for _, c := range cits {
		order = appendNew(order, c.Article)
		by[c.Article] = append(by[c.Article], c)
	}
	var lines []string
	for _, id := range order {
		list := by[id]
		var b strings.Builder
		for i, c := range list {
			if i > 0 {
				b.WriteString(" · " + mark(c.N) + " › " + c.Section)
				continue
			}
			b.WriteString(mark(c.N) + " " + Byline(c) + " › " + c.Section)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// Byline names an article: publisher or author, title and date.
func Byline(c Citation) string {
	by := c.Publisher
	if by == "" {
		by = c.Author
	}
	if by == "" {
		by = "author not stated"
	}
	return by + ", " + c.Title + ", " + shortDate(c.Published)
}

func byline(publisher, author, title string) string {
	switch {
	case publisher != "":
		return publisher
	case author != "":
		return author
	}
	return title
}

// shortDate writes 2025-04-09 as 9 Apr 2025, 2025-04 as Apr 2025.
func shortDate(published string) string {
	if t, err := time.Parse("2006-01-02", published); err == nil {
		return t.Format("2 Jan 2006")
	}
	if t, err := time.Parse("2006-01", published); err == nil {
		return t.Format("Jan 2006")
	}
	return published
}
