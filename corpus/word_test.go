package corpus

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// TestWords gives each word as its slice of the text and its fold.
func TestWords(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" ?! \n", nil},
		{"C# or C++?", []string{"C#→c#", "or→or", "C++→c++"}},
		{"F#, .NET and ASP.NET Core", []string{"F#→f#", "NET→net", "and→and", "ASP→asp", "NET→net", "Core→core"}},
		{"C++17, C# 12", []string{"C++→c++", "17→17", "C#→c#", "12→12"}},
		{"#1 choice", []string{"1→1", "choice→choice"}},
		{"Node.js", []string{"Node→node", "js→js"}},
		{"isn't it", []string{"isn't→isnt", "it→it"}},
		{"isn’t it", []string{"isn’t→isnt", "it→it"}},
		{"Django's cons", []string{"Django's→django", "cons→cons"}},
		{"Django’s cons", []string{"Django’s→django", "cons→cons"}},
		{"the frameworks' limits", []string{"the→the", "frameworks→frameworks", "limits→limits"}},
		{"'quoted' words", []string{"quoted→quoted", "words→words"}},
		{"rock'n'roll", []string{"rock'n'roll→rocknroll"}},
		{"Kamil Myśliwiec", []string{"Kamil→kamil", "Myśliwiec→mysliwiec"}},
		{"Mys\u0301liwiec", []string{"Mys\u0301liwiec→mysliwiec"}},
		{"Brontë’s cafés", []string{"Brontë’s→bronte", "cafés→cafes"}},
		{"Größe", []string{"Größe→große"}},
		{"e-commerce, front_end, a/b", []string{"e→e", "commerce→commerce", "front→front", "end→end", "a→a", "b→b"}},
		{"a\xffb", []string{"a→a", "b→b"}},
		{"★★★★☆", nil},
		{"Django+React", []string{"Django→django", "React→react"}},
		{"PHP+MySQL", []string{"PHP→php", "MySQL→mysql"}},
		{"C#'s limits", []string{"C#'s→c#", "limits→limits"}},
		{"\u0301", nil},
	}
	for _, test := range tests {
		var got []string
		for _, w := range Words(test.in) {
			got = append(got, test.in[w.Start:w.End]+"→"+w.Fold)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", test.in, diff)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"PostgreSQL", "postgresql"},
		{"C#", "c#"},
		{"C++", "c++"},
		{"Isn't", "isnt"},
		{"ISN’T", "isnt"},
		{"It's", "it"},
		{"JS'S", "js"},
		{"Myśliwiec’s", "mysliwiec"},
		{"ÀÉÎÕÜ", "aeiou"},
		{"ﬁber", "fiber"},
	}
	for _, test := range tests {
		if got := Fold(test.in); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestStemBringsTogether(t *testing.T) {
	for _, group := range [][]string{
		{"framework", "frameworks"},
		{"library", "libraries", "libs"},
		{"app", "apps", "application", "applications"},
		{"build", "built", "builds", "building"},
		{"write", "written", "wrote", "writing"},
		{"organisation", "organizations"},
		{"fast", "faster", "fastest"},
		{"easy", "easier", "easily"},
		{"drawback", "drawbacks"},
	} {
		for _, w := range group[1:] {
			if got, want := Stem(w), Stem(group[0]); got != want {
				t.Errorf("Stem(%q) = %q, want Stem(%q) = %q", w, got, group[0], want)
			}
		}
	}
}

func TestStemKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"universal", "university"}, {"rails", "rail"}, {"news", "new"}, {"ios", "io"}, {"aws", "aw"}, {"css", "cs"}, {"sms", "sm"}, {"does", "doe"},
		{"integrity", "integrate"}, {"c#", "c++"}, {"functional", "function"},
	} {
		if a, b := Stem(pair[0]), Stem(pair[1]); a == b {
			t.Errorf("Stem(%q) = Stem(%q) = %q", pair[0], pair[1], a)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "C# or C++?", "isn’t", "Myśliwiec’s", "a\xffb\xff", "'", "a'", "’’a’b", "x\u0301\u0301'", "++", "a+#+b", "\x00", "İ", "日本語"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, w := range Words(s) {
			switch {
			case w.Start < end || w.End <= w.Start || w.End > len(s):
				t.Fatalf("Words(%q): a word at %d–%d after one that ends at %d", s, w.Start, w.End, end)
			case w.Fold != Fold(s[w.Start:w.End]):
				t.Errorf("Words(%q): %q folds to %q, want %q", s, s[w.Start:w.End], w.Fold, Fold(s[w.Start:w.End]))
			case w.Stem != Stem(w.Fold):
				t.Errorf("Words(%q): %q stems to %q, want %q", s, w.Fold, w.Stem, Stem(w.Fold))
			case utf8.ValidString(s) && !utf8.ValidString(w.Fold):
				t.Errorf("Words(%q): fold %q is not UTF-8", s, w.Fold)
			}
			end = w.End
		}
	})
}
