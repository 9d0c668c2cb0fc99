// Package ride is the ride-along's page: who takes which seat, by whom they
// are taken along, whether their waivers hold, who is fairly next, and, on
// standby, who came when an operation was called. Beside it the programme
// says of every officer how often and how long they have ridden.
//
// It is a dialog that any tab may open on a session. Each act is one change,
// kept at once: leaving the page loses nothing and asks nothing.
//
// What may enter: what is asked and shown of rides. What may not: the count of
// rides and the fair order (model/progress), whether a plan is allowed
// (model/rules), the roll itself (ui/roll).
package ride
