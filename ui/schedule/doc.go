// Package schedule is the tab where a course is planned: the board. Days run
// across, quarter-hours down, sessions lie on it as cards, and those without a
// time wait in the tray. What the rules say of a card stands below the board
// in the frame in which it was moved.
//
// It is seen as days beside each other, or as one day large with squads,
// instructors, places or vehicles side by side (day.go); pages on the stack of
// dialogs show who is free and full (heat.go), and what has changed since the
// plan was published (changelist.go). While a draft is shown, the seam (seam.go)
// reads and keeps it instead of the plan of record.
//
// How it is made: refresh derives cards, tray and hatched hours from the desk
// (view.go); layout.go puts them into cells, purely, for drawing and for the
// mouse alike; grid.go, card.go, tray.go and detail.go paint what lies ready.
// Each edit builds a session through model.NewSession and commits one Change.
//
// What may not enter: a rule of the trade (model/rules has them), a query of
// the store outside of tab.Work, a sentence that is not in the catalogues.
package schedule
