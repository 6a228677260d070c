package answer

import (
	"slices"
	"strings"

	"backendbot/corpus"
	"backendbot/index"
)

const (
	passageHits = 12
	itemsShown  = 8
	itemWords   = 45 // a list longer than this is shown by its heads
)

// concept answers from the passages that the index ranks best: the direct
// answer where an article asks the same question, a list where the section is
// one, else the sentences that cover most of the question.
func (c *composer) concept() error {
	if len(c.u.places) > 0 {
		c.decline("The articles say nothing about " + joinList(c.u.places, "or") + ".")
		return nil
	}
	hits, err := c.search(c.searchText())
	if err != nil {
		return err
	}
	cands := c.judge(hits)
	needs := slices.ContainsFunc(c.u.Topics, func(t *corpus.Topic) bool { return t.Need })
	if needs && !c.u.asks("description") && len(specific(slices.Clone(c.u.Technologies))) == 0 && !c.u.cue("steps") && !c.u.cue("each-article") && (len(cands) == 0 || cands[0].asks < 0.5) && c.ans.Kind == KindConcept && len(c.u.places) == 0 {
		c.ans.Kind = KindRecommend
		c.u.cues["recommend"] = true
		return c.recommend()
	}
	if len(cands) == 0 {
		c.decline(c.missingOf(nil, nil))
		return nil
	}
	if c.u.cue("each-article") {
		c.eachArticle(cands)
		return nil
	}
	top := cands[0]
	chosen, share := c.covering(cands)
	if top.asks >= 0.6 && len(chosen) > 0 && chosen[0].Section != top.chunk.Section && len(chosen) == 1 {
		chosen, share = c.covering(cands[:1]) // the passage that asks the same knows better
	}
	lead := func() bool { // the best statement only introduces a list
		return len(chosen) == 0 && (c.u.cue("steps") || !c.u.asks("description")) || len(chosen) > 0 && chosen[0].Form == corpus.Sentence && chosen[0].Section == top.chunk.Section && top.asks >= 0.4
	}
	switch {
	case isQuestionSection(top.chunk.Section) && top.asks >= 0.5:
		c.ans.Kind = KindFAQ
		c.quote("", answers(top.chunk), 2)
		c.others(cands, top, 1)
	case c.brief(top):
		c.quoteWhole(top.chunk.Section)
		if !c.otherPart(cands, top) {
			c.others(cands, top, 1)
		}
	case c.listLike(top.chunk.Section) && (top.asks >= 0.5 && share < 0.6 || lead() || len(chosen) > 0 && top.asks >= 0.6 && chosen[0].Section != top.chunk.Section):
		c.showList(top)
		c.others(cands, top, 1)
	default:
		if top.coverage < minCoverage && share < minCoverage && !c.u.cue("steps") {
			c.decline(c.missingOf(nil, nil))
			return nil
		}
		c.quoteCovering(cands, chosen)
	}
	if top.coverage < 0.7 {
		c.ans.Confidence = Partial
	}
	return nil
}

// gain is what quoting a fact of the passage at that rank adds. A fact whose
// head is what is asked for defines it.
func (c *composer) gain(f *corpus.Fact, rank int, topics []*corpus.Topic, terms []term) float64 {
	gain := c.overlap(f, topics, terms) * (1 - 0.06*float64(rank)) * directness(f)
	if len(f.Names) > 0 {
		gain *= 1.05
	}
	if f.Attribute != nil && f.Attribute.ID == "prefer" {
		gain *= 1.4
	}
	if gain > 0 && f.HeadSpan.End > 0 {
		asked := true
		for _, w := range corpus.Words(f.Head) {
			asked = asked && (slices.Contains(c.u.stems, w.Stem) || slices.ContainsFunc(topics, func(t *corpus.Topic) bool { return corpus.Stem(t.ID) == w.Stem }))
		}
		if asked {
			gain *= 1.5
		}
	}
	return gain
}

