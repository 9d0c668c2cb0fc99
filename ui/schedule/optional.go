package schedule

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// none is how a number that is not given is written, and may be typed.
const none = "–"

// numberOrNone is a number from 1 to high on a form, or none, which is 0.
func numberOrNone(name string, value, high int) *kit.ValueField[int] {
	f := kit.NewValue(name, value,
		func(_ *kit.Env, name, typed string) (int, *model.Problem) {
			typed = strings.TrimSpace(typed)
			if typed == "" || typed == none || typed == "-" {
				return 0, nil
			}
			n, err := strconv.Atoi(typed)
			switch {
			case err != nil:
				return 0, model.Wrong(name, "kit.number.bad", "low", 1, "high", high)
			case n < 0 || n > high:
				return 0, model.Wrong(name, "kit.number.range", "low", 1, "high", high)
			}
			return n, nil
		},
		func(_ *kit.Env, n int) string {
			if n == 0 {
				return none
			}
			return strconv.Itoa(n)
		})
	f.Width = 8
	return f
}
