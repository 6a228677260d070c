package corpus

// table reads tables of three shapes: a row a technology, a column a
// technology, and columns that are lists about the section's subject. Rows of
// any other table are statements about whatever they name.
func (r *factReader) table(t *Table, p place) {
	heads := make([]string, len(t.Header))
	columns := make([]*Technology, len(t.Header))
	named := 0
	for i, h := range t.Header {
		heads[i] = r.article.Text(h)
		if techs := r.named(heads[i]); i > 0 && len(techs) > 0 {
			columns[i] = techs[0]
			named++
		}
	}
	if named > 0 && named == len(t.Header)-1 {
		r.transposed(t, columns, p)
		return
	}
	rowSubjects := make([][]*Technology, len(t.Rows))
	withSubject := 0
	for i, row := range t.Rows {
		if len(row.Cells) == 0 || row.Cells[0].End == 0 {
			continue
		}
		first := r.article.Text(row.Cells[0])
		mentions := r.names(first)
		if len(mentions) == 1 && mentions[0].Technology != nil && mentions[0].Last-mentions[0].First == len(r.words(first)) {
			rowSubjects[i] = TechnologiesOf(mentions)
			withSubject++
		}
	}
	subjectRows := withSubject*2 > len(t.Rows)
	for i, row := range t.Rows {
		rp := p
		rp.chunk = r.corpus.rowChunk(p.section, row)
		if subjectRows {
			rp.subjects = rowSubjects[i]
		}
		rowText := r.article.Text(row.Span)
		for j, cell := range row.Cells {
			if cell.End == 0 || j >= len(heads) {
				continue
			}
			cp := rp
			if a := r.labelOf(heads[j]); a != nil {
				cp.attr = a
			}
			switch {
			case subjectRows && j == 0:
			case subjectRows && len(r.sentencesOf(cell)) > 1:
				for _, s := range r.sentencesOf(cell) {
					r.add(cp, Sentence, s)
				}
			case subjectRows && len(r.words(r.article.Text(cell))) > 10:
				r.add(cp, Sentence, cell)
			case subjectRows:
				f := r.add(cp, Cell, cell)
				f.Head = heads[j]
			case len(p.subjects) > 0 && cp.attr != nil && cp.attr.List:
				r.entry(cell, cp)
			case j == 0 && len(heads) > 2: // the row's label: context for its other cells
			default:
				names := r.named(r.article.Text(cell))
				if len(names) > 0 {
					cp.subjects = names
				}
				cp.context = rowText
				f := r.add(cp, Entry, cell)
				f.Head = heads[j]
			}
		}
	}
}

func (r *factReader) sentencesOf(s Span) []Span {
	m := markdownReader{source: r.article.Source}
	return m.sentences(s)
}

func (r *factReader) transposed(t *Table, columns []*Technology, p place) {
	for _, row := range t.Rows {
		if len(row.Cells) == 0 || row.Cells[0].End == 0 {
			continue
		}
		label := r.article.Text(row.Cells[0])
		rp := p
		rp.chunk = r.corpus.rowChunk(p.section, row)
		rp.attr = r.labelOf(label)
		rp.context = label
		for j, cell := range row.Cells {
			if j == 0 || cell.End == 0 || j >= len(columns) {
				continue
			}
			cp := rp
			cp.subjects = []*Technology{columns[j]}
			f := r.add(cp, Cell, cell)
			f.Head = label
		}
	}
}
