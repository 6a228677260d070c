package answer

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"  Django\tor\nFlask?  ", "Django or Flask?"},

		// mentions
		{"<@U012AB3CD> django or flask?", "django or flask?"},
		{"<@U012AB3CD|backendbot> cons of koa", "cons of koa"},
		{"django <@W012AB3CD>?", "django ?"},
		{"@backendbot cons of koa", "cons of koa"},
		{"ask @backend-bot.eu about koa", "ask about koa"},
		{"<!here> <!channel> <!everyone> koa?", "koa?"},
		{"<!subteam^S012AB3CD|@devs> koa?", "koa?"},
		{"<!date^1392734382^{date_short}|18 Feb 2014> koa?", "koa?"},
		{"<#C012AB3CD|backend> koa?", "backend koa?"},
		{"<#C012AB3CD> <#C012AB3CD|> koa?", "koa?"},

		// links
		{"<https://www.djangoproject.com/|Django> or Flask", "Django or Flask"},
		{"<https://www.djangoproject.com/> or Flask", "or Flask"},
		{"see https://example.com/laravel?a=b&amp;c=d for Koa", "see for Koa"},
		{"<mailto:me@example.com|me@example.com> koa", "me@example.com koa"},

		// entities are undone once
		{"SQL &amp; NoSQL", "SQL & NoSQL"},
		{"is 1 &lt; 2 in PHP?", "is 1 < 2 in PHP?"},
		{"&amp;lt;", "&lt;"},
		{"&lt;@U012AB3CD&gt; koa", "<@U012AB3CD> koa"},

		// emoji
		{":wave: koa? :pray::skin-tone-3:", "koa?"},
		{":+1::-1: koa", "koa"},
		{"pros: Koa, cons: Flask", "pros: Koa, cons: Flask"},
		{"koa 🎉?", "koa 🎉?"},

		// code, emphasis, quotes
		{"what is `koa`?", "what is koa?"},
		{"```\nimport koa\n```\nwhat is this?", "what is this?"},
		{"*Django* _or_ ~Flask~", "Django or Flask"},
		{"spring_boot", "spring boot"},
		{"&gt; use Django\nreally?", "use Django really?"},
		{"> use Django\n> or Koa\nreally?", "use Django or Koa really?"},
		{"&gt;&gt;&gt; use Django", "use Django"},
		{"what\u2019s \u201cKoa\u201d", "what's \"Koa\""},

		// names stay whole
		{"C#, C++, .NET, Node.js, ASP.NET Core", "C#, C++, .NET, Node.js, ASP.NET Core"},

		// broken text
		{"koa \xff flask", "koa flask"},
		{"<@U012AB3CD koa", "<@U012AB3CD koa"},
		{"`` ``` `", ""},
		{"::", "::"},
	} {
		if got := clean(test.in); got != test.want {
			t.Errorf("clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// TestCleanCaps checks that no more of a question is read than maxQuestion
// bytes, however it is written.
func TestCleanCaps(t *testing.T) {
	const megabyte = 1 << 20
	for _, unit := range []string{
		"a", "koa ", "é", "🎉", "\xff", "\x00", "<", ">", "&", "&amp;", "&lt;", ":", ":a:", "`", "```", "<@U012AB3CD>", "<https://a|b>", "@a ", "*", "\n>", "\u2019", "\u00a0",
	} {
		got := clean(strings.Repeat(unit, megabyte/len(unit)))
		if len(got) > maxQuestion || !utf8.ValidString(got) {
			t.Errorf("clean(a megabyte of %q) is %d bytes, want at most %d and UTF-8", unit, len(got), maxQuestion)
		}
	}
	if got := clean("\xff" + strings.Repeat(" koa", maxQuestion)); !strings.HasPrefix(got, "koa koa") {
		t.Errorf("clean of a long text that starts with a stray byte is %d bytes, want the rest of it", len(got))
	}
	if got := clean(strings.Repeat("x", maxQuestion-1) + "é"); got != strings.Repeat("x", maxQuestion-1) {
		t.Errorf("clean cuts a letter in two, or more than that: %d bytes", len(got))
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"<@U1> *koa* &amp; `x` :tada: > https://a.b", "<#C1|x><!here>", "\xff\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean(s)
		switch {
		case len(got) > maxQuestion:
			t.Errorf("clean(%q) is %d bytes, want at most %d", s, len(got), maxQuestion)
		case !utf8.ValidString(got):
			t.Errorf("clean(%q) = %q is not UTF-8", s, got)
		case got != strings.Join(strings.Fields(got), " "):
			t.Errorf("clean(%q) = %q has space to spare", s, got)
		}
	})
}
