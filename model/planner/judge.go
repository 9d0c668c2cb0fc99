package planner

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// board is the rules' own judgement of the desk with those sessions.
func (j *Job) board(sessions []*model.Session) *rules.Board {
	return rules.Ground(With(j.desk, sessions), j.opts.Rules)
}

// With is the desk with the sessions in place of their former selves.
func With(d *model.Desk, sessions []*model.Session) *model.Desk {
	var c model.Change
	for _, s := range sessions {
		c.Puts = append(c.Puts, d.Put(s))
	}
	return d.With(c, d.Rev+1)
}

// hard counts the rules that forbid and are broken in the cohorts planned, but
// for what has to be granted: a plan cannot sign a waiver.
func (j *Job) hard(sessions []*model.Session) int {
	b := j.board(sessions)
	n := 0
	for _, c := range b.Clashes() {
		if c.Hard && !Granted(c.Rule) && j.concerns(&c) {
			n++
		}
	}
	return n
}

// Granted reports whether a rule asks for what somebody has to grant: papers,
// not a plan.
func Granted(rule string) bool {
	r, ok := rules.Find(rule)
	return ok && r.Family == rules.Gate
}

func (j *Job) concerns(c *rules.Clash) bool {
	if len(c.Sessions) == 0 {
		return slices.Contains(j.opts.Cohorts, c.Cohort)
	}
	return slices.ContainsFunc(c.Sessions, func(id model.ID) bool {
		s := j.desk.Sessions.Get(id)
		return s != nil && slices.Contains(j.opts.Cohorts, s.Cohort)
	})
}
