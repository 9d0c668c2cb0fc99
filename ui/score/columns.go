package score

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"muster/model"
	"muster/ui/kit"
)

// Groups of columns: tab and enter stay within one.
const (
	groupResult = iota + 1
	groupWeapon
	groupNote
)

// The columns of a sheet by their ids; a stage's is its number, from "0".
const (
	colName    = "name"
	colTry     = "try"
	colRelay   = "relay"
	colPost    = "post"
	colPoints  = "points"
	colOf      = "of"
	colTime    = "time"
	colSerial  = "serial"
	colLot     = "lot"
	colWeapon  = "weapon"
	colNote    = "note"
	colTotal   = "total"
	colPercent = "percent"
	colVerdict = "verdict"
)

// columns are those of the sheet as it is judged.
func (r *results) columns() []padCol {
	e, f := r.env, r.draft
	head := func(id string) [2]string { return [2]string{"", e.T("score.col." + id)} }
	wide := func(id string, least int) int { return max(kit.Width(e.T("score.col."+id)), least) }
	var out []padCol
	if f.relays() > 1 {
		out = append(out, padCol{id: colRelay, head: head(colRelay), w: wide(colRelay, 2), side: first, drop: 3})
	}
	if slices.ContainsFunc(f.entries, func(x entry) bool { return x.station > 0 }) {
		w := 6
		for _, p := range f.posts() {
			w = max(w, min(kit.Width(p.Name), 14))
		}
		out = append(out, padCol{id: colPost, head: head(colPost), w: w, side: first, most: 20})
	}
	try := padCol{id: colTry, head: head(colTry), w: wide(colTry, 2), right: true, side: first}
	if !slices.ContainsFunc(f.entries, func(x entry) bool { return x.attempt > 1 }) {
		try.drop = 5
	}
	name := 20
	if r.w >= roomy {
		name = 30
	}
	longest := name
	for i := range f.entries {
		longest = max(longest, min(kit.Width(r.who(&f.entries[i])), 36))
	}
	out = append(out, padCol{id: colName, head: [2]string{"", e.T("score.col.name")}, w: name, most: longest, side: first}, try)
	switch f.mode {
	case byFire:
		out = append(out, r.stageColumns()...)
		out = append(out,
			padCol{id: colSerial, head: head(colSerial), w: wide(colSerial, 10), most: 16, kind: text, group: groupWeapon},
			padCol{id: colLot, head: head(colLot), w: wide(colLot, 9), most: 14, kind: text, group: groupWeapon},
			padCol{id: colWeapon, head: head(colWeapon), w: wide(colWeapon, 12), most: 24, kind: text, group: groupWeapon})
	case byPoints:
		out = append(out, padCol{id: colPoints, head: [2]string{e.T("score.col.points"), e.T("score.col.of-n", "n", f.of)}, w: 8, right: true, kind: digits, group: groupResult})
	case byFinds:
		out = append(out,
			padCol{id: colPoints, head: head("found"), w: wide("found", 5), right: true, kind: digits, group: groupResult},
			padCol{id: colOf, head: head(colOf), w: wide(colOf, 3), right: true, kind: digits, group: groupWeapon},
			padCol{id: colTime, head: head(colTime), w: wide(colTime, 6), right: true, kind: clock, group: groupResult})
	case byVerdict:
		out = append(out,
			padCol{id: colTime, head: head(colTime), w: wide(colTime, 6), right: true, kind: clock, group: groupWeapon},
			padCol{id: colPoints, head: head(colPoints), w: wide(colPoints, 4), right: true, kind: digits, group: groupWeapon},
			padCol{id: colOf, head: head(colOf), w: wide(colOf, 3), right: true, kind: digits, group: groupWeapon})
	}
	out = append(out, padCol{id: colNote, head: head(colNote), w: 8, most: 60, kind: text, group: groupNote})
	if f.mode == byFire {
		out = append(out, padCol{id: colTotal, head: head(colTotal), w: wide(colTotal, 4), right: true, side: last, drop: 4})
	}
	out = append(out, padCol{id: colPercent, head: [2]string{"", "%"}, w: 3, right: true, side: last, drop: 1})
	verdict := padCol{id: colVerdict, head: head(colVerdict), w: verdictWidth(e), side: last}
	if (f.mode == byFinds || f.mode == byVerdict) && f.sheet.Pass == 0 {
		verdict.kind, verdict.group = letter, groupResult
	}
	return append(out, verdict)
}

