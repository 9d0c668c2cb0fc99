package roster

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/model/geo"
	"muster/model/names"
	"muster/store/files/sheet"
)

// region finds the region; a doubtful one is named with what it may be.
func (m *maker) region(country, text string) {
	code := m.r.region(country, text)
	if code == "" && m.e.Country == "" && m.e.Nationality == "" {
		code = m.r.region("", text) // the list's country is a guess
	}
	if code != "" {
		m.e.Region = code
		return
	}
	var may []string
	for _, c := range geo.RegionCandidates(country, text) {
		if d, ok := geo.Region(c); ok {
			may = append(may, d.Name+" ("+d.Country+")")
		}
	}
	switch {
	case len(may) > 1:
		m.wrong(Region, "region-ambiguous", "candidates", may)
	case geo.Regions(country) == nil && country != "":
		// Regions of that country are not known here: nothing is wrong.
	default:
		m.wrong(Region, "region-unknown")
	}
}

// dates reads birth and expiry.
func (m *maker) dates() {
	m.e.Born = m.born()
	if m.text(PassportExpires) != "" {
		m.e.PassportExpires = m.expires()
	}
}

func (m *maker) born() model.Date {
	f := Born
	text := m.text(Born)
	cell := m.source(Born)
	switch {
	case text != "":
	case m.text(BornAt) != "":
		f = BornAt
		cell = m.source(BornAt)
		if cell.Kind != sheet.Date {
			date, place := dateAndPlace(cell.Text)
			cell = sheet.Cell{Text: date, Kind: sheet.Text}
			if m.e.Birthplace == "" {
				m.e.Birthplace = place
			}
		}
	case m.text(BornYear) != "" && m.text(BornMonth) != "" && m.text(BornDay) != "":
		f = BornYear
		cell = sheet.Cell{Text: m.text(BornDay) + " " + monthText(m.text(BornMonth)) + " " + m.text(BornYear), Kind: sheet.Text}
	default:
		return 0
	}
	if m.r.kreyol && cell.Kind != sheet.Date {
		cell.Text = kreyolDate(cell.Text)
	}
	d := readDate(cell)
	if !d.ok && !d.yearOnly && f == Born {
		// "12/03/1988 à Jacmel" under a heading that says the date only.
		if date, place := dateAndPlace(cell.Text); place != "" {
			d = parseDate(date)
			if m.e.Birthplace == "" && d.ok && digits(place) == 0 {
				m.e.Birthplace = place
			}
		}
	}
	day, ok := m.day(f, d, 10)
	if !ok {
		return 0
	}
	if m.r.today != 0 {
		switch years := (int(m.r.today) - int(day)) / 365; {
		case day > m.r.today:
			m.wrong(f, "date-future", "date", day)
			return 0
		case years < 16 || years > 90:
			m.wrong(f, "age", "date", day, "years", years)
			return 0
		}
	}
	m.checkCURP(f, day)
	return day
}

// monthText makes "3" and "marzo" alike for parsing between a day and a year.
func monthText(s string) string {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n >= 1 && n <= 12 {
		return roman[n-1]
	}
	return s
}

func (m *maker) expires() model.Date {
	d := readDate(m.source(PassportExpires))
	day, ok := d.monthEnd()
	if !ok {
		day, ok = m.day(PassportExpires, d, 99)
	}
	if !ok {
		return 0
	}
	if y, _, _ := day.Civil(); m.r.today != 0 {
		now, _, _ := m.r.today.Civil()
		switch {
		case y > now+25:
			m.wrong(PassportExpires, "expiry-far", "date", day)
			return 0
		case day < m.r.today:
			m.wrong(PassportExpires, "passport-expired", "date", day)
		}
	}
	return day
}

// day settles a reading and says what is wrong with it. pivot is the last
// two-digit year of this century, unless the day of reading says better.
func (m *maker) day(f Field, d dating, pivot int) (model.Date, bool) {
	if m.r.today != 0 {
		y, _, _ := m.r.today.Civil()
		if f == PassportExpires {
			pivot = 99
		} else {
			pivot = (y - 16) % 100
		}
	}
	c, ok := m.cell[f]
	if !ok {
		c = -1
	}
	o := m.r.orders[c]
	if o.order == OrderFound {
		o.order, o.sure = m.r.out.DateOrder, m.r.out.DateOrderSure
	}
	if o.yearFirst {
		d = d.turned()
	}
	day, ok := d.date(o.order, pivot)
	switch {
	case d.yearOnly:
		m.wrong(f, "year-only")
		return 0, false
	case !d.ok:
		m.wrong(f, "date-unreadable")
		return 0, false
	case !ok && d.year == 1970 && d.month == 1 && d.day == 1:
		m.wrong(f, "date-first-of-1970")
		return 0, false
	case !ok:
		m.wrong(f, "no-such-day")
		return 0, false
	case d.open && !o.sure:
		other := MonthFirst
		if o.order == MonthFirst {
			other = DayFirst
		}
		turned, _ := d.date(other, pivot)
		m.wrong(f, "date-doubtful", "date", day, "other", turned)
	}
	if o.swapped && m.source(f).Kind == sheet.Date {
		m.wrong(f, "date-swapped", "date", day)
	}
	return day, true
}

