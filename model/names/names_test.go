package names

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Muñoz-Ávila": "munoz avila", "  Peña  ": "pena", "Al Qāhirah": "al qahirah", "Asyūţ": "asyut", "Ismā'īlīyah": "ismailiyah", "Būr Sa‘īd": "bur said",
		"O'Neill": "oneill", "Grand’Anse": "grandanse", "ÆØŁĐßŒıÞ": "aeoldssoeith", "N° 5": "n 5", "1º": "1o", "D.F.": "d f", "ﬁn": "fin", "Güity": "guity",
		"محمّد": "محمد", "أحمد": "احمد", "القاهرة": "القاهره", "مصطفى": "مصطفي", "٢٠٢٦": "2026", "ＡＢＣ": "abc", "İ": "i", "": "", "---": "", "ñ": "n", "n\u0303": "n", "Ž": "z", "Ĳ": "ij",
		"a\u200bb": "ab", "x×y": "x y", "ſ": "s",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zÀ-ſ' .-]{0,20}`), rapid.StringMatching(`[\x{600}-\x{6ff} ]{0,12}`)).Draw(t, "s")
		f := Fold(s)
		if Fold(f) != f {
			t.Fatalf("Fold(%q) = %q, twice %q", s, f, Fold(f))
		}
		if g := Fold(norm.NFD.String(s)); g != f {
			t.Fatalf("%q folds to %q, decomposed to %q", s, f, g)
		}
		if strings.TrimSpace(f) != f || strings.Contains(f, "  ") {
			t.Fatalf("Fold(%q) = %q", s, f)
		}
	})
}

func TestSplit(t *testing.T) {
	type want struct{ given, family, family2, native string }
	for _, c := range []struct {
		full string
		hint Hint
		want want
		sure Certainty
	}{
		{"Ávila Yáñez, Itzel", Hint{Country: "MX"}, want{"Itzel", "Ávila", "Yáñez", ""}, Certain},
		{"DE LA PEÑA BURROLA, JOSÉ RAMÓN", Hint{Country: "MX"}, want{"JOSÉ RAMÓN", "DE LA PEÑA", "BURROLA", ""}, Certain},
		{"Itzel Ávila Yáñez", Hint{Country: "MX"}, want{"Itzel", "Ávila", "Yáñez", ""}, Likely},
		{"José Ramón de la Peña Burrola", Hint{Country: "MX"}, want{"José Ramón", "de la Peña", "Burrola", ""}, Likely},
		{"María del Carmen García Robles", Hint{Country: "MX"}, want{"María del Carmen", "García", "Robles", ""}, Likely},
		{"Juan de Dios Ruiz", Hint{Country: "MX"}, want{"Juan de Dios", "Ruiz", "", ""}, Likely},
		{"HERNANDEZ DE LA CRUZ JUAN CARLOS", Hint{Country: "MX"}, want{"JUAN CARLOS", "HERNANDEZ", "DE LA CRUZ", ""}, Likely},
		{"Hernández de la Cruz Juan Carlos", Hint{Country: "MX", Order: FamilyFirst}, want{"Juan Carlos", "Hernández", "de la Cruz", ""}, Likely},
		{"Ana Karen Leyva", Hint{Country: "MX"}, want{"Ana Karen", "Leyva", "", ""}, Likely},
		{"José Ortega y Gasset", Hint{Country: "ES"}, want{"José", "Ortega y Gasset", "", ""}, Likely},
		{"JEAN-BAPTISTE Wilner", Hint{Country: "HT"}, want{"Wilner", "JEAN-BAPTISTE", "", ""}, Certain},
		{"Wilner JEAN-BAPTISTE", Hint{Country: "HT"}, want{"Wilner", "JEAN-BAPTISTE", "", ""}, Certain},
		{"Itzel ÁVILA YÁÑEZ", Hint{Country: "MX"}, want{"Itzel", "ÁVILA", "YÁÑEZ", ""}, Certain},
		{"José de la CRUZ PEÑA", Hint{Country: "MX"}, want{"José", "de la CRUZ", "PEÑA", ""}, Certain},
		{"Wilner Saint Fleur", Hint{Country: "HT"}, want{"Wilner", "Saint Fleur", "", ""}, Likely},
		{"Thiago Moura da Silva", Hint{Country: "BR"}, want{"Thiago Moura", "da Silva", "", ""}, Likely},
		{"Wagner Luiz Peixoto Filho", Hint{Country: "BR"}, want{"Wagner Luiz", "Peixoto Filho", "", ""}, Likely},
		{"Mohamed Ahmed Hassan El-Sayed", Hint{Country: "EG"}, want{"Mohamed Ahmed Hassan", "El-Sayed", "", ""}, Likely},
		{"Mariam Sherif Abd El Rahman", Hint{Country: "EG"}, want{"Mariam Sherif", "Abd El Rahman", "", ""}, Likely},
		{"Ahmed Hassan أحمد حسن", Hint{Country: "EG"}, want{"Ahmed", "Hassan", "", "أحمد حسن"}, Likely},
		{"أحمد حسن السيد", Hint{Country: "EG"}, want{"", "", "", "أحمد حسن السيد"}, Certain},
		{"Smith, John, Jr.", Hint{Country: "US"}, want{"John", "Smith Jr.", "", ""}, Certain},
		{"Ben Alvarado", Hint{Country: "US"}, want{"Ben", "Alvarado", "", ""}, Likely},
		{"Itzel", Hint{}, want{"Itzel", "", "", ""}, Guess},
		{"Mary Ann Smith", Hint{Country: "US"}, want{"Mary Ann", "Smith", "", ""}, Likely},
		{"", Hint{}, want{}, Certain},
	} {
		n, sure := Split(c.full, c.hint)
		if got := (want{n.Given, n.Family, n.Family2, n.Native}); got != c.want || sure != c.sure {
			t.Errorf("Split(%q, %v) = %q, %d; want %q, %d", c.full, c.hint, got, sure, c.want, c.sure)
		}
	}
}

