package staff

import (
	"testing"
	"time"

	"muster/model"
	"muster/ui/tab/tabtest"
)

// host has the tab in front.
type host struct {
	*tabtest.Host
	tab *Tab
}

// newHost has the sample on the desk when full, and nothing otherwise. Its day
// is a Wednesday in the first week of the cohort that runs.
func newHost(t testing.TB, tag string, full bool) *host {
	t.Helper()
	h := &host{Host: tabtest.New(t, tag, time.Date(2026, 11, 18, 14, 41, 7, 0, time.UTC))}
	h.Env().Lang = h.Env().Lang.With(h.name)
	if full {
		h.Sample(h.Today())
	}
	h.tab = New(h)
	h.Tab = h.tab
	h.Resize(120, 36)
	return h
}

// name knows what is lent and used up, too.
func (h *host) name(id model.ID) string {
	if v := h.Desk().Vehicles.Get(id); v != nil {
		return v.Name
	}
	if k := h.Desk().Kits.Get(id); k != nil {
		return k.Name.In(h.Env().Lang.Tag())
	}
	return h.Name(id)
}
