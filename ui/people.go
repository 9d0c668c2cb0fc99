package ui

import (
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/finder"
	"muster/ui/lang"
)

// index is how everybody ever entered is found: read in the background once
// the desk is there, and kept up with what moves. Nothing waits for it.
type index struct {
	now     *finder.Index
	reading bool
	late    []model.Ref // what moved since the reading began
	all     bool        // everything may have
}

// SkillWords gives the words by which a skill is found, in every language.
func SkillWords() func(model.Skill) string {
	var say []*lang.Printer
	for _, tag := range lang.Languages() {
		say = append(say, lang.New(tag))
	}
	return func(k model.Skill) string {
		words := ""
		for _, p := range say {
			words += p.T("alumni.skill."+string(k)) + " " + p.T("clash.skill."+string(k)) + " " + p.T("word.skill."+string(k)) + " "
		}
		return words
	}
}

// indexMsg is the index as it was read.
type indexMsg struct {
	index *finder.Index
	err   error
}

// People is the index of everybody, nil until it has been read.
func (a *App) People() *finder.Index { return a.index.now }

// reindex reads the index, or what of it moved; refs nil: everything.
func (a *App) reindex(refs []model.Ref) tea.Cmd {
	x := &a.index
	if x.reading {
		x.late = append(x.late, refs...)
		x.all = x.all || refs == nil
		return nil
	}
	x.reading = true
	st, ctx, old := a.store, a.ctx, x.now
	return func() tea.Msg {
		var m indexMsg
		if old == nil {
			m.index, m.err = finder.Build(ctx, st, nil, SkillWords())
			// Reading everybody leaves several times as much behind as is kept.
			debug.FreeOSMemory()
		} else {
			m.index, m.err = old.Renew(ctx, st, refs)
		}
		return m
	}
}

// indexed takes the index that was read. One that could not be read is tried
// again with the next thing that moves; the former one serves until then.
func (a *App) indexed(m indexMsg) tea.Cmd {
	x := &a.index
	x.reading = false
	late, all := x.late, x.all
	x.late, x.all = nil, false
	if m.err == nil && m.index != x.now {
		x.now = m.index
		a.everybody.Store(m.index)
		a.changed()
	}
	switch {
	case m.err != nil:
		x.all = true
		return nil
	case all:
		return a.reindex(nil)
	case len(late) > 0:
		return a.reindex(late)
	}
	return nil
}
