package plan

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// A sliderPage is how much the unit wants what makes a plan better: a slider a
// wish, and what the plan of the cohort in hand costs with the sliders so.
type sliderPage struct {
	pages
	env  *kit.Env
	wide int
	high int

	start  *model.Desk
	wishes []planner.Wish
	was    []int // steps as kept
	steps  []int // as they are now
	run    *run[*planner.Result]
	first  *planner.Result // the plan as it is, with the steps as kept
	now    *planner.Result // with the steps as they are now
	priced bool            // there is a plan to price
	grid   *kit.Grid[string]
	said   model.Message
}

func newSliders(p pages) (*sliderPage, tea.Cmd) {
	s := &sliderPage{pages: p, env: p.h.Env(), start: p.record().Desk(), wishes: planner.Wishes()}
	for _, w := range s.wishes {
		s.was = append(s.was, w.Step(s.start.Settings.Rec))
	}
	s.steps = slices.Clone(s.was)
	s.priced = p.whyEmpty().IsZero()
	s.grid = kit.NewGrid[string](s.env)
	s.fill()
	return s, s.price()
}

// price works out what the plan costs with the sliders as they are, off the
// event loop: where nothing may move, there is nothing to search.
func (s *sliderPage) price() tea.Cmd {
	s.run.end()
	if !s.priced {
		return nil
	}
	o := options(s.h, []model.ID{s.h.Cohort().ID})
	rec, err := s.settings()
	if err != nil {
		return s.h.Fail(err)
	}
	d, eng := s.h.Desk(), s.eng
	d = d.With(model.Change{Puts: []model.Put{{Record: rec}}}, d.Rev)
	var cmd tea.Cmd
	s.run, cmd = search(longestPrice, func(ctx context.Context, _ func(*planner.Result)) (*planner.Result, error) {
		return eng.price(ctx, d, o)
	})
	return cmd
}

// settings is the unit's settings with the sliders as they are: what is as the
// program has it need not be set.
func (s *sliderPage) settings() (*model.Settings, error) {
	var all model.Settings
	if rec := s.start.Settings.Rec; rec != nil {
		all = *rec
	}
	all.Wishes = slices.Clone(all.Wishes)
	for i, w := range s.wishes {
		all.Wishes = slices.DeleteFunc(all.Wishes, func(v model.WishSetting) bool { return v.ID == w.ID })
		if s.steps[i] != w.Default {
			all.Wishes = append(all.Wishes, model.WishSetting{ID: w.ID, Step: s.steps[i]})
		}
	}
	return model.NewSettings(all)
}

// slide moves the slider under the cursor.
func (s *sliderPage) slide(by int) tea.Cmd {
	i, ok := s.grid.Current()
	if !ok {
		return nil
	}
	return s.set(i, s.steps[i]+by)
}

func (s *sliderPage) set(i, step int) tea.Cmd {
	step = min(max(step, 0), model.MaxWish)
	if step == s.steps[i] {
		return nil
	}
	s.steps[i] = step
	return s.reprice()
}

// reprice asks for the price again once that of the plan as it is has come.
func (s *sliderPage) reprice() tea.Cmd {
	if s.first == nil {
		return nil
	}
	return s.price()
}

// reset puts every slider where the program has it.
func (s *sliderPage) reset() tea.Cmd {
	for i, w := range s.wishes {
		s.steps[i] = w.Default
	}
	s.said = model.Say("plan.wishes.reset")
	return s.reprice()
}

// changed is how many sliders are elsewhere than they are kept.
func (s *sliderPage) changed() int {
	n := 0
	for i := range s.steps {
		if s.steps[i] != s.was[i] {
			n++
		}
	}
	return n
}

// save keeps the sliders, as one act.
func (s *sliderPage) save() (kit.Outcome, tea.Cmd) {
	s.run.end()
	n := s.changed()
	if n == 0 {
		return kit.Done, nil
	}
	rec, err := s.settings()
	if err != nil {
		return kit.Stay, s.h.Fail(err)
	}
	h := s.record()
	cmd := h.Commit(model.Change{
		Act: model.Say("plan.act.wishes", "n", n), Puts: []model.Put{{Record: rec, Was: s.start.Settings.Rev}},
	})
	return kit.Done, tea.Batch(cmd, h.Tell(kit.OK, model.Say("plan.done.wishes", "n", n)))
}

// fill makes the rows: the wish, its slider and that in a word, and what the
// plan costs by it.
func (s *sliderPage) fill() {
	e := s.env
	words := 0
	for i := range model.MaxWish + 1 {
		words = max(words, kit.Width(stepWord(e, i)))
	}
	s.grid.SetColumns(
		kit.Column{ID: "wish", Title: e.T("plan.col.wish"), Min: 22, Grow: 1},
		kit.Column{ID: "slider", Min: 2*model.MaxWish + 1, Max: 2*model.MaxWish + 1},
		kit.Column{ID: "word", Min: words, Max: words},
		kit.Column{ID: "cost", Title: e.T("plan.col.cost"), Min: 11, Right: true, Drop: 1})
	s.grid.SetRows(kit.Rows[string]{
		Len: len(s.wishes), Key: func(i int) string { return s.wishes[i].ID },
		Cell: func(i, col int) kit.Cell {
			th := e.Theme
			switch col {
			case 0:
				name := e.T("wish." + s.wishes[i].ID)
				if s.steps[i] != s.was[i] {
					return kit.Cell{Text: name + " *", Style: th.Accent}
				}
				return kit.Cell{Text: name}
			case 1:
				return kit.Cell{Text: slider(s.steps[i]), Style: th.Accent}
			case 2:
				return kit.Cell{Text: stepWord(e, s.steps[i])}
			}
			if s.now == nil || s.first == nil {
				return kit.Cell{}
			}
			was, _ := costOf(s.first, s.wishes[i].ID)
			now, _ := costOf(s.now, s.wishes[i].ID)
			return kit.Cell{Text: shift(e, was, now), Style: th.Muted}
		},
	})
}

// stepWord is a step of a slider in a word.
func stepWord(e *kit.Env, step int) string {
	return e.T("wish.weight." + string(rune('0'+step)))
}

// slider is a step as a knob on a line.
func slider(step int) string {
	return strings.Repeat("─", 2*step) + "●" + strings.Repeat("─", 2*(model.MaxWish-step))
}

// sum is what the plan costs in all, and what it did before a slider moved.
func (s *sliderPage) sum() string {
	switch {
	case !s.priced:
		return s.env.T("plan.wishes.no-plan")
	case s.now == nil || s.first == nil:
		return s.env.T("plan.wishes.pricing")
	}
	return s.env.T("plan.wishes.sum", "cohort", s.h.Cohort().Code, "sum", shift(s.env, s.first.Cost, s.now.Cost))
}
