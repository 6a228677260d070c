package main

import (
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/text"
)

// A span is text in one style.
type span struct {
	text string
	look style
}

// glue is a space at which no line breaks: it keeps a citation's mark on the
// line of the last word that it belongs to.
const glue = '\u00a0'

// wrap breaks spans into lines of at most s.width columns. The first line starts
// with first, the others with rest. A word that is wider than a line is cut;
// all other lines break at spaces. Characters that would move the cursor or
// change the direction of writing are dropped: what an article says cannot
// write anywhere but in its place.
func (s screen) wrap(first, rest string, spans ...span) []string {
	var lines []string
	indent, line, used := first, []span(nil), columns(first)
	end := func() {
		lines = append(lines, indent+s.paintAll(line))
		indent, line, used = rest, nil, columns(rest)
	}
	for _, word := range words(spans) {
		width := columns(textOf(word))
		if len(line) > 0 && used+1+width > s.width {
			end()
		}
		if len(line) > 0 {
			line = append(line, span{" ", join(line[len(line)-1].look, word[0].look)})
			used++
		}
		for used+width > s.width {
			head, tail := cut(word, max(s.width-used, 2))
			if len(tail) == 0 {
				break
			}
			line = append(line, head...)
			end()
			word, width = tail, width-columns(textOf(head))
		}
		line = append(line, word...)
		used += width
	}
	if len(line) > 0 || len(lines) == 0 && first != "" {
		end()
	}
	return lines
}

// columns is how many columns text takes on a screen.
func columns(s string) int { return text.StringWidthWithoutEscSequences(s) }

// join is the style of the space between two spans.
func join(a, b style) style {
	if a == b {
		return a
	}
	return plain
}

// words cuts spans at spaces. A word may consist of several spans.
func words(spans []span) [][]span {
	var all [][]span
	var word []span
	for _, r := range spans {
		rest := strings.Map(printable, strings.ToValidUTF8(r.text, "\ufffd"))
		for {
			i := strings.IndexByte(rest, ' ')
			piece := rest
			if i >= 0 {
				piece = rest[:i]
			}
			if piece != "" {
				word = append(word, span{piece, r.look})
			}
			if i < 0 {
				break
			}
			if len(word) > 0 {
				all = append(all, word)
				word = nil
			}
			rest = rest[i+1:]
		}
	}
	if len(word) > 0 {
		all = append(all, word)
	}
	return all
}

// printable maps white space to a space and drops what is not for printing.
func printable(r rune) rune {
	switch {
	case r == glue:
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return -1
	}
	return r
}

// cut splits a word after at most width columns; the head holds at least one
// character.
func cut(word []span, width int) (head, tail []span) {
	used := 0
	for i, r := range word {
		for at, c := range r.text {
			w := text.RuneWidth(c)
			if used+w > width && used > 0 {
				head = append(head, word[:i]...)
				if at > 0 {
					head = append(head, span{r.text[:at], r.look})
				}
				return head, append([]span{{r.text[at:], r.look}}, word[i+1:]...)
			}
			used += w
		}
	}
	return word, nil
}

// textOf is what spans say.
func textOf(spans []span) string {
	var b strings.Builder
	for _, r := range spans {
		b.WriteString(r.text)
	}
	return b.String()
}

// paintAll paints a line, neighbours of one style at once.
func (s screen) paintAll(line []span) string {
	var b strings.Builder
	for len(line) > 0 {
		n := 1
		for n < len(line) && line[n].look == line[0].look {
			n++
		}
		b.WriteString(s.paint(strings.ReplaceAll(textOf(line[:n]), string(glue), " "), line[0].look))
		line = line[n:]
	}
	return b.String()
}
