package corpus

// A Form says what kind of structure a fact was read from. Forms are ordered
// by how directly they state a value.
type Form int

const (
	Cell     Form = iota // a table cell
	Labelled             // the value of a "Label: value" line
	Entry                // an entry of a list or of a list-like table column
	Heading              // words of a heading, such as the language in brackets
	Passing              // a name or figure that a sentence mentions in passing
	Answer               // a sentence of the answer to a question
	Sentence             // any other sentence
)

// A Fact is something an article says of its subjects: the smallest piece that
// an answer can quote.
type Fact struct {
	ID       int           // position in Corpus.Facts; -1 for asides
	Subjects []*Technology // what it is about; none for general statements
	// Attribute says what of the subjects the value is; nil for statements
	// that no heading or label puts under one.
	Attribute *Attribute
	Form      Form
	Text      string // what the span displays
	Head      string // of "Head: explanation", the head; else ""
	HeadSpan  Span   // where the head stands
	Span
	Article *Article
	Section *Section
	Chunk   *Chunk
	Group   int  // facts of one list, table or paragraph share a group
	Nested  bool // an entry below another entry

	Names  []*Technology // every technology that the text names
	Topics []*Topic      // what the text speaks of
	// ContextTopics are those of the fact's surroundings: the question it
	// answers, the table row it stands in.
	ContextTopics []*Topic
	Terms         []string // sorted distinct stems of text and context
}
