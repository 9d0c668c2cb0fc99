// Package store keeps the records of the model: it opens a database, reads
// records and writes acts, each one whole, with a journal entry in the same
// commit, from which it is undone.
//
// Every value is sealed (store/seal) before it reaches the engine (store/kv),
// and no key says a name. What is written, byte for byte, is in format.go.
// Rules about what makes a good plan stay in model/rules; here it only counts
// that a record is valid, that it was not changed by somebody else meanwhile,
// and that whatever it points at exists.
//
// Nothing here draws, prints, or knows a language: what a user must be told
// leaves as a model.Message (see Explain).
package store
