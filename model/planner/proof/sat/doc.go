// Package sat decides whether clauses and linear limits over yes-or-no
// variables can hold together, and if not, which of the assumptions made are to
// blame.
//
// It learns from conflicts (two watched literals, first unique implication
// points, activities, restarts) and keeps what it learnt from one question to
// the next, so that a few hundred questions about one problem cost little more
// than the first. A limit can hang on a selector and sleeps until that is true.
//
// It knows nothing of plans. What may enter: search for truth values. What may
// not: any word of the trade, any clock.
package sat
