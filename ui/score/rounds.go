package score

import (
	"slices"

	"muster/model"
)

// An account is the rounds of one lot as they are typed; none where nobody has
// typed anything.
type account struct {
	lot                           string
	issued, fired, returned, duds int
	proposed                      int  // fired, by the rows
	own                           bool // made by hand, not from the rows
}

func newAccount(lot string) account {
	return account{lot: lot, issued: none, fired: none, returned: none, duds: none}
}

// rounds is the account as it is kept; false when there is nothing to keep.
func (a *account) rounds() (model.Rounds, bool) {
	if a.issued == none && a.fired == none && a.returned == none && a.duds == none && (!a.own || a.lot == "") {
		return model.Rounds{}, false
	}
	return model.Rounds{
		Lot: a.lot, Issued: max(a.issued, 0), Fired: a.shot(), Returned: max(a.returned, 0), Dud: max(a.duds, 0),
	}, true
}

// shot is the rounds fired: as typed, else as the rows have it.
func (a *account) shot() int {
	if a.fired == none {
		return a.proposed
	}
	return a.fired
}

// recount makes the accounts: those that are kept, and one for each lot that
// the rows name; and what the rows propose as fired.
func (f *draft) recount() {
	begun := f.lots != nil || f.was == nil
	if !begun {
		for _, r := range f.was.Rounds {
			f.lots = append(f.lots, account{lot: r.Lot, issued: r.Issued, fired: r.Fired, returned: r.Returned, duds: r.Dud, own: true})
		}
	}
	for i := range f.lots {
		f.lots[i].proposed = 0
	}
	for i := range f.entries {
		e := &f.entries[i]
		n := 0
		for j, h := range e.hits {
			if h != none {
				n += f.sheet.Fire.Stages[j].Rounds
			}
		}
		if n == 0 {
			continue
		}
		lot := e.lot
		if lot == "" {
			lot = f.sheet.Lot
		}
		at := slices.IndexFunc(f.lots, func(a account) bool { return a.lot == lot })
		if at < 0 {
			at = len(f.lots)
			f.lots = append(f.lots, newAccount(lot))
		}
		f.lots[at].proposed += n
	}
	if !begun {
		for i := range f.lots { // what was fired follows the rows, as long as it is what they say
			if a := &f.lots[i]; a.proposed > 0 && a.fired == a.proposed {
				a.fired = none
			}
		}
	}
	// A lot that no row names any more goes, unless something was typed for it.
	f.lots = slices.DeleteFunc(f.lots, func(a account) bool {
		_, kept := a.rounds()
		return a.proposed == 0 && !kept && !a.own
	})
}

// short is the rounds that are not accounted for, over all lots that were
// issued; below zero where more came back or were fired than were issued.
func (f *draft) short() int {
	n := 0
	for i := range f.lots {
		if r, ok := f.lots[i].rounds(); ok {
			n += r.Short()
		}
	}
	return n
}