// verdictWidth holds every verdict, and the mark of a fault of safety.
func verdictWidth(e *kit.Env) int {
	w := kit.Width(e.T("score.col.verdict"))
	for _, id := range []string{"score.pass", "score.fail", "score.away"} {
		w = max(w, kit.Width(e.T(id))+2)
	}
	return w
}

func (r *results) stageColumns() []padCol {
	var out []padCol
	for i, s := range r.draft.sheet.Fire.Stages {
		top := strconv.Itoa(i + 1)
		if s.Yards > 0 {
			top = r.env.T("score.col.yards", "n", s.Yards)
		}
		low := strconv.Itoa(s.Rounds)
		if s.Least > 0 {
			low += "≥" + strconv.Itoa(s.Least)
		}
		out = append(out, padCol{
			id: strconv.Itoa(i), head: [2]string{top, low}, w: max(kit.Width(top), kit.Width(low), 4),
			right: true, kind: digits, group: groupResult,
		})
	}
	return out
}

// relays is how many there are.
func (f *draft) relays() int {
	n := 1
	for i := range f.entries {
		n = max(n, f.entries[i].relay)
	}
	return n
}

// raw is what was typed into a cell.
func (r *results) raw(row, col int) string {
	e := &r.draft.entries[row]
	number := func(n int) string {
		if n == none {
			return ""
		}
		return strconv.Itoa(n)
	}
	switch id := r.pad.cols[col].id; id {
	case colPoints:
		return number(e.points)
	case colOf:
		return number(e.of)
	case colTime:
		return minutes(e.seconds)
	case colSerial:
		return e.serial
	case colLot:
		return e.lot
	case colWeapon:
		return e.weapon
	case colNote:
		return strings.ReplaceAll(e.note, "\n", " ")
	default:
		if i, err := strconv.Atoi(id); err == nil && i < len(e.hits) {
			return number(e.hits[i])
		}
	}
	return ""
}

// minutes is a time taken, as 1:35; "" for none.
func minutes(seconds int) string {
	if seconds == 0 {
		return ""
	}
	s := strconv.Itoa(seconds % 60)
	if seconds%60 < 10 {
		s = "0" + s
	}
	return strconv.Itoa(seconds/60) + ":" + s
}

// cell is what stands in a cell, and how.
func (r *results) cell(row, col int) kit.Cell {
	th, f := r.env.Theme, r.draft
	e := &f.entries[row]
	c := kit.Cell{Text: r.raw(row, col), Style: th.Text}
	switch id := r.pad.cols[col].id; id {
	case colName:
		c.Text = r.who(e)
	case colTry:
		c.Text = strconv.Itoa(e.attempt)
		if e.limit {
			c.Text += "!"
		}
		if e.attempt == 1 {
			c.Style = th.Muted
		}
	case colRelay:
		c = kit.Cell{Text: strconv.Itoa(e.relay), Style: th.Muted}
	case colPost:
		c = kit.Cell{Text: r.post(e), Style: th.Muted}
	case colSerial, colWeapon:
		if e.remembered {
			c.Style = th.Muted
		}
	case colLot:
		if c.Text == "" {
			c = kit.Cell{Text: f.sheet.Lot, Style: th.Muted}
		}
	case colOf:
		if e.points == none {
			c.Style = th.Muted
		}
		if e.of == 0 {
			c.Text = ""
		}
	case colTotal, colPercent, colVerdict:
		return r.outcome(e, id)
	default:
		if i, err := strconv.Atoi(id); err == nil && i < len(e.hits) && e.hits[i] != none && e.hits[i] < f.sheet.Fire.Stages[i].Least {
			c.Text, c.Style = c.Text+"!", th.Clash
		}
	}
	return c
}

