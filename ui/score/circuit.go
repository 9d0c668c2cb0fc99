package score

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// circuit is the dialog of a session's stations: what and who is there, and
// below it who is where when.
type circuit struct {
	h       tab.Host
	env     *kit.Env
	session *model.Session
	cohort  *model.Cohort
	rev     model.Rev
	v       model.Circuit
	pad     pad
	hint    model.Message
	teams   []model.Team // as they now come out
	turns   []model.Turn
	names   []string // of the teams
	w, t    int
}

// Circuit shows the stations of a session.
func Circuit(h tab.Host, session model.ID) tea.Cmd {
	s := h.Desk().Sessions.Get(session)
	if why := whyNoStations(s); !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	kit.Open(h.Dialogs(), newCircuit(h, s), func(kit.Read) tea.Cmd { return nil })
	return nil
}

func newCircuit(h tab.Host, s *model.Session) *circuit {
	d := &circuit{h: h, env: h.Env(), session: s, cohort: h.Desk().Cohorts.Get(s.Cohort)}
	if d.cohort == nil {
		d.cohort = &model.Cohort{ID: s.Cohort}
	}
	d.rev = h.Desk().RevOf(model.RefOf(s))
	d.begin()
	d.pad = pad{env: d.env, signs: "?+-", cell: d.cell, raw: d.raw, put: d.put, pick: d.pick, grow: d.grow}
	d.recount()
	return d
}

// begin takes the stations as they are kept.
func (d *circuit) begin() {
	d.v = model.Circuit{}
	if c := d.session.Circuit; c != nil {
		d.v = *c
		d.v.Stations = slices.Clone(c.Stations)
	}
}

// next is the session with the stations as they now are; changed reports
// whether they differ from those that are kept.
func (d *circuit) next() (next model.Session, changed bool) {
	next = *d.session
	next.Circuit = nil
	if len(d.v.Stations) > 0 {
		next.Circuit = &d.v
	}
	return next, !reflect.DeepEqual(next.Circuit, d.session.Circuit)
}

// revert goes back to what is kept.
func (d *circuit) revert() tea.Cmd {
	d.begin()
	d.recount()
	d.hint = model.Say("score.circuit.reverted")
	return nil
}

// recount deals the teams and their turns anew, after anything changed.
func (d *circuit) recount() {
	d.pad.reset(d.columns(), len(d.v.Stations))
	d.teams, d.turns, d.names = nil, nil, nil
	if len(d.v.Stations) == 0 {
		return
	}
	try := *d.session
	try.Circuit = &d.v
	if !try.Placed() {
		try.Start = d.cohort.First.At(0)
	}
	d.teams, d.turns = try.Teams(d.cohort), try.Rotation()
	d.names = teamNames(d.env, &try, d.cohort)
}

// people are surnames in a row.
func (d *circuit) people(list []model.ID) string {
	var out []string
	for _, id := range list {
		if p := d.h.Desk().People.Get(id); p != nil {
			out = append(out, p.Family)
		}
	}
	return strings.Join(out, ", ")
}

// The columns of the stations by their ids.
const (
	postNo      = "no"
	postName    = "station"
	postVehicle = "vehicle"
	postHides   = "hides"
	postWhere   = "where"
	postLead    = "lead"
	postSafety  = "safety"
	postPlayers = "players"
)

func (d *circuit) columns() []padCol {
	e := d.env
	col := func(id string, w, most int, kind cellKind, group int) padCol {
		t := e.T("score.post." + id)
		return padCol{id: id, head: [2]string{"", t}, w: max(w, kit.Width(t)), most: most, kind: kind, group: group, right: kind == digits}
	}
	out := []padCol{
		{id: postNo, head: [2]string{"", "#"}, w: 2, right: true, side: first, drop: 1},
		col(postName, 14, 30, text, 1),
	}
	out[1].side = first
	if d.session.Block.Kind == model.KindVehicles {
		out = append(out, col(postVehicle, 10, 18, choice, 2), col(postHides, 5, 0, digits, 3))
	}
	out = append(out, col(postLead, 10, 16, choice, 4), col(postSafety, 10, 16, choice, 5))
	if d.session.Block.Kind != model.KindVehicles {
		out = append(out, col(postPlayers, 5, 0, digits, 6))
	}
	return append(out, col(postWhere, 14, 50, text, 7))
}

