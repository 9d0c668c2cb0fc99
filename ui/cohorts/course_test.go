package cohorts

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
)

func cid(kind, n int) model.ID { return model.ID{0: byte(kind), 1: byte(n >> 8), 2: byte(n), 15: 3} }

// A course that has just been taught: n officers in two squads, a talk,
// practice with the handgun, its qualification and another chance at it. The
// rolls are called and the sheets are filled in; no names are in any order.
func taught(t testing.TB, n int, at model.Date) []model.Record {
	t.Helper()
	var out []model.Record
	put := func(r model.Record, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	c := model.Cohort{
		ID: cid(1, 1), Code: "MEX-26-1", Title: "Sonora", Country: "MX", Zone: "UTC",
		First: at.Days(-4), Last: at, Places: n, Squads: 2, State: model.Running,
	}
	agency, err := model.NewAgency(model.Agency{ID: cid(2, 1), Name: "Policía Estatal de Sonora", Short: "PESP Sonora"})
	put(agency, err)
	unit, err := model.NewUnit(model.Unit{ID: cid(2, 2), Agency: agency.ID, Name: "Grupo Táctico", Vetting: vetted(c)})
	put(unit, err)
	for i := range n {
		put(model.NewPerson(officer(c, i)))
		c.Seats = append(c.Seats, model.Seat{Person: cid(3, i), No: i + 1, Squad: model.Squad(i%2 + 1), Stage: model.InCourse, Since: c.First})
	}
	put(model.NewCohort(c))
	fire := model.FireCourse{ID: cid(9, 1), Title: model.Text{En: "Handgun"}, Pass: 80, Stages: []model.FireStage{{Rounds: 10, Points: 10}}}
	put(model.NewFireCourse(fire))
	block := func(key int, kind model.BlockKind, title string) model.Block {
		return model.Block{Key: key, Kind: kind, Title: model.Text{En: title}, Length: 8}
	}
	talk, drill, qualify := block(1, model.KindClass, "Use of force"), block(2, model.KindFirearms, "Pistol 1"), block(3, model.KindFirearms, "Qualification")
	drill.Ammo, drill.Fire = model.Live, &model.Firing{}
	qualify.Ammo, qualify.Fire = model.Live, &model.Firing{Qualifies: true, Course: fire.ID}
	session := func(k int, b model.Block, squads model.Squads, start model.Quarter, only ...model.ID) {
		put(model.NewSession(model.Session{ID: cid(4, k), Cohort: c.ID, Block: b, Squads: squads, Start: start, Only: only}))
		roll := model.Roll{ID: cid(4, k), Cohort: c.ID}
		for i := range n {
			if squads.Has(model.Squad(i%2+1)) || slices.Contains(only, cid(3, i)) {
				roll.Marks = append(roll.Marks, model.Mark{Person: cid(3, i), State: model.Here})
			}
		}
		if start.Date() < at {
			put(model.NewRoll(roll))
		}
	}
	both := model.AllSquads(2)
	session(1, talk, both, c.First.At(32))
	session(2, drill, model.SquadsOf(1), c.First.At(44))
	session(3, drill, model.SquadsOf(2), c.First.At(56))
	session(4, qualify, both, c.First.Days(1).At(32))
	sheet := model.Sheet{ID: cid(4, 4), Cohort: c.ID, Fire: &fire}
	for i := range n {
		sheet.Rows = append(sheet.Rows, model.Score{Person: cid(3, i), Attempt: 1, Hits: []int{9}})
	}
	put(model.NewSheet(sheet))
	return out
}

func vetted(c model.Cohort) model.Vetting {
	return model.Vetting{State: model.VettingApproved, Decided: c.First.Days(-40), Until: c.Last.Days(300)}
}

func officer(c model.Cohort, i int) model.Person {
	given := [...]string{"Itzel", "Luis", "Raúl", "Sofía", "Óscar", "Ana Lucía"}
	family := [...]string{"Ávila", "Bojórquez", "Cázares", "Núñez", "Zúñiga", "Hernández", "Mejía"}
	in := c.First.Days(-60)
	return model.Person{
		ID: cid(3, i), Given: given[i%len(given)], Family: family[i%len(family)], Family2: fmt.Sprint("P", i), Rank: "Oficial",
		Agency: cid(2, 1), Unit: cid(2, 2), Country: "MX", Region: "MX-SON", Vetting: vetted(c),
		Passport:  model.Passport{No: fmt.Sprint("G", i), Expires: c.Last.Days(900)},
		Papers:    model.Papers{Form: in, Passport: in, Photo: in, Waiver: in, Witness: "Pons", Insurance: in, Visa: in, Ticket: in},
		Emergency: model.Emergency{Name: "Eva", Phone: "1", Blood: "O+"},
	}
}

// onDesk changes a record of the desk as another tab would.
func onDesk[T any, P interface {
	*T
	model.Record
}](h *stage, rec P, edit func(*T),
) {
	h.t.Helper()
	next := *rec
	edit(&next)
	v, err := P(&next).Valid()
	if err != nil {
		h.t.Fatal(err)
	}
	h.desk = h.desk.With(model.Change{Puts: []model.Put{h.desk.Put(v)}}, h.desk.Rev+1)
	h.tab.Changed()
}

// mark calls somebody away on a roll.
func (h *stage) mark(session, who int, as model.Presence, at model.Minute) {
	h.t.Helper()
	onDesk(h, h.desk.Rolls.Get(cid(4, session)), func(r *model.Roll) {
		*r = r.With(model.Mark{Person: cid(3, who), State: as, At: at})
	})
}

func (h *stage) shoots(who, hits int) {
	h.t.Helper()
	onDesk(h, h.desk.Sheets.Get(cid(4, 4)), func(s *model.Sheet) {
		s.Rows = slices.Clone(s.Rows)
		for i := range s.Rows {
			if s.Rows[i].Person == cid(3, who) {
				s.Rows[i].Hits = []int{hits}
			}
		}
	})
}

// afterCourse is a stage on the evening of the last day, with one who missed
// practice, one who failed, and one who went away.
func afterCourse(t testing.TB, lang string, n int) *stage {
	t.Helper()
	h := newStage(t, lang, taught(t, n, today)...)
	now := time.Date(2026, 1, 15, 17, 30, 0, 0, time.UTC)
	h.env.Now = func() time.Time { return now }
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.mark(2, 2, model.Excused, 0)
	h.mark(1, 4, model.Late, today.Days(-4).Minute(8*60+20))
	h.shoots(7, 5)
	h.mark(4, 11, model.Missing, today.Days(-3).Minute(8*60))
	onDesk(h, h.Cohort(), func(c *model.Cohort) {
		s, _ := c.Seat(cid(3, 11))
		s.Stage, s.Since = model.Absent, today.Days(-3)
		*c = c.WithSeat(s)
	})
	return h
}

func TestFromTheLastDayToTheClosedCohort(t *testing.T) {
	h := afterCourse(t, "en", 30)
	before := h.desk
	h.screen(120, 36)
	h.press("G")
	if got := h.screen(120, 36); !strings.Contains(got, "27 completed") || !strings.Contains(got, "2 attended only") || !strings.Contains(got, "1 without") {
		t.Fatalf("proposes\n%s", got)
	}
	golden.RequireEqual(t, []byte(h.screen(120, 36)))
	h.press("ctrl+s")
	if h.failed != nil || h.desk.Certificates.Len() != 29 || h.Cohort().State != model.Graduated || h.tab.view != outcomeView {
		t.Fatalf("%v, %d certificates, %s: %s", h.failed, h.desk.Certificates.Len(), h.Cohort().State, h.last())
	}
	if n := len(h.acts); n != 1 {
		t.Errorf("%d acts", n)
	}
	count := map[model.Stage]int{}
	for _, s := range h.Cohort().Seats {
		count[s.Stage]++
	}
	if count[model.Completed] != 27 || count[model.Attended] != 2 || count[model.Absent] != 1 {
		t.Errorf("%v", count)
	}
	numbers := map[string]bool{}
	for v := range h.desk.Certificates.All {
		numbers[v.No] = true
	}
	for n := 1; n <= 29; n++ {
		if !numbers[fmt.Sprintf("MEX-26-1-%03d", n)] {
			t.Errorf("number %d is missing", n)
		}
	}
	// Who left is still without one; nobody else is offered a second.
	h.press("G", "enter")
	if !strings.Contains(h.screen(120, 36), "Nobody of MEX-26-1 is left") {
		t.Errorf("graduates twice:\n%s", h.screen(120, 36))
	}
	h.press("esc")
	// Undo is the desk as it was; the tab follows.
	graduated := h.desk
	h.desk = before
	h.tab.Changed()
	if o := h.tab.picture.(*outcomes); o.given != 0 || o.count[model.CompletedCourse] != 27 {
		t.Errorf("after undo %d given, %v", o.given, o.count)
	}
	h.desk = graduated
	h.tab.Changed()

	// Everybody has left the country; all but one are home.
	h.press("home", "*", "h", "ctrl+s")
	h.press("*", "home", "space", "h", "ctrl+s")
	if o := h.tab.picture.(*outcomes); o.left != 29 || o.home != 28 {
		t.Fatalf("%d left, %d home: %s\n%s", o.left, o.home, h.last(), h.screen(120, 36))
	}
}

// In a real database the graduation is one act, which undo takes back whole,
// and the numbers are free again as if nothing had happened.
func TestGraduationIsKeptAndTakenBack(t *testing.T) {
	h := withStore(t, "en")
	c := model.Change{Act: model.Say("cohorts.act.new", "cohort", "MEX-26-1")}
	for _, r := range taught(t, 12, today) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	if _, err := h.st.Commit(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	h.reload()
	now := time.Date(2026, 1, 15, 17, 30, 0, 0, time.UTC)
	h.env.Now = func() time.Time { return now }
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.screen(120, 36)
	for range 2 {
		h.press("G", "enter")
		h.reload()
		if h.desk.Certificates.Len() != 12 || h.Cohort().State != model.Graduated {
			t.Fatalf("%d certificates kept: %s", h.desk.Certificates.Len(), h.last())
		}
		if _, err := h.st.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		h.reload()
		if h.desk.Certificates.Len() != 0 || h.Cohort().State != model.Running || h.Cohort().Seats[0].Stage != model.InCourse {
			t.Fatalf("undone: %d certificates, %s", h.desk.Certificates.Len(), h.Cohort().State)
		}
	}
	h.press("G", "enter")
	for _, who := range []int{0, 5} {
		held, err := h.st.CertificatesOf(t.Context(), cid(3, who))
		if err != nil || len(held) != 1 || held[0].Rec.No != fmt.Sprintf("MEX-26-1-%03d", who+1) {
			t.Errorf("%d: %v, %v", who, held, err)
		}
	}
}

func TestTheLastOneHomeOffersToClose(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.screen(120, 36)
	h.press("G", "enter")
	h.press("*", "h", "ctrl+s") // left
	if h.Cohort().Seats[0].Departed != today {
		t.Fatalf("nobody left: %s", h.last())
	}
	h.press("*", "h")
	h.press("ctrl+s")
	if s := h.Cohort().Seats[0]; s.Home != today || s.Departed != today {
		t.Errorf("%+v: %s", s, h.last())
	}
	if !strings.Contains(h.last(), "S closes the cohort") {
		t.Errorf("told %q", h.last())
	}
	h.press("S")
	h.typed("closed")
	h.press("enter")
	if h.Cohort().State != model.Closed {
		t.Errorf("%s: %s", h.Cohort().State, h.last())
	}
	if _, why, handled := kit.Press(h.tab.Actions(), keyMsg("G")); !handled || why.ID != "cohorts.why.closed" {
		t.Errorf("a closed cohort graduates: %v", why)
	}
}

func TestOtherThanProposedWantsAReason(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.screen(120, 36)
	// The third, who missed practice, is to have completed all the same.
	h.press("G", "home", "down", "down", "space", "up", "enter")
	h.press("enter") // no reason yet
	if h.stack.Empty() {
		t.Fatal("no reason is asked for")
	}
	h.typed("made it up at night")
	h.press("enter")
	h.press("enter")
	var third *model.Certificate
	for v := range h.desk.Certificates.All {
		if v.Person == cid(3, 2) {
			third = v
		}
	}
	if third == nil || third.Kind != model.CompletedCourse || third.Note != "made it up at night" {
		t.Fatalf("%+v: %s", third, h.last())
	}
	if s, _ := h.Cohort().Seat(cid(3, 2)); s.Note != third.Note || s.Stage != model.Completed {
		t.Errorf("seat %+v", s)
	}
	for _, a := range h.acts {
		for _, arg := range a.Args {
			if s, ok := arg.Value.(string); ok && strings.Contains(s, "night") {
				t.Errorf("the reason stands in the journal: %v", a)
			}
		}
	}
	// Void it, and give another.
	h.tab.roll.Select(cid(3, 2))
	h.press("X")
	h.typed("wrong after all")
	h.press("enter")
	if v := h.desk.Certificates.Get(third.ID); v.Void != today || !strings.Contains(v.Note, "wrong after all") {
		t.Fatalf("%+v: %s", v, h.last())
	}
	h.press("G", "enter")
	for v := range h.desk.Certificates.All {
		if v.Person == cid(3, 2) && v.Void.IsZero() && (v.No != "MEX-26-1-012" || v.Kind != model.AttendedCourse) {
			t.Errorf("the new one: %+v", v)
		}
	}
	if h.desk.Certificates.Len() != 12 {
		t.Errorf("%d certificates", h.desk.Certificates.Len())
	}
	h.press("enter")
	if got := h.screen(100, 36); !strings.Contains(got, "Certificate MEX-26-1-0") || !strings.Contains(got, "Handgun") && !strings.Contains(got, "Qualification") {
		t.Errorf("the certificate:\n%s", got)
	}
}

func TestViewsOfACourseThatWasTaught(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 22}, {120, 26}} {
			h := afterCourse(t, lang, 12)
			for v := attendanceView; v < viewCount; v++ {
				h.tab.show(v)
				h.screen(size[0], size[1])
				if v == attendanceView {
					h.press("home", "down", "down", "left", "left")
				}
				if v == resultsView {
					h.tab.roll.Select(cid(3, 7))
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", v.id(), lang, size[0], size[1]), func(t *testing.T) {
					golden.RequireEqual(t, []byte(h.screen(size[0], size[1])))
				})
			}
		}
	}
}

