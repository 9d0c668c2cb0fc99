package ride

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit/kittest"
	"muster/ui/tab/tabtest"
)

// fake is a host that looks at what is written: nothing unseen, and nothing in
// the journal that may be personal.
type fake struct{ *tabtest.Host }

func (f *fake) Commit(c model.Change) tea.Cmd {
	f.T.Helper()
	for _, p := range c.Puts {
		if p.Was != f.Desk().RevOf(model.RefOf(p.Record)) {
			f.T.Errorf("%s: a record is written over unseen", c.Act.ID)
		}
	}
	for _, a := range c.Act.Args {
		switch a.Value.(type) {
		case model.ID, model.Date, model.Quarter, model.Text, int:
		case string:
			if a.Name != "clock" {
				f.T.Errorf("%s: the journal would say %q", c.Act.ID, a.Name)
			}
		default:
			f.T.Errorf("%s: argument %s", c.Act.ID, a.Name)
		}
	}
	return f.Host.Commit(c)
}

func newFake(t testing.TB, tag string, d *model.Desk) *fake {
	f := &fake{tabtest.New(t, tag, kittest.Now())}
	f.InHand = num(model.KindCohort, 1)
	f.Set(d)
	return f
}

func (f *fake) session(id model.ID) *model.Session { return f.Desk().Sessions.Get(id) }

// at sets the clock: a day of January 2026 and a time, where the course is.
func (f *fake) at(day, hour, minute int) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		f.T.Fatal(err)
	}
	f.Clock = time.Date(2026, 1, day, hour, minute, 0, 0, zone)
}
