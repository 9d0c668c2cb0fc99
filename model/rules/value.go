package rules

import "muster/model"

// What others need to know of the rules for results: settings may be nil in
// all of these.

// PassMark is the percentage of points that passes a qualification or a test
// whose own course of fire says nothing else; 0 when the unit has switched the
// rule off, and the instructor's verdict decides.
func PassMark(s *model.Settings) int { return unlessOff(rPassMark, s, 0) }

// Attempts is how often somebody may try what can be failed, the first attempt
// included, unless the course of fire says otherwise: 0 for as often as they
// like, when the unit has switched the rule off.
func Attempts(s *model.Settings) int { return 1 + unlessOff(rRetests, s, -1) }

// AttemptsAt is how often somebody may try a course of fire, which may be nil:
// its own number, or that of Attempts.
func AttemptsAt(s *model.Settings, f *model.FireCourse) int {
	if f != nil && f.Attempts > 0 {
		return f.Attempts
	}
	return Attempts(s)
}

// AttendancePercent is how much of the practice somebody must have attended
// for a certificate of completion, in percent; 0 when the rule is off.
func AttendancePercent(s *model.Settings) int { return unlessOff(rAttendance, s, 0) }

// ContactDays is how many days after a talk with one of the alumni the next is
// proposed.
func ContactDays(s *model.Settings) int {
	return unlessOff(rContactCadence, s, rows[rContactCadence].Default)
}

// AbsenceMinutes is how long somebody may be missing before it is escalated; 0
// when the rule is off.
func AbsenceMinutes(s *model.Settings) int { return unlessOff(rAbsence, s, 0) }

func unlessOff(row int, s *model.Settings, instead int) int {
	value, _, off := rows[row].Set(s)
	if off {
		return instead
	}
	return value
}

// Hazardous reports whether the block is one that a safety briefing and a site
// safety plan are about: live fire, force on force, rescue, vehicle search.
func Hazardous(b *model.Block) bool { return hazardOf(b) != "" }
