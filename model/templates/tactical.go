package templates

import "muster/model"

// The blocks of the advanced tactical course. The numbers are their keys:
// plans that were taken from the course carry them, so they are never given to
// another block.
const (
	opening = iota + 1
	rulesOfCourse
	useOfForce
	fitness
	shootingTest
	kitIssue
	pistol1
	building1
	tecc1
	swatPlanning
	pistol2
	search1
	houseDry
	patrol1
	rifle1
	stops
	carries
	patrol2
	contraband
	search2
	carAssault
	nightFire
	culture
	patrol3
	swat1
	patrol4
	houseMarking
	heights
	negotiation
	command
	pistolTest
	tecc2
	interview
	nightTest
	houseLive
	victimLanes
	trucks
	swat2
	finalExercise
	review
	remedial
	exam
	rehearsal
	resit
	network
	survey
	kitReturn
	graduation
	departure
)

// AdvancedTactical is the two-week advanced tactical course for thirty
// visiting officers in three squads. Its day 1 is a Monday (people arrive and
// settle in on the Sunday before), the weekend between is free but for the
// rides, and day 12, the second Friday, is the last.
//
// Three blocks run side by side on most half-days and the squads change round,
// so that the range, the shoot house and the search yard each serve one squad
// at a time. Lunch has at least an hour and three quarters where somebody has
// to come back from the range first, mornings after a night on the range begin
// at ten.
func AdvancedTactical() Built {
	blocks := append(weekOne(), weekTwo()...)
	turns := make(map[int][]model.Usual, len(blocks))
	for _, r := range rotations {
		for i, key := range r.blocks {
			// Squad n has block i in slot i-n, going round.
			for n := range r.blocks {
				slot := (i - n + len(r.slots)) % len(r.slots)
				turns[key] = append(turns[key], model.Usual{Day: r.day, At: r.slots[slot]})
			}
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if t, ok := turns[b.Key]; ok {
			b.Usual = t[0]
			continue
		}
		turns[b.Key] = []model.Usual{b.Usual}
	}
	return Built{
		Course: &model.Course{
			ID:     id(model.KindCourse, 1),
			Title:  title("Advanced tactical course, two weeks", "Curso táctico avanzado, dos semanas"),
			Days:   12,
			Blocks: blocks,
		},
		Kits:  StandardKits(),
		Fire:  FireCourses(),
		turns: turns,
	}
}

// A rotation is a day on which three squads take three blocks in turn.
type rotation struct {
	day    int
	slots  [3]int // quarters of the day
	blocks [3]int // the first squad's order
}

var (
	fullDay = [3]int{clock(7, 30), clock(10, 0), clock(13, 45)}

	rotations = [...]rotation{
		{1, [3]int{clock(13, 0), clock(14, 30), clock(16, 0)}, [3]int{fitness, shootingTest, kitIssue}},
		{2, fullDay, [3]int{pistol1, building1, tecc1}},
		{3, fullDay, [3]int{pistol2, search1, houseDry}},
		{4, fullDay, [3]int{rifle1, stops, carries}},
		{5, [3]int{clock(10, 0), clock(13, 30), clock(16, 0)}, [3]int{contraband, search2, carAssault}},
		{8, fullDay, [3]int{houseMarking, heights, negotiation}},
		{9, [3]int{clock(10, 0), clock(13, 45), clock(16, 15)}, [3]int{pistolTest, tecc2, interview}},
		{10, [3]int{clock(10, 0), clock(13, 15), clock(15, 15)}, [3]int{houseLive, victimLanes, trucks}},
	}
)

func on(day, at int) model.Usual { return model.Usual{Day: day, At: at} }
