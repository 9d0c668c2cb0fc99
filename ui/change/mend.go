package change

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A mend is one way to do without what is not there: the session with somebody
// else, or somewhere else, tried out on the board.
type mend struct {
	id    model.ID        // the substitute, or the other place
	next  []model.Session // what it puts; two when somebody has to be freed first
	via   via
	wrong model.Message // a rule that forbids it; the zero message: none does
	hards int           // how often rules forbid it
	with  []model.ID    // the other sessions because of which they do
	notes int           // what the rules would remark
	load  int           // quarters the substitute teaches that day besides
	far   bool          // the other place is on another site
	seats int           // how much larger, or if negative smaller, the other place is
}

// A via is who takes over the substitute's own part elsewhere.
type via struct{ who, session model.ID }

func (m mend) ok() bool { return m.wrong.IsZero() }

// mends is every way to mend a session on a board, the best first; those that
// a rule forbids come last. Where nobody is free, somebody may be freed.
func (v *event) mends(b *rules.Board, s *model.Session) []mend {
	var out []mend
	switch v.kind {
	case absent:
		out = substitutes(b.Desk(), s, v.id)
	case closed:
		out = v.elsewhere(b.Desk(), s)
	}
	for i := range out {
		v.judge(b, &out[i])
	}
	slices.SortStableFunc(out, mend.compare)
	if v.kind == absent && (len(out) == 0 || !out[0].ok()) {
		out = append(v.freed(b, s, out), out...)
	}
	return out
}

// judge tries the first session of a mend on the board: what was so before the
// event does not count against it.
func (v *event) judge(b *rules.Board, m *mend) {
	e, s := v.h.Env(), &m.next[0]
	known := keysOf(e, v.before.ClashesOf(s.ID))
	seen := map[string]int{}
	for _, c := range b.Try(s) {
		key := keyOf(e, &c)
		if seen[key]++; seen[key] <= known[key] {
			continue
		}
		if !c.Hard {
			m.notes++
			continue
		}
		if m.ok() {
			m.wrong = c.Text
		}
		m.hards++
		for _, id := range c.Sessions {
			if id != s.ID && !slices.Contains(m.with, id) {
				m.with = append(m.with, id)
			}
		}
		if len(c.Sessions) < 2 {
			m.with = append(m.with, model.ID{}) // no other session is the reason
		}
	}
}

