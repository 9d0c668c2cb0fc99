// Package schedule is the tab where a course is planned: the board. Days run
// across, quarter-hours down, sessions lie on it as cards, and those without a
// time wait in the tray. What the rules say of a card stands below the board
// in the frame in which it was moved.
//
// How it is made: refresh derives cards, tray and hatched hours from the desk
// (view.go); layout.go puts them into cells, purely, for drawing and for the
// mouse alike; grid.go, card.go, tray.go and detail.go paint what lies ready.
// Each edit builds a session through model.NewSession and commits one Change.
//
// What may not enter: a rule of the trade (model/rules has them), a query of
// the store outside of tab.Work, a sentence that is not in the catalogues.
package schedule
