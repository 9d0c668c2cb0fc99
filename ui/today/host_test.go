package today

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

// put is the desk with the records on it, each through its constructor.
func (h *host) put(t testing.TB, list ...model.Record) {
	t.Helper()
	var c model.Change
	for _, r := range list {
		v, err := r.Valid()
		if err != nil {
			t.Fatal(err)
		}
		c.Puts = append(c.Puts, model.Put{Record: v})
	}
	h.Set(h.Desk().With(c, h.Desk().Rev+1))
}

// newHost has the sample on the desk when full, and nothing otherwise. It is a
// Wednesday morning in the first week of the cohort that runs, 09:41 there.
func newHost(t testing.TB, tag string, full bool) *host {
	t.Helper()
	h := &host{Host: tabtest.New(t, tag, time.Date(2026, 11, 18, 14, 41, 7, 0, time.UTC))}
	if full {
		h.Sample(h.Today())
	}
	h.tab = New(h)
	h.Tab = h.tab
	h.Resize(120, 36)
	return h
}
