package geo

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/model/names"
)

func TestFindRegion(t *testing.T) {
	for _, c := range []struct{ country, text, code string }{
		{"MX", "Sonora", "MX-SON"},
		{"MX", "SON.", "MX-SON"},
		{"MX", "Edo. de Sonora", "MX-SON"},
		{"MX", "Estado Libre y Soberano de Chihuahua", "MX-CHH"},
		{"MX", "Chih.", "MX-CHH"},
		{"", "CDMX", "MX-CMX"},
		{"MX", "D.F.", "MX-CMX"},
		{"MX", "Distrito Federal", "MX-CMX"},
		{"MX", "México, D.F.", "MX-CMX"},
		{"MX", "Ciudad de Mexico", "MX-CMX"},
		{"MX", "Edo. de México", "MX-MEX"},
		{"MX", "Edomex", "MX-MEX"},
		{"MX", "EDO. MEX.", "MX-MEX"},
		{"MX", "Estado de México", "MX-MEX"},
		{"MX", "México", "MX-MEX"},
		{"MX", "Coahuila", "MX-COA"},
		{"MX", "Coahuila de Zaragoza", "MX-COA"},
		{"MX", "Veracruz de Ignacio de la Llave", "MX-VER"},
		{"MX", "Michoacan", "MX-MIC"},
		{"MX", "N.L.", "MX-NLE"},
		{"MX", "B.C.S.", "MX-BCS"},
		{"MX", "B.C.", "MX-BCN"},
		{"MX", "Q. Roo", "MX-ROO"},
		{"MX", "S.L.P.", "MX-SLP"},
		{"", "Hermosillo, Sonora", "MX-SON"},
		{"", "Hermosillo, Sonora, México", "MX-SON"},
		{"", "Toluca, Estado de México", "MX-MEX"},
		{"MX", "Sonroa", "MX-SON"},
		{"HT", "Sud-Est", "HT-SE"},
		{"HT", "Sidès", "HT-SE"},
		{"HT", "Sud Est", "HT-SE"},
		{"HT", "Ouest", "HT-OU"},
		{"HT", "Lwès", "HT-OU"},
		{"HT", "Département de l'Ouest", "HT-OU"},
		{"HT", "Grand’Anse", "HT-GA"},
		{"HT", "Grande-Anse", "HT-GA"},
		{"HT", "Nippes", "HT-NI"},
		{"HN", "Fco. Morazán", "HN-FM"},
		{"HN", "La Paz", "HN-LP"},
		{"SV", "La Paz", "SV-PA"},
		{"GT", "Depto. de Guatemala", "GT-GU"},
		{"CO", "Bogotá D.C.", "CO-DC"},
		{"CO", "Bogotá, D.C.", "CO-DC"},
		{"CO", "Valle", "CO-VAC"},
		{"CO", "Amazonas", "CO-AMA"},
		{"BR", "Amazonas", "BR-AM"},
		{"BR", "SP", "BR-SP"},
		{"", "São Paulo", "BR-SP"},
		{"", "Cairo", "EG-C"},
		{"EG", "Al Qāhirah", "EG-C"},
		{"EG", "Al-Qahira", "EG-C"},
		{"EG", "القاهرة", "EG-C"},
		{"EG", "محافظة الجيزة", "EG-GZ"},
		{"EG", "Le Caire", "EG-C"},
		{"EG", "Giza", "EG-GZ"},
		{"EG", "El-Giza", "EG-GZ"},
		{"EG", "Asyūţ", "EG-AST"},
		{"EG", "Assiut Governorate", "EG-AST"},
		{"EG", "Port Saïd", "EG-PTS"},
		{"", "MX-SON", "MX-SON"},
		{"US", "Fla.", "US-FL"},
	} {
		if code, got := FindRegion(c.country, c.text); code != c.code || got < Likely {
			t.Errorf("FindRegion(%q, %q) = %q, %d; want %q", c.country, c.text, code, got, c.code)
		}
	}
	for _, c := range []struct{ country, text string }{
		{"", "La Paz"}, {"", "Amazonas"}, {"", "Distrito Federal"}, {"MX", "Sonora / Chihuahua"},
	} {
		code, got := FindRegion(c.country, c.text)
		if code != "" || got != Ambiguous || len(RegionCandidates(c.country, c.text)) < 2 {
			t.Errorf("FindRegion(%q, %q) = %q, %d; want ambiguous", c.country, c.text, code, got)
		}
	}
	if code, c := FindRegion("MX", "Nowhere"); code != "" || c != None {
		t.Errorf("nowhere is %q", code)
	}
}

