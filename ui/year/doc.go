// Package year is the year strip: every cohort a row, the weeks across, with
// how far it is, how full its weeks are and where it clashes. It ends in the
// cohort whose board is to be seen.
//
// What may enter: what is seen of many cohorts at once. What may not: changing
// any of them; sessions one by one (the Schedule tab).
package year
