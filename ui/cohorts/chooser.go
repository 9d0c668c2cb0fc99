package cohorts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/filing"
	"muster/ui/kit"
)

// chooser asks for a spreadsheet. There is one line with a path; below it the
// folder that the path is in, narrowed by what is typed after the last
// separator. enter opens a folder or takes a file, tab completes the name.
type chooser struct {
	env   *kit.Env
	in    *kit.Input
	dir   string // the folder that is listed
	read  bool   // the folder was read
	fault error  // why it could not be
	items []item
	shown []item // items that match
	at    int
	top   int
	w, h  int
	wrong model.Message
	path  string
}

// folderMsg is a folder that was read.
type folderMsg struct {
	of    *chooser
	dir   string
	items []item
	err   error
}

// newChooser begins in a folder; the command reads it.
func newChooser(e *kit.Env, dir string) (*chooser, tea.Cmd) {
	c := &chooser{env: e, in: kit.NewInput(withSlash(dir))}
	return c, c.look()
}

// Title says what is asked for.
func (c *chooser) Title() string { return c.env.T("cohorts.file.title") }

// Result is the path of the file.
func (c *chooser) Result() string { return c.path }

// Size is wide, for long paths.
func (c *chooser) Size(maxW, maxH int) (w, h int) { return min(96, maxW), min(22, maxH) }

// Resize takes the size.
func (c *chooser) Resize(w, h int) { c.w, c.h = w, h; c.reveal() }

func (c *chooser) rows() int { return max(c.h-2, 0) }

// split is the folder and the beginning of a name that the line stands for.
func (c *chooser) split() (dir, name string) {
	path := filing.Path(c.in.Value())
	if i := strings.LastIndexAny(path, `/`+string(filepath.Separator)); i >= 0 {
		return filepath.Clean(path[:i+1]), path[i+1:]
	}
	return c.dir, path
}

// look reads the folder of the line, if it is another than the one shown, and
// narrows the list.
func (c *chooser) look() tea.Cmd {
	dir, _ := c.split()
	c.narrow()
	if dir == c.dir && (c.read || c.fault != nil) {
		return nil
	}
	c.dir, c.read, c.fault, c.items = dir, false, nil, nil
	c.narrow()
	return func() tea.Msg {
		items, err := readFolder(dir)
		return folderMsg{c, dir, items, err}
	}
}

func (c *chooser) narrow() {
	_, name := c.split()
	words := kit.Words(name)
	c.shown = c.shown[:0]
	if name == "" && filepath.Dir(c.dir) != c.dir && c.read {
		c.shown = append(c.shown, item{name: "..", shown: "..", dir: true})
	}
	for _, it := range c.items {
		if words.In(kit.Fold(it.name)) {
			c.shown = append(c.shown, it)
		}
	}
	c.at, c.top = 0, 0
	if len(c.shown) > 1 && c.shown[0].name == ".." {
		c.at = 1
	}
	c.reveal()
}

func (c *chooser) reveal() {
	c.at = max(min(c.at, len(c.shown)-1), 0)
	if c.at < c.top {
		c.top = c.at
	}
	if n := c.rows(); n > 0 && c.at >= c.top+n {
		c.top = c.at - n + 1
	}
}

// Update types, walks the list and opens.
func (c *chooser) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	switch m := msg.(type) {
	case folderMsg:
		if m.of == c && m.dir == c.dir {
			c.read, c.items, c.fault = m.err == nil, m.items, m.err
			c.narrow()
		}
		return kit.Stay, nil
	case kit.WheelMsg:
		c.at += m.Delta
		c.reveal()
		return kit.Stay, nil
	case tea.KeyPressMsg:
		if out, cmd, ok := c.key(m); ok {
			return out, cmd
		}
	}
	if x, y, ok := kit.Click(msg); ok {
		if y == 0 {
			c.in.Click(x, c.w)
			return kit.Stay, nil
		}
		if i := c.top + y - 2; y >= 2 && i < len(c.shown) {
			if i == c.at {
				return c.open()
			}
			c.at = i
		}
		return kit.Stay, nil
	}
	if c.in.Update(msg) {
		c.wrong = model.Message{}
		return kit.Stay, c.look()
	}
	return kit.Stay, nil
}

