package answer

import (
	"slices"
	"strconv"
	"strings"

	"backendbot/corpus"
)

// attributesAndTopics takes them from the sentences that ask, or from all when
// those hold none.
func (r *reader) attributesAndTopics() {
	take := func(focused bool) {
		for _, m := range r.phrases {
			if m.Attribute == nil && m.Topic == nil || focused != r.asks[r.sentence[m.First]] || r.named(m) || r.insideCue(m) {
				continue
			}
			for i := m.First; i < m.Last; i++ {
				r.used[i] = true
			}
			switch {
			case m.Attribute != nil:
				if focused {
					r.u.Attributes = appendNew(r.u.Attributes, m.Attribute)
				}
			case r.before(m.First, "not") && m.Topic.Need && !m.Topic.Negative && m.Topic.ID != "real-time" && m.Topic.ID != "no-servers":
				r.u.NotTopics = appendNew(r.u.NotTopics, m.Topic)
			default:
				r.u.Topics = appendNew(r.u.Topics, m.Topic)
			}
		}
	}
	take(true)
	// What the other sentences say matters to a recommendation, and where the
	// question itself is only "what do we pick?".
	needs := slices.ContainsFunc(r.u.Topics, func(t *corpus.Topic) bool { return t.Need })
	if r.u.cue("recommend") || len(r.u.Attributes)+len(r.u.Topics) == 0 || !needs && len(r.names) == 0 && len(r.focus) > 1 {
		take(false)
		if len(r.u.Attributes)+len(r.u.Topics) == 0 {
			for _, m := range r.phrases {
				if m.Attribute != nil && !r.named(m) {
					r.u.Attributes = appendNew(r.u.Attributes, m.Attribute)
				}
			}
		}
	}
	for _, m := range r.phrases {
		if m.Cue != "" && m.Cue != "only" && m.Cue != "not" && !contentCues[m.Cue] {
			for i := m.First; i < m.Last; i++ {
				r.used[i] = true
			}
		}
	}
	r.whenToo()
	r.defines()
}

// whenToo reads the bare "when" of "who made it and when?".
func (r *reader) whenToo() {
	if !r.u.asks("developer") && !r.u.asks("owner") {
		return
	}
	for i, w := range r.words {
		if w.Fold != "when" {
			continue
		}
		last := i+1 == len(r.words) || r.sentence[i+1] != r.sentence[i] || strings.ContainsAny(r.between(i, i+1), ",?)")
		if last || r.words[i+1].Fold == "and" || r.words[i+1].Fold == "was" || r.onlyFiller(i+1) {
			r.u.Attributes = appendNew(r.u.Attributes, r.lexicon.Attribute("released"))
		}
	}
}

// onlyFiller reports whether nothing but ordinary words follows word i in its
// sentence.
func (r *reader) onlyFiller(i int) bool {
	for j := i; j < len(r.words) && r.sentence[j] == r.sentence[i]; j++ {
		if !r.lexicon.Filler(r.words[j].Fold) {
			return false
		}
	}
	return true
}

// defines notices "what is X": nothing but small words before a name.
func (r *reader) defines() {
	for _, n := range r.names {
		for _, m := range r.phrases {
			if m.Attribute != nil && m.Attribute.ID == "description" && m.Last <= n.First && r.sentence[m.First] == r.sentence[n.First] && r.onlySmall(m.Last, n.First) && r.nothingMore(n.Last) {
				r.u.defined = true
			}
		}
	}
}

// nothingMore reports whether no word of content stands directly behind a name:
// "what are Laravel's packages" does not ask what Laravel is.
func (r *reader) nothingMore(i int) bool {
	return i >= len(r.words) || !r.clauseSame(i-1, i) || r.sentence[i] != r.sentence[i-1] || r.lexicon.Filler(r.words[i].Fold) || linking[r.words[i].Fold]
}

func (r *reader) onlySmall(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.words[i].Fold {
		case "a", "an", "the", "this", "exactly", "actually", "really", "language", "framework", "thing", "called", "meant", "by", "about":
		default:
			return false
		}
	}
	return true
}

// named reports whether a phrase is only part of a technology's name, as
// "serverless" is of "serverless computing".
func (r *reader) named(m corpus.Mention) bool {
	return slices.ContainsFunc(r.names, func(n corpus.Mention) bool { return n.First <= m.First && m.Last <= n.Last })
}

