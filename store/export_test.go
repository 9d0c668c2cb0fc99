package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/model"
	"muster/store/kv"
	"muster/store/kv/mem"
)

// inMemory is a store over the engine for tests, with a key file in dir.
func inMemory(t testing.TB, eng *mem.Engine, dir, actor string) *Store {
	t.Helper()
	s, err := attach(context.Background(), eng, options(dir, actor))
	check(t, err)
	return s
}

func roomy() *mem.Engine {
	return mem.New(mem.Options{Limits: kv.Limits{Ops: 1 << 20, Checks: 1 << 20, Bytes: 1 << 30, Key: 64}})
}

func exported(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	check(t, s.ExportAll(context.Background(), &b))
	return b.String()
}

// What is exported, brought into an empty database, is exported as the same
// bytes.
func TestExportImportSame(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		one := inMemory(t, roomy(), dir, "Ruiz")
		fill(t, one, world(rt, one.NewID))
		first := exported(t, one)
		two := inMemory(t, roomy(), dir, "Soto")
		if _, err := two.ImportAll(context.Background(), strings.NewReader(first), nil); err != nil {
			rt.Fatal(err)
		}
		if second := exported(t, two); second != first {
			rt.Fatalf("exported\n%s\nand then\n%s", first, second)
		}
		sound(t, one)
		sound(t, two)
		if _, err := two.ImportAll(context.Background(), strings.NewReader(first), nil); !errors.Is(err, ErrNotEmpty) {
			rt.Fatalf("a second time: %v", err)
		}
		if _, err := two.Undo(context.Background()); err != nil {
			rt.Fatal(err)
		}
		if n, err := two.Counts(context.Background()); err != nil || len(n) != 0 {
			rt.Fatalf("undone: %v %v", n, err)
		}
		sound(t, two)
	})
}

func TestExportIsDocumented(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	fill(t, s, []model.Record{&model.Agency{ID: model.NewID(1, [10]byte{1}), Name: "PESP <Sonora> & Cía"}})
	want := `{"format":"muster","version":3,"records":{
"settings":[],
"agency":[
{"id":"000000001040000000000000000","name":"PESP <Sonora> & Cía"}],
`
	if got := exported(t, s); !strings.HasPrefix(got, strings.Replace(want, "000000001040000000000000000", model.NewID(1, [10]byte{1}).String(), 1)) ||
		!strings.HasSuffix(got, "\n\"contact\":[],\n\"draft\":[]}}\n") {
		t.Errorf("exported %s", got)
	}
}

