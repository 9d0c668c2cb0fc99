package cohorts

import "muster/ui/kit"

// parts is where everything on the tab is; an empty rectangle is not shown.
type parts struct {
	list kit.Rect // cohorts
	rule kit.Rect // between the list and the roll
	head kit.Rect // one line about the cohort in hand
	// views is the names of the views, in one line
	views kit.Rect
	roll  kit.Rect // its people
	line  kit.Rect // rule above the foot
	alt   kit.Rect // the alternates in one line
	foot  kit.Rect // about the person under the cursor
}

const (
	wide      = 170 // from here on the list stands at the left
	listWidth = 60
	bothFrom  = 28 // from here on list and roll are both shown
	viewsFrom = 8  // lines for the people, from which on the views are named
)

// layout is made from the size, the number of cohorts and which grid has the
// keys: on a small screen the list folds away while one works in the roll.
func (t *Tab) layout() parts {
	var p parts
	all := kit.Rect{W: t.w, H: t.tall}
	if len(t.cohorts) == 0 || t.cohort == nil {
		p.list = all.Inset(min(1, t.w/20), 0)
		return p
	}
	body := all
	want := len(t.cohorts) + 1
	if text, typing := t.list.Filter(); text != "" || typing {
		want++
	}
	switch {
	case t.w >= wide:
		p.list, body = all.Left(listWidth)
		p.list = p.list.Inset(1, 0)
		p.rule, body = body.Left(3)
		p.rule = kit.Rect{X: p.rule.X + 1, Y: p.rule.Y, W: 1, H: p.rule.H}
	case t.inList:
		p.list, body = all.Top(min(want, max(t.tall*2/5, 4)))
	case t.tall >= bothFrom:
		p.list, body = all.Top(min(want, 5))
	}
	if t.w < wide && !p.list.Empty() {
		p.rule, body = body.Top(1)
	}
	p.head, body = body.Top(1)
	if body.H >= viewsFrom {
		p.views, body = body.Top(1)
	}
	// What is said of a person has the lines that the roll leaves free.
	foot := max(3, min(body.H-len(t.seats)-3, 8))
	switch {
	case t.tall < 10:
		foot = 0
	case t.tall < 18:
		foot = 2
	}
	if foot > 0 && body.H > foot+4 {
		p.foot, body = body.Bottom(foot)
		p.line, body = body.Bottom(1)
		// The alternates end the roll; their line is for when that is out of sight.
		if t.view == seatsView && t.inLine > 0 && body.H > 8 && body.H < len(t.seats)+1 {
			p.alt, body = body.Bottom(1)
		}
	}
	p.roll = body
	return p
}