func (m mend) compare(o mend) int {
	return cmp.Or(cmp.Compare(m.hards, o.hards), cmp.Compare(m.notes, o.notes),
		btoi(m.far)-btoi(o.far), btoi(m.seats < 0)-btoi(o.seats < 0),
		cmp.Compare(m.load, o.load), cmp.Compare(max(m.seats, -m.seats), max(o.seats, -o.seats)), m.id.Compare(o.id))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// substitutes puts everybody else in somebody's parts, one after the other. Who
// is in the session already has a part of their own.
func substitutes(d *model.Desk, s *model.Session, out model.ID) []mend {
	load := map[model.ID]int{}
	for o := range d.Sessions.All {
		if o.ID != s.ID && o.Placed() && o.Off == nil && !o.Block.Rest && o.Start.Date() == s.Start.Date() {
			for _, id := range o.Crew() {
				load[id] += o.Block.Length
			}
		}
	}
	in := s.Crew()
	var list []mend
	for x := range d.Staff.All {
		if slices.Contains(in, x.ID) || !x.Left.IsZero() && x.Left <= s.Start.Date() {
			continue
		}
		list = append(list, mend{id: x.ID, next: []model.Session{s.Recast(out, x.ID)}, load: load[x.ID]})
	}
	return list
}

// mostFreed bounds for how many of those who are busy a substitute is sought
// in turn.
const mostFreed = 8

// freed is who could take the session if somebody else took over what they have
// at that time: nothing but one other session stands in their way, and for that
// there is somebody.
func (v *event) freed(b *rules.Board, s *model.Session, busy []mend) []mend {
	var out []mend
	tried := 0
	for _, m := range busy {
		if m.ok() || len(m.with) != 1 || m.with[0].IsZero() {
			continue
		}
		other := b.Desk().Sessions.Get(m.with[0])
		if other == nil || !other.Employs(m.id) {
			continue
		}
		if tried++; tried > mostFreed {
			break
		}
		own := m.next[0]
		with := put(b, &own)
		var best *mend
		for _, r := range substitutes(with.Desk(), other, m.id) {
			if r.id == v.id || own.Employs(r.id) {
				continue
			}
			if v.judge(with, &r); r.ok() && (best == nil || r.compare(*best) < 0) {
				best = &r
			}
		}
		if best == nil {
			continue
		}
		m.wrong, m.hards, m.with = model.Message{}, 0, nil
		v.judge(put(b, &best.next[0]), &m)
		if m.ok() {
			m.next = []model.Session{own, best.next[0]}
			m.via = via{best.id, other.ID}
			out = append(out, m)
		}
	}
	return out
}

// put is the board with a session so.
func put(b *rules.Board, s *model.Session) *rules.Board {
	d := b.Desk()
	return b.With(d.With(model.Change{Puts: []model.Put{d.Put(s)}}, d.Rev), model.RefOf(s))
}

// elsewhere puts the session in every other place of the same kind.
func (v *event) elsewhere(d *model.Desk, s *model.Session) []mend {
	old := d.Places.Get(s.Place)
	if old == nil {
		return nil
	}
	var out []mend
	for p := range d.Places.All {
		if p.ID == old.ID || p.Kind != old.Kind {
			continue
		}
		next := s.Clone()
		next.Place = p.ID
		out = append(out, mend{id: p.ID, next: []model.Session{next}, far: p.Site != old.Site, seats: p.Capacity - old.Capacity + p.Lanes - old.Lanes})
	}
	return out
}

// mendAll mends the sessions one after the other, each on the board as the
// ones before it have left it, with the best of what is allowed. left is the
// sessions for which nothing is.
func (v *event) mendAll() (next []*model.Session, left []model.ID) {
	b := v.h.Board()
	at := map[model.ID]int{}
	for _, s := range v.counts() {
		if now := b.Desk().Sessions.Get(s.ID); now != nil {
			s = now
		}
		list := v.mends(b, s)
		if len(list) == 0 || !list[0].ok() {
			left = append(left, s.ID)
			continue
		}
		recs, err := list[0].records()
		if err != nil {
			left = append(left, s.ID)
			continue
		}
		for _, rec := range recs {
			b = put(b, rec)
			if i, twice := at[rec.ID]; twice {
				next[i] = rec
				continue
			}
			at[rec.ID] = len(next)
			next = append(next, rec)
		}
	}
	return next, left
}

// records is what the mend puts, as records.
func (m mend) records() ([]*model.Session, error) {
	out := make([]*model.Session, len(m.next))
	for i := range m.next {
		rec, err := model.NewSession(m.next[i])
		if err != nil {
			return nil, err
		}
		out[i] = rec
	}
	return out, nil
}

// note is what the list of ways says behind each.
func (v *event) note(m mend) string {
	e := v.h.Env()
	switch {
	case !m.via.who.IsZero():
		return e.T("change.mend.via", "who", m.via.who, "session", m.via.session)
	case v.kind == absent && m.load > 0:
		return e.T("change.mend.load", "length", e.Lang.Length(m.load))
	case v.kind == absent:
		return e.T("change.mend.free")
	case m.far:
		return v.h.Desk().Places.Get(m.id).Site
	}
	return ""
}

// label is the name of a substitute or a place.
func (v *event) label(m mend) string {
	if s := v.h.Desk().Staff.Get(m.id); s != nil {
		return s.Name()
	}
	if p := v.h.Desk().Places.Get(m.id); p != nil {
		return p.Name
	}
	return ""
}

// options is the ways to mend a session as a list to choose from.
func (v *event) options(list []mend) []kit.Option[int] {
	out := make([]kit.Option[int], len(list))
	for i, m := range list {
		out[i] = kit.Option[int]{Value: i, Label: v.label(m), Note: v.note(m), Off: m.wrong}
		if !m.ok() {
			out[i].Note = "✗ " + v.h.Env().Say(m.wrong)
		} else if m.notes > 0 {
			out[i].Note += " · " + v.h.Env().T("change.mend.notes", "n", m.notes)
		}
	}
	return out
}