// values finds companies, people and organizations that articles name.
func (r *reader) values() {
	for i := 0; i < len(r.words); i++ {
		v, n := r.evidence.valueAt(r.words, i)
		if v == nil {
			continue
		}
		raw := r.u.Text[r.words[i].Start:r.words[i].End]
		capital := raw != "" && raw[0] >= 'A' && raw[0] <= 'Z' && !allCapitals(r.u.Text)
		if !capital && (r.lexicon.Filler(r.words[i].Fold) || r.lexicon.English(r.words[i].Fold)) {
			continue
		}
		if r.before(i, "not") || r.after(i+n, "not") {
			r.u.notValues = append(r.u.notValues, v)
			for j := i; j < i+n; j++ {
				r.used[j] = true
			}
			continue
		}
		r.u.Values = appendNew(r.u.Values, v)
		for j := i; j < i+n; j++ {
			r.used[j] = true
		}
		i += n - 1
	}
}

// numbers reads ratings, stars and years.
func (r *reader) numbers() {
	for i, w := range r.words {
		switch {
		case ratings[w.Fold]:
			r.u.Rating = w.Fold
		case (w.Fold == "star" || w.Fold == "stars") && i > 0:
			if n := digits[r.words[i-1].Fold]; n > 0 {
				r.u.Stars = n
				r.u.negated = r.before(i-1, "not")
				r.used[i-1] = true
			}
		case len(w.Fold) == 4 && isNumber(w.Fold) && (strings.HasPrefix(w.Fold, "19") || strings.HasPrefix(w.Fold, "20")):
			r.year(i)
		}
	}
	if len(r.u.Text) > 0 && strings.Contains(r.u.Text, "★") {
		r.u.Stars = strings.Count(r.u.Text, "★")
	}
}

var ratings = set("high", "medium", "low", "moderate", "excellent", "traditional", "growing", "large")

var digits = map[string]int{"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "full": 5}

func (r *reader) year(i int) {
	year, _ := strconv.Atoi(r.words[i].Fold)
	r.used[i] = true
	for j := i - 1; j >= max(0, i-3); j-- {
		switch r.words[j].Fold {
		case "before", "until", "pre", "older", "earlier", "by", "till", "predates", "prior":
			r.u.Before = year
			return
		case "after", "post", "newer", "later", "younger", "past":
			r.u.After = year
			return
		case "since", "from", "starting":
			r.u.After = year - 1
			return
		case "between":
			r.u.After = year - 1
			return
		case "and":
			if r.u.After > 0 {
				r.u.Before = year + 1
				return
			}
		case "in", "during", "of":
			if r.asksYear() {
				r.u.After, r.u.Before = year-1, year+1
				return
			}
		}
	}
	if i+2 < len(r.words) && r.words[i+1].Fold == "or" {
		switch r.words[i+2].Fold {
		case "later", "newer", "after", "younger":
			r.u.After = year - 1
		case "earlier", "older", "before":
			r.u.Before = year + 1
		}
	}
}

func (r *reader) asksYear() bool { return r.u.asks("released") }

// articles finds which articles the answer must come from: "according to
// Scopic", "the 2023 list".
func (r *reader) articles() {
	for i, w := range r.words {
		for _, a := range r.evidence.byline[w.Fold] {
			r.u.Articles = appendNew(r.u.Articles, a)
			r.used[i] = true
		}
		if len(w.Fold) == 4 && isNumber(w.Fold) {
			for j := max(0, i-2); j < min(len(r.words), i+4); j++ {
				if !works[r.words[j].Fold] {
					continue
				}
				for _, a := range r.corpus.Articles {
					if strings.HasPrefix(a.Published, w.Fold) {
						r.u.Articles = appendNew(r.u.Articles, a)
						r.used[i] = true
						r.u.Before, r.u.After = 0, 0
					}
				}
			}
		}
	}
}

var works = set("guide", "list", "article", "post", "blog", "edition", "piece", "ranking", "source", "writeup", "roundup", "overview", "page")

var classes = map[string]string{
	"framework": "framework", "frameworks": "framework", "language": "language", "languages": "language",
	"database": "database", "databases": "database", "db": "database", "dbs": "database", "datastore": "database",
}

func (r *reader) class() {
	found := ""
	for i, w := range r.words {
		c := classes[w.Fold]
		if c == "" || !r.focus[r.sentence[i]] {
			continue
		}
		wanted := i == 0 || c == "language" && r.words[i-1].Fold == "programming" || determiner[r.words[max(i-1, 0)].Fold] ||
			r.words[i-1].Fold == "backend" || r.words[i-1].Stem == "end" || len(r.names) > 0 && r.names[0].Last <= i // "PHP frameworks"
		switch {
		case !wanted && found == "":
		case found != "" && found != c:
			return // "languages or frameworks"
		default:
			found = c
		}
	}
	r.u.Class = found
}

var determiner = set("which", "what", "all", "any", "the", "some", "a", "an", "list", "best", "programming", "other", "every", "of", "listed", "named", "covered", "these", "those", "your", "suitable", "good", "right", "wich", "no", "web")
