package graduate

import (
	"cmp"
	"iter"
	"slices"

	"muster/model"
)

// Away is the seats of those who came and of whom nobody has confirmed that
// they are home: who left the course without leave first of all.
func Away(c *model.Cohort) []model.Seat {
	return slices.DeleteFunc(slices.Clone(c.Seats), func(s model.Seat) bool { return !Came(s) || !s.Home.IsZero() })
}

// Finished reports whether the cohort may be closed: it has graduated, and
// everybody who was taught to the end is home.
func Finished(c *model.Cohort) bool {
	return c.State == model.Graduated && !slices.ContainsFunc(c.Seats, func(s model.Seat) bool { return s.Stage.Trained() && s.Home.IsZero() })
}

// Day is the day the course ends by its plan: of its graduation, the last where
// the squads have one each, else of the cohort's last day. sessions may be of
// other cohorts too.
func Day(c *model.Cohort, sessions iter.Seq[*model.Session]) model.Date {
	var day model.Date
	for s := range sessions {
		if s.Cohort == c.ID && s.Block.Ends && s.Placed() && s.Off == nil {
			day = max(day, s.Start.Date())
		}
	}
	return cmp.Or(day, c.Last)
}

// On is the day a graduation on that day bears: the one on which the course
// ends by its plan, when that is over, else the day itself.
func On(d *model.Desk, c *model.Cohort, today model.Date) model.Date {
	return min(Day(c, d.Sessions.All), today)
}
