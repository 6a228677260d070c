package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
)

// askFlags are shared by the commands that print one answer.
type askFlags struct {
	format  string
	explain bool
	thread  []string
}

func (f *askFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&f.format, "format", "f", "text", "text, markdown or json")
	cmd.Flags().BoolVar(&f.explain, "explain", false, "say how the question was understood and why the evidence ranked where it did")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "markdown", "json"}, cobra.ShellCompDirectiveNoFileComp))
}

func (f *askFlags) check() error {
	switch f.format {
	case "text", "markdown", "json":
		return nil
	}
	return misuse{fmt.Errorf("unknown format %q, want text, markdown or json", f.format)}
}

func newAsk() *cobra.Command {
	var flags askFlags
	var batch bool
	cmd := &cobra.Command{
		Use:   "ask QUESTION...",
		Short: "Answer a question",
		Example: `  backendbot ask "Which backend is best for a real-time chat app?"
  backendbot ask --thread "compare scalability of Django and Rails" "now add Laravel"
  backendbot ask --batch --format json < questions.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.check(); err != nil {
				return err
			}
			if batch {
				if len(args) > 0 {
					return misuse{fmt.Errorf("ask: --batch reads questions from standard input, not %q", args[0])}
				}
				return askBatch(cmd, flags)
			}
			question := strings.Join(args, " ")
			if strings.TrimSpace(question) == "" {
				return misuse{fmt.Errorf("ask: want a question; usage: %s", cmd.UseLine())}
			}
			return askOne(cmd, flags, answer.Question{Text: question, Thread: flags.thread})
		},
	}
	flags.add(cmd)
	cmd.Flags().StringArrayVar(&flags.thread, "thread", nil, "an earlier message of the thread; repeat it, oldest first")
	cmd.Flags().BoolVar(&batch, "batch", false, `read {"id","question","thread"} lines from standard input, print one answer a line`)
	return cmd
}

// askOne answers one question and prints the answer.
func askOne(cmd *cobra.Command, flags askFlags, q answer.Question) error {
	engine, _, err := open()
	if err != nil {
		return err
	}
	ans, why, err := engine.Explain(cmd.Context(), q)
	if err != nil {
		return err
	}
	if !flags.explain {
		why = nil
	}
	if err := print(cmd.OutOrStdout(), flags.format, ans, why); err != nil {
		return err
	}
	if ans.Confidence == answer.None && ans.Kind != answer.KindHelp {
		return errDeclined
	}
	return nil
}

// maxLine is the longest line of a batch.
const maxLine = 1 << 20

func askBatch(cmd *cobra.Command, flags askFlags) error {
	engine, _, err := open()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	in := bufio.NewScanner(cmd.InOrStdin())
	in.Buffer(nil, maxLine)
	line := 0
	for in.Scan() {
		line++
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var q answer.Question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			_ = out.Flush()
			return misuse{fmt.Errorf("standard input:%d: %w", line, err)}
		}
		ans, why, err := engine.Explain(cmd.Context(), q)
		if err != nil {
			return err
		}
		if !flags.explain {
			why = nil
		}
		if flags.format == "json" {
			if err := printJSON(out, ans, why, false); err != nil {
				return err
			}
			continue
		}
		if err := print(out, flags.format, ans, why); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	if err := in.Err(); err != nil {
		return misuse{fmt.Errorf("standard input:%d: %w", line+1, err)}
	}
	return out.Flush()
}

// print writes an answer in the format that was asked for.
func print(w io.Writer, format string, ans *answer.Answer, why *answer.Explanation) error {
	switch format {
	case "json":
		return printJSON(w, ans, why, true)
	case "markdown":
		_, err := io.WriteString(w, ans.Markdown())
		return err
	}
	_, err := fmt.Fprintln(w, ans.Text)
	return err
}

func printJSON(w io.Writer, ans *answer.Answer, why *answer.Explanation, indent bool) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if indent {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(struct {
		*answer.Answer
		Explanation *answer.Explanation `json:"explanation,omitempty"`
	}{ans, why})
}
