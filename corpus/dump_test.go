package corpus

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	c, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Create("/tmp/facts.out")
	for _, x := range c.Facts {
		subs := ""
		for _, s := range x.Subjects {
			subs += s.Name + ","
		}
		attr := "-"
		if x.Attribute != nil {
			attr = x.Attribute.ID
		}
		tops := ""
		for _, t := range x.Topics {
			tops += t.ID + " "
		}
		if len(x.ContextTopics) > 0 {
			tops += "| "
		}
		for _, t := range x.ContextTopics {
			tops += t.ID + " "
		}
		fmt.Fprintf(f, "%s:%d\t%s\t%s\tform%d\t%q\t[%s]\n", x.Article.ID, x.Article.Line(x.Start), subs, attr, x.Form, x.Text, tops)
	}
	t.Log(len(c.Facts), len(c.Chunks))
}
