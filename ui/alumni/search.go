package alumni

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/finder"
	"muster/ui/kit"
)

// search is the line one types in, and everybody who is found by it.
type search struct {
	t       *Tab
	w, tall int
	line    *kit.Input
	inLine  bool
	chosen  []filter // beside those typed
	filters []filter // all of them, the typed ones first

	query  finder.Query
	result finder.Result
	took   time.Duration
	ready  bool // the index was there
	loose  []model.Message

	list   list
	head   *kit.Grid[int] // lays out the columns and draws their heads
	rows   []row          // those in the window
	ghost  completion
	detail detail
}

func newSearch(t *Tab) *search {
	s := &search{t: t, line: kit.NewInput(""), inLine: true, head: kit.NewGrid[int](t.env())}
	s.line.Limit = 200
	s.detail.t = t
	return s
}

// changed searches again; the cursor stays on the person it was on.
func (s *search) changed() {
	id, had := s.current()
	s.head.SetColumns(s.columns()...)
	s.line.Placeholder = s.t.env().T("alumni.line.what")
	s.search()
	if had {
		s.seek(id)
	}
	s.settle()
	s.read()
}

// seek puts the cursor on a person, when they are among those found: near
// where the cursor is, as after most acts, or among the first ones.
func (s *search) seek(id model.ID) {
	const near, step = 64, 512
	reach := 2_000 // hits with words in them take longer to make
	if s.query.Words == "" {
		reach = 50_000
	}
	from := max(s.list.cur-near, 0)
	if s.seekIn(id, from, 2*near) {
		return
	}
	for from = 0; from < min(s.list.n, reach); from += step {
		if s.seekIn(id, from, step) {
			return
		}
	}
}

func (s *search) seekIn(id model.ID, from, n int) bool {
	for i, hit := range s.result.Window(from, n) {
		if hit.Entry.ID == id {
			s.list.top += from + i - s.list.cur
			s.list.cur = from + i
			return true
		}
	}
	return false
}

// search asks the index.
func (s *search) search() {
	s.filters, s.query = s.t.filtersIn(s.line.Value())
	for _, f := range s.chosen {
		s.query = merge(s.query, f.query)
		s.filters = append(s.filters, f)
	}
	ix := s.t.people()
	s.ready, s.result, s.loose, s.ghost = ix != nil, finder.Result{}, nil, completion{}
	s.list.n = 0
	if ix == nil {
		return
	}
	began := s.t.env().Now()
	s.result = ix.Search(s.query)
	s.took = s.t.env().Now().Sub(began)
	s.list.n = s.result.Count
	if s.list.n == 0 {
		s.loose = s.loosen(ix)
	}
	s.ghost = s.complete(ix)
}

// typed follows every change of what is searched for: the best is on top.
func (s *search) typed() {
	s.search()
	s.list.cur, s.list.top = 0, 0
	s.settle()
}

// loosen says which filters leave nobody, each with how many there would be
// without it; and when no single one does, that the words are too many.
func (s *search) loosen(ix *finder.Index) []model.Message {
	var out []model.Message
	for i, f := range s.filters {
		q := finder.Parse(s.words())
		for j, o := range s.filters {
			if i != j {
				q = merge(q, o.query)
			}
		}
		if n := ix.Search(q).Count; n > 0 {
			out = append(out, model.Say("alumni.none.without", "n", n, "filter", f.label))
		}
	}
	if q := finder.Parse(s.words()); len(out) == 0 && len(s.filters) > 1 && q.Words != "" {
		if n := ix.Search(q).Count; n > 0 {
			out = append(out, model.Say("alumni.none.no-filters", "n", n))
		}
	}
	return out
}

// words is what was typed beside filters.
func (s *search) words() string {
	text := s.line.Value()
	for _, f := range s.filters {
		if f.word != "" {
			text = without(text, f.word)
		}
	}
	return text
}

// drop takes a filter away.
func (s *search) drop(i int) {
	f := s.filters[i]
	if f.word != "" {
		s.line.Set(without(s.line.Value(), f.word))
	} else {
		at := i - (len(s.filters) - len(s.chosen))
		s.chosen = slices.Delete(s.chosen, at, at+1)
	}
	s.typed()
}

// clear empties the line and takes all filters away.
func (s *search) clear() {
	s.line.Set("")
	s.chosen = nil
	s.typed()
}

func (s *search) leaveLine() {
	s.inLine = false
	s.settle()
}

// current is the person under the cursor.
func (s *search) current() (model.ID, bool) {
	at := s.list.cur - s.list.top
	if at < 0 || at >= len(s.rows) {
		return model.ID{}, false
	}
	return s.rows[at].id, true
}

