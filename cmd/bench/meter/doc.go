//go:build bench

// Package meter is what the harnesses have in common: the clock of the
// processor, which a busy machine does not spoil, the files of the folder that
// MUSTER_BENCH names, and the lines they print. What one problem alone is
// measured by may not enter.
package meter