// searchText is what the index is asked: the question with misspellings
// corrected and names in their canonical form.
func (c *composer) searchText() string {
	var b strings.Builder
	for _, t := range c.u.Technologies {
		b.WriteString(t.Name)
		b.WriteByte(' ')
	}
	for _, w := range c.u.said {
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

func (c *composer) search(text string) ([]index.Hit, error) {
	var ids []string
	for _, a := range c.u.Articles {
		ids = append(ids, a.ID)
	}
	hits, err := c.index.Search(c.ctx, index.Query{Text: text, Articles: ids, Size: passageHits, Explain: c.why})
	if err != nil {
		return nil, err
	}
	if c.why {
		for i, h := range hits {
			c.trace = append(c.trace, evidenceOfHit(i+1, h))
		}
	}
	return hits, nil
}

// A passageCandidate is a hit with how much of the question it covers.
type passageCandidate struct {
	chunk    *corpus.Chunk
	score    float64
	asks     float64 // share of the question that its own questions and headings hold
	coverage float64 // share that anything in it holds
}

// judge keeps the hits that cover enough of the question, best first.
func (c *composer) judge(hits []index.Hit) []passageCandidate {
	least := minCoverage / 2 // a passage may answer one part of a question
	var cands []passageCandidate
	for _, h := range hits {
		ch := h.Chunk
		if ch.Section.Aside && len(cands) > 0 {
			continue
		}
		asks, has, missed := c.cover1(ch)
		total := has + missed
		if total == 0 {
			continue
		}
		same := c.sameQuestion(ch)
		cand := passageCandidate{chunk: ch, score: h.Score, asks: max(asks/total, same), coverage: max(has/total, same)}
		if cand.coverage >= least && (len(ch.Facts) > 0 || c.listLike(ch.Section)) {
			cand.score *= cand.coverage * cand.coverage * (0.5 + cand.asks) * (0.6 + same)
			cands = append(cands, cand)
		}
	}
	if len(cands) > 0 && !c.u.cue("steps") && !c.u.cue("each-article") {
		if _, share := c.covering(cands); share < minCoverage && !slices.ContainsFunc(cands, func(p passageCandidate) bool { return p.coverage >= minCoverage }) {
			return nil
		}
	}
	slices.SortStableFunc(cands, func(a, b passageCandidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.chunk.Index - b.chunk.Index
	})
	return cands
}

// fillerWeight is what an ordinary word of the question weighs where a
// passage's own questions use it too: "how do I choose".
const fillerWeight = 0.8

// cover1 weighs what of the question a chunk's questions and headings hold,
// what anything in it holds, and what it lacks.
func (c *composer) cover1(ch *corpus.Chunk) (asks, has, missed float64) {
	topics, terms := c.conceptFocus()
	for _, t := range topics {
		w := c.vocab.topics[t.Index]
		switch {
		case slices.Contains(ch.AsksTopics, t):
			asks += w
			has += w
		case slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return slices.Contains(f.Topics, t) || slices.Contains(f.ContextTopics, t) }):
			has += w
		default:
			missed += 0.8 * w
		}
	}
	for _, t := range terms {
		w := c.vocab.weight(t.stem)
		switch {
		case holds(ch.AsksTerms, t.stem):
			asks += w
			has += w
		case slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return holds(f.Terms, t.stem) }):
			has += w
		default:
			missed += c.vocab.open(t)
		}
	}
	for _, t := range c.u.Technologies {
		w := 4.0
		if t.Generic {
			w = 2
		}
		if slices.Contains(ch.Subjects, t) || slices.Contains(ch.Names, t) {
			asks += w
			has += w
		} else if !t.Generic {
			missed += w
		} else {
			missed += 0.5
		}
	}
	for _, stem := range c.u.plain {
		if holds(ch.AsksTerms, stem) {
			asks += fillerWeight
			has += fillerWeight
		} else {
			missed += 0.25 * fillerWeight
		}
	}
	for range c.u.places {
		missed += 2 * (has + 1)
	}
	return asks, has, missed
}

