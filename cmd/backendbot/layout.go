package main

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/bot/answer"
)

// A page collects lines of text laid out for a screen.
type page struct {
	screen
	lines []string
}

// gap leaves a blank line between what stands there and what comes.
func (p *page) gap() {
	if len(p.lines) > 0 && p.lines[len(p.lines)-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// put adds a paragraph whose first line starts with bullet; the others are
// indented as far.
func (p *page) put(bullet string, spans ...span) {
	p.lines = append(p.lines, p.wrap(bullet, strings.Repeat(" ", columns(bullet)), spans...)...)
}

// String returns the page; every line ends with a newline.
func (p *page) String() string {
	var b strings.Builder
	for _, l := range p.lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
	return b.String()
}

// answer lays out an answer in the order of its Text: what answers first, then
// what contradicts it, what to know about the evidence, what to ask next, and
// the sources.
func (p *page) answer(a *answer.Answer) {
	if carried := a.CarriedText(); carried != "" {
		p.put("", span{carried, dim})
	}
	if a.Lead != "" {
		p.put("", span{a.Lead, bold})
	}
	p.excerpts(a.Excerpts)
	if a.Table != nil {
		p.gap()
		p.comparison(a.Table)
	}
	p.recommendations(a.Recommendations)
	p.entries(a.Entries)
	for _, d := range a.Disagreements {
		p.disagreement(d)
	}
	p.gap()
	if a.Note != "" {
		p.put("", span{a.Note, plain})
	}
	if len(a.Suggestions) > 0 {
		p.put("", span{"Try: ", bold}, span{strings.Join(a.Suggestions, " · "), plain})
	}
	p.gap()
	for _, s := range answer.Sources(a.Citations) {
		number, rest, _ := strings.Cut(s, " ")
		p.put(p.paint(number, dim)+" ", span{rest, dim})
	}
	if n := len(p.lines); n > 0 && p.lines[n-1] == "" {
		p.lines = p.lines[:n-1]
	}
}

// excerpts lays out excerpts by their groups: short ones on a line, others one
// below the other.
func (p *page) excerpts(xs []answer.Excerpt) {
	for len(xs) > 0 {
		n := 1
		for n < len(xs) && xs[n].Group == xs[0].Group && xs[0].Group != "" {
			n++
		}
		group := xs[:n]
		xs = xs[n:]
		label := group[0].Group
		switch {
		case label == "":
			p.gap()
			p.put("", cited(group, "")...)
		case len(group) == 1 || short(group):
			p.put("", append([]span{{label + ": ", bold}}, cited(group, " · ")...)...)
		default:
			p.gap()
			p.put("", span{label, bold})
			for i := range group {
				p.put("• ", cited(group[i:i+1], "")...)
			}
			p.gap()
		}
	}
}

// short reports whether excerpts fit beside one another.
func short(xs []answer.Excerpt) bool {
	return !slices.ContainsFunc(xs, func(x answer.Excerpt) bool { return len(strings.Fields(x.Text)) > 4 })
}

// cited returns excerpts with their marks. Neighbours from one passage share
// a mark.
func cited(xs []answer.Excerpt, sep string) []span {
	var spans []span
	for i, x := range xs {
		if i > 0 {
			spans = append(spans, span{sep, plain})
		}
		spans = append(spans, span{x.Text, plain})
		if i == len(xs)-1 || xs[i+1].Citation != x.Citation {
			spans = append(spans, mark(x.Citation))
		}
		spans = append(spans, more(x.More)...)
	}
	return spans
}

// mark is a citation's number, kept on the line of what it stands behind.
func mark(n int) span { return span{string(glue) + "[" + strconv.Itoa(n) + "]", dim} }

func more(n int) []span {
	if n == 0 {
		return nil
	}
	return []span{{" +" + string(glue) + strconv.Itoa(n) + string(glue) + "more", dim}}
}

func (p *page) recommendations(recs []answer.Recommendation) {
	for i, r := range recs {
		p.gap()
		p.put(strconv.Itoa(i+1)+". ", span{r.Technology, bold})
		for _, x := range r.Reasons {
			p.put("   + ", cited([]answer.Excerpt{x}, "")...)
		}
		for _, x := range r.Cautions {
			p.put("   - ", cited([]answer.Excerpt{x}, "")...)
		}
	}
}

// entries lays out a list, one paragraph a group.
func (p *page) entries(list []answer.Entry) {
	for len(list) > 0 {
		label := list[0].Evidence.Group
		spans := []span{{label + ": ", bold}}
		n := 0
		for ; n < len(list) && list[n].Evidence.Group == label; n++ {
			if n > 0 {
				spans = append(spans, span{" · ", plain})
			}
			spans = append(spans, span{strings.ReplaceAll(list[n].Technology, " ", string(glue)), plain})
			if tells(list[n]) {
				spans = append(spans, span{string(glue) + "(" + list[n].Evidence.Text + ")", plain})
			}
			spans = append(spans, mark(list[n].Evidence.Citation))
		}
		list = list[n:]
		p.gap()
		p.put("", spans...)
	}
}

// tells reports whether the evidence of a list's entry says more than the
// entry and the list's label do.
func tells(e answer.Entry) bool {
	said := strings.ToLower(e.Evidence.Group + " " + e.Technology)
	return !strings.Contains(said, strings.ToLower(e.Evidence.Text)) && !strings.Contains(e.Evidence.Text, "★") && len(strings.Fields(e.Evidence.Text)) <= 12
}

func (p *page) disagreement(d answer.Disagreement) {
	p.gap()
	p.put("", span{"Sources differ on " + d.About, bold})
	for _, x := range d.For {
		p.put("  for  ", cited([]answer.Excerpt{x}, "")...)
	}
	for _, x := range d.But {
		p.put("  but  ", cited([]answer.Excerpt{x}, "")...)
	}
}
