package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
)

// conflict shows both versions of every record that somebody else wrote
// meanwhile. Nothing of ours is kept, and nothing is lost either: one may put
// one's own changes on top of theirs. acts are the change that was refused and
// what was made after it.
func (a *App) conflict(list []store.Conflict, acts []act) {
	e, th := a.env, a.env.Theme
	p := &paper{
		env: e, title: e.T("ui.conflict"), no: "ui.conflict.theirs",
		yes: kit.Action{ID: "ui.conflict.mine", Keys: []string{"m"}, Rank: 2},
	}
	p.text(th.Text, e.T("ui.conflict.what", "act", acts[0].change.Act))
	for _, c := range list {
		p.text(th.Text, "")
		p.text(th.Title, a.record(c.Ref, c.Theirs, c.Mine))
		if !c.By.IsZero() {
			p.text(th.Text, e.T("ui.conflict.who", "actor", c.By.Actor, "when", moment(e, c.By.At.Local()), "act", c.By.Act))
		}
		a.versions(p, c)
	}
	var after []string
	for _, w := range acts[1:] {
		if w.change != nil {
			after = append(after, e.T("kit.quoted", "text", w.change.Act))
		}
	}
	if len(after) > 0 {
		p.text(th.Text, "")
		p.text(th.Text, e.T("ui.conflict.after", "n", len(after), "acts", strings.Join(after, ", ")))
	}
	p.text(th.Text, "")
	p.text(th.Muted, e.T("ui.conflict.do"))
	kit.OpenUnasked(a.stack, p, func(kit.Read) tea.Cmd { return a.again(rebase(list, acts)) })
}

// versions are the fields in which the two differ. One that both have changed
// is marked: there mine would hide theirs.
func (a *App) versions(p *paper, c store.Conflict) {
	e, th := a.env, a.env.Theme
	switch {
	case c.Theirs == nil && c.Mine == nil:
		p.text(th.Warn, e.T("ui.conflict.both-removed"))
		return
	case c.Theirs == nil:
		p.text(th.Warn, e.T("ui.conflict.removed"))
		return
	case c.Mine == nil:
		p.text(th.Warn, e.T("ui.conflict.remove"))
		return
	}
	diffs, err := differences(c.Mine, c.Theirs)
	if err != nil || len(diffs) == 0 {
		p.text(th.Text, e.T("ui.conflict.same"))
		return
	}
	p.row(th.Head, "", e.T("ui.conflict.column-mine"), e.T("ui.conflict.column-theirs"))
	both := map[string]int{}
	for _, r := range []model.Record{c.Mine, c.Theirs} {
		changed, err := differences(c.Base, r)
		if err != nil || c.Base == nil {
			continue
		}
		for _, d := range changed {
			both[d.field]++
		}
	}
	for _, d := range diffs {
		st, name := th.Text, fieldName(e, d.field)
		if both[d.field] == 2 {
			st, name = th.Warn, "! "+name
		}
		p.row(st, name, fieldValue(e, d.field, d.a), fieldValue(e, d.field, d.b))
	}
}

// record names a record by its kind and what it is called, in the first
// version that is there.
func (a *App) record(ref model.Ref, versions ...model.Record) string {
	said := NameOn(a.desk, a.env.Lang.Tag(), ref.ID)
	for _, r := range versions {
		if said == "" && r != nil {
			said = NameOn((&model.Desk{}).With(model.Change{Puts: []model.Put{{Record: r}}}, 0), a.env.Lang.Tag(), ref.ID)
		}
	}
	return a.env.T("ui.record", "kind", model.Say("word.record."+ref.Kind.String()), "name", said)
}

// rebase makes the acts anew on top of what others did: of each record of a
// conflict, what the act changed is put on their version.
func rebase(list []store.Conflict, acts []act) []model.Change {
	type version struct {
		old, now model.Record
		was      model.Rev
	}
	at := map[model.Ref]version{}
	for _, c := range list {
		at[c.Ref] = version{c.Base, c.Theirs, c.Now}
	}
	var out []model.Change
	for _, w := range acts {
		if w.change == nil {
			continue
		}
		next := model.Change{Act: w.change.Act}
		for _, p := range w.change.Puts {
			ref := model.RefOf(p.Record)
			if v, ok := at[ref]; ok {
				rec, err := model.Merge(v.old, p.Record, v.now)
				if err != nil {
					rec = p.Record // what was typed goes before what cannot be joined
				}
				at[ref] = version{p.Record, rec, mine}
				p = model.Put{Record: rec, Was: v.was}
			}
			next.Puts = append(next.Puts, p)
		}
		for _, r := range w.change.Removes {
			if v, ok := at[r.Ref]; ok {
				if v.now == nil {
					continue // gone already
				}
				at[r.Ref] = version{was: mine}
				r.Was = v.was
			}
			next.Removes = append(next.Removes, r)
		}
		if !next.IsZero() {
			out = append(out, next)
		}
	}
	return out
}

// again commits changes one after the other.
func (a *App) again(changes []model.Change) tea.Cmd {
	var cmds []tea.Cmd
	for _, c := range changes {
		cmds = append(cmds, a.Commit(c))
	}
	return tea.Batch(cmds...)
}
