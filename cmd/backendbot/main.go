// Command backendbot answers questions on choosing a backend from a set of
// indexed articles, with citations.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses. Misuse covers bad arguments and bad configuration.
const (
	exitAnswered = 0
	exitFailed   = 1
	exitMisuse   = 2
	exitDeclined = 3
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal kills
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// errDeclined reports that the question was understood and not answered.
var errDeclined = errors.New("declined")

// A misuse is an error in how the command was called.
type misuse struct{ error }

// run runs the command and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cmd := newRoot(stdin, stdout, stderr)
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	var wrong misuse
	switch {
	case err == nil:
		return exitAnswered
	case errors.Is(err, errDeclined):
		return exitDeclined
	case errors.As(err, &wrong):
		fmt.Fprintln(stderr, "backendbot:", err)
		return exitMisuse
	}
	fmt.Fprintln(stderr, "backendbot:", err)
	return exitFailed
}
