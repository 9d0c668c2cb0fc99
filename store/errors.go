package store

import (
	"context"
	"errors"
	"fmt"

	"muster/model"
	"muster/store/kv"
	"muster/store/seal"
)

// What can go wrong here, in one place. Errors of the engine (store/kv) and of
// the seal (store/seal) come through, wrapped. None says anything personal, so
// that they may be logged; what a user is told comes from Explain.
var (
	// ErrConflict: somebody changed a record meanwhile; see *ConflictError.
	ErrConflict = errors.New("store: changed by somebody else meanwhile")

	// ErrGone: there is no such record.
	ErrGone = errors.New("store: no such record")

	// ErrNothing: nothing to undo, or to redo.
	ErrNothing = errors.New("store: nothing to undo")

	// ErrNothingToRedo is the ErrNothing of Redo.
	ErrNothingToRedo = fmt.Errorf("%w again", ErrNothing)

	// ErrLargeAct: the act brought everything in, and has no items to undo.
	ErrLargeAct = errors.New("store: too large an act to undo")

	// ErrNoActor: nobody said whose act it is.
	ErrNoActor = errors.New("store: an act without an actor")

	// ErrNoFolder: the folder where a file was to go is not there.
	ErrNoFolder = errors.New("store: no such folder")

	// ErrTarget: the file that was asked for cannot be written.
	ErrTarget = errors.New("store: cannot write the file")

	// ErrSelf: the backup is the database itself.
	ErrSelf = errors.New("store: restore onto itself")

	// ErrOther: the backup is that of another database.
	ErrOther = errors.New("store: restore of another database")

	// ErrNotEmpty: ImportAll needs a database without records.
	ErrNotEmpty = errors.New("store: database not empty")

	// ErrFilling: an import of everything is under way.
	ErrFilling = errors.New("store: being filled")

	// ErrDamaged: what is kept contradicts itself.
	ErrDamaged = errors.New("store: damaged")

	// ErrChange: the change makes no sense, such as a record twice. That is a
	// mistake in the program.
	ErrChange = errors.New("store: malformed change")
)

// A ConflictError lists every record of the change that was written by
// somebody else since it was read. Nothing was saved.
type ConflictError struct{ Conflicts []Conflict }

// A Conflict is one record in three versions. A nil record is one that was not
// there, or was removed.
type Conflict struct {
	Ref      model.Ref
	Was, Now model.Rev    // the revision the change was made on, and the present one (0: not there)
	Base     model.Record // as it was at Was; nil also when that is not kept any more
	Mine     model.Record // as the change would have it
	Theirs   model.Record // as it is
	By       Entry        // the act that wrote Theirs
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%v: %d records", ErrConflict, len(e.Conflicts))
}

// Is makes errors.Is(err, ErrConflict) true.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }

// A TouchedError refuses to undo or redo an act because a record of it was
// written since by another one.
type TouchedError struct {
	Ref   model.Ref
	Act   Entry // that was to be taken back
	By    Entry // that came after
	Again bool  // Redo, not Undo
}

func (e *TouchedError) Error() string {
	return fmt.Sprintf("store: act %d: a %s was written since, by act %d", e.Act.Rev, e.Ref.Kind, e.By.Rev)
}

// A NewerError says that a newer program wrote the record (or, with a zero
// Ref, the database), in a form this one would not keep whole.
type NewerError struct{ Ref model.Ref }

func (e *NewerError) Error() string {
	return fmt.Sprintf("store: %s written by a newer program", e.Ref.Kind)
}

// A NoKeyError says where the key file was looked for, and what the one of the
// database is called. Error leaves the path out: it may hold a person's name.
type NoKeyError struct{ Path, Name string }

func (e *NoKeyError) Error() string { return seal.ErrNoKey.Error() }

// Is makes errors.Is(err, seal.ErrNoKey) true.
func (e *NoKeyError) Is(target error) bool { return target == seal.ErrNoKey }

// An ImportError is a fault of the file given to ImportAll: of a record, which
// Kind and N (from 1, within its kind) name, or with Kind "" of the file.
type ImportError struct {
	Line  int // of the file, from 1: where the fault is, or the record begins; 0 when that is not known any more
	Kind  string
	N     int
	Field string
	What  model.Message
	Err   error
}

