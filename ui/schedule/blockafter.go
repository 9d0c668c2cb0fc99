package schedule

import (
	"slices"

	"muster/model"
	"muster/ui/kit"
)

// A laterField is how many days after another block this one comes at least.
type laterField struct {
	block int // its key
	days  *kit.ValueField[int]
}

// maxLater is the most days that an order may ask for.
const maxLater = 60

// afterField lists the other blocks of the plan: this one comes after those
// ticked, and for each of those a line says how many days after.
func (f *blockForm) afterField(b *model.Block) {
	var opts []kit.Option[int]
	seen := map[int]bool{0: true, b.Key: true}
	days := map[int]int{}
	on := map[int]bool{}
	for _, a := range b.After {
		on[a.Block], days[a.Block] = true, a.Days
	}
	tag := f.t.env.Lang.Tag()
	titles := map[int]model.Text{}
	for _, s := range f.t.sessions {
		if k := s.Block.Key; !seen[k] {
			seen[k] = true
			titles[k] = s.Block.Title
			opts = append(opts, kit.Option[int]{
				Value: k, On: on[k],
				Label: string(s.Block.Kind) + "  " + s.Block.Title.In(tag),
			})
		}
	}
	if len(opts) == 0 {
		return
	}
	slices.SortFunc(opts, func(a, b kit.Option[int]) int { return a.Value - b.Value })
	f.after = kit.NewMany("after", opts)
	for _, o := range opts {
		x := laterField{o.Value, kit.NewNumber("after", days[o.Value], 0, maxLater, model.Say("schedule.field.later.unit"))}
		x.days.Label = model.Say("schedule.field.later", "block", titles[o.Value])
		x.days.Hint = model.Say("schedule.field.later.hint")
		x.days.Hidden = func() bool { return !slices.Contains(f.after.Value(), x.block) }
		f.later = append(f.later, x)
	}
}

// readAfter takes the blocks ticked, with their days; what comes after a block
// that the plan does not have stays so.
func (f *blockForm) readAfter(b *model.Block) {
	if f.after == nil {
		return
	}
	var list []model.After
	for _, a := range b.After {
		if !slices.ContainsFunc(f.later, func(x laterField) bool { return x.block == a.Block }) {
			list = append(list, a)
		}
	}
	ticked := f.after.Value()
	for _, x := range f.later {
		if slices.Contains(ticked, x.block) {
			list = append(list, model.After{Block: x.block, Days: x.days.Value()})
		}
	}
	b.After = list
}
