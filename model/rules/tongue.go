package rules

import (
	"slices"

	"muster/model"
)

// language: everybody is taught in a language they speak. Instructors teach in
// the block's language, or in any of their own when it names none; interpreters
// cover what they speak. Officers whose languages are not on record are passed
// over. On a ride the hosts are the ones who speak.
func (k *sink) language(m *item) {
	row := rTongue
	if m.hazard != "" {
		row = rTongueHazard
	}
	if !m.works() || len(m.parts) == 0 || !k.cares(row) {
		return
	}
	var missing []string
	var people []model.ID
	switch {
	case m.named():
		for _, id := range m.s.Only {
			missing, people = k.unheardBy(m, id, missing, people)
		}
	case m.s.Ride != nil:
		for _, v := range m.s.Ride.Riders {
			missing, people = k.unheardBy(m, v.Person, missing, people)
		}
	default:
		for q, list := range m.r.tongues {
			if len(list) > 0 && m.r.takes(m.s.Squads, model.Squad(q)) {
				missing, people = k.unheard(m, list, missing, people)
			}
		}
	}
	if len(people) == 0 || !k.hit(row, true, m) {
		return
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	names := make([]model.Message, len(missing))
	for i, l := range missing {
		names[i] = model.Say("clash.tongue.other", "code", l)
		if slices.Contains(model.Languages, l) {
			names[i] = model.Say("clash.tongue." + l)
		}
	}
	f := k.add(row, model.Say("clash.language", "languages", names, "n", len(people)), m)
	f.People = sortedIDs(people)
}

// unheard adds the officers who speak no language spoken there, and the
// language each speaks best.
func (k *sink) unheard(m *item, list []tongue, missing []string, people []model.ID) ([]string, []model.ID) {
	for _, t := range list {
		if !m.speaks(t.speaks) {
			missing, people = append(missing, t.speaks[0]), append(people, t.people...)
		}
	}
	return missing, people
}

// unheardBy is unheard for one person of the roster.
func (k *sink) unheardBy(m *item, person model.ID, missing []string, people []model.ID) ([]string, []model.ID) {
	t, ok := m.r.tongueOf(person)
	if !ok {
		return missing, people
	}
	return k.unheard(m, []tongue{{t.speaks, []model.ID{person}}}, missing, people)
}

// speaks reports whether one of the languages is spoken in the session.
func (m *item) speaks(languages []string) bool {
	in := m.s.Block.Language
	for _, p := range m.parts {
		teaches := p.role == model.Lead || p.role == model.Line || p.role == model.Host
		if !teaches && p.role != model.Interpreter {
			continue
		}
		for _, l := range languages {
			if slices.Contains(p.st.Speaks, l) && (in == "" || l == in || p.role == model.Interpreter) {
				return true
			}
		}
	}
	return false
}

// interprets: nobody interprets alone for longer than so many minutes without
// a pause; two take turns. list is a day of theirs, in order of time.
func (k *sink) interprets(w *who, list []*item) {
	if !k.cares(rInterpreter) {
		return
	}
	pause := model.Quarter((k.value(rInterpreterPause) + 14) / 15)
	var buf [16]*item
	run, length := buf[:0], 0
	var end model.Quarter
	for _, m := range list {
		if !m.works() || !m.plays(w.staff, model.Interpreter) || m.count(model.Interpreter) > 1 {
			continue
		}
		if len(run) > 0 && m.from-end >= pause {
			k.interpreted(w, run, length)
			run, length, end = run[:0], 0, 0
		}
		run, length, end = append(run, m), length+m.s.Block.Length, max(end, m.to)
	}
	k.interpreted(w, run, length)
}

// interpreted looks at a run of sessions without a pause, so many quarters in
// all.
func (k *sink) interpreted(w *who, run []*item, length int) {
	if length*15 <= k.value(rInterpreter) || !k.hit(rInterpreter, false, run...) {
		return
	}
	w.told(k.add(rInterpreter, w.say("clash.interpreter-load", "length", hoursText(length),
		"most", hoursText(k.value(rInterpreter)/15)), run...))
}

// tongueOf is what a person of the roster speaks; false when unknown.
func (r *roster) tongueOf(person model.ID) (tongue, bool) {
	for _, list := range r.tongues {
		for _, t := range list {
			if slices.Contains(t.people, person) {
				return t, true
			}
		}
	}
	return tongue{}, false
}
