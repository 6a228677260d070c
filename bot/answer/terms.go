package answer

import (
	"slices"

	"backendbot/corpus"
)

// terms collects the content words that nothing explains yet.
func (r *reader) terms() {
	for i, w := range r.words {
		if r.used[i] && !r.weakOnly(i) || r.lexicon.Filler(w.Fold) || classes[w.Fold] != "" || works[w.Fold] && len(r.u.Articles) > 0 || len(w.Fold) < 2 && !(isNumber(w.Fold) && i > 0 && !r.lexicon.Filler(r.words[i-1].Fold)) {
			continue
		}
		if ratings[w.Fold] && w.Fold == r.u.Rating {
			continue
		}
		t := term{w.Fold, w.Stem, r.raw(i), !r.asks[r.sentence[i]] || len(r.words) > shortQuestion || r.used[i]}
		if !slices.ContainsFunc(r.u.Terms, func(o term) bool { return o.stem == t.stem }) && (r.focus[r.sentence[i]] || r.u.cue("recommend")) {
			r.u.Terms = append(r.u.Terms, t)
		}
	}
	r.searchWords()
	for i, w := range r.words {
		if (r.lexicon.Filler(w.Fold) || classes[w.Fold] != "") && !stopWords[w.Fold] && r.focus[r.sentence[i]] && len(w.Fold) > 2 {
			r.u.plain = appendNew(r.u.plain, w.Stem)
		}
	}
	for _, m := range r.phrases {
		if m.Cue == "place" && !r.vocab.words[r.words[m.First].Fold] {
			r.u.places = append(r.u.places, r.u.Text[r.words[m.First].Start:r.words[m.Last-1].End])
		}
	}
}

// raw is a word as it was typed, or what it stands for where that was not what
// was meant.
func (r *reader) raw(i int) string {
	w := r.words[i]
	typed := r.u.Text[w.Start:w.End]
	if corpus.Fold(typed) == w.Fold {
		return typed
	}
	return w.Fold
}

// weakOnly reports whether a word is explained only by a weak attribute of a
// question that names no technology: then it may be the point ("built-in
// security").
func (r *reader) weakOnly(i int) bool {
	if len(r.names) > 0 {
		return false
	}
	only := false
	for _, m := range r.phrases {
		if m.First <= i && i < m.Last && m.Cue == "" {
			if m.Attribute == nil || m.Attribute.ID != "features" {
				return false
			}
			only = true
		}
	}
	return only
}

// searchWords keeps the words for the index. Words for choosing stand for one
// another.
func (r *reader) searchWords() {
	// "Which framework is made for this?" leans on the sentence before.
	vague := false
	content := 0
	for i, w := range r.words {
		if r.asks[r.sentence[i]] {
			vague = vague || w.Fold == "this" || w.Fold == "that" || w.Fold == "it"
			if !r.lexicon.Filler(w.Fold) && classes[w.Fold] == "" {
				content++
			}
		}
	}
	vague = vague || content < 2
	for i, w := range r.words {
		if r.manner(i) || !r.focus[r.sentence[i]] && len(r.words) > 2*shortQuestion {
			continue
		}
		r.u.said = append(r.u.said, w.Fold)
		if r.asks[r.sentence[i]] || vague {
			r.u.stems = appendNew(r.u.stems, w.Stem)
		}
		if choosing[w.Stem] {
			for stem := range choosing {
				r.u.plain = appendNew(r.u.plain, stem)
			}
			r.u.said = append(r.u.said, "choose", "select")
		}
	}
	slices.Sort(r.u.plain)
}

var choosing = set("pick", "choos", "select", "decid", "evalu")

// stopWords say nothing even where a passage asks in the same words.
var stopWords = set("the", "and", "for", "are", "our", "you", "your", "what", "which", "who", "how", "does", "did", "with", "that", "this", "have", "has", "can", "would", "could", "should", "from", "but", "not", "was", "were", "will", "its", "there", "their", "they", "them", "about", "into", "than", "then", "some", "any", "all", "one", "please", "just", "also", "when", "where", "tell", "know", "want", "need", "really", "very", "hey", "guys", "folks", "thanks", "mine", "myself", "been", "being", "had", "him", "his", "her", "she", "whom", "these", "those", "such", "many", "much", "more", "most", "other", "only", "own", "same", "too", "now", "out", "get", "got", "like", "say", "says", "said")
