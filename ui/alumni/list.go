package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A list is a cursor and a window in a result of any length; the rows
// themselves are fetched for the window only. (kit.Grid orders its rows
// itself, and so must know them all.)
type list struct {
	n, h     int // rows there are, rows shown
	cur, top int
	marks    map[model.ID]bool
}

// settle keeps the cursor in the list and in sight.
func (l *list) settle() {
	l.cur = max(min(l.cur, l.n-1), 0)
	h := max(l.h, 1)
	if l.cur < l.top {
		l.top = l.cur
	}
	if l.cur >= l.top+h {
		l.top = l.cur - h + 1
	}
	l.top = max(min(l.top, l.n-h), 0)
}

// key moves the cursor; letters move it too unless one is typing.
func (l *list) key(k tea.KeyPressMsg, typing bool) bool {
	is := func(key, letter string) bool {
		return kit.IsKey(k, key) || letter != "" && !typing && kit.IsKey(k, letter)
	}
	page := max(l.h-1, 1)
	switch {
	case is("up", "k"):
		l.cur--
	case is("down", "j"):
		l.cur++
	case is("pgup", "ctrl+b"):
		l.cur -= page
	case is("pgdown", "ctrl+f"):
		l.cur += page
	case !typing && is("home", "g"):
		l.cur = 0
	case !typing && is("end", "G"):
		l.cur = l.n - 1
	default:
		return false
	}
	l.settle()
	return true
}

// wheel moves the window and takes the cursor along only when it would leave
// it.
func (l *list) wheel(rows int) {
	h := max(l.h, 1)
	l.top = max(min(l.top+rows, l.n-h), 0)
	l.cur = max(min(l.cur, l.top+h-1), l.top)
	l.settle()
}

// click puts the cursor on a row of the window; false when there is none.
func (l *list) click(row int) bool {
	if row < 0 || row >= l.h || l.top+row >= l.n {
		return false
	}
	l.cur = l.top + row
	return true
}

func (l *list) mark(id model.ID) {
	if l.marks[id] {
		delete(l.marks, id)
		return
	}
	if l.marks == nil {
		l.marks = map[model.ID]bool{}
	}
	l.marks[id] = true
}

// bar is where the scrollbar stands: its first row and its rows; none when
// everything is seen.
func (l *list) bar() (at, size int) {
	if l.n <= l.h || l.h <= 0 {
		return 0, 0
	}
	size = max(l.h*l.h/l.n, 1)
	return (l.h - size) * l.top / (l.n - l.h), size
}

// wheelRows is the rows that a notch of the wheel moves.
const wheelRows = 3

// wheel is how far a wheel message turns, in rows, and where.
func wheel(msg tea.Msg) (rows, x, y int, ok bool) {
	switch m := msg.(type) {
	case kit.WheelMsg:
		return wheelRows * m.Delta, m.X, m.Y, true
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			return -wheelRows, m.X, m.Y, true
		case tea.MouseWheelDown:
			return wheelRows, m.X, m.Y, true
		}
	}
	return 0, 0, 0, false
}
