package plan

import (
	"reflect"

	"muster/model"
)

// A Count is what became of the records of a file.
type Count struct {
	Records int // in the file
	Added   int // not known before
	Changed int // sessions decided otherwise
	Left    int // known, and left as they are
}

// Change is what brings the problem to the desk. Records it does not know are
// added; of its sessions what was decided is taken over: start, place, people,
// vehicles, riders, relays, length and pin. Rules and wishes are taken over
// where the unit has decided nothing of its own.
func (p *Problem) Change(d *model.Desk, act model.Message) (model.Change, Count, error) {
	c := model.Change{Act: act}
	count := Count{Records: len(p.Records)}
	if s := p.settings(d); s != nil {
		c.Puts = append(c.Puts, d.Put(s))
	}
	for _, r := range p.Records {
		ref := model.RefOf(r)
		known := d.RevOf(ref) > 0
		if !known && p.idle(d, r) {
			count.Records--
			continue
		}
		if s, ok := r.(*model.Session); ok && known {
			next, err := decided(d.Sessions.Get(s.ID), s)
			if err != nil {
				return model.Change{}, count, err
			}
			if next != nil {
				count.Changed++
				c.Puts = append(c.Puts, d.Put(next))
				continue
			}
		}
		if known {
			count.Left++
			continue
		}
		count.Added++
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return c, count, nil
}

// idle reports whether the record is the agency or unit made up for officers of
// whom none is new: those known have their own.
func (p *Problem) idle(d *model.Desk, r model.Record) bool {
	for _, o := range p.Records {
		v, ok := o.(*model.Person)
		if !ok || d.People.Get(v.ID) != nil {
			continue
		}
		if id := r.RecordID(); v.Agency == id || v.Unit == id {
			return false
		}
	}
	k := r.RecordKind()
	return k == model.KindAgency || k == model.KindUnit
}

// decided is the session with what the file decided; nil when that is how it is.
func decided(was, file *model.Session) (*model.Session, error) {
	v := was.Clone()
	v.Start, v.Place, v.Staff, v.Cars, v.Pinned = file.Start, file.Place, file.Staff, file.Cars, file.Pinned
	v.Block.Length = file.Block.Length
	if v.Block.Fire != nil && file.Block.Fire != nil {
		fire := *v.Block.Fire
		fire.Relays = file.Block.Fire.Relays
		v.Block.Fire = &fire
	}
	if v.Ride != nil && file.Ride != nil {
		ride := *v.Ride
		ride.Riders, ride.Brief, ride.Debrief = file.Ride.Riders, file.Ride.Brief, file.Ride.Debrief
		v.Ride = &ride
	}
	next, err := model.NewSession(v)
	if err != nil || reflect.DeepEqual(next, was) {
		return nil, err
	}
	return next, nil
}

// settings is the unit's settings with those of the file that it has none of;
// nil when there is nothing to add.
func (p *Problem) settings(d *model.Desk) *model.Settings {
	var s model.Settings
	if d.Settings.Rec != nil {
		s = *d.Settings.Rec
	}
	if len(s.Rules) > 0 || len(p.Rules)+len(p.Wishes) == 0 || len(s.Wishes) > 0 {
		return nil
	}
	s.Rules, s.Wishes = p.Rules, p.Wishes
	return &s
}
