package schedule

import (
	"cmp"
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// changeSheet is the list of changes as a paper that is handed out: plain text
// of at most paper.Wide columns. Officers are squads and class numbers on it,
// unless it is full.
func (t *Tab) changeSheet(full bool) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(strings.TrimRight(s, " ") + "\n") }
	rows := revisions(t.sessions)
	left, right := strings.TrimSpace(t.cohort.Code+"  "+t.cohort.Title), strings.ToUpper(t.env.T("schedule.changes.paper"))
	line(edges(left, right))
	line(edges(t.env.Lang.LongDate(t.host.Today()), t.env.T("schedule.changes.count", "n", len(rows))))
	if full {
		line(t.env.T("paper.full"))
	}
	line(strings.Repeat("=", paper.Wide))
	field := func(id, text string) {
		if text == "" {
			return
		}
		head := "  " + t.env.T(id)
		for _, l := range kit.Lines(text, paper.Wide-sheetLabel) {
			line(head + strings.Repeat(" ", max(sheetLabel-kit.Width(head), 1)) + l)
			head = ""
		}
	}
	for i, v := range rows {
		if i > 0 {
			line("")
		}
		line(kit.Fit(paper.Title(t.env.Lang, t.host.Desk(), v.s), paper.Wide))
		field("schedule.changes.was", t.wasText(v))
		field("schedule.changes.is", t.isText(v))
		field("schedule.changes.tell", t.tellText(v.s, full))
	}
	if len(rows) == 0 {
		line("  " + t.env.T("schedule.changes.none"))
	}
	line(strings.Repeat("-", paper.Wide))
	t.perPerson(rows, func(name, text string) {
		for _, l := range kit.Lines(text, paper.Wide-sheetLabel) {
			head := kit.Fit("  "+name, sheetLabel-1)
			line(head + strings.Repeat(" ", max(sheetLabel-kit.Width(head), 1)) + l)
			name = ""
		}
	})
	if !full {
		for _, l := range kit.Lines(t.env.T("paper.redacted"), paper.Wide-sheetLabel) {
			line(strings.Repeat(" ", sheetLabel) + l)
		}
	}
	return b.String()
}

// sheetLabel is the width of the column of labels.
const sheetLabel = 15

// edges writes one text at the left and one at the right edge; the left one
// gives way.
func edges(left, right string) string {
	left = kit.Fit(left, max(paper.Wide-kit.Width(right)-2, 1))
	return left + strings.Repeat(" ", max(paper.Wide-kit.Width(left)-kit.Width(right), 2)) + right
}

// perPerson says, for each of the staff concerned, of which blocks they have
// to be told.
func (t *Tab) perPerson(rows []revision, say func(name, text string)) {
	blocks := map[model.ID][]string{}
	var who []model.ID
	for _, v := range rows {
		for _, id := range concerned(v.s) {
			if blocks[id] == nil {
				who = append(who, id)
			}
			title := v.s.Block.Title.In(t.env.Lang.Tag())
			if !slices.Contains(blocks[id], title) {
				blocks[id] = append(blocks[id], title)
			}
		}
	}
	slices.SortFunc(who, func(a, b model.ID) int {
		return cmp.Compare(kit.Fold(t.staffName(a)), kit.Fold(t.staffName(b)))
	})
	for _, id := range who {
		say(t.staffName(id), strings.Join(blocks[id], " · "))
	}
}
