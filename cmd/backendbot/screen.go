package main

import (
	"io"
	"os"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

const (
	pipedWidth = 100 // columns where nothing says how many there are
	leastWidth = 20
)

// A screen is what text is laid out for.
type screen struct {
	width  int  // columns
	colour bool // whether bold and dim text look so
}

// screenOf returns the screen behind w. COLUMNS says how wide it is, else the
// terminal does. Only a terminal shows bold and dim text, and none where
// NO_COLOR is set.
func screenOf(w io.Writer) screen {
	s := screen{width: pipedWidth}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			s.width = width
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	s.width = max(s.width, leastWidth)
	return s
}

// A style is how a span of text looks.
type style int

const (
	plain style = iota
	bold
	dim
)

var colours = map[style]text.Color{bold: text.Bold, dim: text.Faint}

// paint returns text in a style, where the screen shows styles.
func (s screen) paint(str string, look style) string {
	if !s.colour || look == plain || str == "" {
		return str
	}
	return text.Escape(str, colours[look].EscapeSeq())
}
