package cohorts

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// changePapers ticks which papers of the chosen people are in. A paper that
// was ticked already keeps its day. Where a waiver is in whose witness nobody
// knows, that is asked for too.
func (t *Tab) changePapers() tea.Cmd {
	people := t.roll.Chosen()
	held := t.holdAll(people)
	options := t.paperOptions(people)
	kit.Open(t.h.Dialogs(), kit.NewChooseMany(t.env(), t.about("cohorts.papers.title", people), options),
		func(ticked []int) tea.Cmd {
			if !t.wantsWitness(people, ticked) {
				return t.keepPapers(people, held, options, ticked, "")
			}
			ask := kit.NewPrompt(t.env(), t.about("cohorts.papers.title", people), model.Say("cohorts.papers.witness"), "", nil)
			kit.Open(t.h.Dialogs(), ask, func(who string) tea.Cmd { return t.keepPapers(people, held, options, ticked, who) })
			return nil
		})
	return nil
}

// paperOptions is a box for each paper, with the day it came or how many of
// the people have it.
func (t *Tab) paperOptions(people []model.ID) []kit.Option[int] {
	var options []kit.Option[int]
	for i, p := range papers() {
		in := 0
		var day model.Date
		for _, id := range people {
			have := t.desk().People.Get(id).Papers
			if d := *p.at(&have); !d.IsZero() {
				in++
				day = d
			}
		}
		note := ""
		switch {
		case in > 0 && len(people) == 1:
			note = t.env().Lang.Date(day)
		case in > 0:
			note = t.env().T("cohorts.papers.some", "n", in, "all", len(people))
		}
		options = append(options, kit.Option[int]{Value: i, Label: t.env().Say(p.label()), Note: note, On: in == len(people)})
	}
	return options
}

// wantsWitness reports whether the waiver is ticked and somebody's has no
// witness.
func (t *Tab) wantsWitness(people []model.ID, ticked []int) bool {
	waiver := slices.IndexFunc(papers(), func(p paper) bool { return p.id == "waiver" })
	return slices.Contains(ticked, waiver) && slices.ContainsFunc(people, func(id model.ID) bool {
		p := t.desk().People.Get(id)
		return p != nil && p.Papers.Witness == ""
	})
}

func (t *Tab) keepPapers(people []model.ID, held func(*model.Person) model.Put, options []kit.Option[int], ticked []int, witness string) tea.Cmd {
	t.roll.Unmark()
	today := t.h.Today()
	return t.eachPerson(people, held,
		model.Say("cohorts.act.papers", "n", len(people), "cohort", t.cohort.Code),
		model.Say("cohorts.papers.done", "n", len(people)),
		func(p *model.Person) {
			for i, paper := range papers() {
				d, on := paper.at(&p.Papers), slices.Contains(ticked, i)
				switch {
				case on && d.IsZero():
					*d = today
				case !on && options[i].On:
					*d = 0
				}
			}
			switch {
			case p.Papers.Waiver.IsZero():
				p.Papers.Witness = ""
			case p.Papers.Witness == "":
				p.Papers.Witness = witness
			}
		})
}
