package roster

import (
	"strings"

	"muster/model/geo"
	"muster/model/names"
	"muster/store/files/sheet"
)

// mostly is the country most rows speak for; what stands above the table
// counts as much as a few rows.
func (r *reader) mostly(data []sheet.Row) string {
	votes := map[string]int{}
	for _, t := range r.l.titles {
		votes[countryIn(t)] += 3
	}
	for f, text := range r.above {
		if f == Country || f == Nationality {
			votes[r.country(text)] += 3 * len(data)
		}
	}
	for _, row := range data[:min(len(data), 400)] {
		if title(row) { // a section: "POLICÍA ESTATAL DE SONORA"
			votes[countryIn(distinct(row)[0])]++
			continue
		}
		for _, c := range r.columns {
			text := row.Cell(c).Text
			if text == "" {
				continue
			}
			switch r.out.Mapping[c] {
			case Nationality:
				votes[r.country(text)] += 3
			case Country:
				votes[r.country(text)] += 3
			case Region:
				if code := r.region("", text); code != "" {
					votes[code[:2]] += 2
				}
			case NationalID:
				if curpForm.MatchString(strings.ToUpper(text)) {
					votes["MX"] += 3
				}
			case Agency, Unit:
				votes[countryIn(text)]++
			}
		}
	}
	delete(votes, "")
	best, sum := "", 0
	for code, n := range votes {
		sum += n
		if best == "" || n > votes[best] || n == votes[best] && code < best {
			best = code
		}
	}
	if best == "" {
		return r.byRegions(data)
	}
	if votes[best]*2 <= sum {
		return "" // a list of several countries
	}
	return best
}

// countryIn is the country a title or the name of a force names, itself or by
// one of its regions at the end ("Policía Estatal de Sonora"); what its people
// or its language are called is not enough.
func countryIn(text string) string {
	words := strings.Fields(text)
	for n := 1; n <= 3 && n < len(words); n++ {
		tail := strings.Join(words[len(words)-n:], " ")
		if code, c := geo.FindRegion("", tail); c == geo.Certain && len(tail) > 4 {
			return code[:2]
		}
	}
	code, c := geo.FindCountry(text)
	if n, ok := geo.Country(code); ok && c >= geo.Likely {
		k := " " + names.Fold(text) + " "
		for _, lang := range []string{"es", "en", "fr", "pt"} {
			if strings.Contains(k, " "+names.Fold(n.Name(lang))+" ") {
				return code
			}
		}
	}
	return ""
}

// byRegions is the one country that most of the regions are found in, where
// they are written so briefly ("SP", "La Paz") that none tells by itself.
func (r *reader) byRegions(data []sheet.Row) string {
	texts := r.texts(data, Region)
	best, most, second := "", 0, 0
	for _, country := range []string{"MX", "HT", "HN", "GT", "CO", "EG", "SV", "BR", "US"} {
		n := 0
		for _, t := range texts {
			if r.region(country, t) != "" {
				n++
			}
		}
		if n > most {
			best, most, second = country, n, most
		} else {
			second = max(second, n)
		}
	}
	if most*2 > len(texts) && most > second {
		return best
	}
	return ""
}

// custom is a country with the custom of names of the language the headings
// are in, for lists that do not say where they come from: French and
// Portuguese lists do not have two surnames.
func (l layout) custom() string {
	spanish := false
	for _, h := range l.heads {
		for _, w := range strings.Fields(h.marker) {
			switch w {
			case "prenom", "prenoms", "naissance", "siyati":
				return "HT"
			case "sobrenome", "nascimento", "orgao":
				return "BR"
			case "apellido", "apellidos", "paterno", "materno", "nombre", "nombres", "nacimiento":
				spanish = true
			}
		}
	}
	if spanish {
		return "ES"
	}
	return ""
}

// country looks a country up once.
func (r *reader) country(text string) string {
	code, ok := r.countries[text]
	if !ok {
		code, _ = geo.FindCountry(text)
		r.countries[text] = code
	}
	return code
}

// region looks a region up once; "" when there is none or more than one.
func (r *reader) region(country, text string) string {
	key := country + "|" + text
	code, ok := r.regions[key]
	if !ok {
		code, _ = geo.FindRegion(country, text)
		r.regions[key] = code
	}
	return code
}

// orderSaid is the order of names that a heading announces.
func orderSaid(heading string) names.Order {
	k := " " + names.Fold(heading) + " "
	first := func(words ...string) int {
		at := -1
		for _, w := range words {
			if i := strings.Index(k, " "+w); i >= 0 && (at < 0 || i < at) {
				at = i
			}
		}
		return at
	}
	given := first("nombre", "prenom", "given", "first name", "prenome", "non ")
	family := first("apellido", "nom ", "noms ", "surname", "family", "last", "sobrenome", "siyati")
	switch {
	case given < 0 || family < 0:
		return names.AnyOrder
	case family < given:
		return names.FamilyFirst
	}
	return names.GivenFirst
}

