package store

import (
	"io"
	"sync"
	"time"

	"muster/model"
)

// ids makes ids that rise: within one millisecond, and when the clock is set
// back, the last one is counted up.
type ids struct {
	now  func() time.Time
	rand io.Reader

	mu   sync.Mutex
	ms   int64
	tail [10]byte
}

func (g *ids) next() model.ID {
	g.mu.Lock()
	defer g.mu.Unlock()
	ms := g.now().UnixMilli()
	if ms > g.ms {
		g.ms = ms
		chance(g.rand, g.tail[:])
		g.tail[0] &= 0x7f // room to count up
		return model.NewID(g.ms, g.tail)
	}
	for i := len(g.tail) - 1; i >= 0; i-- {
		if g.tail[i]++; g.tail[i] != 0 {
			break
		}
	}
	return model.NewID(g.ms, g.tail)
}

// chance fills b. A source that fails leaves nothing sensible to do.
func chance(r io.Reader, b []byte) {
	if _, err := io.ReadFull(r, b); err != nil {
		panic("store: no chance to be had: " + err.Error())
	}
}

// NewID is an id for a new record, greater than all that this store made.
func (s *Store) NewID() model.ID { return s.ids.next() }

// mark is chance by which an act is known again.
func (s *Store) mark() (m [idLen]byte) {
	chance(s.o.Rand, m[:])
	return m
}

// hundredths is the time as the journal keeps it.
func (s *Store) hundredths() int64 { return s.o.Now().UnixMilli() / 10 }
