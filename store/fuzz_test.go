package store

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/model"
)

// Any file is read, or refused with a reason that the catalogues know; what is
// read is valid, and reads the same when it is written out.
func FuzzParse(f *testing.F) {
	f.Add(agencies(2))
	f.Add(`{"format":"muster","version":1,"records":{"settings":[{"rules":[{"rule":"rest","value":3}]}],"cohort":[]}}`)
	f.Add(`{"format":"muster","version":1,"records":{"person":[{"id":"06ED3080CH76ZVF2PR03MG1P9G","given":"\u202eA","born":"1990-02-28"}]}}`)
	f.Fuzz(func(t *testing.T, text string) {
		err := parse(context.Background(), strings.NewReader(text), func(r model.Record, _ place) error {
			raw, err := json.Marshal(r)
			check(t, err)
			again, fault, _ := forms{}.readRecord(r.RecordKind(), raw)
			if fault != nil {
				t.Fatalf("%s: %v", raw, fault.What)
			}
			if d := cmp.Diff(r, again); d != "" {
				t.Fatal(d)
			}
			back, err := (&envelope{Schema: format, Body: encode(r)}).record(r.RecordKind())
			check(t, err)
			if d := cmp.Diff(r, back); d != "" {
				t.Fatal(d)
			}
			return nil
		})
		var fault *ImportError
		if err != nil && (!errors.As(err, &fault) || fault.What.ID == "") {
			t.Fatalf("%v", err)
		}
	})
}

// Any bytes are a value, or damaged; none stops the program.
func FuzzValues(f *testing.F) {
	id := model.NewID(1, [10]byte{1})
	f.Add(encode(envelope{Schema: 1, Needs: 1, Rev: 1, From: 1, Body: encode(&model.Agency{ID: id, Name: "A"})}))
	act, err := pack(model.Say("act.x", "n", 1, "ids", []model.ID{id}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(encode(entry{Rev: 1, Act: act, Items: encode([]item{{Kind: 1, ID: id}}), N: 1}))
	f.Fuzz(func(t *testing.T, plain []byte) {
		for _, k := range model.Kinds {
			if got, err := open(model.Ref{Kind: k, ID: id}, plain); err == nil && got.rec == nil {
				t.Fatal("nothing, without an error")
			}
		}
		if e, err := openEntry(plain); err == nil {
			if _, err := e.show(); err != nil && !errors.Is(err, ErrDamaged) {
				var newer *NewerError
				if !errors.As(err, &newer) {
					t.Fatal(err)
				}
			}
		}
	})
}
