package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
	"backendbot/corpus"
)

// A source is an article as it is listed.
type source struct {
	N         int    `json:"n"`
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published"`
	URL       string `json:"url,omitempty"`
	Restates  string `json:"restates,omitempty"`
	Sections  int    `json:"sections"` // with text of their own, those about the page itself left out
	Facts     int    `json:"facts"`
}

// sourcesOf lists the articles in the corpus's order, numbered from 1.
func sourcesOf(c *corpus.Corpus) []source {
	var list []source
	for i, a := range c.Articles {
		s := source{N: i + 1, ID: a.ID, Title: a.Title, Publisher: a.Publisher, Author: a.Author, Published: a.Published, URL: a.URL, Restates: a.Restates}
		for _, sec := range a.Sections {
			if len(sec.Blocks) > 0 && !sec.Aside {
				s.Sections++
			}
		}
		for _, f := range c.Facts {
			if f.Article == a {
				s.Facts++
			}
		}
		list = append(list, s)
	}
	return list
}

func newSources() *cobra.Command {
	return newListing("sources", "List the articles that answers come from", func(cmd *cobra.Command, c *corpus.Corpus, f format) error {
		list := sourcesOf(c)
		if f == "json" {
			return writeJSON(cmd.OutOrStdout(), list, "  ")
		}
		rows := [][]string{{"", "Title", "By", "Published", "Sections", "Facts"}}
		for _, s := range list {
			rows = append(rows, []string{strconv.Itoa(s.N), s.Title, s.by(), s.Published, strconv.Itoa(s.Sections), strconv.Itoa(s.Facts)})
		}
		return writeTable(cmd.OutOrStdout(), f, rows)
	})
}

// by says who published or wrote the article.
func (s source) by() string {
	switch {
	case s.Publisher != "" && s.Author != "":
		return s.Author + ", " + s.Publisher
	case s.Publisher != "":
		return s.Publisher
	case s.Author != "":
		return s.Author
	}
	return "author not stated"
}

// byline names the article as the sources of an answer do.
func (s source) byline() string {
	return answer.Byline(answer.Citation{Title: s.Title, Publisher: s.Publisher, Author: s.Author, Published: s.Published})
}
