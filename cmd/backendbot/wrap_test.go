package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name        string
		width       int
		first, rest string
		spans       []span
		want        []string
	}{
		{"nothing", 20, "", "", nil, nil},
		{"fits", 20, "", "", []span{{"one two", plain}}, []string{"one two"}},
		{"breaks at spaces", 7, "", "", []span{{"one two three", plain}}, []string{"one two", "three"}},
		{"indents", 9, "• ", "  ", []span{{"one two three", plain}}, []string{"• one two", "  three"}},
		{"bullet alone", 9, "• ", "  ", nil, []string{"• "}},
		{"white space is one space", 20, "", "", []span{{" one\n\ttwo  three ", plain}}, []string{"one two three"}},
		{"cuts what is too wide", 4, "", "", []span{{"a bcdefghij k", plain}}, []string{"a", "bcde", "fghi", "j k"}},
		{"cuts under an indent", 5, "- ", "  ", []span{{"abcdefg", plain}}, []string{"- abc", "  def", "  g"}},
		{"indent wider than the screen", 4, "      ", "      ", []span{{"abc", plain}}, []string{"      ab", "      c"}},
		{"spans make one word", 8, "", "", []span{{"one tw", plain}, {"o-three", bold}}, []string{"one", "two-thre", "e"}},
		{"a mark stays with its word", 9, "", "", []span{{"one two", plain}, mark(12)}, []string{"one", "two [12]"}},
		{"Chinese takes two columns a character", 8, "", "", []span{{"数据库 系统", plain}}, []string{"数据库", "系统"}},
		{"Chinese is cut between characters", 5, "", "", []span{{"数据库系统", plain}}, []string{"数据", "库系", "统"}},
		{"emoji take two columns", 7, "", "", []span{{"🚀 🚀 🚀", plain}}, []string{"🚀 🚀", "🚀"}},
		{"accents take none", 6, "", "", []span{{"cafe\u0301 au lait", plain}}, []string{"cafe\u0301", "au", "lait"}},
		{"nothing moves the cursor", 40, "", "", []span{{"a\x1b[2Jb\rc\x07\u009bd\u202ee\xff", plain}}, []string{"a[2Jb cde\ufffd"}},
	}
	for _, test := range tests {
		s := screen{width: test.width}
		if diff := cmp.Diff(test.want, s.wrap(test.first, test.rest, test.spans...)); diff != "" {
			t.Errorf("%s: wrap (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestWrapPaints(t *testing.T) {
	s := screen{width: 12, colour: true}
	got := s.wrap("", "", span{"one two three", bold}, span{" four", plain}, mark(1))
	want := []string{"\x1b[1mone two\x1b[0m", "\x1b[1mthree\x1b[0m", "four\x1b[2m [1]\x1b[0m"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("wrap (-want +got):\n%s", diff)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", "数据库🚀", 5)
	f.Add("supercalifragilistic\x1b[31m", " \u00a0[1]", 1)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		if width < leastWidth || width > 1000 {
			width = leastWidth
		}
		s := screen{width: width}
		lines := s.wrap("• ", "  ", span{a, bold}, span{b, dim})
		for _, l := range lines {
			if columns(l) > width {
				t.Errorf("line %q takes %d columns, want at most %d", l, columns(l), width)
			}
			if strings.ContainsAny(l, "\x1b\n\r\t") {
				t.Errorf("line %q holds control characters", l)
			}
		}
	})
}