func (e *ImportError) Error() string {
	return fmt.Sprintf("store: import: line %d: %s %d: %s %s", e.Line, e.Kind, e.N, e.Field, e.What)
}

func (e *ImportError) Unwrap() error { return e.Err }

// A VerifyError says that a database or backup did not pass Verify.
type VerifyError struct{ Report Report }

func (e *VerifyError) Error() string {
	return fmt.Sprintf("%v: %d faults", ErrDamaged, len(e.Report.Faults))
}

// Is makes errors.Is(err, ErrDamaged) true.
func (e *VerifyError) Is(target error) bool { return target == ErrDamaged }

// damaged marks what was unsealed but cannot be read. The cause is left out of
// what is wrapped: a decoder's error may quote the data.
func damaged(error) error { return fmt.Errorf("%w: unreadable value", ErrDamaged) }

// Explain says an error in the user's words: what is wrong, and what to do. It
// knows the errors of this package, of kv and seal, and the model's problems;
// of any other it says only that something is wrong: its text is for
// programmers.
func Explain(err error) (what, do model.Message) {
	what = explain(err)
	return what, model.Message{ID: what.ID + ".do", Args: what.Args}
}

func explain(err error) model.Message {
	var (
		problem  *model.Problem
		conflict *ConflictError
		touched  *TouchedError
		newer    *NewerError
		imported *ImportError
		verify   *VerifyError
		key      *NoKeyError
	)
	switch {
	case errors.As(err, &imported):
		return imported.message()
	case errors.As(err, &problem):
		return problem.Message
	case errors.As(err, &conflict):
		return conflict.message()
	case errors.As(err, &touched):
		return touched.message()
	case errors.As(err, &newer):
		return model.Say("store.newer")
	case errors.As(err, &key):
		return model.Say("store.no-key", "path", model.Clean(key.Path), "name", key.Name)
	case errors.As(err, &verify):
		return model.Say("store.faulty", "n", len(verify.Report.Faults), "first", verify.Report.Faults[0])
	}
	for _, e := range []struct {
		err error
		id  string
	}{
		{ErrGone, "store.gone"},
		{ErrNothingToRedo, "store.nothing-to-redo"},
		{ErrNothing, "store.nothing-to-undo"},
		{ErrLargeAct, "store.large-act"},
		{ErrNoActor, "store.no-actor"},
		{ErrNoFolder, "store.no-folder"},
		{ErrSelf, "store.restore-self"},
		{ErrOther, "store.restore-other"},
		{ErrNotEmpty, "store.not-empty"},
		{ErrFilling, "store.filling"},
		{ErrDamaged, "store.damaged"},
		{context.Canceled, "store.cancelled"},
		{context.DeadlineExceeded, "store.too-slow"},
	} {
		if errors.Is(err, e.err) {
			return model.Say(e.id)
		}
	}
	if m, ok := kv.Explain(err); ok {
		return m
	}
	if m, ok := seal.Explain(err); ok {
		return m
	}
	if errors.Is(err, ErrTarget) {
		return model.Say("store.target")
	}
	return model.Say("store.unexpected")
}

func (e *ImportError) message() model.Message {
	what := e.What
	if e.Line > 0 {
		what = model.Say("store.import.at-line", "line", e.Line, "what", what)
	}
	if e.Kind == "" {
		return model.Say("store.import-file", "what", what)
	}
	var kind any = e.Kind
	if _, ok := model.KindOf(e.Kind); ok {
		kind = model.Say("word.record." + e.Kind)
	}
	if e.N == 0 {
		return model.Say("store.import-kind", "kind", kind, "what", what)
	}
	if e.Field != "" {
		return model.Say("store.import-field", "kind", kind, "n", e.N, "field", e.Field, "what", what)
	}
	return model.Say("store.import-record", "kind", kind, "n", e.N, "what", what)
}

func (e *ConflictError) message() model.Message {
	c := e.Conflicts[0]
	rec := c.Mine
	if rec == nil {
		rec = c.Theirs
	}
	return model.Say("store.conflict", "n", len(e.Conflicts), "what", nameOf(rec, c.Ref), "actor", c.By.Actor, "act", c.By.Act)
}

func (e *TouchedError) message() model.Message {
	id := "store.touched"
	if e.Again {
		id = "store.touched-again"
	}
	return model.Say(id, "act", e.Act.Act, "actor", e.By.Actor, "by", e.By.Act)
}
