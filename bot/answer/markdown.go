package answer

// Markdown lays the answer out as Markdown.
func (a *Answer) Markdown() string { return a.Text }