func TestAttendanceCounts(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.press("o")
	h.screen(120, 30)
	a := h.tab.picture.(*attendance)
	if len(a.days) != 2 || a.rows[0].skills != 100 || a.rows[2].skills != 50 {
		t.Errorf("%d days, %d and %d percent", len(a.days), a.rows[0].skills, a.rows[2].skills)
	}
	if got := a.rows[2].days[0]; len(got) != 2 || got[0].sign != here || got[1].sign != excused {
		t.Errorf("the third: %+v", got)
	}
	// Sideways over blocks and days; up and down on to somebody with another plan.
	h.press("home")
	var seen []model.ID
	h.press("left", "left", "left", "left")
	for range 4 {
		if s := h.tab.session(); s != nil {
			seen = append(seen, s.ID)
		}
		h.press("right")
	}
	if !slices.Equal(seen[:3], []model.ID{cid(4, 1), cid(4, 2), cid(4, 4)}) {
		t.Errorf("the cursor goes over %v", seen)
	}
	h.press("left", "down")
	if s := h.tab.session(); s == nil || s.ID != cid(4, 3) {
		t.Errorf("the second is at %v", s)
	}
	// A click on a cell goes there.
	slot, _ := h.tab.slot()
	l := h.tab.layout()
	h.run(h.tab.Update(tea.MouseClickMsg{X: l.roll.X + slot.X + 1, Y: l.roll.Y + 3, Button: tea.MouseLeft}))
	if s := h.tab.session(); s == nil || s.ID != cid(4, 1) {
		t.Errorf("a click leads to %v", s)
	}
	// So does one on the name of a view.
	for _, spot := range h.tab.viewSpots(l.views.W) {
		h.run(h.tab.Update(tea.MouseClickMsg{X: l.views.X + spot.x + 1, Y: l.views.Y, Button: tea.MouseLeft}))
		if h.tab.view != spot.view {
			t.Errorf("a click on %s shows %s", spot.text, h.tab.view.id())
		}
	}
}