// An ordering is how a column writes day and month.
type ordering struct {
	order   DateOrder
	sure    bool
	asked   int  // dates for which it matters
	swapped bool // typed dates look as if a program had turned them round

	yearFirst bool // some dates can only be read with the year first: 87/09/03
}

// weighDates finds the order of day and month for each column that holds
// dates: from dates that admit only one, from the heading, from the CURP,
// which repeats the birth date; then from the other columns; then from the
// custom of the country, which is no proof.
func (r *reader) weighDates(data []sheet.Row) {
	r.orders = map[int]ordering{}
	custom := DayFirst
	if r.out.Country == "US" {
		custom = MonthFirst
	}
	all := tally{}
	open := 0
	id := r.column(NationalID)
	for _, c := range r.columns {
		f := r.out.Mapping[c]
		if f != Born && f != PassportExpires && f != BornAt {
			continue
		}
		t := r.tally(data, c, id, f)
		o := ordering{order: t.says(), asked: t.open, swapped: t.swapped(), yearFirst: t.year > 0 && t.day == 0 && t.month == 0}
		o.sure = o.order != OrderFound
		r.orders[c] = o
		all.add(t)
		open += t.open
	}
	general := all.says()
	r.out.DateOrder, r.out.DateOrderSure = general, general != OrderFound || open == 0
	if general == OrderFound {
		r.out.DateOrder = custom
	}
	if r.o.DateOrder != OrderFound {
		r.out.DateOrder, r.out.DateOrderSure = r.o.DateOrder, true
	}
	for c, o := range r.orders {
		switch {
		case r.o.DateOrder != OrderFound:
			o.order, o.sure = r.o.DateOrder, true
		case !o.sure:
			o.order, o.sure = r.out.DateOrder, general != OrderFound
		}
		r.orders[c] = o
	}
}

// A tally counts what the dates of a column say about their order.
type tally struct {
	day, month int // dates that only this order makes sense of
	year       int // dates that begin with the year in two digits
	open       int
	typed      int // dates a spreadsheet keeps as such
	typedLate  int // of those, with a day after the 12th
}

func (r *reader) tally(data []sheet.Row, c, id int, f Field) tally {
	var t tally
	switch said(r.l.heads[c].text) {
	case DayFirst:
		t.day++
	case MonthFirst:
		t.month++
	}
	for _, row := range data {
		cell := row.Cell(c)
		if cell.Kind == sheet.Date {
			t.typed++
			if _, _, d := cell.Day.Civil(); d > 12 {
				t.typedLate++
			}
			continue
		}
		if cell.Text == "" {
			continue
		}
		d := parseDate(dateIn(f, cell.Text))
		switch {
		case d.yearFirst:
			t.year++
		case d.dayFirst:
			t.day++
		case d.monthFirst:
			t.month++
		case d.open && f != PassportExpires && id >= 0:
			switch curpSays(strings.ToUpper(row.Cell(id).Text), d) {
			case DayFirst:
				t.day++
			case MonthFirst:
				t.month++
			}
			t.open++
		case d.open:
			t.open++
		}
	}
	return t
}

func (t *tally) add(u tally) {
	t.day += u.day
	t.month += u.month
	t.open += u.open
}

// says is the order the dates prove. A stray one among many is a slip.
func (t tally) says() DateOrder {
	switch {
	case t.day > 4*t.month:
		return DayFirst
	case t.month > 4*t.day:
		return MonthFirst
	}
	return OrderFound
}

// swapped finds the commonest accident with dates: a spreadsheet set to
// American dates opened dd/mm texts, turned round all it could, and left the
// others as texts.
func (t tally) swapped() bool {
	return t.typed >= 3 && t.typedLate == 0 && t.day >= 3 && t.month == 0
}

// said is the order a heading announces: "(dd/mm/aaaa)", "jj/mm/aaaa".
func said(heading string) DateOrder {
	k := strings.ReplaceAll(names.Fold(heading), " ", "")
	switch {
	case strings.Contains(k, "ddmm"), strings.Contains(k, "jjmm"), strings.Contains(k, "diamesan"), strings.Contains(k, "jourmois"), strings.Contains(k, "daymonth"):
		return DayFirst
	case strings.Contains(k, "mmdd"), strings.Contains(k, "mmjj"), strings.Contains(k, "mesdia"), strings.Contains(k, "monthday"):
		return MonthFirst
	}
	return OrderFound
}

// curpSays compares an open date with the birth date inside a CURP.
func curpSays(curp string, d dating) DateOrder {
	if !curpForm.MatchString(curp) {
		return OrderFound
	}
	month, day := int(curp[6]-'0')*10+int(curp[7]-'0'), int(curp[8]-'0')*10+int(curp[9]-'0')
	switch {
	case d.day == day && d.month == month:
		return DayFirst
	case d.day == month && d.month == day:
		return MonthFirst
	}
	return OrderFound
}