// sameQuestion returns how alike the question and the most similar question of
// a chunk are, from 0 to 1: the weight of the words they share by that of all
// their words.
func (c *composer) sameQuestion(ch *corpus.Chunk) float64 {
	mine := c.u.stems
	best := 0.0
	for _, stems := range ch.AsksStems {
		both, all := 0.0, 0.0
		for _, s := range mine {
			w := c.wordWeight(s)
			all += w
			if holds(stems, s) {
				both += w
			}
		}
		for _, s := range stems {
			if !slices.Contains(mine, s) {
				all += c.wordWeight(s)
			}
		}
		if all > 0 && both/all > best {
			best = both / all
		}
	}
	for range c.u.places {
		best /= 3
	}
	return best
}

// wordWeight weighs a stem when questions are compared: stop words nothing,
// words that most questions share little.
func (c *composer) wordWeight(stem string) float64 {
	switch {
	case stopWords[stem] || len(stem) < 3 && !isNumber(stem):
		return 0
	case stem == "backend" || stem == "back" || stem == "end" || stem == "technolog" || stem == "tech":
		return 0.3
	case c.lexicon.Filler(stem):
		return 0.5
	}
	return min(c.vocab.weight(stem), 5)
}

func holds(sorted []string, stem string) bool {
	_, ok := slices.BinarySearch(sorted, stem)
	return ok
}

// conceptFocus is what a passage must cover: topics, attributes' topics and
// terms of the question.
func (c *composer) conceptFocus() ([]*corpus.Topic, []term) {
	topics := slices.Clone(c.u.Topics)
	for _, a := range c.u.Attributes {
		if a.Topic != "" {
			topics = appendNew(topics, c.lexicon.Topic(a.Topic))
		}
	}
	return topics, c.u.Terms
}

func isQuestionSection(s *corpus.Section) bool {
	return strings.HasSuffix(s.Title, "?")
}

// answers returns the sentences of the answer to a question of an article.
func answers(ch *corpus.Chunk) []*corpus.Fact {
	var out []*corpus.Fact
	for _, f := range ch.Facts {
		if f.Form == corpus.Answer || f.Form == corpus.Entry {
			out = append(out, f)
		}
	}
	return out
}

// A listItem is one entry of a list-like section as it is shown.
type listItem struct {
	text string
	corpus.Span
}

// listLike reports whether a section is a list: of entries, of subsections or
// of table rows.
func (c *composer) listLike(s *corpus.Section) bool { return len(c.listItems(s)) >= 2 }

// listItems returns the entries of a section by their heads where they are
// long, else the first column of its table, else the titles of its
// subsections.
func (c *composer) listItems(s *corpus.Section) []listItem {
	var items []listItem
	var facts []*corpus.Fact
	for _, f := range c.factsOf(s) {
		if f.Form == corpus.Entry && !f.Nested && f.Chunk != nil && f.Chunk.Span == s.Body {
			facts = append(facts, f)
		}
	}
	total := 0
	for _, f := range facts {
		total += words(f.Text)
	}
	for _, f := range facts {
		if f.HeadSpan.End > 0 && total > itemWords {
			items = append(items, listItem{f.Head, f.HeadSpan})
		} else {
			items = append(items, listItem{f.Text, f.Span})
		}
	}
	if len(items) >= 2 {
		return items
	}
	items = nil
	a := c.articleOf(s)
	for _, b := range s.Blocks {
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			if len(row.Cells) > 0 && row.Cells[0].End > 0 {
				items = append(items, listItem{a.Text(row.Cells[0]), row.Cells[0]})
			}
		}
	}
	if len(items) >= 2 {
		return items
	}
	items = nil
	if len(s.Children) < 3 {
		if !c.u.cue("steps") {
			return nil
		}
		for _, child := range s.Children {
			if items := c.listItems(child); len(items) >= 3 {
				return items
			}
		}
		return nil
	}
	if len(c.factsOf(s)) > 4 {
		return nil
	}
	for _, child := range s.Children {
		items = append(items, listItem{child.Title, child.Heading})
	}
	return items
}

