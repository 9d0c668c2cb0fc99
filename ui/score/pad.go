package score

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A pad is a table that is typed into, as fast as it is called out: digits and
// letters go into the cell in hand, tab and enter go on within a group of
// columns and then to the next row, the arrows go anywhere. What stands in the
// cells is its owner's; every key that types is offered to the owner at once.
type pad struct {
	env  *kit.Env
	cols []padCol
	rows int
	// cell is what stands in a cell.
	cell func(row, col int) kit.Cell
	// raw is what was typed there: where backspace begins.
	raw func(row, col int) string
	// put takes the whole of what now stands in a cell and says why it cannot
	// be: then it stays as it was.
	put func(row, col int, s string) model.Message
	// pick opens a choice for a cell of the kind choice; typed is the letter
	// that asked, or "".
	pick func(row, col int, typed string) tea.Cmd
	// grow makes a row after the last and reports whether it did; nil never
	// does.
	grow func() bool
	// signs are its owner's keys: they type only where typing has begun.
	signs string
	// left is called when the cursor leaves a row; nil is nothing.
	left func(row int)

	row, col  int
	top, from int        // the first row shown, and the first column of the band
	in        *kit.Input // what is being typed; nil: nothing
	why       model.Message
	w, h      int
}

// A padCol is one column of a pad.
type padCol struct {
	id    string
	head  [2]string // one line above the other
	w     int       // cells
	most  int       // cells it may grow to; 0 stays as it is
	right bool      // numbers
	kind  cellKind
	side  side
	group int // tab and enter go round within it
	drop  int // of a column that is always shown: goes first on a narrow screen; 0 never
}

// cellKind is what a cell takes.
type cellKind uint8

const (
	shown  cellKind = iota // nothing: it is only read
	digits                 // a number
	clock                  // minutes and seconds
	letter                 // one letter, that says it
	text                   // any text
	choice                 // one of a list
)

// side is where a column stands.
type side uint8

const (
	band  side = iota // in the middle: goes by when there are too many
	first             // always at the left
	last              // always at the right
)

// padGap is the air between two columns.
const padGap = 1

// headLines is how many lines the heads take.
func (p *pad) headLines() int {
	switch {
	case p.h < 4:
		return 0
	case p.h < 7 || !slices.ContainsFunc(p.cols, func(c padCol) bool { return c.head[0] != "" }):
		return 1
	}
	return 2
}

func (p *pad) shownRows() int { return max(p.h-p.headLines(), 1) }

// resize takes the size.
func (p *pad) resize(w, h int) {
	p.w, p.h = w, h
	p.settle()
}

// reset takes other columns or rows; the cursor stays where it can.
func (p *pad) reset(cols []padCol, rows int) {
	p.cols, p.rows = cols, rows
	p.in = nil
	p.settle()
}

// settle keeps the cursor on a cell, and the cell in sight.
func (p *pad) settle() {
	p.row = min(max(p.row, 0), max(p.rows-1, 0))
	if p.col < 0 || p.col >= len(p.cols) || p.cols[p.col].kind == shown {
		p.col = p.edge(1)
	}
	h := p.shownRows()
	p.top = min(max(min(p.top, p.row), p.row-h+1, 0), max(p.rows-h, 0))
	if p.col >= 0 && p.cols[p.col].side == band {
		p.from = 0
		for p.from < p.col && !p.inSight(p.col) {
			p.from++
		}
	}
}

func (p *pad) inSight(col int) bool {
	for _, s := range p.slots() {
		if s.Col == col {
			return true
		}
	}
	return false
}

// edge is the first column that can be typed into, from the left or the right;
// -1 when there is none.
func (p *pad) edge(step int) int {
	at := 0
	if step < 0 {
		at = len(p.cols) - 1
	}
	for ; at >= 0 && at < len(p.cols); at += step {
		if p.cols[at].kind != shown {
			return at
		}
	}
	return -1
}

// Update takes a message in the pad's own coordinates; handled is false for
// what is not the pad's.
func (p *pad) Update(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	switch m := msg.(type) {
	case tea.PasteMsg:
		return nil, p.paste(m)
	case tea.KeyPressMsg:
		p.why = model.Message{}
		if p.rows == 0 || p.col < 0 {
			return nil, false
		}
		if p.moves(m) {
			return nil, true
		}
		return p.types(m)
	}
	return nil, p.mouse(msg)
}

func (p *pad) mouse(msg tea.Msg) bool {
	switch m := msg.(type) {
	case kit.WheelMsg:
		p.to(p.row+3*m.Delta, p.col)
		return true
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			p.to(p.row-3, p.col)
		} else {
			p.to(p.row+3, p.col)
		}
		return true
	}
	x, y, ok := kit.Click(msg)
	if !ok {
		return false
	}
	row := p.top + y - p.headLines()
	if y < p.headLines() || row >= p.rows {
		return false
	}
	for _, s := range p.slots() {
		if x >= s.X && x < s.X+s.W+padGap && p.cols[s.Col].kind != shown {
			p.to(row, s.Col)
			return true
		}
	}
	p.to(row, p.col)
	return true
}

