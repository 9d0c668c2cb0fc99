// Package roster reads a nomination list — the spreadsheet an embassy sends —
// into entries, one a person, and says of each what is wrong and what to do.
//
// Nothing about the file is taken for granted: which sheet, where the header
// stands, what the columns mean, in which order dates are written and names in
// one column. Each is found from the file itself, and each can be set by the
// caller instead (Options), so that a preview can put it right and read again;
// reading is a pure function of the book and the options.
//
// The package does not know what is already kept. Whether an entry is a person
// known before is for the store to say.
package roster

import (
	"muster/model"
	"muster/model/names"
)

// A Field is what a column may hold. Its label is the catalogue entry
// "roster.field." + the field. The names are those of a person's JSON.
type Field string

// The fields. Those marked * may be in several columns.
const (
	Ignored           Field = ""
	No                Field = "no"       // number in the list
	FullName          Field = "name"     // the whole name
	Given             Field = "given"    // * given names, in order
	Surnames          Field = "surnames" // both surnames in one column
	Family            Field = "family"
	Family2           Field = "family2"
	Native            Field = "native" // the name in its own script
	Called            Field = "called"
	Sex               Field = "sex"
	Born              Field = "born"
	BornDay           Field = "bornDay"
	BornMonth         Field = "bornMonth"
	BornYear          Field = "bornYear"
	BornAt            Field = "bornAt" // date and place in one column
	Birthplace        Field = "birthplace"
	Nationality       Field = "nationality"
	Country           Field = "country"
	Region            Field = "region"
	City              Field = "city"
	Rank              Field = "rank"
	Position          Field = "position"
	Agency            Field = "agency"
	Unit              Field = "unit"
	Speaks            Field = "speaks"
	Passport          Field = "passport"
	PassportCountry   Field = "passportCountry"
	PassportExpires   Field = "passportExpires"
	NationalID        Field = "nationalId"
	ServiceNo         Field = "serviceNo"
	Phone             Field = "phone" // *
	Email             Field = "email"
	Emergency         Field = "emergency" // name and telephone in one column
	EmergencyName     Field = "emergencyName"
	EmergencyPhone    Field = "emergencyPhone"
	EmergencyRelation Field = "emergencyRelation"
	Blood             Field = "blood"
	Allergies         Field = "allergies"
	Medical           Field = "medical"
	Sizes             Field = "sizes"     // * kept with the column's heading
	Seat              Field = "alternate" // * titular or alternate, with the rank
	Note              Field = "note"      // * kept with the column's heading
)

// Fields are all of them, in the order a form offers them.
func Fields() []Field {
	return []Field{
		No, FullName, Given, Surnames, Family, Family2, Native, Called, Sex, Born, BornDay, BornMonth, BornYear, BornAt,
		Birthplace, Nationality, Country, Region, City, Rank, Position, Agency, Unit, Speaks, Passport, PassportCountry,
		PassportExpires, NationalID, ServiceNo, Phone, Email, Emergency, EmergencyName, EmergencyPhone, EmergencyRelation,
		Blood, Allergies, Medical, Sizes, Seat, Note,
	}
}

// several reports whether a field may be in more than one column.
func (f Field) several() bool {
	switch f {
	case Given, Phone, Sizes, Note, Seat, Ignored:
		return true
	}
	return false
}

// Place says whether an entry holds a seat or waits for one.
type Place uint8

// The places of an entry.
const (
	PlaceUnknown Place = iota // the list does not say
	Titular
	Alternate
)

