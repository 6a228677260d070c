package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
	"backendbot/corpus"
)

func newCompare() *cobra.Command {
	flags := namesFlags{least: 2, most: 6}
	cmd := &cobra.Command{
		Use:   "compare A B [C...]",
		Short: "Compare two to six technologies in a table",
		Example: `  backendbot compare Django FastAPI
  backendbot compare django "spring boot" rails --on scalability,popularity`,
	}
	flags.add(cmd, func(names []string, on string) string {
		question := strings.Join(names, " vs ")
		if on != "" {
			question += " on " + on
		}
		return question
	})
	return cmd
}

func newAbout() *cobra.Command {
	flags := namesFlags{least: 1, most: 1}
	cmd := &cobra.Command{
		Use:   "about X",
		Short: "Say what the articles hold on one technology",
		Example: `  backendbot about Phoenix
  backendbot about "spring boot" --on cons`,
	}
	flags.add(cmd, func(names []string, on string) string {
		if on != "" {
			return on + " of " + names[0]
		}
		return "tell me about " + names[0]
	})
	return cmd
}

// namesFlags are shared by the commands whose arguments name technologies.
type namesFlags struct {
	answerFlags
	least, most int      // how many names the command takes
	on          []string // attributes to keep to
}

// add makes cmd ask the question that ask words from canonical names and
// attributes.
func (f *namesFlags) add(cmd *cobra.Command, ask func(names []string, on string) string) {
	f.answerFlags.add(cmd)
	cmd.Flags().StringSliceVar(&f.on, "on", nil, "keep to an attribute, such as scalability; several: repeat it or separate them by commas")
	_ = cmd.RegisterFlagCompletionFunc("on", completeAttributes)
	cmd.ValidArgsFunction = f.complete
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c, err := corpus.Embedded()
		if err != nil {
			return err
		}
		names, err := namesOf(c.Lexicon, args)
		if err != nil {
			return misuse{fmt.Errorf("%s: %w", cmd.Name(), err)}
		}
		if len(names) < f.least || len(names) > f.most {
			return misuse{fmt.Errorf("%s: want %s, got %d; usage: %s", cmd.Name(), f.wanted(), len(names), cmd.UseLine())}
		}
		var on []string
		for _, name := range f.on {
			phrase, err := phraseOf(c, name)
			if err != nil {
				return misuse{fmt.Errorf("%s --on: %w", cmd.Name(), err)}
			}
			on = append(on, phrase)
		}
		engine, err := engineOver(c)
		if err != nil {
			return err
		}
		return askOne(cmd, f.answerFlags, engine, answer.Question{Text: ask(names, strings.Join(on, " and "))})
	}
}

func (f *namesFlags) wanted() string {
	if f.least == f.most {
		return strconv.Itoa(f.least) + " technology"
	}
	return fmt.Sprintf("%d to %d technologies", f.least, f.most)
}

// complete completes the names of technologies that the articles describe, as
// long as the command takes more.
func (f *namesFlags) complete(_ *cobra.Command, args []string, start string) ([]cobra.Completion, cobra.ShellCompDirective) {
	c, err := corpus.Embedded()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	if len(args) >= f.most {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeNames(c, args, start), cobra.ShellCompDirectiveNoFileComp
}
