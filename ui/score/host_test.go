package score

import (
	"testing"
	"time"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab/tabtest"
)

// host is a desk whose sheets are written on.
type host struct{ *tabtest.Host }

// newHost holds the records, in a language, at a moment.
func newHost(t testing.TB, tag string, now time.Time, records ...model.Record) *host {
	t.Helper()
	h := &host{tabtest.New(t, tag, now)}
	h.Hold(records...)
	return h
}

// copied is the same desk with dialogs of its own, on a screen of 80×24.
func (h *host) copied() *host {
	inner := *h.Host
	c := &host{&inner}
	c.afresh()
	return c
}

// afresh closes all dialogs and takes a screen of 80×24.
func (h *host) afresh() {
	h.Stack = kit.NewStack(h.Env())
	h.Stack.Resize(80, 24)
}

// inSample holds the sample, on the Wednesday of the first week of the cohort
// that runs, days later.
func inSample(t testing.TB, tag string, days int) *host {
	t.Helper()
	h := newHost(t, tag, time.Date(2026, 11, 18+days, 12, 0, 0, 0, time.UTC))
	today, _ := model.NewDate(2026, 11, 18)
	h.Sample(today)
	return h
}

// running is the cohort that runs.
func (h *host) running() *model.Cohort {
	for _, c := range h.Desk().CohortsByDate() {
		if c.State == model.Running {
			return c
		}
	}
	return nil
}

// where is the first session of the running cohort that suits.
func (h *host) where(t testing.TB, suits func(*model.Session) bool) *model.Session {
	t.Helper()
	for _, s := range h.Desk().SessionsOf(h.running().ID) {
		if suits(s) {
			return s
		}
	}
	t.Fatal("the sample has no such session")
	return nil
}