func TestFindCountry(t *testing.T) {
	for text, code := range map[string]string{
		"México": "MX", "MEXICO": "MX", "mexicana": "MX", "Mexicanos": "MX", "MEX": "MX", "mx": "MX", "Mexique": "MX",
		"hondureño": "HN", "hondureña": "HN", "haïtienne": "HT", "Haïti": "HT", "Ayiti": "HT", "Haitiana": "HT",
		"brasileira": "BR", "Brésil": "BR", "Brazil": "BR", "egyptian": "EG", "Égypte": "EG", "مصر": "EG", "Egipcia": "EG",
		"guatemalteca": "GT", "salvadoreña": "SV", "El Salvador": "SV", "colombiano": "CO", "U.S.A.": "US", "EE.UU.": "US",
		"República de Honduras": "HN", "argentina": "AR", "Egyptienne": "EG", "panameña": "PA",
	} {
		if got, c := FindCountry(text); got != code || c != Certain {
			t.Errorf("FindCountry(%q) = %q, %d; want %q", text, got, c, code)
		}
	}
	if got, c := FindCountry("Policía Nacional de Honduras"); got != "HN" || c != Likely {
		t.Errorf("in a title: %q, %d", got, c)
	}
	if got, c := FindCountry("Intercambio México – Guatemala"); got != "" || c != Ambiguous {
		t.Errorf("two countries: %q, %d", got, c)
	}
	if n, ok := Country("HT"); !ok || n.Name("fr") != "Haïti" || n.Name("es-MX") != "Haití" || n.Name("de") != "Haiti" {
		t.Errorf("names of Haiti: %+v", n)
	}
}

// Every code, name and formal name leads back to its region.
func TestRegionsFindThemselves(t *testing.T) {
	counts := map[string]int{"MX": 32, "HT": 10, "HN": 18, "GT": 22, "CO": 33, "EG": 27, "SV": 14, "BR": 27, "US": 57}
	for country, want := range counts {
		ds := Regions(country)
		if len(ds) != want {
			t.Errorf("%s has %d regions, want %d", country, len(ds), want)
		}
		for _, d := range ds {
			for _, text := range []string{d.Name, d.Formal, strings.ToUpper(d.Name), d.Code, d.Code[3:]} {
				if code, _ := FindRegion(country, text); code != d.Code {
					t.Errorf("FindRegion(%s, %q) = %q, want %s", country, text, code, d.Code)
				}
			}
		}
	}
}

// The standard's own list, where the machine has it.
func TestAgainstISOCodes(t *testing.T) {
	data, err := os.ReadFile("/usr/share/iso-codes/json/iso_3166-2.json")
	if err != nil {
		t.Skip("iso-codes is not installed")
	}
	var list struct {
		Codes []struct{ Code, Name string } `json:"3166-2"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	for _, e := range list.Codes {
		country := e.Code[:2]
		if Regions(country) == nil {
			continue
		}
		d, ok := Region(e.Code)
		if !ok {
			t.Errorf("%s %s is missing", e.Code, e.Name)
			continue
		}
		if code, c := FindRegion(country, e.Name); code != e.Code || c != Certain {
			t.Errorf("%s: %q finds %q; formal name here %q", e.Code, e.Name, code, d.Formal)
		}
	}
}

func TestFoundNeverLies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		country := rapid.SampledFrom([]string{"", "MX", "HT", "EG", "BR", "XX"}).Draw(t, "country")
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zÁéñ'., -]{0,24}`)).Draw(t, "text")
		code, c := FindRegion(country, text)
		d, ok := Region(code)
		if (code != "") != (c >= Likely) || code != "" && (!ok || country != "" && d.Country != country) {
			t.Fatalf("FindRegion(%q, %q) = %q, %d", country, text, code, c)
		}
		if code, c := FindCountry(text); (code != "") != (c >= Likely) {
			t.Fatalf("FindCountry(%q) = %q, %d", text, code, c)
		}
		if names.Fold(names.Fold(text)) != names.Fold(text) {
			t.Fatalf("folding %q twice", text)
		}
	})
}

func BenchmarkFindRegion(b *testing.B) {
	FindRegion("MX", "Sonora")
	for b.Loop() {
		FindRegion("MX", "Michoacán de Ocampo")
	}
}
