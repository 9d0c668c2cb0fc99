// Package roll is the working day's dialogs about people: the roll call of a
// session, the call list for somebody who is missing, the emergency card, the
// notes of briefing and debriefing, and calling a session off. Several tabs
// open them.
//
// What may enter: showing and changing a session's Roll, its Off, the seat of
// somebody who is gone, and whom to call. What may not: results (ui/score),
// who rides (ui/ride), where and when a session is (the Schedule tab), and any
// knowledge of which tab asked.
package roll
