package ride

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// refuse says why a record cannot be: on the page when it is a matter of a
// value, as an error otherwise.
func (p *page) refuse(err error) tea.Cmd {
	var bad *model.Problem
	if errors.As(err, &bad) {
		return p.tell(kit.Warn, bad.Message)
	}
	return p.h.Fail(err)
}
