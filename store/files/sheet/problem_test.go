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

// problemArg is what fills a placeholder of the problem.
func problemArg(err error, name string) any {
	var p *model.Problem
	if errors.As(err, &p) {
		for _, a := range p.Args {
			if a.Name == name {
				return a.Value
			}
		}
	}
	return nil
}