// However a name is divided, no letter of it is lost.
func TestSplitLosesNothing(t *testing.T) {
	word := rapid.SampledFrom([]string{"Itzel", "Ávila", "de", "la", "Peña", "JEAN-BAPTISTE", "y", "del", "Carmen", "María", "El", "أحمد", "Jr.", ",", "San", "Abd", "da", "Silva", "O'Neill", "X."})
	rapid.Check(t, func(t *rapid.T) {
		full := strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "words"), " ")
		h := Hint{Country: rapid.SampledFrom([]string{"", "MX", "HT", "BR", "EG"}).Draw(t, "country"), Order: Order(rapid.IntRange(0, 2).Draw(t, "order"))}
		n, _ := Split(full, h)
		letters := func(s string) string {
			rs := []rune(strings.ReplaceAll(Fold(s), " ", ""))
			slices.Sort(rs)
			return string(rs)
		}
		if got, want := letters(n.Given+n.Family+n.Family2+n.Native), letters(full); got != want {
			t.Fatalf("Split(%q, %+v) = %+v", full, h, n)
		}
	})
}

func TestOrderOf(t *testing.T) {
	if o := OrderOf([]string{"Hernandez de la Cruz Juan Carlos", "Burrola Yañez Martha Elena", "Xyz Abc"}, "MX"); o != FamilyFirst {
		t.Errorf("surnames first: %d", o)
	}
	if o := OrderOf([]string{"Juan Carlos Hernandez", "Martha Elena Burrola Yañez"}, "MX"); o != GivenFirst {
		t.Errorf("given first: %d", o)
	}
	if o := OrderOf([]string{"Qwe Rty", "Uio Pas"}, "MX"); o != AnyOrder {
		t.Errorf("unknown: %d", o)
	}
}

