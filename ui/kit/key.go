package kit

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// IsKey reports whether a pressed key is one of keys, as tea writes them:
// "a", "G", "ctrl+s", "shift+up", "space", "enter".
//
// On a keyboard that types no Latin letters a key also answers to the letter
// in the same place of the US layout, where the terminal reports it; that way
// "u" undoes under an Arabic or Cyrillic layout.
func IsKey(msg tea.KeyPressMsg, keys ...string) bool {
	name := msg.String()
	base := ""
	if k := msg.Key(); k.BaseCode != 0 && !latin(k.Code) {
		k.Code, k.Text, k.ShiftedCode = k.BaseCode, "", 0
		if k.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock) == 0 {
			if k.Mod&tea.ModShift != 0 {
				k.Code = unicode.ToUpper(k.Code)
			}
			k.Mod, k.Text = 0, string(k.Code)
		}
		base = k.String()
	}
	for _, k := range keys {
		if k == name || base != "" && k == base {
			return true
		}
	}
	return false
}

// latin reports whether a key types what our keys are named after: then its
// own letter counts, not its place ("q" on a French keyboard is q).
func latin(r rune) bool { return r < 0x250 || !unicode.IsLetter(r) }

// Typed is the text a key types, or "" for a key that types nothing.
func Typed(msg tea.KeyPressMsg) string {
	k := msg.Key()
	if k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper|tea.ModHyper) != 0 {
		return ""
	}
	return k.Text
}

// KeyName is a key as people read it: "↑", "⇧↑", "ctrl+s", "enter", "esc".
func (e *Env) KeyName(key string) string {
	mods, last := "", key
	for {
		mod, rest, ok := strings.Cut(last, "+")
		if !ok || rest == "" {
			break
		}
		if mod == "shift" {
			mods += "⇧"
		} else {
			mods += mod + "+"
		}
		last = rest
	}
	switch last {
	case "up":
		last = "↑"
	case "down":
		last = "↓"
	case "left":
		last = "←"
	case "right":
		last = "→"
	case "enter", "esc", "space", "tab", "delete", "backspace", "home", "end", "pgup", "pgdown", "insert":
		last = e.T("kit.key." + last)
	}
	return mods + last
}

// KeyMsg is the press of a key given by name, for clicks on a line of keys
// and for tests: "a", "A", "é", "enter", "ctrl+s", "shift+tab".
func KeyMsg(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	for {
		mod, rest, ok := strings.Cut(name, "+")
		if !ok || rest == "" {
			break
		}
		switch mod {
		case "ctrl":
			k.Mod |= tea.ModCtrl
		case "alt":
			k.Mod |= tea.ModAlt
		case "shift":
			k.Mod |= tea.ModShift
		}
		name = rest
	}
	if code, ok := keyCode(name); ok {
		k.Code = code
		if code == tea.KeySpace && k.Mod == 0 {
			k.Text = " "
		}
		return k
	}
	k.Code = []rune(name)[0]
	if k.Mod&^tea.ModShift == 0 {
		k.Text = name
		k.Mod = 0
	}
	return k
}

func keyCode(name string) (rune, bool) {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5,
	}
	code, ok := codes[name]
	return code, ok
}
