// Package change is for what changes while a course runs: an instructor is
// absent, a place is closed, an officer comes late. Each is entered once, in
// one form and one act; then a list says where it hurts, and what would mend
// it is one key away: a substitute, another place. Several tabs open it.
//
// What may enter: those three forms, the comparison of the board before and
// after, substitutes and other places. What may not: moving sessions in time
// (ui/plan proposes it), rules (model/rules), and any knowledge of which tab
// asked.
package change