// settle fetches the rows of the window and tells of the one under the
// cursor.
func (s *search) settle() {
	l := s.layout()
	s.head.Resize(max(l.list.W-1, 0), l.list.H) // a cell of air before the scrollbar
	s.list.h = max(l.list.H-1, 0)
	s.list.settle()
	s.fetch()
	s.detail.resize(l.detail.W, l.detail.H)
	id, _ := s.current()
	s.detail.show(id)
}

func (s *search) resize(w, h int) {
	s.w, s.tall = w, h
	s.settle()
}

// chosenOnes is the marked people, or the one under the cursor.
func (s *search) chosenOnes() []model.ID {
	if len(s.list.marks) > 0 {
		var out []model.ID
		for id := range s.list.marks {
			out = append(out, id)
		}
		slices.SortFunc(out, model.ID.Compare)
		return out
	}
	if id, ok := s.current(); ok {
		return []model.ID{id}
	}
	return nil
}

func (s *search) shows() (model.ID, bool) { return s.current() }

// read tells anew of the person under the cursor.
func (s *search) read() {
	id, _ := s.current()
	s.detail.make(id)
}

// typing: where there is nobody to search for the keys stay free.
func (s *search) typing() bool {
	return s.inLine && (!s.ready || s.t.people().Len() > 0)
}

func (s *search) cursor() (x, y int, ok bool) {
	if !s.typing() {
		return 0, 0, false
	}
	r := s.layout().line
	return r.X + s.line.Cursor(r.W), r.Y, r.H > 0
}

func (s *search) update(msg tea.Msg) tea.Cmd {
	if rows, x, y, ok := wheel(msg); ok {
		if l := s.layout(); l.detail.Contains(x, y) {
			s.detail.turn(rows / wheelRows)
		} else {
			s.list.wheel(rows)
		}
		s.settle()
		return nil
	}
	if x, y, ok := kit.Click(msg); ok {
		return s.click(x, y)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && !s.typing() {
		if s.list.key(k, false) {
			s.settle()
		}
		return nil
	}
	return s.typeIn(msg)
}

// typeIn takes a key or a paste for the line.
func (s *search) typeIn(msg tea.Msg) tea.Cmd {
	k, isKey := msg.(tea.KeyPressMsg)
	before := s.line.Value()
	switch {
	case isKey && kit.IsKey(k, "esc"):
		if before == "" {
			s.leaveLine()
			return nil
		}
		s.line.Set("")
	case isKey && kit.IsKey(k, "enter", "down"):
		if s.list.n > 0 {
			s.leaveLine()
		}
		return nil
	case isKey && kit.IsKey(k, "tab"):
		s.leaveLine()
		return nil
	case isKey && kit.IsKey(k, "pgup", "pgdown"):
		s.list.key(k, true)
		s.settle()
		return nil
	case isKey && kit.IsKey(k, "right") && s.ghost.whole != "" && s.atEnd():
		s.line.Set(s.ghost.whole)
	case isKey && kit.IsKey(k, "backspace") && before == "" && len(s.filters) > 0:
		s.drop(len(s.filters) - 1)
		return nil
	default:
		s.line.Update(msg)
	}
	if s.line.Value() != before {
		s.typed()
	}
	return nil
}

// atEnd reports whether the cursor of the line is behind its text.
func (s *search) atEnd() bool {
	const wide = 1 << 12
	return s.line.Cursor(wide) == kit.Width(s.line.Value())
}

func (s *search) click(x, y int) tea.Cmd {
	l := s.layout()
	if i, ok := s.t.labelAt(l.labels, x, y); ok {
		if (i == 1) != s.t.inQueue {
			return s.t.turn()
		}
		return nil
	}
	switch {
	case l.line.Contains(x, y):
		s.inLine = true
		s.line.Click(x-l.line.X, l.line.W)
	case l.chips.Contains(x, y):
		for i, c := range s.chips(l.chips) {
			if x >= c.x && x < c.x+c.w {
				s.drop(i)
				break
			}
		}
	case l.list.Contains(x, y):
		was := s.list.cur
		wasIn := !s.typing()
		if s.list.click(y - l.list.Y - 1) {
			s.leaveLine()
			if id, ok := s.current(); ok && x < l.list.X+2 {
				s.list.mark(id)
			} else if ok && wasIn && was == s.list.cur {
				return s.t.open(id) // a second click on the row
			}
		}
	}
	s.settle()
	return nil
}
