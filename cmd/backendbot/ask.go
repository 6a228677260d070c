package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
)

// answerFlags are shared by the commands that print answers.
type answerFlags struct {
	format  format
	explain bool
}

func (f *answerFlags) add(cmd *cobra.Command) {
	addFormat(cmd, &f.format)
	cmd.Flags().BoolVar(&f.explain, "explain", false, "say how the question was understood and why the evidence ranked where it did")
}

func newAsk() *cobra.Command {
	var flags answerFlags
	var thread []string
	var batch bool
	cmd := &cobra.Command{
		Use:   "ask QUESTION...",
		Short: "Answer a question",
		Long: `Answer a question with what the articles say, each piece cited.

The exit status is 0 if the question was answered, 3 if it was declined and 2
if the command was called wrongly. With --batch it is 0 once all questions were
read, answered or not.`,
		Example: `  backendbot ask "Which backend is best for a real-time chat app?"
  backendbot ask --thread "compare scalability of Django and Rails" "now add Laravel"
  backendbot ask --batch --format json < questions.jsonl`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if batch {
				if len(args) > 0 || len(thread) > 0 {
					return misuse{fmt.Errorf("ask: --batch reads questions and threads from standard input, not from arguments")}
				}
				return askBatch(cmd, flags)
			}
			question := strings.Join(args, " ")
			if strings.TrimSpace(question) == "" {
				return misuse{fmt.Errorf("ask: want a question; usage: %s", cmd.UseLine())}
			}
			engine, _, err := open()
			if err != nil {
				return err
			}
			return askOne(cmd, flags, engine, answer.Question{Text: question, Thread: thread})
		},
	}
	flags.add(cmd)
	cmd.Flags().StringArrayVar(&thread, "thread", nil, "an earlier message of the thread; repeat it, oldest first")
	cmd.Flags().BoolVar(&batch, "batch", false, `read {"id","question","thread"} lines from standard input; in JSON one answer a line`)
	return cmd
}

// askOne answers one question and prints the answer. It returns errDeclined if
// the answer is a refusal.
func askOne(cmd *cobra.Command, flags answerFlags, engine *answer.Engine, q answer.Question) error {
	ans, why, err := flags.ask(cmd, engine, q)
	if err != nil {
		return err
	}
	if err := writeAnswer(cmd.OutOrStdout(), flags.format, ans, why); err != nil {
		return err
	}
	if ans.Confidence == answer.None && ans.Kind != answer.KindHelp {
		return errDeclined
	}
	return nil
}

// ask returns an answer, with an explanation only if the flags want one.
func (f *answerFlags) ask(cmd *cobra.Command, engine *answer.Engine, q answer.Question) (*answer.Answer, *answer.Explanation, error) {
	if f.explain {
		return engine.Explain(cmd.Context(), q)
	}
	ans, err := engine.Answer(cmd.Context(), q)
	return ans, nil, err
}

// maxLine is the longest line of a batch, in bytes.
const maxLine = 1 << 20

// askBatch answers questions in the order in which they are read, each as soon
// as it is read.
func askBatch(cmd *cobra.Command, flags answerFlags) error {
	engine, _, err := open()
	if err != nil {
		return err
	}
	in := bufio.NewScanner(cmd.InOrStdin())
	in.Buffer(nil, maxLine)
	line, answered := 0, 0
	for in.Scan() {
		line++
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var q answer.Question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return misuse{fmt.Errorf("standard input:%d: %w", line, err)}
		}
		ans, why, err := flags.ask(cmd, engine, q)
		if err != nil {
			return err
		}
		if flags.format == "json" {
			err = writeJSON(cmd.OutOrStdout(), explained{ans, why}, "")
		} else {
			if answered > 0 {
				fmt.Fprintln(cmd.OutOrStdout())
			}
			err = writeAnswer(cmd.OutOrStdout(), flags.format, ans, why)
		}
		if err != nil {
			return err
		}
		answered++
	}
	if err := in.Err(); err != nil {
		return misuse{fmt.Errorf("standard input:%d: %w", line+1, err)}
	}
	return nil
}
