package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"backendbot/corpus"
)

func TestNamesOf(t *testing.T) {
	lx, err := corpus.EmbeddedLexicon()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args string // separated by "|"
		want []string
		err  string
	}{
		{"django", []string{"Django"}, ""},
		{"Ruby on Rails|node", []string{"Ruby on Rails", "Node.js"}, ""},
		{"ruby|on|rails|django", []string{"Ruby on Rails", "Django"}, ""},
		{"spring|boot", []string{"Spring Boot"}, ""},
		{"elixir|phoenix", []string{"Elixir", "Phoenix"}, ""}, // though "Elixir Phoenix" is a name too
		{"c#|asp.net core|c++", []string{"C#", "ASP.NET Core", "C++"}, ""},
		{"go|Gin", []string{"Go", "Gin"}, ""},
		{"rails|ror|django", []string{"Ruby on Rails", "Django"}, ""},
		{"djnago|flask", nil, `unknown technology "djnago", did you mean Django?`},
		{"django|laravle", nil, `unknown technology "laravle", did you mean Laravel?`},
		{"postgre", nil, `unknown technology "postgre", did you mean PostgreSQL?`},
		{"django|zzzzz", nil, `unknown technology "zzzzz", see backendbot technologies`},
		{"?!", nil, `unknown technology "?!", see backendbot technologies`},
		{".net", nil, `".net" stands for several technologies, name one: C#, ASP.NET Core`},
	}
	for _, test := range tests {
		got, err := namesOf(lx, strings.Split(test.args, "|"))
		message := ""
		if err != nil {
			message = err.Error()
		}
		if diff := cmp.Diff(test.want, got); diff != "" || message != test.err {
			t.Errorf("namesOf(%s) = %q, %q; want %q, %q", test.args, got, message, test.want, test.err)
		}
	}
}
