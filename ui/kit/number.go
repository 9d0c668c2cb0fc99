package kit

import (
	"strconv"
	"strings"

	"muster/model"
)

// NewNumber is a whole number from low to high, with its unit behind it (or
// the zero message).
func NewNumber(name string, value, low, high int, unit model.Message) *ValueField[int] {
	f := NewValue(name, value,
		func(_ *Env, name, typed string) (int, *model.Problem) {
			typed = strings.ReplaceAll(strings.TrimSpace(typed), " ", "")
			n, err := strconv.Atoi(typed)
			switch {
			case err != nil:
				return 0, model.Wrong(name, "kit.number.bad", "low", low, "high", high)
			case n < low || n > high:
				return 0, model.Wrong(name, "kit.number.range", "low", low, "high", high)
			}
			return n, nil
		},
		func(_ *Env, v int) string { return strconv.Itoa(v) })
	f.Width = 8
	f.Unit = unit
	return f
}

// NoTime is the value of a time field that may stay empty and does.
const NoTime = -1

// NewTime is a time of day in quarter-hours since midnight (0–95), typed as
// 7, 730, 7:30 or 07:30. An optional one may be empty: NoTime.
func NewTime(name string, value int, optional bool) *ValueField[int] {
	f := NewValue(name, value,
		func(_ *Env, name, typed string) (int, *model.Problem) {
			if strings.TrimSpace(typed) == "" && optional {
				return NoTime, nil
			}
			return readTime(name, typed)
		},
		func(_ *Env, v int) string {
			if v < 0 {
				return ""
			}
			return model.Clock(v)
		})
	f.Width = 8
	return f
}

func readTime(name, typed string) (int, *model.Problem) {
	bad := model.Wrong(name, "kit.time.bad", "typed", typed)
	s := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(typed), " ", ""))
	late := strings.HasSuffix(s, "pm")
	half := late || strings.HasSuffix(s, "am")
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "pm"), "am"), "h")
	h, m, split := strings.Cut(strings.NewReplacer(".", ":", "h", ":").Replace(s), ":")
	if !split && len(s) > 2 {
		h, m = s[:len(s)-2], s[len(s)-2:]
	}
	if m == "" {
		m = "00"
	}
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if err1 != nil || err2 != nil || len(m) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || half && (hour < 1 || hour > 12) {
		return 0, bad
	}
	if half {
		hour %= 12
		if late {
			hour += 12
		}
	}
	if minute%15 != 0 {
		return 0, model.Wrong(name, "kit.time.quarter", "typed", typed)
	}
	return hour*model.Hour + minute/15, nil
}

// NewLength is a length of time in quarter-hours from low to high, typed as
// 1:30, 1.5, 1h30, 45m, 90; a bare number up to 12 is hours, beyond minutes.
func NewLength(name string, value, low, high int) *ValueField[int] {
	show := func(e *Env, v int) string {
		if v == 0 && low > 0 {
			return ""
		}
		return e.Lang.Length(v)
	}
	f := NewValue(name, value,
		func(e *Env, name, typed string) (int, *model.Problem) {
			q, ok := readLength(typed)
			switch {
			case !ok:
				return 0, model.Wrong(name, "kit.length.bad", "typed", typed)
			case q < low || q > high:
				return 0, model.Wrong(name, "kit.length.range", "low", e.Lang.Length(low), "high", e.Lang.Length(high))
			}
			return q, nil
		}, show)
	f.Width = 10
	f.echo = func(e *Env, v int) string { return "= " + e.Lang.Length(v) }
	return f
}

// readLength is the quarters of a length as typed; ok is false for what is no
// length or no whole number of quarters.
func readLength(typed string) (quarters int, ok bool) {
	s := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(typed), " ", ""))
	s = strings.ReplaceAll(s, ",", ".")
	minutes := 0
	if rest, isMin := strings.CutSuffix(strings.TrimSuffix(s, "in"), "m"); isMin && !strings.ContainsAny(rest, "h:.") {
		n, err := strconv.Atoi(rest)
		if err != nil {
			return 0, false
		}
		minutes = n
	} else if h, m, split := cutAny(strings.TrimSuffix(strings.TrimSuffix(s, "min"), "m"), "h:"); split {
		hour, err := strconv.Atoi(h)
		if err != nil || hour < 0 {
			return 0, false
		}
		if m == "" {
			m = "0"
		}
		minute, err := strconv.Atoi(m)
		if err != nil || minute < 0 || minute > 59 {
			return 0, false
		}
		minutes = hour*60 + minute
	} else {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || v < 0 || v > 10000 {
			return 0, false
		}
		minutes = int(v*60 + 0.5)
		if v > 12 {
			minutes = int(v + 0.5)
		}
	}
	return minutes / 15, minutes >= 0 && minutes%15 == 0
}

func cutAny(s, seps string) (before, after string, found bool) {
	if i := strings.IndexAny(s, seps); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}
