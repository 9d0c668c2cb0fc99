// Package progress tells from the plan, the rolls and the sheets how far
// everybody in a cohort has come: what they attended and missed, passed and
// failed, how long they rode, and whether they meet what a certificate asks.
//
// It is pure like the rest of model, and it only counts: what is late or wrong
// in it, and how bad that is, the rules say (model/rules).
package progress