// An Entry is one person of the list. Texts are cleaned but otherwise as
// typed, except names set in capitals; what could not be read is left empty.
type Entry struct {
	Row         int        `json:"row"` // as in the file
	No          int        `json:"no,omitempty"`
	Name        names.Name `json:"name"`
	Called      string     `json:"called,omitempty"`
	Sex         string     `json:"sex,omitempty"` // "F", "M", "X"
	Born        model.Date `json:"born,omitzero"`
	Birthplace  string     `json:"birthplace,omitempty"`
	Nationality string     `json:"nationality,omitempty"` // ISO 3166-1 alpha-2
	Country     string     `json:"country,omitempty"`     // where they serve, alpha-2
	Region      string     `json:"region,omitempty"`      // ISO 3166-2
	City        string     `json:"city,omitempty"`

	Rank     string   `json:"rank,omitempty"`
	Position string   `json:"position,omitempty"`
	Agency   string   `json:"agency,omitempty"` // as written
	Unit     string   `json:"unit,omitempty"`
	Speaks   []string `json:"speaks,omitempty"` // ISO 639-1, in the order given

	Passport        string     `json:"passport,omitempty"`
	PassportCountry string     `json:"passportCountry,omitempty"`
	PassportExpires model.Date `json:"passportExpires,omitzero"`
	NationalID      string     `json:"nationalId,omitempty"`
	ServiceNo       string     `json:"serviceNo,omitempty"`
	Phone           string     `json:"phone,omitempty"`
	Email           string     `json:"email,omitempty"`

	EmergencyName     string `json:"emergencyName,omitempty"`
	EmergencyPhone    string `json:"emergencyPhone,omitempty"`
	EmergencyRelation string `json:"emergencyRelation,omitempty"`
	Blood             string `json:"blood,omitempty"` // "O+"
	Allergies         string `json:"allergies,omitempty"`
	Medical           string `json:"medical,omitempty"`
	Sizes             string `json:"sizes,omitempty"` // "Playera M, Botas 27"

	Place     Place  `json:"place,omitempty"`
	Alternate int    `json:"alternate,omitempty"` // rank among the alternates, 0 when not given
	Note      string `json:"note,omitempty"`
}

// A DateOrder says which comes first in 03/04/1988.
type DateOrder uint8

// The orders.
const (
	OrderFound DateOrder = iota // in Options: find it
	DayFirst
	MonthFirst
)

// NoHeader as Options.HeaderRow says that the sheet begins with data at once.
const NoHeader = -1

// A Spot is one cell: the row as in the file, the column from 0.
type Spot struct{ Row, Column int }

// Options put right what was found. The zero value finds everything.
type Options struct {
	Sheet     int             // 1 is the first sheet of the book; 0 finds it
	HeaderRow int             // the row's number in the file; 0 finds it; NoHeader
	Mapping   map[int]Field   // column (from 0) → field, for the columns to be set
	DateOrder DateOrder       //
	Country   string          // ISO 3166-1 alpha-2 of the partner, where known
	NameOrder names.Order     // of names in one column
	Today     model.Date      // for years of two digits and dates in the future; 0 leaves out such checks
	Cells     map[Spot]string // single cells put right
}

// A Reading is what was understood of a book. It is never nil, so that a
// preview has something to show even beside an error.
type Reading struct {
	Sheet         int // from 1, 0 when there is none to read
	SheetName     string
	HeaderRow     int            // first row of the header, NoHeader, or 0 when none was found
	HeaderRows    int            // 1 or 2
	Headers       map[int]string // column → its heading as written; two rows joined by " / "
	Mapping       map[int]Field  // column → field; columns that are not taken are missing
	DateOrder     DateOrder      // never OrderFound
	DateOrderSure bool           // false: no date of the file says which it is, and it matters
	NameOrder     names.Order
	Country       string // of most of the list, "" when nothing says
	Rows          []Row
	Skipped       []Skipped
	Notices       []model.Message // about the list as a whole
}

// A Row is one row that speaks of a person.
type Row struct {
	Number   int              // as in the file
	Values   map[Field]string // as typed (cleaned); columns of one field joined
	Entry    Entry
	Problems []RowProblem
}

// OK reports whether the entry can be taken: it has a name, and nothing that
// blocks it.
func (r Row) OK() bool {
	for _, p := range r.Problems {
		if p.Blocks {
			return false
		}
	}
	return true
}

// A RowProblem is something wrong in one cell. Unless it blocks the row, only
// that value is left out.
type RowProblem struct {
	Field   Field
	Column  int // -1 when it is not about one cell
	Value   string
	Message model.Message // what is wrong; the entry ID+".do" says what to do
	Blocks  bool
}

// A Skipped row speaks of nobody.
type Skipped struct {
	Row    int
	Reason model.Message
}
