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

// broken are the rules that forbid and are broken in the cohorts planned, but
// for what has to be granted: a plan cannot sign a waiver.
func (j *Job) broken(sessions []*model.Session) []rules.Clash {
	return slices.DeleteFunc(slices.Clone(j.board(sessions).Clashes()), func(c rules.Clash) bool {
		return !c.Hard || Granted(c.Rule) || !j.concerns(&c)
	})
}

// remains is what the plan breaks all the same, in words: rules that other
// units only warn of and nobody plans by, what no plan could keep.
func (j *Job) remains(sessions []*model.Session) []model.Message {
	var out []model.Message
	list := j.broken(sessions)
	for i, c := range list {
		if i == mostSaid && len(list) > mostSaid+1 {
			return append(out, model.Say("planner.why.more", "n", len(list)-i))
		}
		said := c.Text
		if len(c.Sessions) > 0 {
			said = model.Say("planner.why.broken", "b", j.desk.Sessions.Get(c.Sessions[0]).Block.Title, "why", c.Text)
		}
		out = append(out, said)
	}
	return out
}

// mostSaid is how much of what remains broken is told one by one.
const mostSaid = 5

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
