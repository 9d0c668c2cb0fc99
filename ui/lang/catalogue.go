package lang

import (
	"embed"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/leonelquinteros/gotext"
)

//go:embed en es
var files embed.FS

// English is the language that fills in where another lacks a text.
const English = "en"

// Languages are the tags that have catalogues, English first.
func Languages() []string { return []string{English, "es"} }

// An entry is one text: one form, or the form for one and the form for any
// other number.
type entry struct {
	one, other string
	plural     bool
}

// form chooses by n; both languages have the same two forms.
func (e entry) form(n int) string {
	if e.plural && n == 1 {
		return e.one
	}
	return e.other
}

// A shelf holds one language's areas as they are first needed. It may be used
// from several goroutines.
type shelf struct {
	tag   string
	mu    sync.RWMutex
	areas map[string]map[string]entry
}

func newShelf(tag string) *shelf {
	return &shelf{tag: tag, areas: map[string]map[string]entry{}}
}

// find looks id up in its area, reading the area's file the first time.
func (s *shelf) find(id string) (entry, bool) {
	area, _, _ := strings.Cut(id, ".")
	s.mu.RLock()
	texts, known := s.areas[area]
	s.mu.RUnlock()
	if !known {
		texts = parseArea(s.tag, area)
		s.mu.Lock()
		s.areas[area] = texts
		s.mu.Unlock()
	}
	e, ok := texts[id]
	return e, ok && e.other != ""
}

// parseArea reads tag/area.po; an area without a file is empty.
func parseArea(tag, area string) map[string]entry {
	raw, err := files.ReadFile(path.Join(tag, area+".po"))
	if err != nil {
		return nil // the one cause is that there is no such file: the texts are missing, and shown by id
	}
	return parse(raw)
}

func parse(raw []byte) map[string]entry {
	po := gotext.NewPo()
	po.Parse(raw)
	found := po.GetDomain().GetTranslations()
	texts := make(map[string]entry, len(found))
	for id, t := range found {
		switch {
		case id == "":
		case t.PluralID != "":
			texts[id] = entry{one: t.Trs[0], other: t.Trs[1], plural: true}
		default:
			texts[id] = entry{other: t.Trs[0]}
		}
	}
	return texts
}

// IDs are the ids of an area's English texts, sorted, for tests that hold a
// package's ids against the catalogue. An unknown area has none.
func IDs(area string) []string {
	texts := parseArea(English, area)
	ids := make([]string, 0, len(texts))
	for id := range texts {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}

// Areas are the areas that have an English catalogue, sorted.
func Areas() []string {
	list, err := files.ReadDir(English)
	if err != nil {
		return nil // embedded: cannot happen in a built program
	}
	var areas []string
	for _, f := range list {
		if area, ok := strings.CutSuffix(f.Name(), ".po"); ok {
			areas = append(areas, area)
		}
	}
	return areas
}
