package kit

import "charm.land/lipgloss/v2"

// A Mode is the ground a theme is made for.
type Mode uint8

const (
	// Dark is a terminal with light text on a dark ground.
	Dark Mode = iota
	// Light is a terminal with dark text on a light ground.
	Light
	// Mono has no colours: NO_COLOR is set to anything, or the user chose it.
	Mono
)

// ParseMode reads a mode as settings name it.
func ParseMode(s string) (Mode, bool) {
	switch s {
	case "dark":
		return Dark, true
	case "light":
		return Light, true
	case "mono":
		return Mono, true
	}
	return Dark, false
}

// A Theme is every style a screen uses, made once from a few tokens. Text and
// ground are the terminal's own; a colour never says what a letter, a mark or
// a word does not say too; what is selected is reversed.
type Theme struct {
	Mode Mode

	Text   Style // what is read
	Muted  Style // what is there for whoever looks for it
	Title  Style // the name of the screen, a dialog, a column of fields
	Head   Style // column heads
	Key    Style // a key in the footer
	Accent Style // where one is: the active tab, a match, the field in hand
	Rule   Style // lines

	Clash Style // wrong, hard
	Warn  Style // wrong, soft; what cannot be undone
	OK    Style // done, cleared, legal
	Due   Style // will be wrong soon

	Selected Style // the row or card under the cursor
	Marked   Style // chosen rows
	Input    Style // where one types
	Blank    Style // where one can type; only without colours, where nothing else tells it
	Dimmed   Style // a screen behind a dialog, a card that cannot be dropped on

	kinds map[byte]Style
	other Style
}

// A token is one meaning's colour on light and on dark ground. Each is at
// least 4.5 to 1 against the usual grounds of its side; a test holds them to
// it.
type token struct{ light, dark string }

func tokenMuted() token  { return token{"#5c6470", "#9aa3b0"} }
func tokenRule() token   { return token{"#8a919c", "#5f6773"} }
func tokenAccent() token { return token{"#0b5cad", "#6cb6ff"} }
func tokenClash() token  { return token{"#b3261e", "#ff8a80"} }
func tokenWarn() token   { return token{"#8a4b00", "#f2b35d"} }
func tokenOK() token     { return token{"#1b6b35", "#7fcf95"} }
func tokenDue() token    { return token{"#7a5200", "#e3c567"} }

// kindTokens is one hue a kind of block: C classroom, F firearms, V vehicle
// search, B building search, R rescue, S SWAT ride-along, X exercise and all
// else.
func kindTokens() map[byte]token {
	return map[byte]token{
		'C': {"#0b5cad", "#6cb6ff"},
		'F': {"#a8321f", "#ff9580"},
		'V': {"#6d5200", "#dcc25a"},
		'B': {"#7a3fa0", "#d3a4f5"},
		'R': {"#1b6b35", "#7fcf95"},
		'S': {"#00646b", "#5fd0d8"},
		'X': {"#9a2f6b", "#f59ac8"},
	}
}

// NewTheme makes the styles of a mode.
func NewTheme(mode Mode) *Theme {
	pick := lipgloss.LightDark(mode == Dark)
	hue := func(t token) lipgloss.Style {
		if mode == Mono {
			return lipgloss.NewStyle()
		}
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(t.light), lipgloss.Color(t.dark)))
	}
	quiet := func(t token) lipgloss.Style {
		if mode == Mono {
			return lipgloss.NewStyle().Faint(true)
		}
		return hue(t)
	}
	t := &Theme{
		Mode:     mode,
		Muted:    StyleOf(quiet(tokenMuted())),
		Title:    StyleOf(lipgloss.NewStyle().Bold(true)),
		Head:     StyleOf(quiet(tokenMuted())),
		Key:      StyleOf(hue(tokenAccent()).Bold(true)),
		Accent:   StyleOf(hue(tokenAccent()).Bold(true)),
		Rule:     StyleOf(quiet(tokenRule())),
		Clash:    StyleOf(hue(tokenClash()).Bold(true)),
		Warn:     StyleOf(hue(tokenWarn())),
		OK:       StyleOf(hue(tokenOK())),
		Due:      StyleOf(hue(tokenDue())),
		Selected: StyleOf(lipgloss.NewStyle().Reverse(true)),
		Marked:   StyleOf(hue(tokenAccent()).Bold(true)),
		Input:    StyleOf(lipgloss.NewStyle().Underline(true)),
		Dimmed:   StyleOf(quiet(tokenRule())),
		kinds:    map[byte]Style{},
	}
	if mode == Mono {
		t.Blank = Style{}.Underline()
		t.Input = t.Blank.Bold()
	}
	for letter, tok := range kindTokens() {
		t.kinds[letter] = StyleOf(hue(tok))
	}
	t.other = t.kinds['X']
	return t
}

// Kind is the style of a kind of block by its letter; an unknown letter has
// the style of X.
func (t *Theme) Kind(letter byte) Style {
	if s, ok := t.kinds[letter]; ok {
		return s
	}
	return t.other
}
