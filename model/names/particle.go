package names

import "strings"

// joins are the particles that belong to the word after them, folded. "san",
// "santa" and "saint" are here because they never stand alone; "y", "e" and
// "i" tie two surnames together and are handled apart.
func joins(w string) bool {
	switch w {
	case "de", "del", "la", "las", "los", "lo",
		"da", "das", "do", "dos", "di", "du", "des", "le",
		"van", "von", "der", "den", "ter",
		"al", "el", "ul", "abd", "abdel", "abdul", "abdal", "abu", "abou", "aboul", "abul", "abo",
		"ben", "bin", "ibn", "bint", "bou", "ould", "oulad",
		"saint", "sainte", "st", "ste", "san", "santa", "santo", "sao",
		"عبد", "ابو", "بن", "ابن", "ال":
		return true
	}
	return false
}

// empty are the particles a comparison may leave out: their presence varies
// from one paper to the next. Words that carry meaning (saint, abd, abu, ben)
// are not among them.
func empty(w string) bool {
	switch w {
	case "de", "del", "la", "las", "los", "lo", "da", "das", "do", "dos", "di", "du", "des", "le",
		"al", "el", "y", "e", "van", "von", "der", "den", "ter", "ال":
		return true
	}
	return false
}

// lowered are the particles written small inside a name.
func lowered(w string) bool {
	switch w {
	case "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "des", "y", "e", "van", "von", "der", "den":
		return true
	}
	return false
}

// suffixed are the words that stay with the surname before them.
func suffixed(w string) bool {
	switch w {
	case "jr", "sr", "ii", "iii", "iv", "junior", "filho", "neto", "sobrinho", "hijo", "fils":
		return true
	}
	return false
}

// devotional are the words that after "de", "del" or "de la" belong to a given
// name: María del Carmen, José de Jesús, Juan de Dios.
func devotional(w string) bool {
	switch w {
	case "carmen", "angeles", "jesus", "rosario", "socorro", "pilar", "guadalupe", "refugio", "lourdes", "dolores",
		"consuelo", "rocio", "mar", "luz", "dios", "fatima", "mercedes", "milagros", "paz", "soledad", "concepcion",
		"remedios", "trinidad", "nieves", "sagrario", "transito", "amparo", "pilares", "sol", "cielo", "lluvia", "santos",
		"patrocinio", "rosa", "monserrat", "montserrat":
		return true
	}
	return false
}

// A unit is a run of words that cannot be parted: "de la Cruz", "Ortega y
// Gasset", "Abd El Rahman", "Souza Filho".
type unit struct {
	words []string // as typed
	folds []string // each word folded
}

func (u unit) text() string { return strings.Join(u.words, " ") }

// head is the first word that is no particle.
func (u unit) head() string {
	for _, f := range u.folds {
		if !joins(f) {
			return f
		}
	}
	return strings.Join(u.folds, " ")
}

// units divides a name into its units, in order.
func units(words []string) []unit {
	var us []unit
	open := false // the last unit ends in a particle and wants a word
	for i, w := range words {
		f := Fold(w)
		if f == "" {
			continue
		}
		last := len(us) - 1
		tie := (f == "y" || w == "e") && last >= 0 && i+1 < len(words) && !strings.HasSuffix(w, ".")
		switch {
		case open, last >= 0 && (tie || suffixed(f)):
			us[last].words = append(us[last].words, w)
			us[last].folds = append(us[last].folds, f)
		default:
			us = append(us, unit{words: []string{w}, folds: []string{f}})
		}
		open = tie || joins(f)
	}
	// A particle left hanging at the end belongs to the unit before it.
	if n := len(us); n > 1 && open {
		us[n-2].words = append(us[n-2].words, us[n-1].words...)
		us[n-2].folds = append(us[n-2].folds, us[n-1].folds...)
		us = us[:n-1]
	}
	return devout(us)
}

// devout ties "María" + "del Carmen" together.
func devout(us []unit) []unit {
	for i := 1; i < len(us); i++ {
		u := us[i]
		f := u.folds[0]
		if len(us) > 2 && (f == "de" || f == "del") && devotional(u.folds[len(u.folds)-1]) && givenHead(us[i-1].head()) {
			us[i-1].words = append(us[i-1].words, u.words...)
			us[i-1].folds = append(us[i-1].folds, u.folds...)
			us = append(us[:i], us[i+1:]...)
			i--
		}
	}
	return us
}

// givenHead are the given names that take a devotional tail.
func givenHead(w string) bool {
	switch w {
	case "maria", "ma", "m", "jose", "juan", "ana", "luz", "rosa", "flor", "teresa", "blanca", "francisco", "felipe", "elena", "margarita", "josefa", "norma", "miguel", "manuel", "antonio", "pedro":
		return true
	}
	return false
}
