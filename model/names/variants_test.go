package names

import "testing"

// The same person as two papers write them: asked about, never taken for two
// without a word, never for one.
func TestVariantsAreDoubtful(t *testing.T) {
	for _, c := range []struct {
		a, b Name
		why  Why
	}{
		{Name{Given: "Mohammed Abdel-Rahman", Family: "Hassan"}, Name{Given: "Hassan Mohamed", Family: "Abdelrahman"}, WhyOrder},
		{Name{Given: "Mohammed Abdel-Rahman", Family: "Hassan"}, Name{Given: "Muhammad Abd El Rahman", Family: "Hassan"}, WhySpelling},
		{Name{Given: "Mohamed", Family: "Abdul Rahman"}, Name{Given: "Mohamed", Family: "Abdelrahman"}, WhySpelling},
		{Name{Given: "Ahmed Tarek", Family: "Fahmy"}, Name{Given: "Tarek Fahmi", Family: "Ahmed"}, WhyOrder},
	} {
		for range 2 {
			if l, why := Explain(c.a, c.b); l != Doubtful || why != c.why {
				t.Errorf("%v and %v: %d %s", c.a, c.b, l, why)
			}
			c.a, c.b = c.b, c.a
		}
	}
	for _, c := range [][2]Name{
		{{Given: "Mario", Family: "Ruiz", Family2: "Soto"}, {Given: "María", Family: "Soto", Family2: "Ruiz"}},
		{{Given: "Ahmed", Family: "Hassan"}, {Given: "Hasan", Family: "Ahmad"}},
		{{Given: "Abdel Rahman", Family: "Hassan"}, {Given: "Abdel Fattah", Family: "Hassan"}},
	} {
		if l, why := Explain(c[0], c[1]); l != Different {
			t.Errorf("%v and %v: %d %s", c[0], c[1], l, why)
		}
	}
}

func TestRepairWithParticles(t *testing.T) {
	for text, want := range map[string]string{
		"de la CRUZ": "de la Cruz", "de la CRUZ FLORES": "de la Cruz Flores", "d'ÁVILA": "d'Ávila", "PÉREZ de LEÓN": "Pérez de León", "de la Cruz": "de la Cruz", "de LEÓN Paz": "de LEÓN Paz",
		"los": "los", "McDONALD": "McDONALD", "DE LA PEÑA": "de la Peña", "d'Ávila": "d'Ávila",
	} {
		if got := Repair(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