// checkCURP compares a birth date with the one inside the CURP.
func (m *maker) checkCURP(f Field, day model.Date) {
	curp := strings.ToUpper(strings.TrimSpace(m.text(NationalID)))
	if !curpForm.MatchString(curp) {
		return
	}
	if y, mo, d := day.Civil(); curp[4:10] != two(y%100)+two(mo)+two(d) {
		m.wrong(f, "curp-born", "date", day)
	}
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// papers reads the numbers people are known by.
func (m *maker) papers() {
	m.document()
	m.e.Passport = strings.ToUpper(strings.ReplaceAll(m.number(Passport), " ", ""))
	m.e.NationalID = m.number(NationalID)
	if u := strings.ToUpper(m.e.NationalID); curpForm.MatchString(u) {
		m.e.NationalID = u
	}
	m.e.ServiceNo = m.number(ServiceNo)
	text := m.text(Sex)
	sex, known := readSex(text, m.r.sexes)
	if !known {
		m.wrong(Sex, "sex-unknown")
	}
	if m.r.sexes == sexUnsure && sex == "M" {
		sex = m.sexByCURP()
	}
	if text == "" {
		sex = m.sexByCURP()
	}
	m.e.Sex = sex
}

// sexByCURP is what the eleventh letter of a CURP says: H or M (mujer).
func (m *maker) sexByCURP() string {
	curp := strings.ToUpper(m.e.NationalID)
	if !curpForm.MatchString(curp) {
		if m.text(Sex) != "" {
			return "M"
		}
		return ""
	}
	switch curp[10] {
	case 'H':
		return "M"
	case 'M':
		return "F"
	}
	return "X"
}

func (m *maker) number(f Field) string {
	c := m.source(f)
	if m.out.Values[f] == "" {
		return ""
	}
	c.Text = m.out.Values[f]
	s, lost := identity(c)
	if lost {
		m.wrong(f, "digits-lost")
		return ""
	}
	if f != ServiceNo && strings.Trim(names.Digits(s), "0") == strings.Trim(names.Digits(s), "0123456789") {
		m.wrong(f, "number-odd") // TRUE, 0000, SÍ
		return ""
	}
	return s
}

// phoneText is a telephone number as typed; a number of a spreadsheet has no
// decimals.
func phoneText(c sheet.Cell) string {
	s, _ := identity(c)
	return sheet.Undefuse(s)
}

func (m *maker) contact() {
	if text := m.text(Phone); text != "" {
		if exponent.MatchString(text) {
			m.wrong(Phone, "digits-lost")
		} else {
			m.e.Phone = m.phoneAlone(text)
		}
	}
	if text := m.text(Email); text != "" {
		address, ok := readEmail(text)
		if !ok {
			m.wrong(Email, "email-wrong")
		}
		m.e.Email = address
	}
	name, phone, relation := readContact(m.text(Emergency))
	m.e.EmergencyName = first(m.text(EmergencyName), name)
	m.e.EmergencyPhone = first(m.text(EmergencyPhone), phone)
	m.e.EmergencyRelation = first(m.text(EmergencyRelation), relation)
	if m.text(EmergencyPhone) == "" && m.text(EmergencyName) != "" && phone == "" {
		if name, phone, relation := readContact(m.text(EmergencyName)); phone != "" && name != "" {
			m.e.EmergencyName, m.e.EmergencyPhone = name, phone
			m.e.EmergencyRelation = first(m.e.EmergencyRelation, relation)
		}
	}
	if s, lost := identity(sheet.Cell{Text: m.e.EmergencyPhone}); lost {
		m.wrong(EmergencyPhone, "digits-lost")
		m.e.EmergencyPhone = ""
	} else {
		m.e.EmergencyPhone = s
	}
}

// phoneAlone takes an address that was typed beside the number to its place.
func (m *maker) phoneAlone(text string) string {
	address, ok := readEmail(text)
	if !ok {
		return text
	}
	if m.text(Email) == "" {
		m.out.Values[Email] = address
	}
	before, after, _ := strings.Cut(text, address)
	return strings.Trim(strings.TrimSpace(before)+" "+strings.TrimSpace(after), " ,;/|-<>()")
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (m *maker) health() {
	if text := m.text(Blood); text != "" {
		blood, ok := readBlood(text)
		if !ok {
			m.wrong(Blood, "blood-unknown")
		}
		m.e.Blood = blood
	}
	if text := m.text(Allergies); !none(text) {
		m.e.Allergies = text
	}
	if text := m.text(Medical); !none(text) {
		m.e.Medical = text
	}
}
