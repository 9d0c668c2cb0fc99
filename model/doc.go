// Package model is what Muster is all about: the people who come to a course,
// the blocks they are taught, who teaches them, where, when and with what.
//
// It is pure: no clock, no disk, no network, no screen. Values come in through
// constructors (NewPerson, NewCohort, NewSession, …), which clean text from
// outside, refuse what cannot be, and name the field and the remedy as a
// Message; what a constructor returned is valid. Rules that speak of several
// records together are in model/rules.
//
// The structs are the stored form as well: each field carries its number for
// the database (cbor) and its name for the documented JSON. A number, once
// given, is never used for anything else.
package model
