package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/corpus"
)

// A technology is one that articles describe, as it is listed.
type technology struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Articles []string `json:"articles"` // ids of those that describe it
}

// described lists the technologies that articles describe: those that a
// section is headed by or a table's row is about. Those that most articles
// describe come first, then it goes by name.
func described(c *corpus.Corpus) []technology {
	articles := make([][]string, len(c.Lexicon.Technologies))
	for _, f := range c.Facts {
		if f.Form != corpus.Cell && f.Form != corpus.Entry && f.Form != corpus.Sentence {
			continue
		}
		for _, t := range f.Subjects {
			if !t.Generic && !slices.Contains(articles[t.Index], f.Article.ID) && (f.Form == corpus.Cell || headedBy(c.Lexicon, f.Section, t)) {
				articles[t.Index] = append(articles[t.Index], f.Article.ID)
			}
		}
	}
	var list []technology
	for _, t := range c.Lexicon.Technologies {
		if ids := articles[t.Index]; len(ids) > 0 {
			list = append(list, technology{t.Name, t.Kind, ids})
		}
	}
	slices.SortFunc(list, func(a, b technology) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)))
	})
	return list
}

// headedBy reports whether a heading above, one that does not ask, names the
// technology.
func headedBy(lx *corpus.Lexicon, s *corpus.Section, t *corpus.Technology) bool {
	for ; s != nil && s.Level > 1; s = s.Parent {
		if !strings.HasSuffix(s.Title, "?") && slices.Contains(corpus.TechnologiesOf(lx.Names(s.Title, corpus.Words(s.Title))), t) {
			return true
		}
	}
	return false
}

func newTechnologies() *cobra.Command {
	return newListing("technologies", "List the technologies that the articles describe", func(cmd *cobra.Command, c *corpus.Corpus, f format) error {
		list := described(c)
		if f == "json" {
			return writeJSON(cmd.OutOrStdout(), list, "  ")
		}
		rows := [][]string{{"Technology", "Kind", "Articles", "Which"}}
		for _, t := range list {
			rows = append(rows, []string{t.Name, t.Kind, strconv.Itoa(len(t.Articles)), marks(c, t.Articles)})
		}
		var legend []string
		for _, s := range sourcesOf(c) {
			legend = append(legend, "["+strconv.Itoa(s.N)+"] "+s.byline())
		}
		return writeTable(cmd.OutOrStdout(), f, rows, legend...)
	})
}

// marks returns the numbers under which sources lists the articles.
func marks(c *corpus.Corpus, ids []string) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString("[" + strconv.Itoa(c.Article(id).Index+1) + "]")
	}
	return b.String()
}
