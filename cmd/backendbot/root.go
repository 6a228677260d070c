package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"sync"

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

// newListing returns a command without arguments that prints something of the
// embedded corpus.
func newListing(use, short string, run func(*cobra.Command, *corpus.Corpus, format) error) *cobra.Command {
	var f format
	cmd := &cobra.Command{
		Use:               use,
		Short:             short,
		Args:              wrongArgs(cobra.NoArgs),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := corpus.Embedded()
			if err != nil {
				return err
			}
			return run(cmd, c, f)
		},
	}
	addFormat(cmd, &f)
	return cmd
}

// open loads the embedded corpus, indexes it and returns an engine over both.
// Loading makes much garbage once, so nothing is collected before its end.
func open() (*answer.Engine, *corpus.Corpus, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var ix *index.Index
	var indexErr error
	var building sync.WaitGroup
	c, err := corpus.EmbeddedWith(func(c *corpus.Corpus) {
		building.Go(func() { ix, indexErr = index.Build(c) })
	})
	if err != nil {
		return nil, nil, err
	}
	engine := answer.NewBeside(c, func() *index.Index {
		building.Wait()
		return ix
	})
	if indexErr != nil {
		return nil, nil, indexErr
	}
	return engine, c, nil
}

// engineOver indexes a corpus and returns an engine over it.
func engineOver(c *corpus.Corpus) (*answer.Engine, error) {
	ix, err := index.Build(c)
	if err != nil {
		return nil, err
	}
	return answer.New(c, ix), nil
}
