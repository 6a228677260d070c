package answer

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown lays the answer out as GitHub Markdown, in the order of Text: short
// values in line, other excerpts quoted, comparisons as a table, the sources
// last. Nothing from an article or a question is read as markup, a link or a
// mention.
func (a *Answer) Markdown() string {
	var m markdown
	if carried := a.CarriedText(); carried != "" {
		m.block("*" + EscapeMarkdown(carried) + "*")
	}
	if a.Lead != "" {
		m.block("**" + EscapeMarkdown(a.Lead) + "**")
	}
	for _, g := range groups(a.Excerpts) {
		m.group(g)
	}
	if a.Table != nil {
		m.table(a.Table)
	}
	m.recommendations(a.Recommendations)
	for _, l := range entryLines(a.Entries, a.showEvidence) {
		m.block(EscapeMarkdown(l))
	}
	for _, d := range a.Disagreements {
		m.disagreement(d)
	}
	if a.Note != "" {
		m.block(EscapeMarkdown(a.Note))
	}
	if len(a.Suggestions) > 0 {
		m.block("Try: " + EscapeMarkdown(strings.Join(a.Suggestions, " · ")))
	}
	m.sources(a.Citations)
	return m.String()
}

// markdown collects blocks, a blank line between any two.
type markdown struct{ strings.Builder }

func (m *markdown) block(lines ...string) {
	if len(lines) == 0 {
		return
	}
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(strings.Join(lines, "\n"))
	m.WriteByte('\n')
}

// sources adds the passages, one line an article, as Sources does. An article
// whose address is known is linked.
func (m *markdown) sources(cits []Citation) {
	var lines []string
	seen := map[string]bool{}
	for _, first := range cits {
		if seen[first.Article] {
			continue
		}
		seen[first.Article] = true
		line := "- " + mark(first.N) + " " + linked(Byline(first), first.URL)
		for _, c := range cits {
			switch {
			case c.Article != first.Article:
				continue
			case c.N != first.N:
				line += " · " + mark(c.N)
			}
			line += " › " + EscapeMarkdown(c.Section)
		}
		lines = append(lines, line)
	}
	m.block(lines...)
}

// linked returns text as a link, if the address is one of the web.
func linked(text, address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return EscapeMarkdown(text)
	}
	return "[" + EscapeMarkdown(text) + "](<" + unsafeInLink.Replace(u.String()) + ">)"
}

var unsafeInLink = strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "|", "%7C", "`", "%60")

// group adds the excerpts under one label.
func (m *markdown) group(g []Excerpt) {
	label := g[0].Group
	if label != "" && short(g) {
		m.block("**" + EscapeMarkdown(label) + ":** " + EscapeMarkdown(joinCited(g, " · ")+moreText(g[len(g)-1].More)))
		return
	}
	if label != "" {
		m.block("**" + EscapeMarkdown(label) + ":**")
	}
	bullet := ""
	if len(g) > 1 {
		bullet = "- "
	}
	var lines []string
	for _, x := range g {
		lines = append(lines, "> "+bullet+EscapeMarkdown(cited(x)+moreText(x.More)))
	}
	m.block(lines...)
}

// table adds a comparison.
func (m *markdown) table(t *Table) {
	var head strings.Builder
	for _, name := range t.Columns {
		head.WriteString(" | " + EscapeMarkdown(name))
	}
	lines := []string{"|" + head.String() + " |", strings.Repeat("| --- ", len(t.Columns)+1) + "|"}
	for _, r := range t.Rows {
		line := "| **" + EscapeMarkdown(r.Attribute) + "**"
		for _, c := range r.Cells {
			text := "the articles do not say"
			if len(c.Values) > 0 {
				text = joinCited(c.Values, "; ") + moreText(c.More)
			}
			line += " | " + EscapeMarkdown(text)
		}
		lines = append(lines, line+" |")
	}
	m.block(lines...)
}

func (m *markdown) recommendations(recs []Recommendation) {
	for i, r := range recs {
		number := itoa(i+1) + ". "
		indent := strings.Repeat(" ", len(number))
		lines := []string{number + "**" + EscapeMarkdown(r.Technology) + "**"}
		for _, x := range r.Reasons {
			lines = append(lines, indent+"- for: "+EscapeMarkdown(cited(x)))
		}
		for _, x := range r.Cautions {
			lines = append(lines, indent+"- but: "+EscapeMarkdown(cited(x)))
		}
		m.block(lines...)
	}
}

func (m *markdown) disagreement(d Disagreement) {
	m.block("**Sources differ on " + EscapeMarkdown(d.About) + ":**")
	var lines []string
	for _, x := range d.For {
		lines = append(lines, "> - for: "+EscapeMarkdown(cited(x)))
	}
	for _, x := range d.But {
		lines = append(lines, "> - but: "+EscapeMarkdown(cited(x)))
	}
	m.block(lines...)
}

// EscapeMarkdown returns text as one line of GitHub Markdown that shows it as
// it is, at the start of a line too. White space becomes a space; control
// characters and those that change the direction of writing are dropped.
func EscapeMarkdown(text string) string {
	text = strings.Join(strings.Fields(strings.Map(visible, strings.ToValidUTF8(text, "\ufffd"))), " ")
	var b strings.Builder
	for i := 0; i < len(text); {
		if n := markLength(text[i:]); n > 0 {
			b.WriteString(text[i : i+n])
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		b.WriteString(escapeRune(r, text[:i], text[i+size:]))
		i += size
	}
	return b.String()
}

// visible maps what is not for printing to nothing.
func visible(r rune) rune {
	if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}

// markLength is the length of the citation's mark that text starts with, or 0.
// A number in brackets is no link unless an address follows.
func markLength(text string) int {
	rest, ok := strings.CutPrefix(text, "[")
	digits := leadingDigits(rest)
	if !ok || digits == 0 || !strings.HasPrefix(rest[digits:], "]") {
		return 0
	}
	if after := rest[digits+1:]; after != "" && strings.Contains("(:", after[:1]) {
		return 0
	}
	return digits + 2
}

func leadingDigits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}

// unlink shows nothing. It keeps apart what GitHub, having read the markup,
// would otherwise turn into a link, a mention or an emoji.
const unlink = "<!-- -->"

// escapeRune returns one character in Markdown, given its line before and
// after it.
func escapeRune(r rune, before, after string) string {
	starts := before == ""
	switch r {
	case '\\', '`', '*', '_', '~', '[', ']':
		return `\` + string(r)
	case '-', '+', '=':
		if starts {
			return `\` + string(r)
		}
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '|':
		return "&#124;"
	case '$':
		return "<span>$</span>"
	case '@':
		return "@" + unlink
	case '#':
		s := "#"
		if strings.Trim(before, "#") == "" {
			s = `\#`
		}
		if leadingDigits(after) > 0 {
			s += unlink
		}
		return s
	case ':':
		s := ":"
		if starts {
			s = `\:`
		}
		if after != "" && after[0] != ' ' {
			s += unlink
		}
		return s
	case '.', ')':
		if !starts && leadingDigits(before) == len(before) {
			return `\` + string(r)
		}
		if r == '.' && len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www") {
			return unlink + "."
		}
	}
	return string(r)
}