func (d *circuit) raw(row, col int) string {
	p := &d.v.Stations[row]
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	switch d.pad.cols[col].id {
	case postNo:
		return strconv.Itoa(row + 1)
	case postName:
		return p.Name
	case postVehicle:
		if v := d.h.Desk().Vehicles.Get(p.Vehicle); v != nil {
			return v.Name
		}
	case postHides:
		return number(p.Hides)
	case postWhere:
		return strings.ReplaceAll(p.Where, "\n", " ")
	case postLead:
		return d.staff(p.Lead)
	case postSafety:
		return d.staff(p.Safety)
	case postPlayers:
		return number(p.Players)
	}
	return ""
}

func (d *circuit) staff(id model.ID) string {
	if s := d.h.Desk().Staff.Get(id); s != nil {
		return s.Label()
	}
	return ""
}

func (d *circuit) cell(row, col int) kit.Cell {
	th := d.env.Theme
	c := kit.Cell{Text: d.raw(row, col), Style: th.Text}
	switch d.pad.cols[col].id {
	case postNo:
		c.Style = th.Muted
	case postLead, postSafety, postVehicle:
		if c.Text == "" {
			return kit.Cell{Text: "–", Style: th.Muted}
		}
	}
	return c
}

func (d *circuit) put(row, col int, s string) model.Message {
	p := &d.v.Stations[row]
	long := func(limit int) bool { return len([]rune(s)) > limit }
	switch d.pad.cols[col].id {
	case postName:
		if s = model.Clean(s); long(model.MaxName) {
			return model.Say("score.why.long", "n", model.MaxName)
		}
		p.Name = s
	case postWhere:
		if s = model.Clean(s); long(model.MaxNote) {
			return model.Say("score.why.long", "n", model.MaxNote)
		}
		p.Where = s
	case postHides, postPlayers:
		at, most := &p.Hides, 200
		if d.pad.cols[col].id == postPlayers {
			at, most = &p.Players, 60
		}
		n, ok := count(s, most)
		if !ok {
			return model.Say("score.why.at-most", "n", most)
		}
		*at = max(n, 0)
	case postVehicle:
		p.Vehicle = model.ID{}
	case postLead:
		p.Lead = model.ID{}
	case postSafety:
		p.Safety = model.ID{}
	}
	return model.Message{}
}

// pick chooses the vehicle or somebody of the staff for a station.
func (d *circuit) pick(row, col int, typed string) tea.Cmd {
	id := d.pad.cols[col].id
	p := &d.v.Stations[row]
	at, opts := &p.Vehicle, d.cars()
	switch id {
	case postLead:
		at, opts = &p.Lead, d.crew(model.Lead, model.Line)
	case postSafety:
		at, opts = &p.Safety, d.crew(model.Safety, model.RSO)
	}
	start := max(slices.IndexFunc(opts, func(o kit.Option[model.ID]) bool { return o.Value == *at }), 0)
	ask := kit.NewChoose(d.env, model.Say("score.post.pick."+id, "station", p.Name), opts, start)
	if typed != "" {
		ask.Type(typed)
	}
	kit.Open(d.h.Dialogs(), ask, func(v model.ID) tea.Cmd {
		if row >= len(d.v.Stations) {
			return nil
		}
		switch q := &d.v.Stations[row]; id {
		case postLead:
			q.Lead = v
		case postSafety:
			q.Safety = v
		default:
			q.Vehicle = v
		}
		d.pad.next(1)
		return nil
	})
	return nil
}

