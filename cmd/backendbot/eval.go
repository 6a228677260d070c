package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"backendbot/bot/eval"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	format  string
	first   int
	verbose bool
}

func (f *evalFlags) check() error {
	if f.format != "text" && f.format != "json" {
		return misuse{fmt.Errorf("unknown format %q, want text or json", f.format)}
	}
	if f.first < 0 {
		return misuse{fmt.Errorf("eval: --first is %d, want a number of words", f.first)}
	}
	return nil
}

func newEval() *cobra.Command {
	var flags evalFlags
	cmd := &cobra.Command{
		Use:   "eval [FILE]",
		Short: "Measure the answers to a set of questions",
		Long: `Asks every question of a set, checks the answers against what the set expects,
and prints figures for each kind of question and overall. Without FILE it spans
the set that is part of the program.`,
		Example: `  backendbot eval
  backendbot eval --first 60 --verbose
  backendbot eval --format json questions.jsonl`,
		Args: wrongArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.check(); err != nil {
				return err
			}
			set, err := readSet(args)
			if err != nil {
				return misuse{fmt.Errorf("eval: %w", err)}
			}
			engine, _, err := open()
			if err != nil {
				return err
			}
			report, err := eval.Run(cmd.Context(), engine, set, eval.Options{First: flags.first})
			if err != nil {
				return err
			}
			if flags.format == "json" {
				return printReportJSON(cmd.OutOrStdout(), report)
			}
			return printReport(cmd.OutOrStdout(), report, flags.verbose)
		},
	}
	cmd.Flags().StringVarP(&flags.format, "format", "f", "text", "text or json")
	cmd.Flags().IntVar(&flags.first, "first", 0, "count only the first `N` words of each answer: does it come first?")
	cmd.Flags().BoolVarP(&flags.verbose, "verbose", "v", false, "list the failures with reasons; json always does")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// readSet reads the file that was named, or the set that is part of the
// program.
func readSet(args []string) ([]eval.Question, error) {
	if len(args) == 0 {
		return eval.Shipped()
	}
	file, err := os.Open(args[0])
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return eval.Read(args[0], file)
}

// printReport prints the figures as a table, a row for each kind.
func printReport(w io.Writer, report *eval.Report, verbose bool) error {
	tw := tabwriter.NewWriter(w, 0, 0, 0, ' ', tabwriter.AlignRight)
	labels := append(report.Kinds(), "overall")
	width := 0
	for _, label := range labels {
		width = max(width, utf8.RuneCountInString(label))
	}
	columns := []string{"passed", "percent", "wrongly declined", "wrongly answered", "acceptable picks", "median words"}
	const gap = "\t   "
	fmt.Fprintf(tw, "%-*s%s%s\t\n", width, "kind", gap, strings.Join(columns, gap))
	for i, label := range labels {
		figures := report.Figures()
		if i < len(labels)-1 {
			figures = report.Figures(label)
		}
		fmt.Fprintf(tw, "%-*s%s%s\t\n", width, label, gap, strings.Join(figureCells(figures), gap))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if !verbose {
		return nil
	}
	return printFailures(w, report)
}

// figureCells words figures for the columns of the table.
func figureCells(f eval.Figures) []string {
	words := "-"
	if f.MedianWords > 0 {
		words = strconv.Itoa(f.MedianWords)
	}
	return []string{
		share(f.Passed, f.Questions), fmt.Sprintf("%.1f%%", 100*float64(f.Passed)/float64(max(f.Questions, 1))),
		share(f.WronglyDeclined, f.Answerable), share(f.WronglyAnswered, f.Unanswerable), share(f.Acceptable, f.Recommended), words,
	}
}

// share words a part of a whole, a dash where there is nothing to share.
func share(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d", part, whole)
}

// printFailures lists the questions that failed, with the reasons.
func printFailures(w io.Writer, report *eval.Report) error {
	var b strings.Builder
	for _, r := range report.Results {
		if r.Passed() {
			continue
		}
		fmt.Fprintf(&b, "\n%s [%s] %s\n", r.Question.ID, r.Question.Kind, r.Question.Text)
		for i := len(r.Question.Thread) - 1; i >= 0; i-- {
			fmt.Fprintf(&b, "    after: %s\n", r.Question.Thread[i])
		}
		for _, p := range r.Problems {
			fmt.Fprintf(&b, "  - %s\n", p)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// kindFigures are the figures of one kind of question.
type kindFigures struct {
	Kind string `json:"kind"`
	eval.Figures
}

// questionResult is what came of one question.
type questionResult struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Passed   bool     `json:"passed"`
	Declined bool     `json:"declined"`
	Problems []string `json:"problems"`
	Answer   string   `json:"answer"` // its text, as far as it counted
}

// printReportJSON prints one object with the figures and every result.
func printReportJSON(w io.Writer, report *eval.Report) error {
	out := struct {
		Index   string           `json:"index"`
		Overall eval.Figures     `json:"overall"`
		Kinds   []kindFigures    `json:"kinds"`
		Results []questionResult `json:"results"`
	}{Overall: report.Figures()}
	for _, kind := range report.Kinds() {
		out.Kinds = append(out.Kinds, kindFigures{kind, report.Figures(kind)})
	}
	for _, r := range report.Results {
		out.Index = r.Answer.Index
		out.Results = append(out.Results, questionResult{
			ID: r.Question.ID, Kind: r.Question.Kind, Passed: r.Passed(), Declined: r.Declined(),
			Problems: append([]string{}, r.Problems...), Answer: r.Answer.Text,
		})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
