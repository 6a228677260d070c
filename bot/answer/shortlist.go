package answer

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

// shortlist writes the recommendations.
func (c *composer) shortlist(list []*contender) {
	var techs []*corpus.Technology
	for i, ct := range list {
		techs = append(techs, ct.tech)
		rec := Recommendation{Technology: ct.tech.Name, Articles: len(ct.articles), Reasons: []Excerpt{}, Cautions: []Excerpt{}}
		reasons := 2
		if i > 1 {
			reasons = 1
		}
		var from []*corpus.Article
		var texts []string
		for _, pass := range []bool{true, false} { // other articles first
			for _, s := range ct.reasons {
				if len(rec.Reasons) == reasons || s.score < 0.4*ct.reasons[0].score {
					break
				}
				key := strings.ToLower(s.Text)
				if pass && slices.Contains(from, s.Article) || slices.Contains(texts, key) {
					continue
				}
				rec.Reasons = append(rec.Reasons, c.excerpt(s.Fact, ""))
				from = append(from, s.Article)
				texts = append(texts, key)
			}
		}
		if len(ct.cautions) > 0 && i < 2 {
			rec.Cautions = append(rec.Cautions, c.excerpt(ct.cautions[0].Fact, ""))
		}
		c.ans.Recommendations = append(c.ans.Recommendations, rec)
	}
	c.technologies(techs)
	c.ans.Lead = c.shortlistLead(list)
}

// shortlistLead says what was understood and names the list.
func (c *composer) shortlistLead(list []*contender) string {
	var b strings.Builder
	if wants := labels(c.u.Topics); len(wants) > 0 {
		b.WriteString("For " + joinList(wants, "and"))
	} else {
		b.WriteString("Named most often")
	}
	if limits := c.limits(); limits != "" {
		b.WriteString(" (" + limits + ")")
	}
	b.WriteString(": ")
	for i, ct := range list {
		switch {
		case i == 1:
			b.WriteString(", then ")
		case i > 1:
			b.WriteString(", ")
		}
		b.WriteString(ct.tech.Name)
		if i < 2 {
			b.WriteString(" (" + strconv.Itoa(len(ct.articles)) + " of " + strconv.Itoa(len(c.corpus.Articles)) + " articles)")
		}
	}
	return b.String()
}

// limits says which constraints were understood.
func (c *composer) limits() string {
	var parts []string
	if len(c.u.Only) > 0 {
		parts = append(parts, "only "+joinList(names(c.u.Only), "or"))
	}
	if len(c.u.Not) > 0 {
		parts = append(parts, "without "+joinList(names(c.u.Not), "or"))
	}
	if len(c.u.Beside) > 0 {
		parts = append(parts, "beside "+joinList(names(c.u.Beside), "and"))
	}
	return strings.Join(parts, ", ")
}

func joinList(items []string, word string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + word + " " + items[len(items)-1]
}

// ignored notes the words of the question that no recommendation speaks of.
func (c *composer) ignored(needs []need, list []*contender) {
	for _, t := range c.u.Terms {
		used := slices.ContainsFunc(list, func(ct *contender) bool {
			return slices.ContainsFunc(ct.reasons, func(s scored) bool {
				_, ok := slices.BinarySearch(s.Terms, t.stem)
				return ok
			})
		})
		if !used {
			c.u.Ignored = append(c.u.Ignored, t.raw)
		}
	}
}