func TestResultsShowAttemptsAndTheNextChance(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.tab.show(resultsView)
	r := h.tab.picture.(*results)
	if text, _ := r.mark(r.test(0, 0)); text != "✓ 90%" {
		t.Errorf("passed: %q", text)
	}
	if text, look := r.mark(r.test(7, 0)); text != "✗ 50%" || look != bad || r.stuck != 1 {
		t.Errorf("failed: %q, %d stuck", text, r.stuck)
	}
	again := h.desk.Sessions.Get(cid(4, 4)).Clone()
	again.ID, again.Again, again.Squads, again.Only = cid(4, 9), cid(4, 4), 0, []model.ID{cid(3, 7)}
	again.Start = today.Days(1).At(36)
	v, err := model.NewSession(again)
	if err != nil {
		t.Fatal(err)
	}
	h.desk = h.desk.With(model.Change{Puts: []model.Put{{Record: v}}}, 99)
	h.tab.Changed()
	r = h.tab.picture.(*results)
	if text, look := r.mark(r.test(7, 0)); text != "✗ 50% → Fri 16" || look != soonDue || r.stuck != 0 || r.failed != 1 {
		t.Errorf("with another chance: %q, %d stuck", text, r.stuck)
	}
	if len(r.titles) != 1 {
		t.Errorf("another chance is a test of its own: %v", r.titles)
	}
}

