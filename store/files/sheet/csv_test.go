package sheet

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

const (
	spanish = "Nombre;Apellido;Estado\nÍtzel;Muñoz Peña;Michoacán\nJosé Ángel;Güity;León\nRaúl;Ordóñez;\"Ciudad de México\"\n"
	french  = "Nom;Prénom;Département\nThéodore;Gaëlle;Grand’Anse\nLhérisson;Françoise;Artibonite\nÉtienne;Noël;Sud-Est\nDésir;Hélène;Ouest\n"
	brazil  = "Nome;Órgão;Situação\nJoão da Conceição;Polícia;Aprovação\nInês Magalhães;Órgão;Não\n"
	arabic  = "م,الاسم,المحافظة\n1,محمد أحمد حسن,القاهرة\n2,هبة سامح رزق,الجيزة\n3,عمرو طارق فهمي,أسوان\n"
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodings(t *testing.T) {
	le, be := utf.UTF16(utf.LittleEndian, utf.IgnoreBOM), utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
	leMark, beMark := utf.UTF16(utf.LittleEndian, utf.UseBOM), utf.UTF16(utf.BigEndian, utf.UseBOM)
	for _, text := range []string{spanish, french, brazil, arabic} {
		for _, c := range []struct {
			want Encoding
			as   encoding.Encoding
			mark string
		}{
			{UTF8, encoding.Nop, ""},
			{UTF8, encoding.Nop, "\xef\xbb\xbf"},
			{Windows1252, charmap.Windows1252, ""},
			{MacRoman, charmap.Macintosh, ""},
			{CP850, charmap.CodePage850, ""},
			{Windows1256, charmap.Windows1256, ""},
			{UTF16LE, le, ""},
			{UTF16BE, be, ""},
			{UTF16LE, leMark, ""},
			{UTF16BE, beMark, ""},
		} {
			if (c.want == Windows1256) != (text == arabic) && c.as != encoding.Nop && c.want != UTF16LE && c.want != UTF16BE {
				continue
			}
			in := text
			if c.want == CP850 { // it has no typographic apostrophe
				in = strings.ReplaceAll(in, "’", "'")
			}
			name := fmt.Sprintf("%s of %.4s", c.want, text)
			data := append([]byte(c.mark), encode(t, c.as, in)...)
			b := readBytes(t, "x.csv", data, Options{})
			plain := readBytes(t, "x.csv", []byte(in), Options{})
			if b.Encoding != c.want {
				t.Errorf("%s: found %s", name, b.Encoding)
			}
			if diff := cmp.Diff(texts(plain.Sheets[0]), texts(b.Sheets[0])); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			// Asked for, it is the same.
			asked := readBytes(t, "x.csv", data, Options{Encoding: c.want})
			if diff := cmp.Diff(texts(plain.Sheets[0]), texts(asked.Sheets[0])); diff != "" {
				t.Errorf("%s asked for: %s", name, diff)
			}
		}
	}
	if b := readBytes(t, "x.csv", encode(t, charmap.Windows1252, "NOMBRE;GRADO\nMUÑOZ;Policía\n"), Options{}); b.Encoding != Windows1252 || b.Sure {
		t.Errorf("two letters: %s, sure %v", b.Encoding, b.Sure)
	}
}

func TestDelimitersAndRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		delimiter  rune
		want       map[int][]string
	}{
		{"comma", "a,b\n1,2\n", ',', map[int][]string{1: {"a", "b"}, 2: {"1", "2"}}},
		{"semicolon with decimal commas", "a;b\n1,5;2,5\n", ';', map[int][]string{1: {"a", "b"}, 2: {"1,5", "2,5"}}},
		{"tab", "a\tb\n1\t2\n", '\t', map[int][]string{1: {"a", "b"}, 2: {"1", "2"}}},
		{"pipe", "a|b\n1|2\n", '|', map[int][]string{1: {"a", "b"}, 2: {"1", "2"}}},
		{"sep line", "sep=;\r\na;b,c\r\n", ';', map[int][]string{2: {"a", "b,c"}}},
		{"quoted sep line", "\"sep=|\"\na|b\n", '|', map[int][]string{2: {"a", "b"}}},
		{"names with commas", "Nombre\nÁvila, Itzel\nRuiz, Hugo\n", '\t', map[int][]string{1: {"Nombre"}, 2: {"Ávila, Itzel"}, 3: {"Ruiz, Hugo"}}},
		{"blank rows and CR", "a;b\r\r;;\r1;2", ';', map[int][]string{1: {"a", "b"}, 4: {"1", "2"}}},
		{"quoted line end is one row", "a;b\n\"x\ny\";2\n3;4\n", ';', map[int][]string{1: {"a", "b"}, 2: {"x y", "2"}, 3: {"3", "4"}}},
		{"quotes inside", "a;b\n5\" pipe;\"say \"\"hi\"\"\"\n", ';', map[int][]string{1: {"a", "b"}, 2: {"5\" pipe", "say \"hi\""}}},
		{"careless quotes", "a;b\n \"x\" ;\"y\"z\n", ';', map[int][]string{1: {"a", "b"}, 2: {"x", "yz"}}},
		{"titles above", "LISTA, DE ELEMENTOS\n\na;b;c\n1;2;3\n4;5;6\n", ';', map[int][]string{1: {"LISTA, DE ELEMENTOS"}, 3: {"a", "b", "c"}, 4: {"1", "2", "3"}, 5: {"4", "5", "6"}}},
	} {
		b := readBytes(t, "x.csv", []byte(c.text), Options{})
		if b.Delimiter != c.delimiter {
			t.Errorf("%s: delimiter %q", c.name, b.Delimiter)
		}
		if diff := cmp.Diff(c.want, texts(b.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	b := readBytes(t, "lista.final.csv", []byte("a,b;c\n"), Options{Delimiter: ';'})
	if got := texts(b.Sheets[0])[1]; len(got) != 2 || b.Sheets[0].Name != "lista.final" {
		t.Errorf("asked for: %q, sheet %q", got, b.Sheets[0].Name)
	}
}

func TestRefused(t *testing.T) {
	big := strings.Repeat("a;b;c\n", 200)
	cfb := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	for id, data := range map[string]string{
		"sheet.empty": " \n\t", "sheet.pdf": "%PDF-1.7 …", "sheet.old-excel": cfb, "sheet.locked": cfb + string(utf16Name("EncryptedPackage")),
		"sheet.image": "\x89PNG\r\n\x1a\n", "sheet.document": "{\\rtf1", "sheet.archive": "\x1F\x8B\x08", "sheet.markup": "\n<html><body><table>", "sheet.cards": "BEGIN:VCARD\nVERSION:3.0",
		"sheet.unknown": "ELF\x00\x01\x02\x03 \x00\x00 thing", "sheet.quote": "a;b\n\"open;2\n" + big, "sheet.damaged": "PK\x03\x04 torn",
	} {
		if _, err := Read(context.Background(), "x", []byte(data), Options{}); problemID(err) != id {
			t.Errorf("%s: %v", id, err)
		}
	}
	for id, o := range map[string]Options{
		"sheet.too-many-rows":    {Limits: Limits{Rows: 100}},
		"sheet.too-many-columns": {Limits: Limits{Columns: 2}},
		"sheet.too-many-cells":   {Limits: Limits{Cells: 300}},
		"sheet.too-big":          {Limits: Limits{Bytes: 1000}},
		"sheet.encoding":         {Encoding: "ebcdic"},
	} {
		if _, err := Read(context.Background(), "x", []byte(big), o); problemID(err) != id {
			t.Errorf("%s: %v", id, err)
		}
	}
	long := "a;b\n1;" + strings.Repeat("x", 20_000) + "\n"
	if _, err := Read(context.Background(), "x", []byte(long), Options{}); problemID(err) != "sheet.cell-too-long" {
		t.Errorf("long cell: %v", err)
	}
	if _, err := Read(context.Background(), "x", []byte("a"+strings.Repeat(",", 5<<20)+"b"), Options{Delimiter: ','}); problemID(err) != "sheet.too-many-columns" {
		t.Errorf("five million columns: %v", err)
	}
	if b := readBytes(t, "x", []byte("a,b"+strings.Repeat(",", 50_000)+"\n"), Options{}); b.Sheets[0].Columns != 2 {
		t.Errorf("trailing separators: %d columns", b.Sheets[0].Columns)
	}
	if _, err := Open(context.Background(), t.TempDir(), Options{}); problemID(err) != "sheet.directory" {
		t.Errorf("directory: %v", err)
	}
	if _, err := Open(context.Background(), t.TempDir()+"/none.csv", Options{}); problemID(err) != "sheet.not-found" {
		t.Errorf("missing: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "x", []byte(strings.Repeat("a;b\n", 5000)), Options{}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// An unclosed quote names the row in which it opened.
func TestUnclosedQuoteNamesItsRow(t *testing.T) {
	for _, text := range []string{"a;b\n1;2\n\"open;2\n3;4\n", "a;b\n1;2\n\"open;2\n\"3\";4\n"} {
		_, err := Read(context.Background(), "x", []byte(text), Options{Delimiter: ';'})
		if problemID(err) != "sheet.quote" {
			t.Fatalf("%q: %v", text, err)
		}
		if row := problemArg(err, "row"); row != 3 {
			t.Errorf("%q: row %v", text, row)
		}
	}
}

func TestHostileCharacters(t *testing.T) {
	b := readBytes(t, "x.csv", []byte("a;b\n\x1b[31mred\x1b[0m\x1b]0:title\x07;\u202Eevil\u2066 \u00a0 two\u200b\x00\n"), Options{Delimiter: ';', Encoding: UTF8})
	got := texts(b.Sheets[0])[2]
	if diff := cmp.Diff([]string{"red", "evil two"}, got); diff != "" {
		t.Error(diff)
	}
}

// What the writer writes the reader reads back, whatever is in it.
func TestWriterThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.OneOf(rapid.SampledFrom([]string{"", "=1+1", "@x", "-5", "+52 662", "a;b", `q"q`, "x\ny", "Ñandú", "'='", " a ", "\t", "|"}), rapid.StringMatching(`[ -~À-ÿ]{0,12}`))
		delimiter := rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(t, "delimiter")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 1, 5), 1, 6).Draw(t, "rows")
		var out bytes.Buffer
		w := NewWriter(&out, delimiter)
		if err := w.Row("head", "er"); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if err := w.Row(r...); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(out.Bytes(), []byte("\xef\xbb\xbf")) {
			t.Fatal("no mark")
		}
		b, err := Read(context.Background(), "x.csv", out.Bytes(), Options{Delimiter: delimiter})
		if err != nil {
			t.Fatal(err)
		}
		tk := &taker{limits: DefaultLimits()}
		for i, r := range rows {
			var got Row
			for _, row := range b.Sheets[0].Rows {
				if row.Number == i+2 {
					got = row
				}
			}
			for j, c := range r {
				want, _ := tk.text(c, 1, 1)
				if text := got.Cell(j).Text; Undefuse(text) != Undefuse(want) {
					t.Fatalf("row %d column %d: %q, wrote %q", i, j, text, c)
				}
				if raw := got.Cell(j).Text; raw != "" && strings.ContainsRune("=+-@", rune(raw[0])) {
					t.Fatalf("%q is a formula", raw)
				}
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{spanish, french, arabic, "sep=;\na;b\n", "\"open;2\n", "a,b\n\"x\ny\",2"} {
		f.Add([]byte(s))
	}
	f.Add(largeWorkbook(f, 3, 3))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := Limits{Bytes: 1 << 20, Unpacked: 4 << 20, Rows: 2000, Columns: 64, Cells: 20_000, CellRunes: 500}
		b, err := Read(context.Background(), "x", data, Options{Limits: l})
		if err != nil {
			if problemID(err) == "" {
				t.Fatalf("no problem for the user: %v", err)
			}
			return
		}
		for _, s := range b.Sheets {
			last := 0
			for _, r := range s.Rows {
				if r.Number <= last || len(r.Cells) > l.Columns {
					t.Fatalf("row %d after %d, %d cells", r.Number, last, len(r.Cells))
				}
				last = r.Number
			}
		}
	})
}
