package cohorts

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"golang.org/x/text/encoding/charmap"

	"muster/model"
	"muster/ui/kit/kittest"
)

// embassy is a roster as one is sent: titles above the header, Windows
// letters, semicolons, a wrong date and a total below.
const embassy = `SECRETARÍA DE SEGURIDAD PÚBLICA;;;;;;;;;
Relación de personal propuesto;;;;;;;;;
;;;;;;;;;
No.;Apellido Paterno;Apellido Materno;Nombre(s);Grado;Corporación;Entidad;Fecha de Nacimiento;Pasaporte;Observaciones
1;ÁVILA;YÁÑEZ;ITZEL;Oficial;PESP Sonora;Sonora;14/03/1988;G11111111;
2;BOJÓRQUEZ;PEÑA;LUIS;Policía Primero;PESP Sonora;Sonora;02/11/1990;G22222222;
3;CÁZARES;IBÁÑEZ;RAÚL;Suboficial;SSPE Chihuahua;Chihuahua;31/02/1985;G33333333;
4;NÚÑEZ;ÍÑIGUEZ;SOFÍA;Oficial;SSPE Chihuahua;Chihuahua;25/07/1991;G44444444;
5;DE LA CRUZ;RÍOS;MARÍA DEL CARMEN;Oficial;PESP Sonora;Sonora;19/09/1987;G55555555;vegetariana
`

func write(t testing.TB, text string) string {
	t.Helper()
	data, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "relacion.csv")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// choose types the path in the file chooser and takes it.
func (h *stage) choose(path string) {
	h.t.Helper()
	if _, ok := h.stack.Top().(*chooser); !ok {
		h.t.Fatalf("no file is asked for: %T", h.stack.Top())
	}
	h.press("ctrl+a", "ctrl+k")
	h.paste(path)
	h.press("enter")
	h.awake()
}

func (h *stage) preview() *preview {
	h.t.Helper()
	p, ok := h.stack.Top().(*preview)
	if !ok {
		h.t.Fatalf("no preview: %T, %v, %v\n%s", h.stack.Top(), h.failed, h.told, h.screen(100, 30))
	}
	return p
}

func TestFromAFileToACohort(t *testing.T) {
	h := withStore(t, "en")
	path := write(t, embassy)

	// An empty database: the cohort comes first, and is kept with its people.
	// Who changes their mind about the file is back in the form as it was.
	h.press("r", "tab")
	h.typed("Filled in")
	h.press("ctrl+s", "esc")
	if s := h.screen(100, 30); !strings.Contains(s, "Filled in") || !strings.Contains(s, "for the roster") {
		t.Fatalf("the form is gone\n%s", s)
	}
	h.press("ctrl+s")
	h.choose(path)
	p := h.preview()
	if h.desk.Cohorts.Len() != 0 {
		t.Error("the cohort is kept before the import")
	}
	if p.r.plan.Added != 5 || p.r.plan.LeftOut != 0 {
		t.Fatalf("added %d, left out %d\n%s", p.r.plan.Added, p.r.plan.LeftOut, h.screen(120, 40))
	}
	golden.RequireEqual(t, []byte(h.screen(120, 40)))
	h.press("enter")
	c := h.Cohort()
	if c == nil || len(c.Seats) != 5 || len(h.acts) != 1 {
		t.Fatalf("cohort %+v, acts %v, failed %v", c, h.acts, h.failed)
	}
	if who := h.desk.People.Get(c.Seats[4].Person); who.Name() != "de la Cruz Ríos, María del Carmen" {
		t.Errorf("fifth is %s", who.Name())
	}
	if !strings.HasPrefix(h.last(), "5 added") {
		t.Errorf("told %q", h.last())
	}

	// The same file again adds nobody and writes nothing.
	rev := h.desk.Rev
	h.press("ctrl+o")
	h.choose(path)
	if p := h.preview(); p.r.plan.Same != 5 {
		t.Fatalf("same %d\n%s", p.r.plan.Same, h.screen(120, 40))
	}
	h.press("enter")
	if h.desk.Rev != rev || h.desk.People.Len() != 5 {
		t.Error("the same file again writes")
	}
	if !strings.HasPrefix(h.last(), "Nothing to import") {
		t.Errorf("told %q", h.last())
	}

	// One undo takes everything back.
	if _, err := h.st.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	h.reload()
	if h.desk.Cohorts.Len() != 0 || h.desk.People.Len() != 0 || h.desk.Agencies.Len() != 0 {
		t.Error("undo leaves something behind")
	}
	if h.failed != nil {
		t.Error(h.failed)
	}
}

