package kit

import "sort"

// A FooterItem is one key and its label, and where it was put.
type FooterItem struct {
	Action Action
	Key    string // as shown
	Label  string
	X, W   int // cells from the left edge of the footer
}

// footerGap is the air between two items.
const footerGap = 3

// Footer packs the actions that have a rank into one line of w cells, the
// lowest rank first. What does not fit is left out whole; the line never
// wraps. Disabled actions stay, so that fingers keep working.
func Footer(e *Env, actions []Action, w int) []FooterItem {
	ranked := make([]Action, 0, len(actions))
	for _, a := range actions {
		if a.Rank > 0 {
			ranked = append(ranked, a)
		}
	}
	sort.SliceStable(ranked, func(i, j int) bool { return ranked[i].Rank < ranked[j].Rank })
	var items []FooterItem
	x := 0
	for _, a := range ranked {
		it := FooterItem{Action: a, Label: a.Label(e), X: x}
		if len(a.Keys) > 0 {
			it.Key = e.KeyName(a.Keys[0])
		}
		it.W = Width(it.Key) + 1 + Width(it.Label)
		if x+it.W > w {
			continue
		}
		items = append(items, it)
		x += it.W + footerGap
	}
	return items
}

// DrawFooter paints the line of keys at x, y in w cells and returns what it
// painted, for the mouse.
func DrawFooter(c *Canvas, e *Env, x, y, w int, actions []Action) []FooterItem {
	items := Footer(e, actions, w)
	for _, it := range items {
		key, label := e.Theme.Key, e.Theme.Text
		if !it.Action.Enabled() {
			key, label = e.Theme.Muted, e.Theme.Muted
		}
		n := c.Text(x+it.X, y, key, it.Key)
		c.Text(x+it.X+n+1, y, label, it.Label)
	}
	return items
}

// FooterHit is the action whose item covers column x of the footer.
func FooterHit(items []FooterItem, x int) (Action, bool) {
	for _, it := range items {
		if x >= it.X && x < it.X+it.W {
			return it.Action, true
		}
	}
	return Action{}, false
}
