package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"backendbot/bot/answer"
)

// A format is how output is written: text, markdown or json.
type format string

func (f *format) String() string { return string(*f) }

// Set accepts the formats that there are.
func (f *format) Set(s string) error {
	switch s {
	case "text", "markdown", "json":
		*f = format(s)
		return nil
	}
	return errors.New("want text, markdown or json")
}

// Type is what usage texts call the flag's value.
func (f *format) Type() string { return "format" }

// addFormat gives a command the flag for its format.
func addFormat(cmd *cobra.Command, f *format) {
	*f = "text"
	cmd.Flags().VarP(f, "format", "f", "text, markdown or json")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "markdown", "json"}, cobra.ShellCompDirectiveNoFileComp))
}

// writeAnswer writes an answer, and why it is as it is unless why is nil.
func writeAnswer(w io.Writer, f format, ans *answer.Answer, why *answer.Explanation) error {
	switch f {
	case "json":
		return writeJSON(w, explained{ans, why}, "  ")
	case "markdown":
		out := ans.Markdown()
		if why != nil {
			out += "\n" + fenced(explanation(screen{width: pipedWidth}, why))
		}
		_, err := io.WriteString(w, out)
		return err
	}
	s := screenOf(w)
	p := page{screen: s}
	p.answer(ans)
	out := p.String()
	if why != nil {
		out += "\n" + explanation(s, why)
	}
	_, err := io.WriteString(w, out)
	return err
}

// explained is an answer in JSON, the explanation beside its fields.
type explained struct {
	*answer.Answer
	Explanation *answer.Explanation `json:"explanation,omitempty"`
}

func writeJSON(w io.Writer, v any, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(v)
}

// fenced returns text as a block of code in Markdown, its fence longer than
// any in the text.
func fenced(s string) string {
	fence := "```"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + "\n" + s + fence + "\n"
}

// writeTable writes rows, the first of them a header, and a legend below them,
// as text or Markdown.
func writeTable(w io.Writer, f format, rows [][]string, legend ...string) error {
	var lines []string
	if f == "markdown" {
		lines = markdownTable(rows)
		if len(legend) > 0 {
			lines = append(lines, "")
		}
		for _, l := range legend {
			lines = append(lines, "- "+answer.EscapeMarkdown(l))
		}
	} else {
		s := screenOf(w)
		p := page{screen: s}
		var cells [][]cell
		for i, row := range rows {
			var line []cell
			for _, text := range row {
				look := plain
				if i == 0 {
					look = bold
				}
				line = append(line, textCell(text, look))
			}
			cells = append(cells, line)
		}
		p.lines = p.table(cells[0], cells[1:])
		p.gap()
		for _, l := range legend {
			p.put("", span{l, dim})
		}
		lines = p.lines
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

func markdownTable(rows [][]string) []string {
	var lines []string
	for i, row := range rows {
		var b strings.Builder
		for _, text := range row {
			b.WriteString("| " + answer.EscapeMarkdown(text) + " ")
		}
		lines = append(lines, b.String()+"|")
		if i == 0 {
			lines = append(lines, strings.Repeat("| --- ", len(row))+"|")
		}
	}
	return lines
}