// cars are the vehicles to be searched, with what else they are in.
func (d *circuit) cars() []kit.Option[model.ID] {
	out := []kit.Option[model.ID]{{Label: "–"}}
	for _, own := range []bool{true, false} {
		for v := range d.h.Desk().Vehicles.All {
			if slices.Contains(d.session.Cars, v.ID) != own || !own && v.Kind != model.Search {
				continue
			}
			note := ""
			if !own {
				note = d.env.Say(whyTaken(d.h.Desk(), d.session, v))
			}
			out = append(out, kit.Option[model.ID]{Value: v.ID, Label: v.Name, Note: note})
		}
	}
	return out
}

// crew is the staff of the session first, those of the roles before the rest,
// then everybody else.
func (d *circuit) crew(roles ...model.Role) []kit.Option[model.ID] {
	out := []kit.Option[model.ID]{{Label: "–"}}
	seen := map[model.ID]bool{}
	add := func(id model.ID) {
		if s := d.h.Desk().Staff.Get(id); s != nil && !seen[id] {
			seen[id] = true
			var parts []string
			for _, p := range d.session.Staff {
				if p.Staff == id {
					parts = append(parts, d.env.T("word.short."+string(p.Role)))
				}
			}
			out = append(out, kit.Option[model.ID]{Value: id, Label: s.Name(), Note: strings.Join(parts, ", ")})
		}
	}
	for _, role := range roles {
		for _, id := range d.session.In(role) {
			add(id)
		}
	}
	for _, p := range d.session.Staff {
		add(p.Staff)
	}
	for s := range d.h.Desk().Staff.All {
		if s.Left.IsZero() {
			add(s.ID)
		}
	}
	return out
}

// grow adds an empty station.
func (d *circuit) grow() bool {
	if len(d.v.Stations) >= model.MaxStations {
		d.hint = model.Say("score.why.posts", "n", model.MaxStations)
		return false
	}
	d.v.Stations = append(d.v.Stations, model.Post{Name: d.env.T("score.post.new", "no", strconv.Itoa(len(d.v.Stations)+1))})
	d.recount()
	return true
}

func (d *circuit) drop() tea.Cmd {
	d.v.Stations = slices.Delete(d.v.Stations, d.pad.row, d.pad.row+1)
	d.recount()
	return nil
}

// askTurn asks for the minutes at a station.
func (d *circuit) askTurn() tea.Cmd {
	turn := kit.NewNumber("turn", d.v.Turn, 0, 24*60, model.Say("score.minutes"))
	turn.Hint = model.Say("score.hint.turn")
	form := kit.NewForm(d.h.Dialogs(), model.Say("score.turn.title"), turn)
	form.SaveLabel = "score.options.take"
	kit.Open(d.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		d.v.Turn = turn.Value()
		d.recount()
		return nil
	})
	return nil
}

// save keeps the stations, as one act, and ends.
func (d *circuit) save() (kit.Outcome, tea.Cmd) {
	next, changed := d.next()
	if !changed {
		return kit.Done, nil
	}
	rec, err := model.NewSession(next)
	if err != nil {
		d.hint = problem(err)
		ask := kit.NewConfirm(d.env, model.Say("score.cannot.title"), d.hint, model.Say("score.cannot"),
			"score.throw", "score.go-on", "x", "")
		kit.Open(d.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
			d.h.Dialogs().Drop(d)
			return nil
		})
		return kit.Stay, nil
	}
	hard, _ := d.h.Board().Count()
	cmd := d.h.Commit(model.Change{
		Act:  model.Say("score.act.circuit", "block", rec.Block.Title, "cohort", d.cohort.Code, "n", len(d.v.Stations)),
		Puts: []model.Put{{Record: rec, Was: d.rev}},
	})
	if now, _ := d.h.Board().Count(); now > hard {
		return kit.Done, tea.Batch(cmd, d.h.Tell(kit.Warn, model.Say("score.circuit.hurts", "n", now-hard)))
	}
	return kit.Done, tea.Batch(cmd, d.h.Tell(kit.OK, model.Say("score.circuit.kept", "n", len(d.v.Stations))))
}
