//go:build race

package index

// underRace makes the slowest tests take fewer chunks: the race detector looks
// for races, not at rankings.
const underRace = true
