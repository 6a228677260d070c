package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"backendbot/corpus"
)

// A build says what was built and what it answers from.
type build struct {
	Version  string `json:"version"`
	Articles string `json:"articles"` // content hash
}

func newVersion() *cobra.Command {
	return newListing("version", "Print the version and the hash of the articles", func(cmd *cobra.Command, c *corpus.Corpus, f format) error {
		v := build{version(), c.Hash}
		switch f {
		case "json":
			return writeJSON(cmd.OutOrStdout(), v, "  ")
		case "markdown":
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "- backendbot `%s`\n- articles `%s`\n", v.Version, v.Articles)
			return err
		}
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "backendbot %s\narticles   %s\n", v.Version, v.Articles)
		return err
	})
}

// version is the commit that the program was built from, else the module's
// version.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	commit, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "+changes"
		}
	}
	if commit != "" {
		return commit + modified
	}
	return info.Main.Version
}
