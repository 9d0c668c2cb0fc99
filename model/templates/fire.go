package templates

import "muster/model"

// The courses of fire that come with the program. The first follows the shape
// of state qualifications: five distances, ten rounds at each, least hits that
// grow as the target comes nearer, eighty in a hundred to pass.
const (
	firePistolDay = iota + 1
	firePistolNight
	fireRifle
)

// FireCourses are the built-in courses of fire.
func FireCourses() []*model.FireCourse {
	stage := func(yards, rounds, seconds, least, points int) model.FireStage {
		return model.FireStage{Yards: yards, Rounds: rounds, Seconds: seconds, Least: least, Points: points}
	}
	return []*model.FireCourse{
		{
			ID: id(model.KindFireCourse, firePistolDay), Pass: 80, Light: model.Daylight,
			Title: title("Pistol, day: 50 rounds", "Pistola, diurno: 50 cartuchos"),
			Stages: []model.FireStage{
				stage(15, 10, 40, 4, 2), stage(10, 10, 30, 8, 2), stage(7, 10, 25, 8, 2),
				stage(5, 10, 20, 10, 2), stage(3, 10, 15, 10, 2),
			},
		},
		{
			ID: id(model.KindFireCourse, firePistolNight), Pass: 80, Light: model.Dark,
			Title:  title("Pistol, night: 40 rounds", "Pistola, nocturno: 40 cartuchos"),
			Stages: []model.FireStage{stage(10, 10, 30, 6, 2), stage(7, 15, 30, 11, 2), stage(5, 15, 25, 13, 2)},
		},
		{
			ID: id(model.KindFireCourse, fireRifle), Pass: 80, Long: true, Light: model.Daylight,
			Title:  title("Rifle: 40 rounds", "Fusil: 40 cartuchos"),
			Stages: []model.FireStage{stage(100, 10, 90, 6, 2), stage(50, 10, 45, 8, 2), stage(25, 20, 40, 17, 2)},
		},
	}
}

func shoots(n uint16) model.ID { return id(model.KindFireCourse, n) }
