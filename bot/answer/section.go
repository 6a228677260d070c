package answer

import (
	"strings"

	"backendbot/corpus"
)

func isQuestionSection(s *corpus.Section) bool {
	return strings.HasSuffix(s.Title, "?")
}

// answers returns the sentences of the answer to a question of an article.
func answers(ch *corpus.Chunk) []*corpus.Fact {
	var out []*corpus.Fact
	for _, f := range ch.Facts {
		if f.Form == corpus.Answer || f.Form == corpus.Entry {
			out = append(out, f)
		}
	}
	return out
}

// A listItem is one entry of a list-like section as it is shown.
type listItem struct {
	text string
	corpus.Span
}

// listLike reports whether a section is a list: of entries, of subsections or
// of table rows.
func (c *composer) listLike(s *corpus.Section) bool { return len(c.listItems(s)) >= 2 }

// listItems returns the entries of a section by their heads where they are
// long, else the first column of its table, else the titles of its
// subsections.
func (c *composer) listItems(s *corpus.Section) []listItem {
	var items []listItem
	var facts []*corpus.Fact
	for _, f := range c.factsOf(s) {
		if f.Form == corpus.Entry && !f.Nested && f.Chunk != nil && f.Chunk.Span == s.Body {
			facts = append(facts, f)
		}
	}
	total := 0
	for _, f := range facts {
		total += words(f.Text)
	}
	for _, f := range facts {
		if f.HeadSpan.End > 0 && total > itemWords {
			items = append(items, listItem{f.Head, f.HeadSpan})
		} else {
			items = append(items, listItem{f.Text, f.Span})
		}
	}
	if len(items) >= 2 {
		return items
	}
	items = nil
	a := c.articleOf(s)
	for _, b := range s.Blocks {
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			if len(row.Cells) > 0 && row.Cells[0].End > 0 {
				items = append(items, listItem{a.Text(row.Cells[0]), row.Cells[0]})
			}
		}
	}
	if len(items) >= 2 {
		return items
	}
	items = nil
	if len(s.Children) < 3 {
		if !c.u.cue("steps") {
			return nil
		}
		for _, child := range s.Children {
			if items := c.listItems(child); len(items) >= 3 {
				return items
			}
		}
		return nil
	}
	if len(c.factsOf(s)) > 4 {
		return nil
	}
	for _, child := range s.Children {
		items = append(items, listItem{child.Title, child.Heading})
	}
	return items
}

func (c *composer) articleOf(s *corpus.Section) *corpus.Article {
	for _, a := range c.corpus.Articles {
		if s.Index < len(a.Sections) && a.Sections[s.Index] == s {
			return a
		}
	}
	return nil
}

// showList quotes what introduces a list, then its entries.
func (c *composer) showList(top passageCandidate) {
	s := top.chunk.Section
	topics, terms := c.conceptFocus()
	var intro *corpus.Fact
	for _, f := range c.factsOf(s) {
		if (f.Form == corpus.Sentence || f.Form == corpus.Answer) && (intro == nil || c.overlap(f, topics, terms) > c.overlap(intro, topics, terms)) {
			intro = f
		}
	}
	if intro != nil {
		c.quote("", []*corpus.Fact{intro}, 1)
	}
	c.quoteItems(s, s.Title)
}

// quoteItems adds a section's entries to the answer.
func (c *composer) quoteItems(s *corpus.Section, group string) {
	items := c.listItems(s)
	more := 0
	if len(items) > itemsShown {
		more = len(items) - itemsShown
		items = items[:itemsShown]
	}
	a := c.articleOf(s)
	for i, it := range items {
		x := Excerpt{Text: it.text, Citation: c.citeTree(a, s), Article: a.ID, Start: it.Start, End: it.End, Group: group}
		if i == len(items)-1 {
			x.More = more
		}
		c.ans.Excerpts = append(c.ans.Excerpts, x)
	}
}

func words(s string) int { return len(strings.Fields(s)) }

// briefWords is up to how many words a passage that asks the question itself
// is quoted whole.
const briefWords = 60

// brief reports whether a passage can be quoted whole.
func (c *composer) brief(top passageCandidate) bool {
	if top.asks < 0.55 || top.coverage < 0.7 || len(top.chunk.Section.Children) > 0 {
		return false
	}
	topics, terms := c.conceptFocus()
	total, spoken := 0, 0.0
	for _, f := range c.statements(top.chunk.Section) {
		total += words(f.Text)
		spoken += c.overlap(f, topics, terms)
	}
	return total > 0 && total <= briefWords && (spoken > 0 || len(topics)+len(terms) == 0)
}

// quoteWhole quotes all of a section.
func (c *composer) quoteWhole(s *corpus.Section) {
	for _, f := range c.statements(s) {
		group := ""
		if f.Form == corpus.Entry {
			group = s.Title
		}
		c.quote(group, []*corpus.Fact{f}, 1)
	}
}
