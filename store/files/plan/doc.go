// Package plan reads and writes a planning problem whole — cohorts, blocks,
// staff, places, vehicles, kit, rules and sessions — so that a plan can go to
// another program and come back, and problems from outside can be tried.
//
// The file is JSON:
//
//	{"format": "muster-plan", "version": 1, "name": "two weeks in May",
//	 "rules":    [{"rule": "rest-least", "value": 8, "hard": true}, {"rule": "lunch", "off": true}],
//	 "wishes":   [{"id": "gaps", "step": 3}],
//	 "staff":    [{"id": "T1", "family": "T1", "quals": [{"skill": "firearms"}], "speaks": ["es"],
//	               "absences": [{"from": "2026-05-12T00:00", "to": "2026-05-13T00:00"}]}],
//	 "places":   [{"id": "RANGE", "name": "Range 1", "kind": "range", "lanes": 12}],
//	 "vehicles": [{"id": "V1", "name": "Patrol 14", "kind": "patrol", "seats": 2}],
//	 "kits":     [{"id": "SIM", "name": {"en": "Marking weapons"}, "count": 16}],
//	 "cohorts":  [{"id": "C", "code": "MEX-26-1", "zone": "America/New_York",
//	               "first": "2026-05-11", "last": "2026-05-22", "squads": 4,
//	               "officers": [{"id": "A1", "no": 1, "squad": "A", "speaks": ["es"]}]}],
//	 "sessions": [{"id": "S1", "cohort": "C", "squads": ["A"], "start": "2026-05-11T08:00", "place": "RANGE",
//	               "staff": [{"staff": "T1", "role": "lead"}],
//	               "block": {"key": 1, "kind": "F", "title": {"en": "Pistol 1"}, "length": 8, "place": "range",
//	                         "ammo": "live", "needs": [{"role": "lead", "skill": "firearms", "count": 1}],
//	                         "kit": [{"kit": "SIM", "each": 1}], "after": [{"block": 2, "days": 1}]}}]}
//
// Fields of staff, places, vehicles, kits and sessions are those of the same
// records in a file of all records; what is empty may be left out, and what is
// unknown is refused. Lengths are quarters of an hour, moments are on the wall
// clock of the cohort's zone, a session without a start lies in the tray.
// Cohorts have officers, with their squad, instead of seats: id, no, squad,
// speaks, arrives (a moment), vetted (the last day a vetting of person and unit
// holds), waived (the day the waiver for rides was signed); or how many there
// are, as a number, who are then dealt over the squads and count as vetted. No
// officer is named.
//
// An id is any text; in one file it is of one thing. Ids that this program made
// (26 letters and digits) are kept, so that a plan which comes back is known
// again: of sessions that are on the desk only what was decided is taken over,
// and nothing else that is known is touched.
package plan
