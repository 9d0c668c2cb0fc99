package staff

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// byName is the records in the order of their names, accents aside.
func byName[R model.Record](all iter.Seq[R], name func(R) string) []R {
	type named struct {
		r      R
		folded string
	}
	var list []named
	for r := range all {
		list = append(list, named{r, kit.Fold(name(r))})
	}
	slices.SortFunc(list, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.folded, b.folded), a.r.RecordID().Compare(b.r.RecordID()))
	})
	out := make([]R, len(list))
	for i, n := range list {
		out[i] = n.r
	}
	return out
}

// nextName is the name of one more of the same: "Range 2" after "Range 1".
func nextName(name string, taken func(string) bool) string {
	stem, n := name, 1
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		if k, err := strconv.Atoi(name[i+1:]); err == nil && k >= 0 && k < 10000 {
			stem, n = name[:i], k
		}
	}
	for n < 20000 {
		n++
		if next := stem + " " + strconv.Itoa(n); !taken(next) {
			return next
		}
	}
	return name
}
