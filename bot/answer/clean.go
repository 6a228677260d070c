package answer

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxQuestion is how many bytes of a question are read; Slack itself allows
// 40,000 characters in a message, no question needs a tenth of them.
const maxQuestion = 4000

var (
	slackEntity = regexp.MustCompile(`<([@#!])([^>|]*)(?:\|([^>]*))?>`)
	slackLink   = regexp.MustCompile(`<(?:https?|mailto):[^>|]*(?:\|([^>]*))?>`)
	bareLink    = regexp.MustCompile(`https?://\S+`)
	emojiCode   = regexp.MustCompile(`:[a-z0-9_+'-]+(?:::skin-tone-\d)?:`)
	codeFence   = regexp.MustCompile("(?s)```.*?```")
	atName      = regexp.MustCompile(`(^|\s)@[\w.-]+`)
)

var entityReplacer = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// clean removes what is Slack's rather than the question's: mentions, links,
// emoji, code and quote marks.
func clean(text string) string {
	text = clip(text, maxQuestion)
	text = strings.ToValidUTF8(text, " ")
	if strings.Contains(text, "<") {
		text = slackEntity.ReplaceAllStringFunc(text, func(m string) string {
			parts := slackEntity.FindStringSubmatch(m)
			if parts[1] == "#" {
				return parts[3]
			}
			return " "
		})
		text = slackLink.ReplaceAllString(text, " $1 ")
	}
	if strings.Contains(text, "&") {
		text = entityReplacer.Replace(text)
	}
	if strings.Contains(text, "://") {
		text = bareLink.ReplaceAllString(text, " ")
	}
	if strings.Contains(text, "`") {
		text = codeFence.ReplaceAllString(text, " ")
		text = strings.ReplaceAll(text, "`", "")
	}
	if strings.Count(text, ":") > 1 {
		text = emojiCode.ReplaceAllString(text, " ")
	}
	if strings.Contains(text, "@") {
		text = atName.ReplaceAllString(text, "$1")
	}
	text = strings.Map(func(r rune) rune {
		switch r {
		case '*', '_', '~':
			return ' '
		case '\u201c', '\u201d':
			return '"'
		case '\u2018', '\u2019':
			return '\''
		}
		return r
	}, text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimLeft(strings.TrimSpace(l), "> ")
	}
	return strings.Join(strings.Fields(strings.Join(lines, " \n ")), " ")
}

// clip cuts a text to at most n bytes, between characters.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	end := n
	for end > n-utf8.UTFMax && end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}
