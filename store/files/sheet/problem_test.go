package sheet

import (
	"errors"

	"muster/model"
)

// problemID is the id of the problem an error is, or "".
func problemID(err error) string {
	var p *model.Problem
	if errors.As(err, &p) {
		return p.ID
	}
	return ""
}
