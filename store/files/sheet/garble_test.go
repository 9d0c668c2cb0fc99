package sheet

import (
	"context"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

func TestGarbledLetters(t *testing.T) {
	for garbled, want := range map[string]string{
		"NÃºÃ±ez": "Núñez", "MarÃ\u00ada": "María", "Ã\u0081vila": "Ávila", "IvÃ¡n PeÃ±a": "Iván Peña", "Oâ€™Neill": "O’Neill", "TelÃ©fono": "Teléfono",
		"Ù…ØµØ±": "مصر", "Â¿QuiÃ©n?": "¿Quién?",
	} {
		if got, mended, _ := ungarbled(garbled); got != want || !mended {
			t.Errorf("%q is %q, want %q", garbled, got, want)
		}
	}
	for _, s := range []string{"João", "JOÃO", "Núñez", "AÇÃO", "Île-à-Vache", "Ægir Ørn", "Zürich", "محمد", "C.I. N°", "5 €", "“Pepe”", ""} {
		if got, mended, spoiled := ungarbled(s); got != s || mended || spoiled {
			t.Errorf("%q was touched: %q", s, got)
		}
	}
	if got, mended, spoiled := ungarbled("PeÃ±a Mu\u00f1oz \u4e2d"); mended || !spoiled || got != "PeÃ±a Mu\u00f1oz \u4e2d" {
		t.Errorf("half garbled: %q %v %v", got, mended, spoiled)
	}
}

// What was garbled once comes back, and counts.
func TestGarbledComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("abc XYZ-.áéíóúñÑÁÉÍÓÚüçãõèêôâ"))).Draw(t, "text")
		var garbled []rune
		for _, b := range []byte(s) {
			r := charmap.Windows1252.DecodeByte(b)
			if b >= 0x80 && r == 0xFFFD {
				r = rune(b)
			}
			garbled = append(garbled, r)
		}
		got, mended, spoiled := ungarbled(string(garbled))
		if got != s || spoiled || mended != (string(garbled) != s) {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

func TestMendedIsCounted(t *testing.T) {
	b, err := Read(context.Background(), "l.csv", []byte("Apellidos,Nombres\nNÃºÃ±ez,IvÃ¡n\nRuiz,Ana\n"), Options{})
	if err != nil || b.Mended != 2 || b.Spoiled != 0 || b.Sheets[0].Rows[1].Cell(0).Text != "Núñez" {
		t.Errorf("%+v %v", b, err)
	}
}
