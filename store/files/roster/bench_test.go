package roster

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"muster/store/files/sheet"
)

// A roster of 10,000 people and 25 columns: the budget is 2 s for the whole
// import, of which reading should be the smaller part.
func bigRoster(t testing.TB) (csv, xlsx []byte) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter(s1)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	for i := range 10_001 {
		cells := []string{
			"No.", "Apellido Paterno", "Apellido Materno", "Nombre(s)", "Grado", "Corporación", "Unidad", "Estado", "Municipio", "Fecha de Nacimiento",
			"Lugar de nacimiento", "Sexo", "Nacionalidad", "CURP", "CUIP", "Pasaporte", "Vigencia", "Teléfono", "Correo", "Idiomas", "Tipo de sangre", "Alergias", "Contacto de emergencia", "Talla", "Observaciones",
		}
		if i > 0 {
			cells = []string{
				fmt.Sprint(i), "Ávila", "Yáñez" + string(rune('a'+i%26)), fmt.Sprintf("Itzel %c%c", 'A'+i/26%26, 'a'+i/676%26), "Policía Tercero", "Policía Estatal", "Grupo Táctico", "Sonora", "Hermosillo",
				fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 1970+i%30), "Hermosillo, Son.", "H", "Mexicana", "", fmt.Sprintf("AIYI%08d", i), fmt.Sprintf("G%08d", i), "15/08/2031", "662 104 2231",
				fmt.Sprintf("p%d@example.org", i), "Español, inglés", "O+", "Ninguna", "Rosa Yáñez (madre) 662 104 0000", "M", "",
			}
		}
		row := make([]any, len(cells))
		for j, c := range cells {
			row[j] = c
			if j > 0 {
				text.WriteByte(';')
			}
			text.WriteString(c)
		}
		text.WriteByte('\n')
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetRow(cell, row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return text.Bytes(), b.Bytes()
}

func BenchmarkRead10000(b *testing.B) {
	csv, xlsx := bigRoster(b)
	for name, data := range map[string][]byte{"csv": csv, "xlsx": xlsx} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book, err := sheet.Read(context.Background(), name, data, sheet.Options{})
				if err != nil {
					b.Fatal(err)
				}
				r, err := Read(book, Options{Today: today(b)})
				if err != nil || len(r.Rows) != 10_000 {
					b.Fatal(len(r.Rows), err)
				}
			}
		})
	}
	book, err := sheet.Read(context.Background(), "csv", csv, sheet.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			if _, err := Read(book, Options{Today: today(b)}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