// moves goes to another cell by a key that moves.
func (p *pad) moves(k tea.KeyPressMsg) bool {
	page := max(p.shownRows()-1, 1)
	switch {
	case kit.IsKey(k, "tab", "enter"):
		p.next(1)
	case kit.IsKey(k, "shift+tab", "shift+enter"):
		p.next(-1)
	case kit.IsKey(k, "right"):
		p.beside(1)
	case kit.IsKey(k, "left"):
		p.beside(-1)
	case kit.IsKey(k, "up"):
		p.to(p.row-1, p.col)
	case kit.IsKey(k, "down"):
		p.down()
	case kit.IsKey(k, "pgup"):
		p.to(p.row-page, p.col)
	case kit.IsKey(k, "pgdown"):
		p.to(p.row+page, p.col)
	case kit.IsKey(k, "home"):
		p.to(p.row, p.edge(1))
	case kit.IsKey(k, "end"):
		p.to(p.row, p.edge(-1))
	case kit.IsKey(k, "ctrl+home"):
		p.to(0, p.edge(1))
	case kit.IsKey(k, "ctrl+end"):
		p.to(p.rows-1, p.col)
	default:
		return false
	}
	return true
}

// to puts the cursor on a cell.
func (p *pad) to(row, col int) {
	row = min(max(row, 0), max(p.rows-1, 0))
	was := p.row
	p.in = nil
	p.row, p.col = row, col
	if row != was && p.left != nil {
		p.left(was)
	}
	p.settle()
}

// down goes to the next row, which is made where there is none.
func (p *pad) down() {
	if p.row == p.rows-1 && p.grow != nil && !p.grow() {
		return
	}
	p.to(p.row+1, p.col)
}

// next goes on within the group of columns, then to the next row.
func (p *pad) next(step int) {
	group := p.cols[p.col].group
	for c := p.col + step; c >= 0 && c < len(p.cols); c += step {
		if p.cols[c].kind != shown && p.cols[c].group == group {
			p.to(p.row, c)
			return
		}
	}
	row := p.row + step
	if row >= p.rows && (p.grow == nil || !p.grow()) {
		p.why = model.Say("score.pad.last")
		return
	}
	if row < 0 {
		return
	}
	at := p.col
	for c := p.col; c >= 0 && c < len(p.cols); c -= step {
		if p.cols[c].kind != shown && p.cols[c].group == group {
			at = c
		}
	}
	p.to(row, at)
}

// beside goes to the next cell of whatever group, across the ends of rows.
func (p *pad) beside(step int) {
	for c := p.col + step; c >= 0 && c < len(p.cols); c += step {
		if p.cols[c].kind != shown {
			p.to(p.row, c)
			return
		}
	}
	if row := p.row + step; row >= 0 && row < p.rows {
		p.to(row, p.edge(step))
	}
}

// types puts what a key types into the cell in hand.
func (p *pad) types(k tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	kind := p.cols[p.col].kind
	typed := kit.Typed(k)
	switch {
	case kit.IsKey(k, "delete"):
		p.offer("")
		p.in = nil
		return nil, true
	case kit.IsKey(k, "backspace", "shift+backspace", "ctrl+h"):
		if kind == choice || kind == letter {
			p.offer("")
			return nil, true
		}
		p.begin(p.raw(p.row, p.col))
		return nil, p.edit(k)
	case typed == "", p.in == nil && strings.Contains(p.signs, typed):
		return nil, false
	case kind == choice:
		if p.pick == nil || !wordly(typed) && typed != " " {
			return nil, false
		}
		return p.pick(p.row, p.col, strings.TrimSpace(typed)), true
	case kind == letter:
		if !wordly(typed) && typed != " " {
			return nil, false
		}
		p.offer(typed)
		return nil, true
	case !fits(kind, typed):
		return nil, false
	}
	p.begin("")
	return nil, p.edit(k)
}

// wordly reports whether a key's text begins a word: what is a sign is left to
// whoever has it as a key.
func wordly(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// fits reports whether text may be typed into a cell of the kind.
func fits(kind cellKind, s string) bool {
	switch kind {
	case digits, clock:
		return !strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (kind == digits || r != ':') })
	case text:
		return true
	case shown, letter, choice:
	}
	return false
}

// begin starts typing, with s already there, unless typing has begun.
func (p *pad) begin(s string) {
	if p.in == nil {
		p.in = kit.NewInput(s)
		p.in.Limit = model.MaxNote
	}
}

// edit changes what is being typed, when the owner takes it.
func (p *pad) edit(msg tea.Msg) bool {
	was := p.in.Value()
	if !p.in.Update(msg) {
		return false
	}
	if !p.offer(p.in.Value()) {
		p.in.Set(was)
	}
	return true
}

func (p *pad) offer(s string) bool {
	p.why = p.put(p.row, p.col, s)
	return p.why.IsZero()
}

func (p *pad) paste(m tea.PasteMsg) bool {
	if p.rows == 0 || p.col < 0 || !fits(p.cols[p.col].kind, strings.TrimSpace(m.Content)) {
		return false
	}
	p.why = model.Message{}
	p.begin("")
	return p.edit(tea.PasteMsg{Content: strings.TrimSpace(m.Content)})
}
