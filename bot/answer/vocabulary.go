package answer

import (
	"math"
	"slices"

	"backendbot/corpus"
)

// vocabulary knows the words of the articles and the lexicon: which exist, how
// rare they are, and which one a misspelt word means.
type vocabulary struct {
	lexicon *corpus.Lexicon
	words   map[string]bool // every folded word of the articles
	weights map[string]float64
	topics  []float64          // by topic index
	asked   [][]float64        // by chunk: the weight of all words of each of its questions
	compare map[string]float64 // wordWeight of every stem in those questions
	unknown float64            // weight of a word that no article uses

	speller *corpus.Speller
}

func newVocabulary(c *corpus.Corpus) *vocabulary {
	v := &vocabulary{lexicon: c.Lexicon, words: map[string]bool{}, weights: map[string]float64{}}
	termFacts := map[string]int{}
	topicFacts := make([]int, len(c.Lexicon.Topics))
	for _, f := range c.Facts {
		for _, t := range f.Terms {
			termFacts[t]++
		}
		for _, t := range f.Topics {
			topicFacts[t.Index]++
		}
	}
	n := float64(len(c.Facts))
	for t, df := range termFacts {
		v.weights[t] = math.Log(1 + n/float64(df))
	}
	v.topics = make([]float64, len(topicFacts))
	for i, df := range topicFacts {
		v.topics[i] = math.Log(1 + n/float64(df+1))
	}
	v.unknown = math.Log(1 + n)
	words := c.Lexicon.Words()
	for fold := range c.Vocabulary {
		v.words[fold] = true
		words = append(words, fold)
	}
	slices.Sort(words)
	v.compare = map[string]float64{}
	v.asked = make([][]float64, len(c.Chunks))
	for i, ch := range c.Chunks {
		for _, stems := range ch.AsksStems {
			sum := 0.0
			for _, stem := range stems {
				w, ok := v.compare[stem]
				if !ok {
					w = v.newWordWeight(stem)
					v.compare[stem] = w
				}
				sum += w
			}
			v.asked[i] = append(v.asked[i], sum)
		}
	}
	v.speller = corpus.NewSpeller(slices.Compact(words))
	return v
}

// known reports whether a folded word needs no correction.
func (v *vocabulary) known(fold string) bool {
	return v.words[fold] || v.lexicon.Known(fold) || v.lexicon.Filler(fold) || v.lexicon.English(fold)
}

// weight is how much a stem says: rare ones more.
func (v *vocabulary) weight(stem string) float64 {
	if w, ok := v.weights[stem]; ok {
		return w
	}
	return v.unknown
}

// open is what a term weighs that was asked for and not found: ordinary English
// words are often only another way to put it, names and jargon are the point.
// Strictly, every word that the articles use is the point.
func (v *vocabulary) open(t term, strict bool) float64 {
	w := v.weight(t.stem)
	if t.aside {
		return min(0.25*w, 1)
	}
	switch {
	case strict && v.words[t.fold]:
		return 0.8 * w
	case v.lexicon.English(t.fold):
		return min(w, 1.5)
	case v.words[t.fold]:
		return 0.8 * w
	}
	return 0.85 * w
}

// wordWeight weighs a stem when questions are compared: stop words nothing,
// words that most questions share little.
func (v *vocabulary) wordWeight(stem string) float64 {
	if w, ok := v.compare[stem]; ok {
		return w
	}
	return v.newWordWeight(stem)
}

func (v *vocabulary) newWordWeight(stem string) float64 {
	switch {
	case stopWords[stem] || len(stem) < 3 && !isNumber(stem):
		return 0
	case stem == "backend" || stem == "back" || stem == "end" || stem == "technolog" || stem == "tech":
		return 0.3
	case v.lexicon.Filler(stem):
		return 0.5
	}
	return min(v.weight(stem), 5)
}
