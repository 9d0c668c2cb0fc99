package plan

import (
	"context"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
)

// longestPrice is when working out what plans cost ends by itself.
const longestPrice = 20 * time.Second

// A draftList is what could be instead of the plan of record: the cohort's
// drafts, how far each is from it, and what it costs.
type draftList struct {
	pages
	env  *kit.Env
	wide int
	high int

	desk   *model.Desk // of record, as read
	cohort *model.Cohort
	lines  []draftLine // the plan of record first
	run    *run[map[model.ID]*planner.Result]
	prices map[model.ID]*planner.Result // by draft; the zero id is the plan of record
	grid   *kit.Grid[model.ID]
	said   model.Message
	kind   kit.StatusKind
}

// A draftLine is a plan of the list.
type draftLine struct {
	draft   *model.Draft // nil: the plan of record
	desk    *model.Desk  // as it would be
	moves   []move       // against the plan of record
	clashes int
	placed  int // sessions with a time
}

func newDraftList(p pages) (*draftList, tea.Cmd) {
	l := &draftList{pages: p, env: p.h.Env(), cohort: p.h.Cohort()}
	l.grid = kit.NewGrid[model.ID](l.env)
	cmd := l.read()
	if v := p.draft(); v != nil {
		l.grid.Select(v.ID)
	} else if len(l.lines) > 1 {
		l.grid.Select(l.lines[1].draft.ID)
	}
	return l, cmd
}

// read makes the lines anew, and asks what each plan costs.
func (l *draftList) read() tea.Cmd {
	h := l.record()
	l.desk = h.Desk()
	base := h.Board()
	l.lines = []draftLine{{desk: l.desk, clashes: l.clashes(base), placed: l.placed(l.desk)}}
	for _, v := range l.desk.DraftsOf(l.cohort.ID) {
		d := l.desk.WithDraft(v)
		var refs []model.Ref
		for i := range v.Sessions {
			refs = append(refs, model.RefOf(&v.Sessions[i]))
		}
		for _, id := range v.Gone {
			refs = append(refs, model.Ref{Kind: model.KindSession, ID: id})
		}
		l.lines = append(l.lines, draftLine{v, d, compare(l.desk, d, nil), l.clashes(base.With(d, refs...)), l.placed(d)})
	}
	l.fill()
	return l.ask()
}

// placed is how many sessions of the cohort have a time.
func (l *draftList) placed(d *model.Desk) int {
	n := 0
	for _, s := range d.SessionsOf(l.cohort.ID) {
		if s.Placed() && s.Off == nil {
			n++
		}
	}
	return n
}

// clashes is how often two things of the cohort cannot both be.
func (l *draftList) clashes(b *rules.Board) int { return hardOf(b.CohortClashes(l.cohort.ID)) }

// ask works out what each plan costs, off the event loop.
func (l *draftList) ask() tea.Cmd {
	l.run.end()
	o, eng, lines := options(l.record(), []model.ID{l.cohort.ID}), l.eng, l.lines
	var cmd tea.Cmd
	l.run, cmd = search(longestPrice, func(ctx context.Context, show func(map[model.ID]*planner.Result)) (map[model.ID]*planner.Result, error) {
		out := map[model.ID]*planner.Result{}
		for _, v := range lines {
			r, err := eng.price(ctx, v.desk, o)
			if err != nil {
				return out, err
			}
			out[v.id()] = r
		}
		return out, nil
	})
	return cmd
}

func (v draftLine) id() model.ID {
	if v.draft == nil {
		return model.ID{}
	}
	return v.draft.ID
}

func (l *draftList) fill() {
	e, lines := l.env, l.lines // not those of the next reading
	l.grid.SetColumns(
		kit.Column{ID: "mark", Min: 1, Max: 1},
		kit.Column{ID: "title", Title: e.T("plan.col.draft"), Min: 18, Grow: 1},
		kit.Column{ID: "placed", Title: e.T("plan.sum.placed"), Min: kit.Width(e.T("plan.sum.placed")), Right: true, Drop: 2},
		kit.Column{ID: "moves", Title: e.T("plan.col.otherwise"), Min: kit.Width(e.T("plan.col.otherwise")), Right: true},
		kit.Column{ID: "clashes", Title: e.T("plan.col.clashes"), Min: kit.Width(e.T("plan.col.clashes")), Right: true},
		kit.Column{ID: "cost", Title: e.T("plan.col.cost"), Min: 14, Right: true, Drop: 1})
	l.grid.SetRows(kit.Rows[model.ID]{
		Len: len(lines), Key: func(i int) model.ID { return lines[i].id() },
		Cell: func(i, col int) kit.Cell { return l.cell(lines[i], col) },
	})
}

func (l *draftList) cell(v draftLine, col int) kit.Cell {
	e, th := l.env, l.env.Theme
	switch col {
	case 0:
		now := l.draft()
		if (now == nil) == (v.draft == nil) && (now == nil || now.ID == v.draft.ID) {
			return kit.Cell{Text: "●", Style: th.Accent} // it is on the board
		}
	case 1:
		if v.draft == nil {
			return kit.Cell{Text: e.T("plan.draft.record"), Style: th.Muted}
		}
		return kit.Cell{Text: v.draft.Title}
	case 2:
		return kit.Cell{Text: e.Lang.Number(v.placed), Style: th.Muted}
	case 3:
		if v.draft != nil {
			return kit.Cell{Text: e.Lang.Number(len(v.moves))}
		}
	case 4:
		if v.clashes > 0 {
			return kit.Cell{Text: "! " + e.Lang.Number(v.clashes), Style: th.Clash}
		}
		return kit.Cell{Text: "0", Style: th.Muted}
	case 5:
		return l.cost(v)
	}
	return kit.Cell{}
}

