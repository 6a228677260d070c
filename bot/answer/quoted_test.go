package answer_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
	"backendbot/corpus"
)

// citations checks that they are numbered from 1, describe their article, and
// cover a part of it that is there.
func (p *promises) citations() {
	for i, cit := range p.ans.Citations {
		if cit.N != i+1 {
			p.breaks("citation %d is numbered %d", i+1, cit.N)
		}
		art := p.corpus.Article(cit.Article)
		if art == nil {
			p.breaks("citation %d is of %q, which is no article", cit.N, cit.Article)
			continue
		}
		want := answer.Citation{
			N: cit.N, Article: art.ID, Title: art.Title, Publisher: art.Publisher, Author: art.Author, Published: art.Published,
			Section: cit.Section, Start: cit.Start, End: cit.End,
		}
		if diff := cmp.Diff(want, cit); diff != "" {
			p.breaks("citation %d (-article +citation):\n%s", cit.N, diff)
		}
		if cit.Start < 0 || cit.Start >= cit.End || cit.End > len(art.Source) {
			p.breaks("citation %d spans %d to %d of %d bytes", cit.N, cit.Start, cit.End, len(art.Source))
		}
		if cit.Section == "" {
			p.breaks("citation %d names no section", cit.N)
		}
	}
}

// frontMatter is the section of citations that name no passage.
const frontMatter = "front matter"

// excerpt checks that an excerpt is the bytes that it says it is, inside the
// passage that it cites.
func (p *promises) excerpt(x answer.Excerpt) {
	art := p.corpus.Article(x.Article)
	switch {
	case art == nil:
		p.breaks("an excerpt of %q, which is no article", x.Article)
		return
	case x.Start < 0 || x.Start >= x.End || x.End > len(art.Source):
		p.breaks("%q spans %d to %d of %d bytes", x.Text, x.Start, x.End, len(art.Source))
		return
	case string(art.Source[x.Start:x.End]) != x.Text:
		p.breaks("%q is not what %s says there: %q", x.Text, x.Article, art.Source[x.Start:x.End])
	}
	cit, ok := p.cited(x.Citation)
	switch {
	case !ok:
		p.breaks("%q cites [%d] of %d", x.Text, x.Citation, len(p.ans.Citations))
	case cit.Article != x.Article:
		p.breaks("%q is of %s but cites %s", x.Text, x.Article, cit.Article)
	case cit.Section != frontMatter && (x.Start < cit.Start || x.End > cit.End):
		p.breaks("%q (%d to %d) is not in the passage [%d] (%d to %d)", x.Text, x.Start, x.End, cit.N, cit.Start, cit.End)
	}
}

func (p *promises) cited(n int) (answer.Citation, bool) {
	if n < 1 || n > len(p.ans.Citations) {
		return answer.Citation{}, false
	}
	return p.ans.Citations[n-1], true
}

// table checks that cells say no more than their excerpts.
func (p *promises) table() {
	if p.ans.Table == nil {
		return
	}
	columns := p.ans.Table.Columns
	if len(columns) < 2 {
		p.breaks("the table has columns %q, want two", columns)
	}
	for _, row := range p.ans.Table.Rows {
		if len(row.Cells) != len(columns) {
			p.breaks("row %s has %d cells for %d columns", row.Attribute, len(row.Cells), len(columns))
		}
		for i, cell := range row.Cells {
			var texts []string
			numbers := []int{}
			for _, x := range cell.Values {
				texts = append(texts, x.Text)
				if !slices.Contains(numbers, x.Citation) {
					numbers = append(numbers, x.Citation)
				}
			}
			// A space stands behind a whole sentence, else a semicolon.
			if joined := strings.ReplaceAll(strings.Join(texts, "; "), ".; ", ". "); cell.Text != joined {
				p.breaks("cell %s / %d says %q, its excerpts %q", row.Attribute, i, cell.Text, joined)
			}
			if diff := cmp.Diff(numbers, cell.Citations); diff != "" {
				p.breaks("cell %s / %d cites (-its excerpts +the cell):\n%s", row.Attribute, i, diff)
			}
		}
	}
}

