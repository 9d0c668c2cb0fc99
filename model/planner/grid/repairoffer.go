package grid

import (
	"cmp"
	"slices"
)

// polished gives the blocks that moved the best times for as few moves.
func (r *repair) polished(plan Plan) Mended {
	first := r.told(plan, Fewest)
	r.show(first)
	p := *r.g.p
	p.Blocks = slices.Clone(p.Blocks)
	for b := range p.Blocks {
		was := r.old[b]
		if was.Start >= 0 && was.Start == plan[b].Start && was.Place == plan[b].Place && slices.Equal(was.People, plan[b].People) {
			p.Blocks[b].Lock, p.Blocks[b].Home = Frozen, plan[b]
		}
	}
	h, err := New(&p)
	if err != nil {
		return first // it cannot be: only locks differ from a problem that was taken
	}
	better, _ := h.Improve(r.ctx, int64(r.seed), plan, int64(r.effort(polishSteps)), nil)
	if now := r.told(better, Fewest); now.Moved <= first.Moved && now.Costs.Sum() < first.Costs.Sum() {
		return now
	}
	return first
}

// offers are plans that cost less and move more, after the first.
func (r *repair) offers(first Mended) []Mended {
	all := []Mended{first}
	least := int32(0)
	for _, w := range r.g.p.Soft.Weight {
		if w > 0 && (least == 0 || w < least) {
			least = w
		}
	}
	if least == 0 {
		return all
	}
	for _, price := range []int32{16, 5, 1} {
		h, err := New(r.tied(price * least))
		if err != nil || r.ctx.Err() != nil {
			break
		}
		plan, _ := h.Improve(r.ctx, int64(r.seed), first.Plan, int64(r.effort(offerSteps)), nil)
		all = append(all, r.told(plan, Cheaper))
	}
	slices.SortStableFunc(all[1:], func(a, b Mended) int {
		return cmp.Or(cmp.Compare(a.Moved, b.Moved), cmp.Compare(a.Costs.Sum(), b.Costs.Sum()))
	})
	kept := all[:1]
	for _, m := range all[1:] {
		last := &kept[len(kept)-1]
		if m.Unplaced == 0 && m.Moved > last.Moved && m.Costs.Sum() < last.Costs.Sum() {
			kept = append(kept, m)
			r.show(m)
		}
	}
	return kept
}

// tied is the problem with all weights times eight, and a price for each block
// that is not where the plan of record has it (twice for another time).
func (r *repair) tied(price int32) *Problem {
	p := *r.g.p
	for i := range p.Soft.Weight {
		p.Soft.Weight[i] *= 8
	}
	p.Soft.Weight[Close] = price
	p.Blocks = slices.Clone(p.Blocks)
	for b := range p.Blocks {
		if p.Blocks[b].Lock == Free {
			p.Blocks[b].Home = r.old[b]
		}
	}
	return &p
}
