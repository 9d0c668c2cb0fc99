package due

import "muster/model"

// named is how many people a sentence names; of more it names one less and
// counts the others.
const named = 3

// who is the people, units or sessions as a sentence names them.
func who(people []model.ID) []model.Message {
	n := len(people)
	if n > named {
		n = named - 1
	}
	out := make([]model.Message, 0, n+1)
	for _, id := range people[:n] {
		out = append(out, model.Say("due.name", "person", id))
	}
	if more := len(people) - n; more > 0 {
		out = append(out, model.Say("due.others", "n", more))
	}
	return out
}

// when is how far off the day is: "in 3 days", "today", "2 days late".
func when(day, today model.Date) model.Message {
	switch n := int(day - today); {
	case n > 0:
		return model.Say("due.in", "n", n)
	case n < 0:
		return model.Say("due.late", "n", -n)
	}
	return model.Say("due.today")
}

// from is how far off a day is by which nothing is due: "in 3 days", "today",
// "2 days ago".
func from(day, today model.Date) model.Message {
	if day < today {
		return model.Say("due.ago", "n", int(today-day))
	}
	return when(day, today)
}

// moment is a minute with its day.
func moment(m model.Minute) model.Message {
	return model.Say("due.moment", "date", m.Date(), "clock", m.Clock())
}
