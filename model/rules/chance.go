package rules

import "muster/model"

// chances looks at the other attempts of a cohort at what can be failed, among
// what they repeat and the graduation: one comes after the attempt before it,
// and before certificates are handed out. How soon, and whether there is one,
// package due tells of those who failed.
func (k *sink) chances(list []*item) {
	if !k.cares(rChance) {
		return
	}
	for _, m := range list {
		if m.s.Again.IsZero() {
			continue
		}
		for _, o := range list {
			switch {
			case o == m:
			case o.s.ID == m.s.Again && o.s.Block.Judged() && m.from < o.to:
				k.chance("clash.another-chance.early", o, m)
			case o.s.Block.Ends && m.to > o.from:
				k.chance("clash.another-chance.late", o, m)
			}
		}
	}
}

func (k *sink) chance(id string, o, m *item) {
	if k.hit(rChance, false, o, m) {
		k.add(rChance, model.Say(id, "a", o.s.Block.Title, "b", m.s.Block.Title), o, m).At = m.own()
	}
}

// attempted reports whether the session has to do with other attempts: it is
// one, can be failed, or is the end of them.
func (m *item) attempted() bool {
	return !m.s.Again.IsZero() || m.s.Block.Judged() || m.s.Block.Ends
}