func TestPreviewPutsRight(t *testing.T) {
	h := withStore(t, "en")
	path := write(t, embassy)
	h.press("c", "ctrl+s", "r")
	h.choose(path)
	p := h.preview()
	row := func() int { return p.line().Row }

	// n goes to the wrong date; e puts the cell right.
	h.press("n")
	if row() != 7 || !p.line().Entry.Born.IsZero() {
		t.Fatalf("on row %d\n%s", row(), h.screen(120, 40))
	}
	h.press("e", "enter")
	h.press("ctrl+a", "ctrl+k")
	h.typed("28/02/1985")
	h.press("enter")
	if got := p.line().Entry.Born.String(); got != "1985-02-28" {
		t.Errorf("born %s\n%s", got, h.screen(120, 40))
	}
	// x leaves the row out and takes it in again.
	h.press("x")
	if p.r.plan.LeftOut != 1 {
		t.Error("not left out")
	}
	h.press("x")
	if p.r.plan.LeftOut != 0 {
		t.Error("not taken in again")
	}
	// m: the rank is not to be taken.
	h.press("m")
	h.typed("Grado")
	h.press("enter")
	h.typed("not taken")
	h.press("enter")
	if p.line().Entry.Rank != "" {
		t.Errorf("rank %s is still taken", p.line().Entry.Rank)
	}
	// h: another header row finds no list; the preview says so and mends it.
	h.press("h", "end", "enter")
	if p.r.fault == nil && p.r.plan.Rows == 5 {
		t.Error("another header row changes nothing")
	}
	h.press("enter")
	h.press("h")
	h.typed("Apellido Paterno")
	h.press("enter")
	if p.r.fault != nil || p.r.plan.Rows != 5 {
		t.Errorf("not mended: %v, %d rows", p.r.fault, p.r.plan.Rows)
	}
	// c, t, d, f read again without harm.
	for _, k := range []string{"t", "t", "t", "t", "d", "d", "f", "f"} {
		h.press(k)
	}
	h.press("c")
	h.typed("windows-1252")
	h.press("enter")
	if p.r.plan.Rows != 5 || p.note != nil {
		t.Errorf("%d rows, %v\n%s", p.r.plan.Rows, p.note, h.screen(120, 40))
	}
	h.press("?", "esc", "s")
	if p.hint.ID != "cohorts.import.one-sheet" {
		t.Errorf("a key that does nothing does not say why: %s", p.hint.ID)
	}
	h.press("esc")
	h.press("esc") // not the key that throws them away
	if h.preview() != p {
		t.Error("esc loses the corrections")
	}
	h.press("enter")
	if len(h.Cohort().Seats) != 5 {
		t.Errorf("%d seats", len(h.Cohort().Seats))
	}
}

