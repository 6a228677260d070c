package answer

import (
	"bytes"
	"slices"

	"backendbot/corpus"
)

// articleQuestion answers who wrote an article and when, from its front
// matter. It reports whether that was asked.
func (c *composer) articleQuestion() bool {
	if len(c.u.Articles) == 0 || len(c.u.Technologies) > 0 {
		return false
	}
	var keys []string
	if c.u.asks("developer") {
		keys = append(keys, "author")
	}
	if c.u.asks("released") || c.u.cue("dated") {
		keys = append(keys, "published")
	}
	if c.u.asks("owner") {
		keys = append(keys, "publisher")
	}
	for _, a := range c.u.Articles {
		for _, key := range keys {
			if span, ok := frontMatterValue(a, key); ok {
				c.ans.Excerpts = append(c.ans.Excerpts, Excerpt{
					Text: string(a.Source[span.Start:span.End]), Citation: c.citeFront(a, span), Article: a.ID,
					Start: span.Start, End: span.End, Group: a.Title + ", " + key,
				})
			}
		}
		for _, f := range c.aboutArticle(a) {
			c.quote("", []*corpus.Fact{f}, 1)
		}
	}
	return len(c.ans.Excerpts) > 0
}

// frontMatterValue returns where the value of a front matter key stands.
func frontMatterValue(a *corpus.Article, key string) (corpus.Span, bool) {
	end := bytes.Index(a.Source, []byte("\n---"))
	i := bytes.Index(a.Source, []byte("\n"+key+": "))
	if i < 0 || i > end {
		return corpus.Span{}, false
	}
	start := i + len("\n"+key+": ")
	stop := start + bytes.IndexByte(a.Source[start:], '\n')
	value := a.Source[start:stop]
	trimmed := bytes.Trim(value, " \"'\r")
	start += bytes.Index(value, trimmed)
	return corpus.Span{Start: start, End: start + len(trimmed)}, len(trimmed) > 0
}

// citeFront cites an article's front matter, once.
func (c *composer) citeFront(a *corpus.Article, span corpus.Span) int {
	const section = "front matter"
	for i, old := range c.ans.Citations {
		if old.Article == a.ID && old.Section == section {
			c.ans.Citations[i].Start, c.ans.Citations[i].End = min(old.Start, span.Start), max(old.End, span.End)
			return old.N
		}
	}
	n := len(c.ans.Citations) + 1
	c.ans.Citations = append(c.ans.Citations, Citation{
		N: n, Article: a.ID, Title: a.Title, Publisher: a.Publisher, Author: a.Author, Published: a.Published, URL: a.URL,
		Section: section, Start: span.Start, End: span.End,
	})
	return n
}

// aboutArticle returns what an article's sections on itself say of the
// question's terms.
func (c *composer) aboutArticle(a *corpus.Article) []*corpus.Fact {
	var out []*corpus.Fact
	for _, f := range c.corpus.Asides {
		if f.Article == a && len(out) < 2 && slices.ContainsFunc(c.u.Terms, func(t term) bool { return holds(f.Terms, t.stem) }) {
			out = append(out, f)
		}
	}
	return out
}