// recommendations checks that each has a reason, and that the count of
// articles is neither more than there are nor less than are shown.
func (p *promises) recommendations() {
	for _, r := range p.ans.Recommendations {
		shown := map[string]bool{}
		for _, x := range r.Reasons {
			shown[x.Article] = true
		}
		if len(r.Reasons) == 0 {
			p.breaks("%s is recommended without a reason", r.Technology)
		}
		if r.Articles < len(shown) || r.Articles > len(p.corpus.Articles) {
			p.breaks("%s is said to be in %d articles, of %d, with reasons from %d", r.Technology, r.Articles, len(p.corpus.Articles), len(shown))
		}
	}
}

// entries checks that what a list names is named where the list cites it: in
// the passage or in the headings above it.
func (p *promises) entries() {
	for _, e := range p.ans.Entries {
		cit, ok := p.cited(e.Evidence.Citation)
		if !ok {
			continue // said of the excerpt
		}
		passage := string(p.corpus.Article(cit.Article).Source[cit.Start:cit.End])
		if !p.names(passage, e.Technology) && !p.names(cit.Section, e.Technology) {
			p.breaks("the list has %s, which [%d] %s › %s does not name", e.Technology, cit.N, cit.Article, cit.Section)
		}
	}
}

func (p *promises) names(text, technology string) bool {
	words := corpus.Words(text)
	for i := range words {
		if m, ok := p.corpus.Lexicon.NameAt(words, i); ok && m.Technology != nil && m.Technology.Name == technology {
			return true
		}
	}
	return false
}

// disagreements checks that each has two sides.
func (p *promises) disagreements() {
	for _, d := range p.ans.Disagreements {
		if len(d.For) == 0 || len(d.But) == 0 {
			p.breaks("the disagreement on %s has one side", d.About)
		}
		for _, x := range d.For {
			if slices.ContainsFunc(d.But, func(o answer.Excerpt) bool { return o.Article == x.Article && o.Start == x.Start }) {
				p.breaks("the disagreement on %s has %q on both sides", d.About, x.Text)
			}
		}
	}
}

var citationMark = regexp.MustCompile(`\[(\d+)\]`)

// order checks that citations are numbered as they are met, in the data and in
// the text, that none is unused, and that the text holds what is quoted.
func (p *promises) order() {
	var met []int
	meet := func(n int) {
		if !slices.Contains(met, n) {
			met = append(met, n)
		}
	}
	for _, x := range excerpts(p.ans) {
		meet(x.Citation)
	}
	var want []int
	for _, cit := range p.ans.Citations {
		want = append(want, cit.N)
	}
	if diff := cmp.Diff(want, met); diff != "" {
		p.breaks("citations (-numbered +used):\n%s", diff)
	}
	met = nil
	for _, m := range citationMark.FindAllStringSubmatch(p.ans.Text, -1) {
		if n, _ := strconv.Atoi(m[1]); n <= len(want) { // a title may hold "[2023]"
			meet(n)
		}
	}
	if diff := cmp.Diff(want, met); diff != "" {
		p.breaks("citations (-numbered +in the text):\n%s\n%s", diff, p.ans.Text)
	}
	for _, x := range slices.Concat(quoted(p.ans), cells(p.ans)) {
		if !strings.Contains(p.ans.Text, x.Text) {
			p.breaks("the text lacks %q", x.Text)
		}
	}
}

// excerpts returns all that an answer quotes, in reading order.
func excerpts(a *answer.Answer) []answer.Excerpt {
	list := slices.Concat(a.Excerpts, cells(a))
	for _, r := range a.Recommendations {
		list = slices.Concat(list, r.Reasons, r.Cautions)
	}
	for _, e := range a.Entries {
		list = append(list, e.Evidence)
	}
	for _, d := range a.Disagreements {
		list = slices.Concat(list, d.For, d.But)
	}
	return list
}

func cells(a *answer.Answer) []answer.Excerpt {
	var list []answer.Excerpt
	if a.Table != nil {
		for _, row := range a.Table.Rows {
			for _, cell := range row.Cells {
				list = append(list, cell.Values...)
			}
		}
	}
	return list
}

// quoted returns the excerpts outside tables that are shown in full.
func quoted(a *answer.Answer) []answer.Excerpt {
	list := slices.Clone(a.Excerpts)
	for _, r := range a.Recommendations {
		list = slices.Concat(list, r.Reasons, r.Cautions)
	}
	for _, d := range a.Disagreements {
		list = slices.Concat(list, d.For, d.But)
	}
	return list
}
