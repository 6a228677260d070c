package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
	"backendbot/corpus"
	"backendbot/index"
)

// newRoot builds the command line.
func newRoot(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:           "backendbot",
		Short:         "Answers questions on choosing a backend, with citations",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse{fmt.Errorf("unknown command %q, see backendbot --help", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misuse{err} })
	root.AddCommand(newAsk(), newCompare(), newAbout(), newSources(), newTechnologies(), newEval(), newVersion())
	return root
}

// wrongArgs makes cobra's argument errors misuse.
func wrongArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return misuse{fmt.Errorf("%s: %w; usage: %s", cmd.Name(), err, cmd.UseLine())}
		}
		return nil
	}
}

// open loads the embedded corpus, indexes it and returns an engine over both.
func open() (*answer.Engine, *corpus.Corpus, error) {
	c, err := corpus.Embedded()
	if err != nil {
		return nil, nil, err
	}
	engine, err := engineOver(c)
	return engine, c, err
}

// engineOver indexes a corpus and returns an engine over it.
func engineOver(c *corpus.Corpus) (*answer.Engine, error) {
	ix, err := index.Build(c)
	if err != nil {
		return nil, err
	}
	return answer.New(c, ix), nil
}
