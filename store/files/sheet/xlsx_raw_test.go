package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// packed makes a workbook of the given parts, as other programs write them.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// book is a workbook of one sheet around the given sheet data.
func book(sheetXML string, more map[string]string) map[string]string {
	parts := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<?xml version="1.0"?><workbook><sheets><sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + office + `/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheetXML,
	}
	for name, text := range more {
		parts[name] = text
	}
	return parts
}

func TestXLSXOddities(t *testing.T) {
	strict := strings.NewReplacer(office, "http://purl.oclc.org/ooxml/officeDocument/relationships")
	sheetXML := `<?xml version="1.0"?><!-- by hand --><x:worksheet xmlns:x="y"><x:sheetData>
<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>in</x:t><x:r><x:t xml:space="preserve"> line</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>
<x:c r="C2" t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>A1&amp;B1</x:f><x:v>a&lt;b &#233;&#xE9; _x0041_</x:v></x:c><x:c t="d"><x:v>1988-03-12T00:00:00</x:v></x:c><x:c s="1"><x:v>30752</x:v></x:c></x:row>
<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v><![CDATA[12]]></x:v></x:c><x:c/><x:c t="b"><x:v>1</x:v></x:c></x:row>
<x:row r="9" hidden="1"/></x:sheetData><x:mergeCells><x:mergeCell ref="A2:XFD1048576"/><x:mergeCell ref="nonsense"/></x:mergeCells></x:worksheet>`
	parts := book(sheetXML, map[string]string{
		"xl/styles.xml":        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\/mm\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": `<sst><si><t>cero</t></si><si><r><t>u</t></r><r><t>no</t></r><rPh><t>x</t></rPh></si></sst>`,
		"xl/workbook.xml":      `<workbook><workbookPr date1904="1"/><sheets><sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	})
	for _, of := range []func(string) string{func(s string) string { return s }, strict.Replace} {
		changed := map[string]string{}
		for name, text := range parts {
			changed[name] = of(text)
		}
		b := readBytes(t, "x.xlsx", packed(t, changed), Options{})
		want := map[int][]string{
			2: {"in line", "in line", "#N/A", "a<b éé A", "1988-03-12", "1988-03-12"},
			3: {"uno", "cero", "12", "in line", "1", "in line"},
		}
		if diff := cmp.Diff(want, texts(b.Sheets[0])); diff != "" {
			t.Error(diff)
		}
		if c := b.Sheets[0].Rows[0].Cell(2); c.Kind != Fault {
			t.Errorf("a failed formula is kind %d", c.Kind)
		}
		if c := b.Sheets[0].Rows[1].Cell(3); !c.Merged {
			t.Error("a filled cell is not marked")
		}
	}
}

func TestXLSXHostile(t *testing.T) {
	row := func(cells string) string {
		return `<worksheet><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`
	}
	laughs := `<!DOCTYPE x [<!ENTITY a "aaaa">]>` + row(`<c><v>&a;</v></c>`)
	for name, c := range map[string]struct {
		parts map[string]string
		id    string
	}{
		"a DTD":               {book(laughs, nil), "sheet.damaged-sheet"},
		"a sheet cut off":     {book(`<worksheet><sheetData><row r="1"><c><v>1</v>`, nil), "sheet.damaged-sheet"},
		"rows out of order":   {book(`<worksheet><sheetData><row r="5"><c><v>1</v></c></row><row r="2"/></sheetData></worksheet>`, nil), "sheet.damaged-sheet"},
		"a row too far":       {book(`<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>`, nil), "sheet.damaged-sheet"},
		"a column too far":    {book(row(`<c r="ZZZZZ1"><v>1</v></c>`), nil), "sheet.damaged-sheet"},
		"many columns":        {book(row(`<c r="XFD1"><v>1</v></c>`), nil), "sheet.too-many-columns"},
		"a missing string":    {book(row(`<c t="s"><v>7</v></c>`), nil), "sheet.damaged-sheet"},
		"a long cell":         {book(row(`<c t="str"><v>`+strings.Repeat("x", 20_000)+`</v></c>`), nil), "sheet.cell-too-long"},
		"a very long cell":    {book(row(`<c t="str"><v>`+strings.Repeat("x", 300_000)+`</v></c>`), nil), "sheet.cell-too-long"},
		"a tag without end":   {book(`<worksheet a="`+strings.Repeat("x", 200_000), nil), "sheet.damaged-sheet"},
		"no sheets":           {map[string]string{"xl/workbook.xml": `<workbook/>`, "xl/_rels/workbook.xml.rels": `<R/>`}, "sheet.empty"},
		"nothing in it":       {book(`<worksheet/>`, nil), "sheet.empty"},
		"an ODS":              {map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, "sheet.open-document"},
		"a Word document":     {map[string]string{"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}, "sheet.document"},
		"Numbers":             {map[string]string{"Index/Document.iwa": "x"}, "sheet.numbers"},
		"a binary workbook":   {map[string]string{"xl/workbook.bin": "x"}, "sheet.old-excel"},
		"an archive":          {map[string]string{"lista.csv": "a,b"}, "sheet.archive"},
		"a bomb by its size":  {book(row(``)+strings.Repeat(" ", 9<<20), nil), "sheet.bomb"},
		"sheets without end":  {book(row(``), map[string]string{"xl/workbook.xml": `<workbook>` + strings.Repeat(`<sheet name="a" id="rId1"/>`, 100) + `</workbook>`}), "sheet.too-many-sheets"},
		"a sheet not present": {book(row(``), map[string]string{"xl/workbook.xml": `<workbook><sheet name="a" id="rId2"/></workbook>`}), "sheet.empty"},
	} {
		data := packed(t, c.parts)
		_, err := Read(context.Background(), "x.xlsx", data, Options{Limits: Limits{Unpacked: 8 << 20}})
		if got := problemID(err); got != c.id {
			t.Errorf("%s: %v, want %s", name, err, c.id)
		}
	}
}

// An archive that understates its sizes is stopped while it unpacks.
func TestXLSXBombThatLies(t *testing.T) {
	data := packed(t, book(`<worksheet>`+strings.Repeat(" ", 9<<20)+`</worksheet>`, nil))
	w, err := openWorkbook(data, Options{}, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	w.limits.Unpacked = 1 << 20
	if err := w.readSheet(context.Background(), "xl/worksheets/sheet1.xml", &taker{limits: DefaultLimits()}, &Sheet{}); problemID(err) != "sheet.bomb" {
		t.Errorf("%v", err)
	}
}

func TestColumnNames(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", -1: ""} {
		if got := ColumnName(i); got != want {
			t.Errorf("%d is %s", i, got)
		}
		if i >= 0 {
			if c, r, ok := position(want + "7"); c != i || r != 7 || !ok {
				t.Errorf("%s7 is %d, %d", want, c, r)
			}
		}
	}
}
