// Package plan reads and writes a planning problem whole — cohorts, blocks,
// staff, places, vehicles, kit, rules and sessions — so that a plan can go to
// another program and come back, and problems from outside can be tried.
//
// The file is JSON in UTF-8:
//
//	{"format": "muster-plan", "version": 1, "name": "two weeks in May",
//	 "rules":    [{"rule": "rest-least", "value": 8, "hard": true}, {"rule": "lunch", "off": true}],
//	 "wishes":   [{"id": "gaps", "step": 3}],
//	 "staff":    [{"id": "T1", "family": "T1", "quals": [{"skill": "firearms"}], "speaks": ["es"],
//	               "absences": [{"from": "2026-05-12T00:00", "to": "2026-05-13T00:00"}]}],
//	 "places":   [{"id": "RANGE", "name": "Range 1", "kind": "range", "lanes": 12, "capacity": 30, "site": "north",
//	               "bookings": [{"from": "2026-05-13T08:00", "to": "2026-05-13T12:00", "closed": true}]}],
//	 "vehicles": [{"id": "V1", "name": "Patrol 14", "kind": "patrol", "seats": 2}],
//	 "kits":     [{"id": "SIM", "name": {"en": "Marking weapons"}, "count": 16}],
//	 "cohorts":  [{"id": "C", "code": "MEX-26-1", "zone": "America/New_York",
//	               "first": "2026-05-11", "last": "2026-05-22", "squads": 4,
//	               "officers": [{"id": "A1", "no": 1, "squad": "A", "speaks": ["es"], "vetted": "2027-01-31"}]}],
//	 "sessions": [{"id": "S0", "cohort": "C", "squads": ["A"],
//	               "block": {"key": 2, "kind": "C", "title": {"en": "Range safety"}, "length": 4, "briefing": true}},
//	              {"id": "S1", "cohort": "C", "squads": ["A"], "start": "2026-05-12T08:00", "place": "RANGE",
//	               "staff": [{"staff": "T1", "role": "lead"}],
//	               "block": {"key": 1, "kind": "F", "title": {"en": "Pistol 1"}, "length": 8, "place": "range",
//	                         "ammo": "live", "needs": [{"role": "lead", "skill": "firearms", "count": 1}],
//	                         "kit": [{"kit": "SIM", "each": 1}], "earliest": 32, "latest": 64,
//	                         "after": [{"block": 2, "days": 1}]}}]}
//
// Fields of staff, places, vehicles, kits and sessions are those of the same
// records in a file of all records; what is empty may be left out, and what is
// unknown is refused. Moments are on the wall clock of the cohort's zone, on the
// quarter hour. Lengths are quarters of an hour (8 is two hours); earliest and
// latest, when a block may begin and must be over, are quarters of the day (32
// is 08:00, 64 is 16:00, 100 is 01:00 of the next morning).
//
// # Words
//
//   - kind of a block: C class, F firearms, V vehicle search, B building, R
//     rescue, S ride-along, X exercise. F needs ammo, S needs rideKind.
//   - ammo: dry, marking, live; left out: no weapons
//   - kind of a place, and place of a block: classroom, range, shoot-house,
//     search-yard, tower, field, gym, station
//   - kind of a vehicle: patrol, armoured, search, van, atv
//   - rideKind: patrol, swat
//   - role: lead, line, rso, rangemaster, medic, safety, interpreter, host,
//     assistant
//   - skill: classroom, firearms, rifle, rso, rangemaster, vehicle-search,
//     building-search, rescue, medic, safety, tactics, interpreter, ride-host,
//     fitness, skills
//   - rule: the ids of the list of rules in README; wish: gaps, travel, balance,
//     spread, fair, close, usual, meals, rest, hours, order, relays, with a step
//     from 0 to 4
//
// # Sessions
//
// Every session is one block taken once by its squads; of a block that four
// squads take one by one there are four sessions with the same key. One that
// names no squads is taken by all. A session without a start lies in the tray:
// the planner gives it a start, a place, people and vehicles. It also gives new
// ones to those that have them, but for those with "pinned": true, which stay
// when and where they are; to people that a pinned session lacks it adds.
//
//   - where: a block with a place takes any one place of that kind with room for
//     its officers (and lanes, with live fire). A block without, in a session
//     with a place, takes that very place. A place holds one session at a time
//     unless it is "shared": true; then as many officers as its capacity.
//   - who: needs name a role, a skill and how many (count), or one for so many
//     officers (per). To let a group of people that is no skill of its own teach
//     something, give them a skill that nothing else in the file uses. People in
//     "staff" of a session that is not pinned are a proposal.
//   - when: earliest and latest bound the time of day of a block; without them it
//     lies within 07:00 and 19:00. Closed bookings of its place and absences of
//     its people take days away. Work is from Monday to Friday, on Saturdays and
//     Sundays only as far as that does not hold it.
//   - order: after lists the keys of blocks that a squad must have behind it, and
//     how many days (0: the same day will do). A key that no session has asks for
//     nothing.
//   - kit: count pieces, and each for every officer.
//
// There are no fields for a block that may be in places of several kinds, for
// single days on which it may be, and for blocks that must be on the same day or
// at most so many days apart.
//
// # Rules
//
// Every rule of the unit holds unless the file says otherwise, also those on
// briefings, lunch, ratios and vetting. {"rule": "*", "off": true} turns off all
// rules that say more than the file does: what stays is one thing at a time for
// squads, people, places, cars and kit, room and lanes, needs, order, hours,
// absences and bookings, and the rules that the file names.
//
// A course that is over and was never published is planned as if it lay ahead;
// otherwise what has begun stays (--now sets the day).
//
// # Cohorts and ids
//
// Cohorts have officers, with their squad, instead of seats: id, no, squad,
// speaks, arrives (a moment), vetted (the last day a vetting of person and unit
// holds; without it, the rules on vetting are broken), waived (the day the
// waiver for rides was signed); or how many there are, as a number, who are then
// dealt over the squads and count as vetted. No officer is named.
//
// An id is any text; in one file it is of one thing, and in files of the same
// name always of the same: a problem that is another has another name, or a
// database of its own. Ids that this program made
// (26 letters and digits) are kept, so that a plan which comes back is known
// again: of sessions that are on the desk only what was decided is taken over,
// and nothing else that is known is touched.
package plan
