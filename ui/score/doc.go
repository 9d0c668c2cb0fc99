// Package score is what is noted down at the range, at the cars and in the
// house: results as they are shot, the account of the rounds, the stations of a
// session and who is where when, second attempts for those who failed, and the
// courses of fire themselves.
//
// It is dialogs that tabs share. What may enter: results of a session, and what
// they need. What may not: whether somebody graduates, which model/progress
// tells; who was there, which the roll tells.
package score
