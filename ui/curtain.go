package ui

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// The curtain hides everything at one key, and by itself when nobody has
// touched anything for a while. What lies below it stays as it was, open
// dialogs too. With a code set it asks for it; without one any key raises it.
// It is against eyes, not against somebody with the machine: that is the
// sealed file's part.
type curtain struct {
	down    bool
	code    *kit.Input
	wrong   int  // codes tried in vain
	trying  bool // one is being tried
	touched time.Time
}

const (
	idleMinutes = 10 // until the curtain falls by itself, unless preferred otherwise
	neverIdle   = -1
	codeTries   = 5
	codeRounds  = 600_000 // of PBKDF2: about a fifth of a second for each guess
	codeLeast   = 4
)

// triedMsg says whether the code that was typed is the right one.
type triedMsg struct{ right bool }

// lower lets the curtain fall.
func (a *App) lower() tea.Cmd {
	a.curtain.down = true
	a.curtain.code = kit.NewInput("")
	a.curtain.wrong = 0
	return nil
}

// idle lets it fall when nobody has touched anything for long enough.
func (a *App) idle() {
	least := a.opt.Prefs.Idle
	if least == 0 {
		least = idleMinutes
	}
	if least > 0 && !a.curtain.down && a.env.Now().Sub(a.curtain.touched) >= time.Duration(least)*time.Minute {
		a.lower()
	}
}

// behind takes what a person does while the curtain is down.
func (a *App) behind(msg tea.Msg) tea.Cmd {
	u := &a.curtain
	if m, ok := msg.(triedMsg); ok {
		return a.tried(m)
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if isKey && kit.IsKey(key, "ctrl+c") {
		return a.quit()
	}
	if a.opt.Prefs.Code == "" {
		if _, _, click := kit.Click(msg); isKey || click {
			u.down = false
		}
		return nil
	}
	if u.trying {
		return nil
	}
	if isKey && kit.IsKey(key, "enter") {
		typed, sealed := u.code.Value(), a.opt.Prefs.Code
		u.trying = true
		return func() tea.Msg { return triedMsg{codeFits(typed, sealed)} }
	}
	u.code.Update(msg)
	return nil
}

// tried raises the curtain on the right code; after too many wrong ones the
// program ends, with everything kept.
func (a *App) tried(m triedMsg) tea.Cmd {
	u := &a.curtain
	u.trying = false
	u.code = kit.NewInput("")
	if m.right {
		u.down = false
		return nil
	}
	if u.wrong++; u.wrong >= codeTries {
		a.lockedOut = true
		return a.quit()
	}
	return nil
}

// LockedOut reports that the program ended because nobody knew the code.
func (a *App) LockedOut() bool { return a.lockedOut }

// drawCurtain paints nothing that tells what is below.
func (a *App) drawCurtain(c *kit.Canvas) (x, y int, shown bool) {
	u, th, mid := &a.curtain, a.env.Theme, c.H()/2
	if a.opt.Prefs.Code == "" {
		c.TextCenter(0, mid, c.W(), th.Muted, a.env.T("ui.curtain.any"))
		return 0, 0, false
	}
	label := a.env.T("ui.curtain.code") + " "
	left := max((c.W()-kit.Width(label)-8)/2, 0)
	n := c.Text(left, mid, th.Muted, label)
	dots := strings.Repeat("•", len([]rune(u.code.Value())))
	n += c.Text(left+n, mid, th.Text, dots)
	switch {
	case u.trying:
		c.TextCenter(0, mid+2, c.W(), th.Muted, a.env.T("ui.curtain.trying"))
	case u.wrong > 0:
		c.TextCenter(0, mid+2, c.W(), th.Clash, a.env.T("ui.curtain.wrong", "n", codeTries-u.wrong))
	}
	return left + n, mid, left+n < c.W()
}

// setCode asks for the code of the curtain; nothing takes it off.
func (a *App) setCode() tea.Cmd {
	check := func(s string) *model.Problem {
		if n := len([]rune(s)); n > 0 && n < codeLeast {
			return model.Wrong("code", "ui.code.short", "least", codeLeast)
		}
		return nil
	}
	kit.Open(a.stack, kit.NewPrompt(a.env, model.Say("ui.code.title"), model.Say("ui.code.label"), "", check), func(s string) tea.Cmd {
		if s == "" {
			return a.coded(codeMsg{})
		}
		return func() tea.Msg { return codeMsg{sealCode(s)} } // it takes a while, by design
	})
	return nil
}

// codeMsg is what is to be kept of a new code.
type codeMsg struct{ sealed string }

func (a *App) coded(m codeMsg) tea.Cmd {
	a.opt.Prefs.Code = m.sealed
	said := model.Say("ui.code.on")
	if m.sealed == "" {
		said = model.Say("ui.code.off")
	}
	return tea.Batch(a.keep(), a.Tell(kit.OK, said))
}

// setIdle asks after how long the curtain falls by itself.
func (a *App) setIdle() tea.Cmd {
	now := a.opt.Prefs.Idle
	if now == 0 {
		now = idleMinutes
	}
	var options []kit.Option[int]
	start := 0
	for i, n := range []int{1, 2, 5, idleMinutes, 20, 60, neverIdle} {
		label := a.env.T("ui.idle.after", "n", n)
		if n == neverIdle {
			label = a.env.T("ui.idle.never")
		}
		options = append(options, kit.Option[int]{Value: n, Label: label})
		if n == now {
			start = i
		}
	}
	kit.Open(a.stack, kit.NewChoose(a.env, model.Say("ui.idle.title"), options, start), func(n int) tea.Cmd {
		a.opt.Prefs.Idle = n
		return a.keep()
	})
	return nil
}

// sealCode is what is kept of a code: rounds, salt and hash.
func sealCode(code string) string {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // it never fails: the runtime ends the program instead
	return strconv.Itoa(codeRounds) + "$" + base64.RawStdEncoding.EncodeToString(salt) + "$" +
		base64.RawStdEncoding.EncodeToString(codeHash(code, salt, codeRounds))
}

// codeFits reports whether the code is the one sealed. What cannot be read
// fits nothing.
func codeFits(code, sealed string) bool {
	parts := strings.Split(sealed, "$")
	if len(parts) != 3 {
		return false
	}
	rounds, err := strconv.Atoi(parts[0])
	if err != nil || rounds < 1 || rounds > 100*codeRounds {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[1])
	if err != nil {
		return false
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[2])
	if err != nil || len(want) != sha256.Size {
		return false
	}
	return subtle.ConstantTimeCompare(codeHash(code, salt, rounds), want) == 1
}

func codeHash(code string, salt []byte, rounds int) []byte {
	h, err := pbkdf2.Key(sha256.New, code, salt, rounds, sha256.Size)
	if err != nil {
		panic("ui: code: " + err.Error()) // only for parameters, which are ours
	}
	return h
}
