// Package geo knows the countries and the regions officers come from, by their
// ISO codes, and finds them in what people type: in the languages of the
// rosters, in formal, short and abbreviated forms, with or without accents.
//
// It is pure data and look-up. The tables are unpacked at the first question,
// so that a program that asks none pays nothing. Nothing here is guessed: what
// may be two regions is said to be ambiguous, and left to the user.
package geo

// A Certainty says how far an answer may be trusted.
type Certainty uint8

// From none to no doubt.
const (
	None      Certainty = iota // not found
	Ambiguous                  // two or more fit: ask
	Likely                     // found inside a longer text, or by one letter's difference
	Certain                    // found as it stands
)
