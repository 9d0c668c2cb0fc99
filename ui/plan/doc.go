// Package plan holds the planner's pages: making a plan, repairing one, why
// there is none, drafts of what would be if, what a plan is wished to be, and
// how a live-fire session shoots. Tabs that show a board open them.
//
// The planner works off the event loop on a picture of the desk. What it has
// found so far is shown at once; nothing is kept until somebody takes it, and
// then as one act. An answer that comes late is dropped.
//
// What may enter: asking model/planner, showing what it answers, and keeping
// what was chosen. What may not: searching (model/planner), rules
// (model/rules), and how the board looks (ui/schedule).
package plan
