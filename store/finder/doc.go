// Package finder finds people as one types: everybody in the database, by any
// word of their name, agency, place, course or skill, in any order, without
// accents, from the beginning of a word or from within, and in spite of a slip.
//
// How it works. Each word that somebody can be found by is a term of a sorted
// dictionary, with the list of the people who have it. A word of the question
// is looked up by its beginning (a range of the dictionary), within words (one
// search through all terms laid end to end) and by how it sounds; its people
// get a mark by how well it fits, and those who have a mark for every word are
// found, the best first. Only when nobody is, slips are allowed. Filters are
// terms too: of what people have in common.
//
// An Index lies in memory, is shared by all who read, and never changes. Renew
// makes the next one: who moved is taken out of the large part and put into a
// small one, which is looked through beside it. When that has grown, all is
// built anew.
//
// Nothing here is written to disk, and no documents, numbers or addresses
// enter: only what stands on an Entry or is named there.
package finder
