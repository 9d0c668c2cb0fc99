package score

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// generate makes the stations that the block asks for, and asks first when
// others would be lost by it.
func (d *circuit) generate() tea.Cmd {
	if len(d.v.Stations) == 0 {
		d.remake()
		return nil
	}
	ask := kit.NewConfirm(d.env, model.Say("score.remake.title"), model.Say("score.remake"), model.Message{},
		"score.remake.yes", "score.go-on", "m", "")
	kit.Open(d.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		d.remake()
		return nil
	})
	return nil
}

// remake makes the stations: the block's cars, its rooms, its casualties, each
// with one of those who instruct.
func (d *circuit) remake() {
	b := &d.session.Block
	var posts []model.Post
	switch {
	case b.Kind == model.KindVehicles:
		posts = d.carPosts()
		if len(posts) == 0 {
			d.hint = model.Say("score.why.no-cars")
			return
		}
	case b.House != nil:
		posts = d.numbered("score.post.room", max(b.House.Runs, 2), 0)
	case b.Rescue != nil:
		posts = d.numbered("score.post.lane", max(b.Rescue.Casualties, 2), b.Rescue.Casualties)
	case b.Exercise != nil:
		posts = d.numbered("score.post.scene", max(b.Exercise.Teams, 2), b.Exercise.Players)
	default:
		posts = d.numbered("score.post.new", max(d.session.Squads.Len(), 2), 0)
	}
	deal(posts, slices.Concat(d.session.In(model.Line), d.session.In(model.Lead)), func(p *model.Post, id model.ID) { p.Lead = id })
	deal(posts, d.session.In(model.Safety), func(p *model.Post, id model.ID) { p.Safety = id })
	d.v.Stations = posts
	d.recount()
	d.pad.to(0, d.pad.edge(1))
}

// deal gives each station one of the people, as far as they go.
func deal(posts []model.Post, people []model.ID, give func(*model.Post, model.ID)) {
	for i := range min(len(posts), len(people)) {
		give(&posts[i], people[i])
	}
}

// mostPosts is how many stations are made by themselves: more than that is
// more than a session has time for.
const mostPosts = 8

func (d *circuit) numbered(word string, n, players int) []model.Post {
	n = min(n, mostPosts)
	out := make([]model.Post, n)
	for i := range out {
		out[i] = model.Post{Name: d.env.T(word, "no", strconv.Itoa(i+1)), Players: share(players, n, i)}
	}
	return out
}

// share is the i-th of n even parts of a whole, the first ones larger.
func share(all, n, i int) int {
	if i < all%n {
		return all/n + 1
	}
	return all / n
}

// carPosts is a station for each car: those of the session, then others to be
// searched that are free, as many as the block asks for.
func (d *circuit) carPosts() []model.Post {
	want, hides := 0, 0
	if s := d.session.Block.Search; s != nil {
		want, hides = s.Cars, s.Hides
	}
	desk := d.h.Desk()
	var cars []*model.Vehicle
	for _, own := range []bool{true, false} {
		for v := range desk.Vehicles.All {
			if v.Kind != model.Search || slices.Contains(d.session.Cars, v.ID) != own {
				continue
			}
			if own || len(cars) < want && whyTaken(desk, d.session, v).IsZero() {
				cars = append(cars, v)
			}
		}
	}
	if want > 0 && len(cars) > want {
		cars = cars[:want]
	}
	out := make([]model.Post, len(cars))
	for i, v := range cars {
		out[i] = model.Post{Name: v.Name, Vehicle: v.ID, Hides: share(hides, len(cars), i)}
	}
	return out
}

// whyTaken is what else the vehicle is in at the session's time, or nothing.
func whyTaken(d *model.Desk, s *model.Session, v *model.Vehicle) model.Message {
	if !s.Placed() {
		return model.Message{}
	}
	if slices.ContainsFunc(v.Out, func(o model.Span) bool { return o.Overlaps(s.Span()) }) {
		return model.Say("field.out")
	}
	for x := range d.Sessions.All {
		if x.ID == s.ID || !x.Placed() || x.Off != nil || !x.Span().Overlaps(s.Span()) {
			continue
		}
		there := x.Circuit != nil && slices.ContainsFunc(x.Circuit.Stations, func(p model.Post) bool { return p.Vehicle == v.ID })
		if there || slices.Contains(x.Cars, v.ID) {
			return model.Say("score.taken", "block", x.Block.Title)
		}
	}
	return model.Message{}
}
