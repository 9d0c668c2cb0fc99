package cohorts

import (
	"strings"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

func TestReplaceByAlternate(t *testing.T) {
	for _, stage := range []model.Stage{model.Suspended, model.Withdrew} {
		h := beforeCourse(t)
		onDesk(h, h.Cohort(), func(c *model.Cohort) {
			s, _ := c.Seat(cid(3, 2))
			s.Stage = stage
			*c = c.WithSeat(s)
		})
		ride := model.Session{ID: cid(4, 20), Cohort: cid(1, 1), Start: today.Days(19).At(40), Ride: &model.Ride{Riders: []model.Rider{{Person: cid(3, 2)}}}}
		ride.Block = model.Block{Kind: model.KindRide, RideKind: model.PatrolRide, Title: model.Text{En: "Ride"}, Length: 16}
		v, err := model.NewSession(ride)
		if err != nil {
			t.Fatal(err)
		}
		h.desk = h.desk.With(model.Change{Puts: []model.Put{{Record: v}}}, 99)
		h.tab.Changed()
		h.screen(120, 36)
		h.tab.roll.Select(cid(3, 0))
		if _, why, _ := kit.Press(h.tab.Actions(), keyMsg("r")); why.ID != "cohorts.why.can-come" {
			t.Errorf("a seat whose holder can come is given away: %v", why)
		}
		h.tab.roll.Select(cid(3, 2))
		if got := h.screen(120, 36); !strings.Contains(got, "can take the seat: cleared to") {
			t.Errorf("nobody is named who could step in:\n%s", got)
		}
		h.press("r")
		if got := h.screen(120, 36); !strings.Contains(got, "passport to 2028") || !strings.Contains(got, "… 12 d, passport") {
			t.Errorf("the reasons are not shown:\n%s", got)
		}
		h.press("enter")
		c := h.Cohort()
		in, _ := c.Seat(cid(3, 7))
		out, _ := c.Seat(cid(3, 2))
		if in.No != 3 || in.Squad != 1 || in.Alternate != 0 || in.Stage != model.Cleared {
			t.Errorf("%s: the newcomer has %+v: %s", stage, in, h.last())
		}
		want := 2
		if stage.Out() {
			want = 0
		}
		if out.No != 0 || out.Squad != 0 || out.Stage != stage || out.Alternate != want {
			t.Errorf("%s: who was replaced has %+v", stage, out)
		}
		if first, _ := c.Seat(cid(3, 6)); first.Alternate != 1 {
			t.Errorf("the first in line is %d", first.Alternate)
		}
		if r := h.desk.Sessions.Get(cid(4, 20)).Ride.Riders; len(r) != 1 || r[0].Person != cid(3, 7) {
			t.Errorf("the seat on the ride: %v", r)
		}
		if c.Seats[2].Person != cid(3, 7) {
			t.Error("the newcomer is not in the other's place on the roster")
		}
		if len(h.acts) != 1 || h.failed != nil {
			t.Errorf("%d acts, %v", len(h.acts), h.failed)
		}
		if len(c.Holders()) != 6 {
			t.Errorf("%d holders", len(c.Holders()))
		}
	}
}

func TestLateInDays(t *testing.T) {
	c := &model.Cohort{First: today.Days(27), Last: today.Days(38)}
	l := limits{lead: 35, papers: 30, passport: 6, home: 3, card: true}
	say := func(f fault) string { return newStage(t, "en").env.Say(f.say) }
	for want, f := range map[string]fault{
		"Vetting sent 12 days ago, usually 35 days":      awaited(c, today.Days(-12), today, l),
		"the answer should be here by 7 Feb 2026":        awaited(c, today.Days(-12), today, l),
		"usually 35 days: 4 days late for the start":     awaited(c, today.Days(-4), today, l),
		"usually takes 35 days: 8 days late":             unsent(c, today, l),
		"20 days before it must":                         passportFaults(c, model.Passport{No: "1", Expires: months(c.Last, 6).Days(-20)}, l)[0],
		"3 days overdue":                                 paperFaults(c, model.Papers{Form: 1, Passport: 1, Photo: 1, Insurance: 1}, today, l)[0],
		"nobody has confirmed the way home: 2 days over": homeFaults(c, model.Seat{}, c.Last.Days(5), l)[0],
	} {
		if got := say(f); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	if f := unsent(c, today.Days(-30), l); f.say.ID != "cohorts.fault.unvetted-by" {
		t.Errorf("in good time: %v", f.say)
	}
	l.home = 3
	d := &model.Cohort{First: today.Days(-20), Last: today.Days(-4), State: model.Graduated, Seats: []model.Seat{{Stage: model.Completed}, {Stage: model.Attended, Home: today}, {Stage: model.Absent, No: 3}, {Stage: model.Rejected, No: 4}}}
	if n := unconfirmed(d, today, l); n != 2 {
		t.Errorf("%d unconfirmed", n)
	}
	if n := unconfirmed(d, today.Days(-2), l); n != 0 {
		t.Errorf("%d unconfirmed too early", n)
	}
}

func TestPapersAskForTheWitness(t *testing.T) {
	h := beforeCourse(t)
	onDesk(h, h.desk.People.Get(cid(3, 0)), func(p *model.Person) { p.Papers.Waiver, p.Papers.Witness = 0, "" })
	h.screen(120, 36)
	h.tab.roll.Select(cid(3, 0))
	h.press("p", "down", "down", "down", "space", "enter")
	h.typed("Vega")
	h.press("enter")
	if p := h.desk.People.Get(cid(3, 0)).Papers; p.Waiver != today || p.Witness != "Vega" {
		t.Errorf("%+v: %s", p, h.last())
	}
}

func TestWaysInThePersonForm(t *testing.T) {
	h := beforeCourse(t)
	onDesk(h, h.desk.People.Get(cid(3, 0)), func(p *model.Person) {
		p.Ways = []model.Way{{Channel: model.WhatsApp, Handle: "+52 662", Consent: today}}
	})
	f := newPersonForm(h.tab, *h.desk.People.Get(cid(3, 0)), h.Cohort().Seats[0])
	form := kit.NewForm(h.stack, model.Say("cohorts.form.add"), f.fields()...)
	form.Check = f.read
	form.Resize(80, 40)
	form.Focus("standing")
	form.Update(keyMsg("right"))
	f.ways[1].channel.Offer(nil) // nothing is chosen in the spare one
	form.Update(keyMsg("ctrl+s"))
	if f.made == nil || f.made.Standing != model.Moved || len(f.made.Ways) != 1 || f.made.Ways[0].Consent != today {
		t.Errorf("%+v", f.made)
	}
	f.ways[0].handle.Set(h.env, "+52 663")
	form.Update(keyMsg("ctrl+s"))
	if w := f.made.Ways[0]; w.Handle != "+52 663" || !w.Consent.IsZero() {
		t.Errorf("consent given for another number stays: %+v", w)
	}
}
