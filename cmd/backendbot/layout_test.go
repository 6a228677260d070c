package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/bot/answer"
)

func TestAnswerLayout(t *testing.T) {
	ans := &answer.Answer{
		Lead: "For chat: Phoenix",
		Excerpts: []answer.Excerpt{
			{Text: "Phoenix runs on Elixir and is made for systems that are highly concurrent.", Citation: 1},
			{Text: "Elixir", Citation: 1, Group: "Phoenix, language"},
			{Text: "Discord", Citation: 2, Group: "Phoenix, used by"},
			{Text: "PepsiCo", Citation: 2, Group: "Phoenix, used by", More: 2},
			{Text: "Real-time channels that are first-class", Citation: 1, Group: "Phoenix, pros"},
			{Text: "Fault-tolerant", Citation: 2, Group: "Phoenix, pros", More: 1},
		},
		Recommendations: []answer.Recommendation{{
			Technology: "Phoenix",
			Reasons:    []answer.Excerpt{{Text: "Real-time apps, from chat platforms to multiplayer games", Citation: 1}},
			Cautions:   []answer.Excerpt{{Text: "Fewer developers know Elixir", Citation: 2}},
		}},
		Entries: []answer.Entry{
			{Technology: "Ruby on Rails", Evidence: answer.Excerpt{Text: "2004", Citation: 1, Group: "First released before 2010"}},
			{Technology: "Django", Evidence: answer.Excerpt{Text: "2005", Citation: 2, Group: "First released before 2010"}},
			{Technology: "Laravel", Evidence: answer.Excerpt{Text: "PHP", Citation: 2, Group: "Written in PHP"}},
		},
		Disagreements: []answer.Disagreement{{
			About: "Phoenix, community",
			For:   []answer.Excerpt{{Text: "Passionate community", Citation: 1}},
			But:   []answer.Excerpt{{Text: "Small community", Citation: 2}},
		}},
		Citations: []answer.Citation{
			{N: 1, Article: "a", Title: "First title", Publisher: "Publisher", Published: "2025-04-09", Section: "Phoenix"},
			{N: 2, Article: "b", Title: "Second", Published: "2023", Section: "Phoenix › Companies"},
		},
		Note:        "Oldest evidence: 2023.",
		Suggestions: []string{"cons of Phoenix", "who uses Phoenix?"},
	}
	want := strings.TrimPrefix(`
For chat: Phoenix

Phoenix runs on Elixir and is made for systems
that are highly concurrent. [1]
Phoenix, language: Elixir [1]
Phoenix, used by: Discord · PepsiCo [2] + 2 more

Phoenix, pros
• Real-time channels that are first-class [1]
• Fault-tolerant [2] + 1 more

1. Phoenix
   + Real-time apps, from chat platforms to
     multiplayer games [1]
   - Fewer developers know Elixir [2]

First released before 2010:
Ruby on Rails (2004) [1] · Django (2005) [2]

Written in PHP: Laravel [2]

Sources differ on Phoenix, community
  for  Passionate community [1]
  but  Small community [2]

Oldest evidence: 2023.
Try: cons of Phoenix · who uses Phoenix?

[1] Publisher, First title, 9 Apr 2025 › Phoenix
[2] author not stated, Second, 2023 › Phoenix ›
    Companies
`, "\n")
	p := page{screen: screen{width: 50}}
	p.answer(ans)
	if diff := cmp.Diff(want, p.String()); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}