// rest is a stage before the course, with two alternates: the first waits
// for the vetting office, the second is cleared.
func beforeCourse(t testing.TB) *stage {
	t.Helper()
	h := newStage(t, "en", taught(t, 8, today.Days(20))...)
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	onDesk(h, h.Cohort(), func(c *model.Cohort) {
		c.Places = 6
		c.Seats = slices.Clone(c.Seats)
		for i := range c.Seats {
			s := &c.Seats[i]
			s.Stage = model.Cleared
			if i >= 6 {
				s.Alternate, s.No, s.Squad = i-5, 0, 0
			}
		}
	})
	onDesk(h, h.desk.People.Get(cid(3, 6)), func(p *model.Person) {
		p.Vetting = model.Vetting{State: model.VettingSent, Submitted: today.Days(-12)}
	})
	return h
}

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
		if got := h.screen(120, 36); !strings.Contains(got, "passport to 2028") || !strings.Contains(got, "vetting … 12 d") {
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
	d := &model.Cohort{First: today.Days(-20), Last: today.Days(-4), State: model.Graduated, Seats: []model.Seat{{Stage: model.Completed}, {Stage: model.Attended, Home: today}, {Stage: model.Absent}}}
	if n := unconfirmed(d, today, l); n != 1 {
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

func BenchmarkChangedIn(b *testing.B) {
	for _, n := range []int{30, 200} {
		for v := range viewCount {
			h := newStage(b, "en", taught(b, n, today)...)
			h.Choose(cid(1, 1))
			h.tab.toRoll()
			h.tab.Resize(120, 36)
			h.tab.show(v)
			b.Run(fmt.Sprintf("%s-%d", v.id(), n), func(b *testing.B) {
				for b.Loop() {
					h.tab.Changed()
				}
			})
		}
	}
}

func BenchmarkKeyToFrameOfTwentyThousandSeats(b *testing.B) {
	records := taught(b, 40, today)
	for i, r := range records {
		if c, ok := r.(*model.Cohort); ok {
			next := *c
			for k := len(c.Seats); k < model.MaxSeats; k++ {
				next.Seats = append(next.Seats, model.Seat{Person: cid(200+k/60000, k), No: k % 9999, Squad: 1, Stage: model.InCourse})
			}
			rec, err := model.NewCohort(next)
			if err != nil {
				b.Fatal(err)
			}
			records[i] = rec
		}
	}
	h := newStage(b, "en", records...)
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.tab.Resize(120, 36)
	c := kit.NewCanvas(120, 36)
	for i := 0; b.Loop(); i++ {
		key := "down"
		if i%40 > 20 {
			key = "up"
		}
		h.press(key)
		c.Reset(120, 36)
		h.tab.Draw(c)
		if c.String() == "" {
			b.Fatal("nothing")
		}
	}
}