func (c *composer) articleOf(s *corpus.Section) *corpus.Article {
	for _, a := range c.corpus.Articles {
		if s.Index < len(a.Sections) && a.Sections[s.Index] == s {
			return a
		}
	}
	return nil
}

// factsOf returns the facts of a section, table rows included.
func (c *composer) factsOf(s *corpus.Section) []*corpus.Fact { return c.evidence.bySection[s] }

// showList quotes what introduces a list, then its entries.
func (c *composer) showList(top passageCandidate) {
	s := top.chunk.Section
	topics, terms := c.conceptFocus()
	var intro *corpus.Fact
	for _, f := range c.factsOf(s) {
		if (f.Form == corpus.Sentence || f.Form == corpus.Answer) && (intro == nil || c.overlap(f, topics, terms) > c.overlap(intro, topics, terms)) {
			intro = f
		}
	}
	if intro != nil {
		c.quote("", []*corpus.Fact{intro}, 1)
	}
	c.quoteItems(s, s.Title)
}

// quoteItems adds a section's entries to the answer.
func (c *composer) quoteItems(s *corpus.Section, group string) {
	items := c.listItems(s)
	more := 0
	if len(items) > itemsShown {
		more = len(items) - itemsShown
		items = items[:itemsShown]
	}
	a := c.articleOf(s)
	for i, it := range items {
		x := Excerpt{Text: it.text, Citation: c.citeTree(a, s), Article: a.ID, Start: it.Start, End: it.End, Group: group}
		if i == len(items)-1 {
			x.More = more
		}
		c.ans.Excerpts = append(c.ans.Excerpts, x)
	}
}

func words(s string) int { return len(strings.Fields(s)) }

// others adds what other articles say to the same question.
func (c *composer) others(cands []passageCandidate, top passageCandidate, limit int) {
	topics, terms := c.conceptFocus()
	seen := []*corpus.Article{top.chunk.Article}
	for _, cand := range cands[1:] {
		if limit == 0 {
			return
		}
		if slices.Contains(seen, cand.chunk.Article) || cand.coverage < 0.8*top.coverage || cand.score < 0.5*top.score {
			continue
		}
		seen = append(seen, cand.chunk.Article)
		if f := c.bestFact(cand.chunk, topics, terms); f != nil && !c.shown[f] {
			c.quote("", []*corpus.Fact{f}, 1)
			limit--
		}
	}
}

// bestFact returns the statement of a chunk that speaks of most of what was
// asked, or its first.
func (c *composer) bestFact(ch *corpus.Chunk, topics []*corpus.Topic, terms []term) *corpus.Fact {
	var best *corpus.Fact
	bestGot := -1.0
	for _, f := range ch.Facts {
		if f.Form == corpus.Passing || f.Form == corpus.Heading {
			continue
		}
		if got := c.overlap(f, topics, terms); got > bestGot {
			best, bestGot = f, got
		}
	}
	return best
}

// briefWords is up to how many words a passage that asks the question itself
// is quoted whole.
const briefWords = 60

// brief reports whether a passage can be quoted whole.
func (c *composer) brief(top passageCandidate) bool {
	if top.asks < 0.55 || top.coverage < 0.7 || len(top.chunk.Section.Children) > 0 {
		return false
	}
	topics, terms := c.conceptFocus()
	total, spoken := 0, 0.0
	for _, f := range c.statements(top.chunk.Section) {
		total += words(f.Text)
		spoken += c.overlap(f, topics, terms)
	}
	return total > 0 && total <= briefWords && (spoken > 0 || len(topics)+len(terms) == 0)
}

