package sat

// A heap holds the variables that may be decided, the most active first.
type heap struct {
	vars []int32
	at   []int32 // by variable: its place in vars; -1: not in it
	act  []float64
}

func (h *heap) grow(v int32) {
	for int32(len(h.at)) <= v {
		h.at = append(h.at, -1)
		h.act = append(h.act, 0)
	}
}

func (h *heap) push(v int32) {
	if h.at[v] >= 0 {
		return
	}
	h.at[v] = int32(len(h.vars))
	h.vars = append(h.vars, v)
	h.up(h.at[v])
}

func (h *heap) pop() (int32, bool) {
	if len(h.vars) == 0 {
		return 0, false
	}
	v := h.vars[0]
	last := h.vars[len(h.vars)-1]
	h.vars = h.vars[:len(h.vars)-1]
	h.at[v] = -1
	if v != last {
		h.vars[0] = last
		h.at[last] = 0
		h.down(0)
	}
	return v, true
}

func (h *heap) up(i int32) {
	v := h.vars[i]
	for i > 0 {
		p := (i - 1) / 2
		if h.act[h.vars[p]] >= h.act[v] {
			break
		}
		h.vars[i] = h.vars[p]
		h.at[h.vars[i]] = i
		i = p
	}
	h.vars[i] = v
	h.at[v] = i
}

func (h *heap) down(i int32) {
	v := h.vars[i]
	for {
		c := 2*i + 1
		if c >= int32(len(h.vars)) {
			break
		}
		if r := c + 1; r < int32(len(h.vars)) && h.act[h.vars[r]] > h.act[h.vars[c]] {
			c = r
		}
		if h.act[v] >= h.act[h.vars[c]] {
			break
		}
		h.vars[i] = h.vars[c]
		h.at[h.vars[i]] = i
		i = c
	}
	h.vars[i] = v
	h.at[v] = i
}

// bump makes a variable more active.
func (h *heap) bump(v int32, by float64) {
	h.act[v] += by
	if h.at[v] >= 0 {
		h.up(h.at[v])
	}
}

// scale shrinks all activities, before they grow out of bounds.
func (h *heap) scale(by float64) {
	for i := range h.act {
		h.act[i] *= by
	}
}
