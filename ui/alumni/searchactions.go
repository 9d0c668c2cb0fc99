package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// nobody is why nothing can be done with people: nobody is under the cursor.
func (s *search) nobody() model.Message {
	if _, ok := s.current(); !ok {
		return model.Say("alumni.nobody")
	}
	return model.Message{}
}

// unread is why nothing can be searched.
func (s *search) unread() model.Message {
	if s.t.people() == nil {
		return model.Say("alumni.reading")
	}
	return model.Message{}
}

func (s *search) actions() []kit.Action {
	t := s.t
	with := func(f func(model.ID) tea.Cmd) func() tea.Cmd {
		return func() tea.Cmd {
			id, _ := s.current()
			return f(id)
		}
	}
	if s.typing() {
		return []kit.Action{
			{ID: "alumni.to-list", Keys: []string{"enter", "down"}, Group: "alumni", Rank: 1, Run: func() tea.Cmd { return s.typeIn(kit.KeyMsg("enter")) }},
			{ID: "alumni.complete", Keys: []string{"right"}, Group: "alumni", Rank: 3, Why: func() model.Message {
				if s.ghost.whole == "" {
					return model.Say("alumni.complete.nothing")
				}
				return model.Message{}
			}, Run: func() tea.Cmd { return s.typeIn(kit.KeyMsg("right")) }},
			{ID: "alumni.leave-line", Keys: []string{"esc"}, Group: "alumni", Rank: 2, Run: func() tea.Cmd { return s.typeIn(kit.KeyMsg("esc")) }},
		}
	}
	out := []kit.Action{
		{ID: "alumni.card", Keys: []string{"enter"}, Group: "alumni", Rank: 1, Why: s.nobody, Run: with(t.open)},
		{ID: "alumni.line", Keys: []string{"/"}, Group: "alumni", Rank: 2, Run: func() tea.Cmd {
			s.inLine = true
			return nil
		}},
		{ID: "alumni.log", Keys: []string{"l"}, Group: "alumni", Rank: 3, Why: s.nobody, Run: with(t.log)},
		{ID: "alumni.follow", Keys: []string{"F"}, Group: "alumni", Rank: 5, Why: s.nobody, Run: with(t.follow)},
		{ID: "alumni.mates", Keys: []string{"c"}, Group: "alumni", Rank: 6, Why: s.nobody, Run: with(t.classmates)},
		{ID: "alumni.filter", Keys: []string{"f"}, Group: "alumni", Rank: 4, Why: s.unread, Run: s.choose},
		{ID: "alumni.unfilter", Keys: []string{"backspace"}, Group: "alumni", Why: func() model.Message {
			if len(s.filters) == 0 {
				return model.Say("alumni.unfilter.none")
			}
			return model.Message{}
		}, Run: func() tea.Cmd {
			s.drop(len(s.filters) - 1)
			return nil
		}},
		{ID: "alumni.queue", Keys: []string{"Q", "right", "left"}, Group: "alumni", Rank: 7, Run: t.turn},
		{ID: "alumni.mark", Keys: []string{"space"}, Group: "alumni", Why: s.nobody, Run: func() tea.Cmd {
			id, _ := s.current()
			s.list.mark(id)
			s.list.cur++
			s.settle()
			return nil
		}},
		{ID: "alumni.mark-all", Keys: []string{"*"}, Group: "alumni", Why: s.nobody, Run: s.markAll},
		{ID: "alumni.message", Keys: []string{"L"}, Group: "alumni", Why: s.nobody, Run: func() tea.Cmd { return t.message(s.chosenOnes()) }},
		{ID: "alumni.export", Keys: []string{"x"}, Group: "alumni", Rank: 8, Why: s.nobody, Run: s.export},
		{ID: "alumni.done", Keys: []string{"D"}, Group: "alumni", Why: s.nobody, Run: with(t.settleOne)},
	}
	out = append(out, s.detail.actions()...)
	switch {
	case len(s.list.marks) > 0:
		out = append(out, kit.Action{ID: "alumni.unmark", Keys: []string{"esc"}, Group: "alumni", Run: func() tea.Cmd {
			clear(s.list.marks)
			return nil
		}})
	case s.line.Value() != "" || len(s.chosen) > 0:
		out = append(out, kit.Action{ID: "alumni.clear", Keys: []string{"esc"}, Group: "alumni", Run: func() tea.Cmd {
			s.clear()
			return nil
		}})
	}
	return out
}

// markAtMost is how many people one message goes to at once.
const markAtMost = 1000

// markAll marks everybody found, or nobody when all of them are.
func (s *search) markAll() tea.Cmd {
	if s.list.n > markAtMost {
		return s.t.h.Tell(kit.Warn, model.Say("alumni.mark.too-many", "n", markAtMost))
	}
	hits := s.result.Window(0, s.list.n)
	all := true
	for _, h := range hits {
		all = all && s.list.marks[h.Entry.ID]
	}
	for _, h := range hits {
		if all == s.list.marks[h.Entry.ID] {
			s.list.mark(h.Entry.ID)
		}
	}
	return nil
}