func TestDoubtfulAreShownSideBySide(t *testing.T) {
	h := withStore(t, "en")
	h.press("c", "ctrl+s", "r")
	h.choose(write(t, embassy))
	h.preview()
	h.press("enter")
	before := h.desk.People.Len()
	h.press("ctrl+o")
	h.choose(write(t, "Nombre;Apellido Paterno;Apellido Materno;Fecha de nacimiento\nItsel;Avila;Yañes;14/03/1988\nSofia;Nuñes;Iñigues;25/07/1991\nEva;Luna;Mora;01/01/1990\n"))
	p := h.preview()
	if p.r.plan.Asked != 2 {
		t.Fatalf("asked %d\n%s", p.r.plan.Asked, h.screen(120, 40))
	}
	h.press("enter")
	golden.RequireEqual(t, []byte(h.screen(120, 40)))
	h.press("s") // the same person
	if l := p.line(); l == nil || l.Row != 3 {
		t.Errorf("the cursor is not on the next doubtful row: %+v", l)
	}
	h.press("enter") // the next question
	h.press("a")     // another person
	if p.r.plan.Asked != 0 || p.r.plan.Added != 2 || p.r.plan.Updated != 1 {
		t.Fatalf("asked %d, added %d, updated %d", p.r.plan.Asked, p.r.plan.Added, p.r.plan.Updated)
	}
	h.press("enter")
	if h.desk.People.Len() != before+2 {
		t.Errorf("%d people, were %d", h.desk.People.Len(), before)
	}
}

func TestPreviewScreens(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			h := withStore(t, lang)
			h.press("c", "ctrl+s", "r")
			h.choose(write(t, embassy))
			h.preview()
			h.press("n")
			t.Run(fmt.Sprintf("%s-%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, []byte(h.screen(size[0], size[1])))
			})
		}
	}
}

func TestPreviewFits(t *testing.T) {
	h := withStore(t, "en")
	var b strings.Builder
	b.WriteString("Nombre,Apellido Paterno,Grado,Corporación,Pasaporte,Fecha de nacimiento\n")
	for _, s := range kittest.Hostile() {
		s = strings.NewReplacer("\n", " ", ",", " ", "\"", " ", "\x00", "").Replace(model.Clean(s))
		fmt.Fprintf(&b, "%s,x%s,%s,%s,%s,%s\n", s, s, s, s, s, s)
	}
	path := filepath.Join(t.TempDir(), "hostile.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	h.press("c", "ctrl+s", "r")
	h.choose(path)
	p := h.preview()
	kittest.Fit(t, p.Resize, p.Draw)
	checkLabels(t, h.env, p.Actions())
	checkLabels(t, h.env, (&chooser{}).Actions())
}

func TestFileChooser(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Ávila.csv", "list.xlsx", "note.pdf", ".hidden.csv", "sub/inner.tsv"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := newStage(t, "en")
	c, cmd := newChooser(h.env, dir)
	c.Resize(80, 20)
	feed := func(keys ...string) {
		for _, k := range keys {
			_, next := c.Update(keyMsg(k))
			if next != nil {
				c.Update(next())
			}
		}
	}
	c.Update(cmd())
	names := func() string {
		var out []string
		for _, it := range c.shown {
			out = append(out, it.name)
		}
		return strings.Join(out, " ")
	}
	if got := names(); got != ".. sub Ávila.csv list.xlsx" {
		t.Errorf("shown: %s", got)
	}
	feed("a", "v", "i")
	if got := names(); got != "Ávila.csv" {
		t.Errorf("for avi: %s", got)
	}
	if out, _ := c.Update(keyMsg("enter")); out != 1 || filepath.Base(c.Result()) != "Ávila.csv" {
		t.Errorf("took %s", c.Result())
	}
	feed("backspace", "backspace", "backspace", "s", "u", "tab")
	if got := names(); got != "inner.tsv" && got != ".. inner.tsv" {
		t.Errorf("in sub: %s", got)
	}
	kittest.Fit(t, c.Resize, c.Draw)
}

func TestExport(t *testing.T) {
	h := withStore(t, "en")
	h.press("c", "ctrl+s", "r")
	h.choose(write(t, embassy))
	h.preview()
	h.press("enter")
	for i, full := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("out%d.csv", i))
		h.press("x")
		if full {
			h.press("down")
		}
		h.press("enter", "ctrl+a", "ctrl+k")
		h.paste(path)
		h.press("enter")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err, h.failed)
		}
		if got := strings.Contains(string(data), "Bojórquez"); got != full {
			t.Errorf("full %v: names %v", full, got)
		}
	}
	if h.failed != nil {
		t.Error(h.failed)
	}
}