func (c *chooser) key(k tea.KeyPressMsg) (kit.Outcome, tea.Cmd, bool) {
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil, true
	case kit.IsKey(k, "enter"):
		out, cmd := c.open()
		return out, cmd, true
	case kit.IsKey(k, "tab"):
		return kit.Stay, c.complete(), true
	case kit.IsKey(k, "up"):
		c.at--
	case kit.IsKey(k, "down"):
		c.at++
	case kit.IsKey(k, "pgup"):
		c.at -= max(c.rows(), 1)
	case kit.IsKey(k, "pgdown"):
		c.at += max(c.rows(), 1)
	default:
		return kit.Stay, nil, false
	}
	c.reveal()
	return kit.Stay, nil, true
}

// complete writes the name under the cursor on the line.
func (c *chooser) complete() tea.Cmd {
	if c.at >= len(c.shown) {
		return nil
	}
	it := c.shown[c.at]
	path := filepath.Join(c.dir, it.name)
	if it.dir {
		path = withSlash(path)
	}
	c.in.Set(path)
	return c.look()
}

// open goes into a folder or ends with a file: the one the line names in
// full, else the one under the cursor.
func (c *chooser) open() (kit.Outcome, tea.Cmd) {
	_, name := c.split()
	path := filepath.Join(c.dir, name)
	if name != "" {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			c.path = path
			return kit.Done, nil
		}
	}
	if c.at >= len(c.shown) {
		c.wrong = model.Say("cohorts.file.no-such")
		return kit.Stay, nil
	}
	if c.shown[c.at].dir {
		return kit.Stay, c.complete()
	}
	c.path = filepath.Join(c.dir, c.shown[c.at].name)
	return kit.Done, nil
}

// Cursor is in the line.
func (c *chooser) Cursor() (x, y int, ok bool) { return c.in.Cursor(c.w), 0, true }

// Draw paints the line and the folder.
func (c *chooser) Draw(cv *kit.Canvas) {
	th := c.env.Theme
	c.in.Draw(cv, c.env, 0, 0, cv.W(), th.Input)
	if cv.H() < 3 {
		return
	}
	body := cv.Sub(kit.Rect{Y: 2, W: cv.W(), H: cv.H() - 2})
	switch {
	case !c.wrong.IsZero():
		cv.TextFit(0, 1, cv.W(), th.Clash, "! "+c.env.Say(c.wrong))
	case c.fault != nil:
		body.Wrap(body.Bounds(), th.Clash, c.env.T("cohorts.file.folder-fault"))
		return
	case !c.read:
		body.Text(0, 0, th.Muted, c.env.T("cohorts.file.reading"))
		return
	case len(c.shown) == 0:
		body.Wrap(body.Bounds(), th.Muted, c.env.T("cohorts.file.none"))
		return
	}
	for y := range body.H() {
		i := c.top + y
		if i >= len(c.shown) {
			break
		}
		c.drawItem(body, y, c.shown[i], i == c.at)
	}
}

func (c *chooser) drawItem(cv *kit.Canvas, y int, it item, here bool) {
	th := c.env.Theme
	name, note := th.Text, th.Muted
	if it.dir {
		name = th.Accent
	}
	if here {
		cv.Fill(kit.Rect{Y: y, W: cv.W(), H: 1}, th.Selected, " ")
		name, note = th.Selected, th.Selected
	}
	right := cv.W() - 1
	text := it.shown
	if it.dir {
		text += "/"
	} else if about := fmt.Sprintf("%s  %s", size(it.size), c.env.Lang.Date(it.day)); kit.Width(about)+24 < cv.W() {
		right = cv.TextRight(0, right, y, note, about) - 2
	}
	cv.TextFit(1, y, right-1, name, text)
}

// size is a file's size in the unit that reads best.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000*1000:
		return fmt.Sprintf("%d kB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// Actions are the keys worth knowing.
func (c *chooser) Actions() []kit.Action {
	return []kit.Action{
		{ID: "cohorts.file.open", Keys: []string{"enter"}, Rank: 1},
		{ID: "cohorts.file.complete", Keys: []string{"tab"}, Rank: 3},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2},
	}
}