func TestImportRefuses(t *testing.T) {
	id, other := model.NewID(1, [10]byte{1}).String(), model.NewID(2, [10]byte{1}).String()
	in := func(kind, recs string) string {
		return fmt.Sprintf(`{"format":"muster","version":1,"records":{%q:[%s]}}`, kind, recs)
	}
	for _, c := range []struct{ name, text, id, kind, field string }{
		{"nothing", ``, "store.import.empty", "", ""},
		{"cut off", in("agency", `{"id":"`+id+`","name":"A"}`)[:60], "store.import.ends-early", "agency", ""},
		{"another format", `{"format":"x","version":1,"records":{}}`, "store.import.foreign", "", ""},
		{"no format", `{"records":{}}`, "store.import.foreign", "", ""},
		{"no records", `{"format":"muster","version":1}`, "store.import.foreign", "", ""},
		{"a list", `[]`, "store.import.foreign", "", ""},
		{"newer", `{"format":"muster","version":4,"records":{}}`, "store.import.newer", "", ""},
		{"more after", in("agency", "") + "{}", "store.import.foreign", "", ""},
		{"unknown part", `{"format":"muster","x":1}`, "store.import.unknown-field", "", "x"},
		{"unknown kind", in("dragon", ""), "store.import.unknown-kind", "dragon", ""},
		{"unknown field", in("agency", `{"id":"`+id+`","name":"A","age":3}`), "store.import.unknown-field", "agency", "age"},
		{"wrong type", in("agency", `{"id":"`+id+`","name":3}`), "store.import.bad-field", "agency", "name"},
		{"bad date", in("person", `{"id":"`+id+`","given":"A","born":"1990-02-30"}`), "store.import.bad-field", "person", "born"},
		{"another case", in("agency", `{"id":"`+id+`","Name":"A"}`), "store.import.unknown-field", "agency", "Name"},
		{"a field twice", in("agency", `{"id":"`+id+`","name":"A","name":"B"}`), "store.import.field-twice", "agency", "name"},
		{"a kind twice", `{"format":"muster","version":1,"records":{"unit":[],"unit":[]}}`, "store.import.kind-twice", "unit", ""},
		{"records twice", `{"format":"muster","version":1,"records":{},"records":{}}`, "store.import.field-twice", "", "records"},
		{"Latin-1", in("agency", `{"id":"`+id+`","name":"Polic`+"\xed"+`a"}`), "store.import.not-utf8", "agency", "name"},
		{"a sign lost before", in("agency", `{"id":"`+id+`","name":"Polic\ufffda"}`), "store.import.not-utf8", "agency", "name"},
		{"half a sign", in("agency", `{"id":"`+id+`","name":"\ud800x"}`), "store.import.not-utf8", "agency", "name"},
		{"newer, said last", `{"format":"muster","records":{},"version":4}`, "store.import.newer", "", ""},
		{"no zone", in("cohort", cohort(id, `"zone":"Moon/Base"`)), "store.import.zone", "cohort", "zone"},
		{
			"a number twice", in("cohort", cohort(id, `"zone":"UTC","seats":[{"no":7,"person":"`+other+`"},{"no":7,"person":"`+id+`"}]`)),
			"store.import.number-twice", "cohort", "no",
		},
		{"an endless record", in("agency", `{"id":"`+id+`","name":"`+strings.Repeat("A", 3*maxRecord)+`"}`), "store.import.too-long", "agency", ""},
		{"invalid", in("agency", `{"id":"`+id+`","name":" "}`), "model.missing", "agency", "name"},
		{"no id", in("agency", `{"name":"A"}`), "model.missing", "agency", "id"},
		{"twice", in("agency", `{"id":"`+id+`","name":"A"},{"id":"`+id+`","name":"B"}`), "store.import.twice", "agency", "id"},
		{"nowhere", in("unit", `{"id":"`+id+`","agency":"`+other+`","name":"A"}`), "store.points-nowhere", "unit", "agency"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
			_, err := s.ImportAll(t.Context(), strings.NewReader(c.text), nil)
			var bad *ImportError
			if !errors.As(err, &bad) {
				t.Fatalf("err = %v", err)
			}
			if bad.What.ID != c.id || bad.Kind != c.kind || bad.Field != c.field {
				t.Errorf("%s in %q, field %q; want %s in %q, %q", bad.What.ID, bad.Kind, bad.Field, c.id, c.kind, c.field)
			}
			if n, err := s.Counts(t.Context()); err != nil || len(n) > 0 {
				t.Errorf("kept %v, %v", n, err)
			}
			sound(t, s)
		})
	}
}

func cohort(id, more string) string {
	return `{"id":"` + id + `","code":"A-1","first":"2026-01-12",` + more + `}`
}

// A fault is told with its line, and what a spreadsheet program or an editor
// does to the file without harm is none.
func TestImportLines(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
	}{
		{"{\"format\":\"muster\",\n\"version\":1,\n\"records\":{\n\"agency\":[\n{\"id\":3}]}}", 5},
		{"{\"format\":\"muster\",\n\"version\":1,\n\"records\":{\n\"agency\":[\n{\n\n\"age\":3}]}}", 7},
		{"{\n\n\"format\":\"other\"}", 3},
		{"{\n\"format\":\"muster\",\n\n}", 4},
		{"{\n\"format\":\"muster\",\n\n\"version\":1", 4},
		{"\ufeff{\n\"dragon\":1}", 2},
	} {
		err := parse(t.Context(), strings.NewReader(c.text), func(model.Record, place) error { return nil })
		var fault *ImportError
		if !errors.As(err, &fault) || fault.Line != c.line {
			t.Errorf("%q: %v, want line %d", c.text, err, c.line)
		}
	}
	file := agencies(2)
	i := strings.Index(file, `"records"`)
	sorted := `{"format":"muster",` + strings.TrimSuffix(file[i:], "}") + `,"version":1e0}`
	for _, text := range []string{"\ufeff" + file, sorted} {
		n := 0
		err := parse(t.Context(), strings.NewReader(text), func(model.Record, place) error { n++; return nil })
		if err != nil || n != 2 {
			t.Errorf("%q: %d records, %v", text, n, err)
		}
	}
}

// agencies is a file of n records.
func agencies(n int) string {
	var b strings.Builder
	b.WriteString(`{"format":"muster","version":1,"records":{"agency":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":%q,"name":"Agency %d"}`, model.NewID(int64(i+1), [10]byte{1}), i)
	}
	b.WriteString(`]}}`)
	return b.String()
}

