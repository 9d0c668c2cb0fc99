package staff

import (
	"strings"
	"testing"

	"muster/model"
)

// onKit puts the cursor of the page of kit on a pool.
func onKit(t *testing.T, h *host, name string) *model.Kit {
	t.Helper()
	for h.tab.page().id() != "kit" {
		h.Press("right")
	}
	h.Press("home")
	p := h.tab.page().(*stock)
	for range p.rows {
		if k := p.current(); k.Name.En == name {
			return k
		}
		h.Press("down")
	}
	t.Fatalf("no kit %s", name)
	return nil
}

// What is used up is delivered, runs out, and is counted anew.
func TestAmmunition(t *testing.T) {
	h := newHost(t, "en", true)
	k := onKit(t, h, "Cartridges, 9 mm")
	u := h.tab.page().(*stock).used[k.ID]
	if u.short != nil || u.left <= 0 || u.left >= k.Count || u.coming == 0 {
		t.Errorf("it stands at %+v", u)
	}
	h.Press("d", "tab")
	h.Type("500")
	h.Press("tab")
	h.Type("P-1")
	h.Press("ctrl+s")
	now := h.Desk().Kits.Get(k.ID)
	if len(now.Deliveries) != 2 || now.Deliveries[0] != (model.Delivery{On: h.Today(), Count: 500, Lot: "P-1"}) {
		t.Fatalf("delivered %+v\n%s", now.Deliveries, h.Screen(120, 36))
	}
	if got := h.tab.page().(*stock).used[k.ID].left; got != u.left+500 {
		t.Errorf("%d left, then %d", u.left, got)
	}
	h.Press("D", "end", "space", "enter")
	if now = h.Desk().Kits.Get(k.ID); len(now.Deliveries) != 1 {
		t.Errorf("taken out, and %+v are left", now.Deliveries)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "Runs out at ") || !strings.Contains(s, " ! ") {
		t.Errorf("it runs out, and nobody says so:\n%s", s)
	}
}

// Kit becomes used up, and lasts again; what is not used up is not delivered.
func TestKitIsUsedUp(t *testing.T) {
	h := newHost(t, "en", true)
	k := onKit(t, h, "Stretchers")
	h.Press("d")
	if len(h.Acts) != 0 || h.Stack.Top() != nil {
		t.Error("a delivery of what is not used up")
	}
	h.Press("e", "tab", "space", "tab")
	h.Type("16/11/2026")
	h.Press("tab", "ctrl+a", "ctrl+k")
	h.Type("20000")
	h.Press("ctrl+s")
	now := h.Desk().Kits.Get(k.ID)
	if !now.Spent || now.Count != 20000 || now.Counted.IsZero() {
		t.Fatalf("%+v\n%s", now, h.Screen(120, 36))
	}
	h.Press("e", "tab", "space", "ctrl+s")
	if now = h.Desk().Kits.Get(k.ID); now.Spent || !now.Counted.IsZero() || now.Count > model.MaxPieces {
		t.Errorf("lasting again: %+v", now)
	}
}