func TestRepair(t *testing.T) {
	for in, want := range map[string]string{
		"DE LA PEÑA": "de la Peña", "JEAN-BAPTISTE": "Jean-Baptiste", "O'NEILL": "O'Neill", "D’AUBUISSON": "D’Aubuisson", "MCALLEN": "McAllen", "MARÍA DE LOS ÁNGELES": "María de los Ángeles",
		"ÁVILA": "Ávila", "EL-SAYED": "El-Sayed", "J. C.": "J. C.", "JUAN III": "Juan III", "Ávila": "Ávila", "de la Peña": "de la Peña", "McDonald": "McDonald", "dE LA": "dE LA",
		"أحمد": "أحمد", "": "", "X": "X", "MA. GUADALUPE": "Ma. Guadalupe", "DEL RÍO": "del Río", "LI": "Li", "MAR": "Mar", "DE": "De", "ORTEGA Y GASSET": "Ortega y Gasset", "MC": "Mc",
	} {
		if got := Repair(in); got != want {
			t.Errorf("Repair(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-ZÀ-Ýa-z '.-]{0,20}`).Draw(t, "s")
		r := Repair(s)
		if Fold(r) != Fold(s) || Repair(r) != r && strings.ToUpper(r) != r {
			t.Fatalf("Repair(%q) = %q", s, r)
		}
	})
}

func TestSortKey(t *testing.T) {
	in := []Name{
		{Given: "Ana", Family: "Núñez"},
		{Given: "Ana", Family: "Nuñez"},
		{Given: "Zoe", Family: "Nunez"},
		{Given: "Ana", Family: "Nz"},
		{Given: "B", Family: "García López"},
		{Given: "A", Family: "García", Family2: "Zapata"},
		{Given: "C", Family: "Garcia"},
		{Native: "أحمد"},
	}
	slices.SortFunc(in, func(a, b Name) int { return strings.Compare(SortKey(a), SortKey(b)) })
	var got []string
	for _, n := range in {
		got = append(got, n.Filed())
	}
	want := []string{"Garcia, C", "García López, B", "García Zapata, A", "Nunez, Zoe", "Nuñez, Ana", "Núñez, Ana", "Nz, Ana", "أحمد"}
	if !slices.Equal(got, want) {
		t.Errorf("order %q", got)
	}
}

func TestCompare(t *testing.T) {
	n := func(given, family, family2 string) Name { return Name{Given: given, Family: family, Family2: family2} }
	for _, c := range []struct {
		a, b Name
		want Likeness
		why  Why
	}{
		{n("Itzel", "Ávila", "Yáñez"), n("ITZEL", "AVILA", "YANEZ"), Same, WhySame},
		{n("José", "de la Peña", ""), n("Jose", "Peña", ""), Same, WhySame},
		{n("José", "De la Cruz", ""), n("José", "Delacruz", ""), Same, WhySpacing},
		{n("Wilner", "Jean-Baptiste", ""), n("Wilner", "Jeanbaptiste", ""), Same, WhySpacing},
		{n("Thiago Moura", "da Silva", ""), n("Thiago", "Moura da Silva", ""), Same, WhyDivided},
		{n("Abd El Rahman", "Farouk", ""), n("Abdelrahman", "Farouk", ""), Same, WhySpacing},
		{n("Juan Carlos", "Ruiz", "Soto"), n("Carlos Juan", "Ruiz", "Soto"), Doubtful, WhyOrder},
		{n("Ruiz", "Juan", ""), n("Juan", "Ruiz", ""), Doubtful, WhyOrder},
		{n("Itzel", "Ávila", "Yáñez"), n("Itzel", "Ávila", ""), Doubtful, WhyMissing},
		{n("Itzel Guadalupe", "Ávila", "Yáñez"), n("Itzel", "Ávila", "Yáñez"), Doubtful, WhyMissing},
		{n("Mohamed Ahmed Hassan", "El-Sayed", ""), n("Mohammed", "Elsayed", ""), Different, WhyDifferent},
		{n("Mohamed Ahmed", "El-Sayed", ""), n("Mohammed Ahmad", "El Sayed", ""), Doubtful, WhySpelling},
		{n("Mohamed Ahmed Hassan", "Fahmy", ""), n("Mohamed", "Fahmy", ""), Doubtful, WhyMissing},
		{n("Itzel", "Gonzalez", "Ruiz"), n("Itzel", "Gonzales", "Ruiz"), Doubtful, WhySpelling},
		{n("J.", "Ruiz", "Soto"), n("Juan", "Ruiz", "Soto"), Doubtful, WhyInitial},
		{n("Ma. Elena", "Ruiz", "Soto"), n("María Elena", "Ruiz", "Soto"), Doubtful, WhySpelling},
		{n("Mario", "Ruiz", "Soto"), n("María", "Ruiz", "Soto"), Different, WhyDifferent},
		{n("Ana", "Ruiz", "Soto"), n("Luz", "Ruiz", "Soto"), Different, WhyDifferent},
		{n("Juan", "Ruiz", "Soto"), n("Juan", "Ruiz", "Vega"), Different, WhyDifferent},
		{n("Juan", "", ""), n("Juan", "", ""), Doubtful, WhyNoName},
		{Name{}, n("Juan", "Ruiz", ""), Different, WhyNoName},
		{Name{Given: "Ahmed", Family: "Hasan", Native: "أحمد حسن"}, Name{Given: "Ahmad", Family: "Hassan", Native: "احمد حسن"}, Same, WhyNative},
	} {
		for range 2 {
			if got, why := Explain(c.a, c.b); got != c.want || why != c.why {
				t.Errorf("%q and %q: %d %s, want %d %s", c.a.Filed(), c.b.Filed(), got, why, c.want, c.why)
			}
			c.a, c.b = c.b, c.a
		}
	}
}

func TestCompareLaws(t *testing.T) {
	word := rapid.SampledFrom([]string{"Juan", "Juana", "Carlos", "Mohamed", "Mohammed", "Ruiz", "Ruis", "de la Peña", "Peña", "J", "Elena", ""})
	name := rapid.Custom(func(t *rapid.T) Name {
		return Name{Given: join(word.Draw(t, "g"), word.Draw(t, "g2")), Family: word.Draw(t, "f"), Family2: word.Draw(t, "f2")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := name.Draw(t, "a"), name.Draw(t, "b")
		l, why := Explain(a, b)
		if m, w := Explain(b, a); l != m || why != w {
			t.Fatalf("%+v and %+v: %d %s, the other way %d %s", a, b, l, why, m, w)
		}
		if Key(a) == Key(b) && Key(a) != "" && l == Different {
			t.Fatalf("%+v and %+v have one key and differ", a, b)
		}
		up := Name{Given: strings.ToUpper(a.Given), Family: strings.ToUpper(a.Family), Family2: strings.ToUpper(a.Family2)}
		if Key(up) != Key(a) {
			t.Fatalf("key of %+v depends on case", a)
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("Ávila Yáñez, Itzel", "MX")
	f.Add("Wilner JEAN-BAPTISTE", "HT")
	f.Fuzz(func(t *testing.T, full, country string) {
		n, _ := Split(full, Hint{Country: country})
		if Compare(n, n) == Different && Key(n) != "" && Key(n) != "|" && n.Given != "" && n.Family != "" && Fold(n.Given+n.Family) != "" {
			t.Fatalf("%q is not like itself", full)
		}
		SortKey(n.Repaired())
	})
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Michoacán de Ocampo Núñez")
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := Name{Given: "Mohamed Ahmed", Family: "El-Sayed"}, Name{Given: "Mohammed Ahmad", Family: "El Sayed"}
	for b.Loop() {
		Compare(x, y)
	}
}
