package store

import "muster/model"

// A mark is what no two records have: a cohort's code, a certificate's number.
type mark struct {
	term
	taken *model.Problem // what to say of the second one
	fault model.Message  // and when both are kept
}

// markOf is the record's mark; false when its kind has none.
func markOf(r model.Record) (mark, bool) {
	switch r := r.(type) {
	case *model.Cohort:
		return mark{
			term{byCode, r.Code},
			model.Wrong("code", "store.code-taken", "code", r.Code),
			model.Say("store.fault.code", "code", r.Code),
		}, true
	case *model.Certificate:
		return mark{
			paperTerm(r), model.Wrong("certificateNo", "store.number-taken", "no", r.No),
			model.Say("store.fault.number", "no", r.No),
		}, true
	}
	return mark{}, false
}

// unique remembers the marks of many records.
type unique map[term]bool

// take remembers the record's mark, and answers it when another record had it
// before; nil otherwise.
func (u unique) take(r model.Record) *mark {
	m, ok := markOf(r)
	if !ok {
		return nil
	}
	if u[m.term] {
		return &m
	}
	u[m.term] = true
	return nil
}

// markFree refuses a mark that a record beyond the draft has.
func (l look) markFree(r model.Record, after map[model.Ref]model.Record) error {
	m, ok := markOf(r)
	if !ok {
		return nil
	}
	others, err := l.found(m.term, r.RecordKind(), 1<<30)
	if err != nil {
		return err
	}
	for _, o := range others {
		if _, changed := after[o]; !changed {
			return m.taken
		}
	}
	return nil
}