// cost is what a plan costs, and how much more or less than the one of record.
func (l *draftList) cost(v draftLine) kit.Cell {
	e, th := l.env, l.env.Theme
	r, was := l.prices[v.id()], l.prices[model.ID{}]
	if r == nil {
		return kit.Cell{Text: "…", Style: th.Muted}
	}
	out, st := e.Lang.Number(int(r.Cost)), th.Text
	if v.draft != nil && was != nil && r.Cost != was.Cost {
		d := int(r.Cost - was.Cost)
		sign := ""
		if st = th.OK; d > 0 {
			sign, st = "+", th.Warn
		}
		out += " (" + sign + e.Lang.Number(d) + ")"
	}
	return kit.Cell{Text: out, Style: st}
}

// current is the line under the cursor.
func (l *draftList) current() draftLine {
	if i, ok := l.grid.Current(); ok && i < len(l.lines) {
		return l.lines[i]
	}
	return draftLine{}
}

// begin asks for a name and begins a draft, which the board then shows.
func (l *draftList) begin() tea.Cmd {
	h := l.record()
	name := l.env.T("plan.draft.name", "no", strconv.Itoa(len(l.lines)))
	ask := kit.NewPrompt(l.env, model.Say("plan.draft.new"), model.Say("plan.draft.title"), name, l.checkName).Offered()
	kit.Open(h.Dialogs(), ask, func(title string) tea.Cmd {
		rec, err := model.NewDraft(model.Draft{ID: h.NewID(), Cohort: l.cohort.ID, Title: title})
		if err != nil {
			return h.Fail(err)
		}
		cmd := h.Commit(model.Change{Act: model.Say("plan.act.draft", "cohort", l.cohort.Code), Puts: []model.Put{{Record: rec}}})
		l.run.end()
		h.Dialogs().Drop(l)
		return tea.Batch(cmd, l.show(rec.ID), h.Tell(kit.OK, model.Say("plan.done.draft")))
	})
	return nil
}

// checkName refuses a draft without a name.
func (l *draftList) checkName(s string) *model.Problem {
	if model.Clean(s) == "" {
		return model.Wrong("title", "model.missing")
	}
	return nil
}

// rename asks for another name.
func (l *draftList) rename() tea.Cmd {
	h, v := l.record(), l.current().draft
	ask := kit.NewPrompt(l.env, model.Say("plan.draft.rename"), model.Say("plan.draft.title"), v.Title, l.checkName)
	kit.Open(h.Dialogs(), ask, func(title string) tea.Cmd {
		next := *v
		next.Title = title
		rec, err := model.NewDraft(next)
		if err != nil {
			return h.Fail(err)
		}
		return h.Commit(model.Change{
			Act:  model.Say("plan.act.rename", "cohort", l.cohort.Code),
			Puts: []model.Put{{Record: rec, Was: l.desk.RevOf(model.RefOf(v))}},
		})
	})
	return nil
}

// show has the board show a draft, or the plan of record.
func (l *draftList) show(id model.ID) tea.Cmd {
	if l.board.Show == nil {
		return nil
	}
	return l.board.Show(id)
}

// compare shows a draft beside the plan of record, block by block.
func (l *draftList) compare() tea.Cmd {
	v := l.current()
	var costs []costRow
	if was, now := l.prices[model.ID{}], l.prices[v.id()]; was != nil && now != nil {
		costs = costRows(was, now)
	}
	was := l.lines[0]
	list := newMoveList(l.h, model.Say("plan.draft.against", "draft", v.draft.Title), v.desk, v.moves, costs, "plan.key.adopt",
		l.env.T("plan.draft.sum", "n", len(v.moves), "placed", shift(l.env, int64(was.placed), int64(v.placed)),
			"clashes", shift(l.env, int64(was.clashes), int64(v.clashes))))
	kit.Open(l.h.Dialogs(), list, func(left) tea.Cmd { return l.adopt() })
	return nil
}

// adopt makes the draft under the cursor the plan of record and ends it, in one
// act.
func (l *draftList) adopt() tea.Cmd {
	h, v := l.record(), l.current().draft
	if now := h.Desk().Drafts.Get(v.ID); now != v {
		return l.tell(kit.Warn, model.Say("plan.draft.moved"))
	}
	puts, removes := v.Adopt(h.Desk())
	before := l.lines[0].clashes
	cmd := h.Commit(model.Change{Act: model.Say("plan.act.adopt", "cohort", l.cohort.Code, "n", len(puts)+len(removes)-1), Puts: puts, Removes: removes})
	l.run.end()
	h.Dialogs().Drop(l)
	told := h.Tell(kit.OK, model.Say("plan.done.adopt", "n", len(puts)+len(removes)-1))
	if after := l.clashes(h.Board()); after > before {
		told = h.Tell(kit.Warn, model.Say("plan.hurts", "n", after-before))
	}
	return tea.Batch(cmd, l.show(model.ID{}), told)
}

// throw takes the draft under the cursor away; undo brings it back.
func (l *draftList) throw() tea.Cmd {
	h, v := l.record(), l.current().draft
	var back tea.Cmd
	if now := l.draft(); now != nil && now.ID == v.ID {
		back = l.show(model.ID{})
	}
	cmd := h.Commit(model.Change{Act: model.Say("plan.act.throw", "cohort", l.cohort.Code), Removes: []model.Remove{{Ref: model.RefOf(v), Was: l.desk.RevOf(model.RefOf(v))}}})
	return tea.Batch(back, cmd, l.tell(kit.OK, model.Say("plan.done.throw")))
}

// tell says what was done on the page's own line too: it covers the program's.
func (l *draftList) tell(kind kit.StatusKind, m model.Message) tea.Cmd {
	l.said, l.kind = m, kind
	return l.record().Tell(kind, m)
}