// otherPart quotes what answers the part of the question that the best passage
// leaves open, and reports whether there was such a part.
func (c *composer) otherPart(cands []passageCandidate, top passageCandidate) bool {
	topics, terms := c.conceptFocus()
	speaks := func(ch *corpus.Chunk, t term) bool {
		return holds(ch.AsksTerms, t.stem) || slices.ContainsFunc(ch.Facts, func(f *corpus.Fact) bool { return holds(f.Terms, t.stem) })
	}
	open := slices.DeleteFunc(slices.Clone(terms), func(t term) bool { return speaks(top.chunk, t) })
	for _, f := range top.chunk.Facts {
		topics, _ = without(f, topics, nil)
	}
	if len(open)+len(topics) < 2 {
		return false
	}
	for _, cand := range cands[1:] {
		met := 0
		for _, t := range open {
			if speaks(cand.chunk, t) {
				met++
			}
		}
		if met >= 2 {
			if f := c.bestFact(cand.chunk, topics, open); f != nil && !c.shown[f] {
				c.quote("", []*corpus.Fact{f}, 1)
				return true
			}
		}
	}
	return false
}

// statements returns a section's sentences and entries, in order.
func (c *composer) statements(s *corpus.Section) []*corpus.Fact {
	return slices.DeleteFunc(slices.Clone(c.factsOf(s)), func(f *corpus.Fact) bool {
		return f.Form == corpus.Passing || f.Form == corpus.Heading || f.Form == corpus.Cell
	})
}

// quoteWhole quotes all of a section.
func (c *composer) quoteWhole(s *corpus.Section) {
	for _, f := range c.statements(s) {
		group := ""
		if f.Form == corpus.Entry {
			group = s.Title
		}
		c.quote(group, []*corpus.Fact{f}, 1)
	}
}

// covering chooses the fewest statements of the best passages that together
// speak of what was asked, and the share of it that they speak of.
func (c *composer) covering(cands []passageCandidate) ([]*corpus.Fact, float64) {
	topics, terms := c.conceptFocus()
	if headed := c.without(cands[0].chunk.Heading, terms); len(topics)+len(headed) > 0 {
		terms = headed // what the heading says need not be said again
	}
	var chosen []*corpus.Fact
	covered := 0.0
	for len(chosen) < 3 && len(topics)+len(terms) > 0 {
		var best *corpus.Fact
		bestGain := 0.0
		for i, cand := range cands[:min(8, len(cands))] {
			for _, f := range cand.chunk.Facts {
				if f.Form == corpus.Passing || f.Form == corpus.Heading || slices.Contains(chosen, f) {
					continue
				}
				if gain := c.gain(f, i, topics, terms); gain > bestGain {
					best, bestGain = f, gain
				}
			}
		}
		if best == nil {
			break
		}
		chosen = append(chosen, best)
		covered += c.overlap(best, topics, terms)
		topics, terms = without(best, topics, terms)
		if left := c.unmet(topics, terms); left < 0.15*(covered+left) {
			break
		}
	}
	if covered == 0 {
		return nil, 0
	}
	return chosen, covered / (covered + c.unmet(topics, terms))
}

// without returns the terms that a heading does not hold.
func (c *composer) without(heading string, terms []term) []term {
	words := corpus.Words(heading)
	return slices.DeleteFunc(slices.Clone(terms), func(t term) bool {
		return slices.ContainsFunc(words, func(w corpus.Word) bool { return w.Stem == t.stem })
	})
}

// quoteCovering quotes the chosen statements; where the match is only in the
// passage's questions, its first sentences answer.
func (c *composer) quoteCovering(cands []passageCandidate, chosen []*corpus.Fact) {
	if len(chosen) == 0 {
		for _, f := range cands[0].chunk.Facts {
			if len(chosen) < 2 && f.Form != corpus.Passing && f.Form != corpus.Heading {
				chosen = append(chosen, f)
			}
		}
		defer c.others(cands, cands[0], 1)
	} else if len(chosen) == 1 {
		chosen = append(chosen, c.alike(chosen[0])...)
		if next := c.following(chosen[0]); next != nil && len(chosen) == 1 {
			chosen = append(chosen, next)
		}
	}
	for _, f := range chosen {
		c.quote("", []*corpus.Fact{f}, 1)
	}
}

