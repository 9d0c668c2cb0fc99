//go:build bench

package main

import "math/bits"

// A moment is how far a schedule has come: what has begun, what of it is under
// way, and no more, for what has ended no longer matters.
type moment struct {
	begun uint64
	at    int32
	count int32
	job   [underWay]int16
	end   [underWay]int32
}

const (
	underWay = 8       // jobs at a time; moments with more are not remembered
	slots    = 1 << 18 // moments remembered: 16 MB
	ways     = 4       // slots a set of jobs may be in
)

// failures are moments from which no short enough schedule came. They stay true
// as the limit falls. When there is no room the oldest of a place is forgotten.
type failures []moment

func newFailures() failures { return make(failures, slots) }

// moment is the one of what has begun, at a time. False: too much is under way.
func (p *prover) moment(at int32, begun uint64) (moment, bool) {
	m := moment{begun: begun, at: at}
	for b := begun; b != 0; b &= b - 1 {
		j := p.by[bits.TrailingZeros64(b)]
		if p.ends[j] <= at {
			continue
		}
		if m.count == underWay {
			return m, false
		}
		m.job[m.count], m.end[m.count] = int16(j), p.ends[j]
		m.count++
	}
	return m, true
}

// place are the slots where moments of the same jobs are.
func (f failures) place(m *moment) failures {
	at := (m.begun * 0x9e3779b97f4a7c15 >> 32) % slots &^ (ways - 1)
	return f[at : at+ways]
}

// covers says whether a moment leaves no more to hope for than one that failed:
// the same jobs begun, it is no sooner, and no job is free sooner. ends are
// those of the moment's jobs.
func (f failures) covers(m *moment, ends []int32) bool {
	place := f.place(m)
	for i := range place {
		if g := &place[i]; g.begun == m.begun && g.noLater(m, ends) {
			return true
		}
	}
	return false
}

func (m *moment) noLater(than *moment, ends []int32) bool {
	if m.at > than.at {
		return false
	}
	for i := range m.count {
		if m.end[i] > max(than.at, ends[m.job[i]]) {
			return false
		}
	}
	return true
}

func (f failures) add(m *moment) {
	place := f.place(m)
	copy(place[1:], place)
	place[0] = *m
}
