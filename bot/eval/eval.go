// Package eval asks sets of questions and checks the answers against what the
// sets expect of them, so that a change to the answering shows in figures.
//
// An expectation is about words, names and citations, never about the whole
// wording: any answer that quotes the right passages meets it.
package eval

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"backendbot/bot/answer"
)

// Options change how a set is scored. The zero value scores whole answers.
type Options struct {
	First int // how many words of each text count; zero means all
}

// A Report holds what came of every question of a set, in the set's order.
type Report struct {
	Results []Result
}

// A Result is what came of one question.
type Result struct {
	Question Question
	Answer   *answer.Answer // its text cut to what counted
	Problems []string       // the expectations that do not hold; none for a pass
}

// Figures sum up the results of some questions.
type Figures struct {
	Questions int `json:"questions"`
	Passed    int `json:"passed"`

	Answerable      int `json:"answerable"`
	WronglyDeclined int `json:"wrongly_declined"` // of the answerable

	Unanswerable    int `json:"unanswerable"` // what should be declined
	WronglyAnswered int `json:"wrongly_answered"`

	Recommended int `json:"recommended"` // technologies named in answers to recommend questions
	Acceptable  int `json:"acceptable"`  // of the recommended

	// MedianWords is the length of the answers that were not declined and have
	// no table; of two in the middle the longer counts. Zero means no such answer.
	MedianWords int `json:"median_words"`
}

// Run asks the engine every question of a set, in order, each with its thread.
// The error is not nil only when the engine fails or ctx ends.
func Run(ctx context.Context, engine *answer.Engine, set []Question, opts Options) (*Report, error) {
	r := &Report{Results: make([]Result, 0, len(set))}
	for _, q := range set {
		ans, err := engine.Answer(ctx, answer.Question{ID: q.ID, Text: q.Text, Thread: q.Thread})
		if err != nil {
			return nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		r.Results = append(r.Results, Check(q, ans, opts))
	}
	return r, nil
}

// Check scores the answer to one question. The answer is not modified.
func Check(q Question, ans *answer.Answer, opts Options) Result {
	if opts.First > 0 {
		short := *ans
		words := fields(ans.Text)
		short.Text = strings.Join(words[:min(opts.First, len(words))], " ")
		ans = &short
	}
	return Result{Question: q, Answer: ans, Problems: q.Expect.Problems(ans)}
}

// Passed reports whether every expectation holds.
func (r *Result) Passed() bool { return len(r.Problems) == 0 }

// Declined reports whether the bot said that it has no answer, or met the
// question with its help.
func (r *Result) Declined() bool { return declined(r.Answer) }

// Kinds returns the kinds of question in the report, sorted.
func (r *Report) Kinds() []string {
	var kinds []string
	for _, res := range r.Results {
		kinds = append(kinds, res.Question.Kind)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// Figures sums up the questions of some kinds, or all when no kind is given.
func (r *Report) Figures(kinds ...string) Figures {
	var f Figures
	var lengths []int
	for i := range r.Results {
		res := &r.Results[i]
		if len(kinds) > 0 && !slices.Contains(kinds, res.Question.Kind) {
			continue
		}
		f.add(res)
		if !res.Declined() && res.Answer.Table == nil {
			lengths = append(lengths, len(fields(res.Answer.Text)))
		}
	}
	if len(lengths) > 0 {
		slices.Sort(lengths)
		f.MedianWords = lengths[len(lengths)/2]
	}
	return f
}

// add counts one result in everything but the median.
func (f *Figures) add(r *Result) {
	expect, declined := &r.Question.Expect, r.Declined()
	f.Questions++
	if r.Passed() {
		f.Passed++
	}
	if expect.Abstain {
		f.Unanswerable++
		if !declined {
			f.WronglyAnswered++
		}
	}
	if !expect.Abstain && !expect.Greeting {
		f.Answerable++
		if declined {
			f.WronglyDeclined++
		}
	}
	if r.Question.Kind == answer.KindRecommend && !declined {
		for _, name := range r.Answer.Technologies {
			f.Recommended++
			if namesAny(name, expect.AnyTechnologies) {
				f.Acceptable++
			}
		}
	}
}
