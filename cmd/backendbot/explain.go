package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"backendbot/bot/answer"
	"backendbot/index"
)

// explanation lays out how a question was understood and what evidence was
// looked at, the index's hits with what each field and term added to their
// scores.
func explanation(s screen, why *answer.Explanation) string {
	p := page{screen: s}
	p.understanding(why.Understanding)
	if len(why.Evidence) > 0 {
		p.gap()
		p.put("", span{"Evidence", bold}, span{" (# ranked by the index; fact: taken from an article's structure)", dim})
	}
	shown := map[string]bool{}
	for _, e := range why.Evidence {
		if key := e.Chunk + "\n" + e.Text; e.Rank == 0 {
			if shown[key] {
				continue
			}
			shown[key] = true
		}
		p.evidence(e)
	}
	return p.String()
}

// understanding lists what was understood, leaving out what was not asked.
func (p *page) understanding(r answer.Report) {
	p.put("", span{"Understood", bold})
	for _, row := range []struct {
		label  string
		values []string
	}{
		{"question", []string{r.Question}},
		{"kind", []string{r.Kind}},
		{"technologies", r.Technologies},
		{"not in the articles", r.Missing},
		{"only", r.Only},
		{"not", r.Not},
		{"beside", r.Beside},
		{"attributes", r.Attributes},
		{"topics", r.Topics},
		{"not wanted", r.NotTopics},
		{"names", r.Values},
		{"rating", []string{r.Rating}},
		{"stars", number(r.Stars)},
		{"after", number(r.After)},
		{"before", number(r.Before)},
		{"articles", r.Articles},
		{"class", []string{r.Class}},
		{"other words", r.Terms},
		{"carried over", r.Carried},
		{"corrected", r.Corrected},
	} {
		if text := strings.Join(row.values, ", "); text != "" {
			p.put("  "+row.label+strings.Repeat(" ", labelWidth-len(row.label)), span{text, plain})
		}
	}
}

// labelWidth is the width of the widest label of understanding, and a gap.
const labelWidth = len("not in the articles") + 2

// number is a number that was asked for, or nothing.
func number(n int) []string {
	if n == 0 {
		return nil
	}
	return []string{strconv.Itoa(n)}
}

// evidence lays out a hit of the index with its rank and score, or a fact that
// the answer was composed from.
func (p *page) evidence(e answer.Evidence) {
	rank := "fact"
	if e.Rank > 0 {
		rank = "#" + strconv.Itoa(e.Rank)
	}
	head := []span{{e.Chunk, plain}}
	if e.Score != 0 {
		head = append(head, span{" score" + string(glue) + score(e.Score), dim})
	}
	p.put("  "+rank+strings.Repeat(" ", max(6-len(rank), 1)), head...)
	indent := strings.Repeat(" ", 8)
	if e.Text != "" {
		p.put(indent, span{e.Text, dim})
	}
	if len(e.Why) > 0 {
		p.put(indent, span{contributions(e.Why), dim})
	}
	if len(e.Matches) > 0 {
		p.put(indent, span{"matches " + strings.Join(e.Matches, ", "), dim})
	}
}

// contributions lists what each field and term added, largest first.
func contributions(why []index.Contribution) string {
	why = slices.Clone(why)
	slices.SortStableFunc(why, func(a, b index.Contribution) int { return cmp.Compare(b.Score, a.Score) })
	var parts []string
	for _, c := range why {
		parts = append(parts, c.Field+":"+c.Term+string(glue)+score(c.Score))
	}
	return strings.Join(parts, "  ")
}

func score(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
