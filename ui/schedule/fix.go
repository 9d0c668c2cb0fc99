package schedule

import (
	"cmp"
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A fix is one change that makes a session better, tried out beforehand.
type fix struct {
	how  model.Message
	next []model.Session // what it would put; two for a swap
	left tally
	cost int // how much it disturbs, among fixes that leave as much
}

// A tally is what the rules say, by grade.
type tally [clashing + 1]int

func tallyOf(cs []rules.Clash) tally {
	var n tally
	for i := range cs {
		n[cs[i].Grade()]++
	}
	return n
}

// compare orders tallies, fewer clashes first.
func (a tally) compare(b tally) int {
	return cmp.Or(cmp.Compare(a[clashing], b[clashing]), cmp.Compare(a[lacking], b[lacking]), cmp.Compare(a[hinted], b[hinted]))
}

// How many of each sort are offered, so that the list can be read. Those below
// the board come with the frame, so fewer are tried for it.
const (
	fixStarts = 6
	fixSoon   = 3
	fixAll    = 14
	fixShown  = 4
	noteCost  = 4 // what a note left is worth in disturbance
)

// offerFixes lists what would make the session under the cursor better, the
// best first, and does what is chosen.
func (t *Tab) offerFixes() tea.Cmd {
	s := t.own()
	list := t.fixes(s, true)
	if len(list) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.fix.none"))
	}
	opts := make([]kit.Option[int], len(list))
	for i, f := range list {
		opts[i] = kit.Option[int]{Value: i, Label: t.env.Say(f.how), Note: t.leftNote(f.left)}
	}
	title := model.Say("schedule.fix.title", "block", s.Block.Title)
	was := t.host.Desk().Sessions
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, 0), func(i int) tea.Cmd {
		for _, n := range list[i].next {
			if !reflect.DeepEqual(t.host.Desk().Sessions.Get(n.ID), was.Get(n.ID)) {
				return t.tell(kit.Warn, model.Say("schedule.gone"))
			}
		}
		return t.applyFix(s, list[i])
	})
	return nil
}

// applyFix does what a fix of the session says, in one act.
func (t *Tab) applyFix(s *model.Session, f fix) tea.Cmd {
	own := s
	if first := f.next[0]; first.ID == s.ID {
		own = &first
	}
	t.at, t.sel, t.goal = own.Start, own.ID, own.Start.OfDay()
	return t.keep(model.Say("schedule.act.fix", "block", own.Block.Title, "how", f.how), f.next...)
}

func (t *Tab) leftNote(n tally) string {
	switch {
	case n[clashing] > 0:
		return t.env.T("schedule.fix.left", "n", n[clashing])
	case n[lacking] > 0:
		return t.env.T("schedule.fix.lacks", "n", n[lacking])
	case n[hinted] > 0:
		return t.env.T("schedule.fix.hints", "n", n[hinted])
	}
	return t.env.T("schedule.fix.clean")
}

// fixes tries other people, places, times and, when there is time to be
// thorough or none of those ends the clashes, swaps; it keeps those that leave
// less than there is now.
func (t *Tab) fixes(s *model.Session, thorough bool) []fix {
	clashes := t.host.Board().Try(s)
	now := tallyOf(clashes)
	var out []fix
	add := func(list []fix) {
		for _, f := range list {
			if f.left.compare(now) < 0 {
				out = append(out, f)
			}
		}
	}
	starts := fixSoon
	if thorough {
		starts = fixStarts
	}
	add(t.fixPeople(s, clashes))
	add(t.fixRelays(s, clashes))
	add(t.fixCars(s, clashes))
	add(t.fixApprovals(s))
	add(t.fixPlaces(s))
	add(t.fixStarts(s, starts))
	if thorough {
		add(t.fixOther(s))
		add(t.fixElsewhere(s))
		add(t.fixSwaps(s, swapsTried))
	} else if !slices.ContainsFunc(out, func(f fix) bool { return f.left[clashing] == 0 }) {
		add(t.fixSwaps(s, swapsSoon)) // nothing cheaper would do
	}
	slices.SortStableFunc(out, func(a, b fix) int {
		return cmp.Or(cmp.Compare(a.left[clashing], b.left[clashing]), cmp.Compare(a.left[lacking], b.left[lacking]),
			cmp.Compare(a.cost+noteCost*a.left[hinted], b.cost+noteCost*b.left[hinted]))
	})
	return out[:min(len(out), fixAll)]
}

func (t *Tab) tried(how model.Message, cost int, next model.Session) fix {
	return fix{how: how, next: []model.Session{next}, left: tallyOf(t.host.Board().Try(&next)), cost: cost}
}