// An import of more records than one commit takes is one act all the same:
// everything, or nothing.
func TestLargeImport(t *testing.T) {
	n := 1000
	file := agencies(n)
	dir := t.TempDir()
	inMemory := func(t testing.TB, eng *mem.Engine, dir, actor string) *Store {
		s := inMemory(t, eng, dir, actor)
		s.atOnce = 300 * otherWrites
		return s
	}
	t.Run("whole", func(t *testing.T) {
		s := inMemory(t, roomy(), dir, "Ruiz")
		last := Progress{}
		e, err := s.ImportAll(t.Context(), strings.NewReader(file), func(p Progress) { last = p })
		check(t, err)
		if e.Counts[model.KindAgency] != n || last != (Progress{n, int64(len(file))}) {
			t.Errorf("entry %v, progress %v", e.Counts, last)
		}
		sound(t, s)
		if _, err := s.Undo(t.Context()); !errors.Is(err, ErrLargeAct) {
			t.Errorf("Undo = %v", err)
		}
		ref := model.Ref{Kind: model.KindAgency, ID: model.NewID(7, [10]byte{1})}
		found := 0
		check(t, s.Journal(t.Context(), Filter{Of: ref}, func(Entry) bool { found++; return true }))
		if found != 1 {
			t.Errorf("%d entries of a record", found)
		}
	})
	t.Run("broken off by a fault at the end", func(t *testing.T) {
		s := inMemory(t, roomy(), dir, "Ruiz")
		_, err := s.ImportAll(t.Context(), strings.NewReader(file[:len(file)-2]), nil)
		var bad *ImportError
		if !errors.As(err, &bad) {
			t.Errorf("err = %v", err)
		}
		nothingKept(t, s)
	})
	t.Run("stopped", func(t *testing.T) {
		s := inMemory(t, roomy(), dir, "Ruiz")
		ctx, stop := context.WithCancel(t.Context())
		r := &stopping{r: strings.NewReader(file), after: len(file) - 100, stop: stop}
		if _, err := s.ImportAll(ctx, r, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("err = %v", err)
		}
		nothingKept(t, s)
	})
	t.Run("process killed", func(t *testing.T) {
		eng := roomy()
		s := inMemory(t, eng, dir, "Ruiz")
		im := importer{Store: s}
		im.chunk = []write{{ref: model.Ref{Kind: model.KindAgency, ID: s.NewID()}, rec: &model.Agency{Name: "A"}}}
		check(t, im.flush(t.Context()))
		other := inMemory(t, eng.Again(), dir, "Soto")
		if _, err := other.Desk(t.Context()); !errors.Is(err, ErrFilling) {
			t.Errorf("Desk = %v", err)
		}
		if _, err := other.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: &model.Agency{ID: s.NewID(), Name: "B"}}}}); !errors.Is(err, ErrFilling) {
			t.Errorf("Commit = %v", err)
		}
		o := options(dir, "Soto")
		o.Now = func() time.Time { return day.Add(time.Hour) }
		later, err := attach(t.Context(), eng.Again(), o)
		check(t, err)
		nothingKept(t, later)
		if err := im.flush(t.Context()); !errors.Is(err, ErrFilling) {
			t.Errorf("the first one goes on: %v", err)
		}
		next := importer{Store: later}
		next.chunk = []write{{ref: model.Ref{Kind: model.KindPlace, ID: s.NewID()}, rec: &model.Place{Name: "A"}}}
		_, err = remove(later, 1, &model.Agency{ID: onlyAgency(t, later)})
		check(t, err)
		check(t, next.flush(t.Context()))
		if err := im.flush(t.Context()); !errors.Is(err, ErrFilling) {
			t.Errorf("the first one goes on beside another: %v", err)
		}
	})
}

func onlyAgency(t *testing.T, s *Store) model.ID {
	t.Helper()
	d, err := s.Desk(t.Context())
	check(t, err)
	return d.Agencies.Rows()[0].Rec.ID
}

func nothingKept(t *testing.T, s *Store) {
	t.Helper()
	if r := sound(t, s); r.Rev != 0 || r.Terms+r.Images+len(r.Counts) > 0 && r.Counts[model.KindAgency] > 0 {
		t.Errorf("left over: %+v", r)
	}
	put(t, s, 0, &model.Agency{ID: s.NewID(), Name: "A"})
}

// stopping cancels the context once so much is read.
type stopping struct {
	r     io.Reader
	after int
	stop  func()
}

func (s *stopping) Read(b []byte) (int, error) {
	n, err := s.r.Read(b)
	if s.after -= n; s.after < 0 {
		s.stop()
	}
	return n, err
}