// alike returns up to two more statements of the section that speak of nearly
// as much of the question.
func (c *composer) alike(f *corpus.Fact) []*corpus.Fact {
	topics, terms := c.conceptFocus()
	least := 0.6 * c.overlap(f, topics, terms)
	var out []*corpus.Fact
	for _, o := range c.statements(f.Section) {
		if o != f && len(out) < 2 && c.overlap(o, topics, terms) >= least {
			out = append(out, o)
		}
	}
	return out
}

// following returns the sentence after a sentence of the same paragraph.
func (c *composer) following(f *corpus.Fact) *corpus.Fact {
	if f.Form != corpus.Sentence && f.Form != corpus.Answer || f.ID+1 >= len(c.corpus.Facts) {
		return nil
	}
	for _, next := range c.corpus.Facts[f.ID+1:] {
		if next.Group != f.Group {
			return nil
		}
		if next.Form == f.Form {
			return next
		}
	}
	return nil
}

// eachArticle quotes the best passage of every article.
func (c *composer) eachArticle(cands []passageCandidate) {
	topics, terms := c.conceptFocus()
	var seen []*corpus.Article
	for i, cand := range cands {
		a := cand.chunk.Article
		if slices.Contains(seen, a) {
			continue
		}
		seen = append(seen, a)
		for _, later := range cands[i:] { // advice comes as a list
			if later.chunk.Article == a && later.asks >= 0.5*cand.asks && c.listLike(later.chunk.Section) {
				cand = later
				break
			}
		}
		label := byline(a.Publisher, a.Author, a.Title) + ", " + shortDate(a.Published)
		if c.listLike(cand.chunk.Section) {
			c.quoteItems(cand.chunk.Section, label)
			continue
		}
		if f := c.bestFact(cand.chunk, topics, terms); f != nil {
			c.quote(label, []*corpus.Fact{f}, 1)
		}
	}
}

// directAnswer quotes an article's own answer where it asks what was asked,
// and reports whether it did; with faqOnly only from questions of the article. Constraints rule that out: no article knows them.
func (c *composer) directAnswer(faqOnly bool) (bool, error) {
	if len(c.u.Only)+len(c.u.Not)+len(c.u.Beside)+len(c.u.Carried)+len(c.u.places) > 0 || len(c.u.words) > 40 || c.u.cue("compare") && len(c.u.Technologies) == 1 {
		return false, nil
	}
	hits, err := c.search(c.searchText())
	if err != nil {
		return false, err
	}
	cands := c.judge(hits)
	if len(cands) == 0 {
		return false, nil
	}
	top := cands[0]
	passage := isQuestionSection(top.chunk.Section)
	if top.asks < 0.65 || !passage && faqOnly || !passage && len(c.u.Technologies) > 0 || !passage && (c.u.cue("recommend") || top.asks < 0.9 || top.chunk.Section.Level < 2) {
		return false, nil
	}
	for _, t := range c.u.Technologies {
		if !t.Generic && !slices.Contains(top.chunk.Subjects, t) {
			return false, nil
		}
	}
	if passage {
		c.quote("", answers(top.chunk), 2)
		c.others(cands, top, 1)
		for _, f := range answers(top.chunk) {
			for _, t := range specificNames(f) {
				c.ans.Technologies = appendNew(c.ans.Technologies, t.Name)
			}
		}
		return true, nil
	}
	if c.listLike(top.chunk.Section) {
		c.showList(top)
	} else {
		chosen, _ := c.covering(cands)
		c.quoteCovering(cands, chosen)
	}
	return true, nil
}

// specificNames returns the technologies that a fact names, without generic
// ones.
func specificNames(f *corpus.Fact) []*corpus.Technology {
	return specific(slices.Clone(f.Names))
}