// outcome is what the row comes to: points, percent, verdict.
func (r *results) outcome(e *entry, id string) kit.Cell {
	th, f := r.env.Theme, r.draft
	passed, known, percent := f.judge(e)
	switch {
	case id == colVerdict && !known && e.away != "" && !e.result():
		return kit.Cell{Text: r.env.T("score.away"), Style: th.Muted}
	case !e.result():
		return kit.Cell{}
	case id == colTotal:
		points, _, _ := f.sheet.Fire.Judge(e.score(e.people[0]).Hits)
		return kit.Cell{Text: strconv.Itoa(points), Style: th.Text}
	case id == colPercent && percent >= 0:
		return kit.Cell{Text: strconv.Itoa(percent), Style: th.Text}
	case id == colPercent:
		return kit.Cell{}
	case !known:
		return kit.Cell{Text: "…", Style: th.Muted}
	case passed:
		return kit.Cell{Text: r.env.T("score.pass"), Style: th.OK}
	case e.unsafe:
		return kit.Cell{Text: r.env.T("score.fail") + " !", Style: th.Clash}
	}
	return kit.Cell{Text: r.env.T("score.fail"), Style: th.Clash}
}

// put takes what was typed into a cell, or says why it cannot be.
func (r *results) put(row, col int, s string) model.Message {
	f := r.draft
	e := &f.entries[row]
	before := f.entries[row].result()
	var why model.Message
	switch id := r.pad.cols[col].id; id {
	case colPoints:
		why = e.putPoints(s)
	case colOf:
		why = e.putOf(s)
	case colTime:
		why = e.putTime(s)
	case colVerdict:
		e.verdict, why = r.readVerdict(s, e.verdict)
	case colSerial, colWeapon, colLot, colNote:
		why = e.putText(id, s)
	default:
		i, err := strconv.Atoi(id)
		if err != nil || i >= len(e.hits) {
			return model.Message{}
		}
		why = e.putHits(i, s, f.sheet.Fire.Stages[i].Rounds)
	}
	if !why.IsZero() {
		return why
	}
	if e.result() && (!before || r.pad.cols[col].group == groupResult) {
		e.by, e.at = f.scorer, r.now
	}
	f.recount()
	return why
}

// count reads a number; ok is false for one that no sheet can hold.
func count(s string, most int) (n int, ok bool) {
	if s == "" {
		return none, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n <= most
}

func (e *entry) putHits(stage int, s string, rounds int) model.Message {
	n, ok := count(s, rounds)
	if !ok {
		return model.Say("score.why.rounds", "stage", stage+1, "n", rounds)
	}
	e.hits[stage] = n
	return model.Message{}
}

func (e *entry) putPoints(s string) model.Message {
	n, ok := count(s, e.of)
	switch {
	case !ok && e.of == 0:
		return model.Say("score.why.of-first")
	case !ok:
		return model.Say("score.why.points", "n", e.of)
	}
	e.points = n
	return model.Message{}
}

func (e *entry) putOf(s string) model.Message {
	n, ok := count(s, 10000)
	if !ok {
		return model.Say("score.why.points", "n", 10000)
	}
	if n = max(n, 0); e.points != none && n < e.points {
		return model.Say("score.why.of-less", "n", e.points)
	}
	e.of = n
	return model.Message{}
}

func (e *entry) putTime(s string) model.Message {
	m, sec, split := strings.Cut(s, ":")
	if !split {
		m, sec = "", s
	}
	a, ok1 := count(m, 600)
	b, ok2 := count(sec, 36000)
	total := max(a, 0)*60 + max(b, 0)
	if !ok1 || !ok2 || total > 36000 {
		return model.Say("score.why.time")
	}
	e.seconds = total
	return model.Message{}
}

func (e *entry) putText(id, s string) model.Message {
	limit := model.MaxName
	if id == colNote {
		limit = model.MaxNote
	}
	if s = model.Clean(s); utf8.RuneCountInString(s) > limit {
		return model.Say("score.why.long", "n", limit)
	}
	switch id {
	case colSerial:
		e.serial, e.remembered = s, false
	case colWeapon:
		e.weapon, e.remembered = s, false
	case colLot:
		e.lot = s
	case colNote:
		e.note = s
	}
	return model.Message{}
}

// readVerdict understands the first letter of either verdict, in either
// language, and space for the next one.
func (r *results) readVerdict(s string, was model.Verdict) (model.Verdict, model.Message) {
	switch strings.ToLower(s) {
	case "":
		return model.NoVerdict, model.Message{}
	case " ":
		for i, v := range model.Verdicts {
			if v == was {
				return model.Verdicts[(i+1)%len(model.Verdicts)], model.Message{}
			}
		}
	case "p", "a":
		return model.Passed, model.Message{}
	case "f", "r", "n":
		return model.Failed, model.Message{}
	}
	return was, model.Say("score.why.verdict")
}
