package schedule

import (
	"charm.land/lipgloss/v2"

	"muster/model"
	"muster/ui/kit"
)

// A look is how the cards of one kind are painted. A card has a ground of its
// own where there are colours, and names its text's colour with it, so that it
// can be read on a terminal whose ground was guessed wrong.
type look struct {
	head kit.Style // the title
	body kit.Style // the lines below
	chip kit.Style // the letter
	bar  kit.Style // the edge at the left
}

// looks is the board's part of the theme.
type looks struct {
	kinds   map[model.BlockKind]look
	foreign look // another cohort's, a guest on this board
	off     look // called off: the title struck
	dimmed  look // while something is moved past it
}

// grounds are the dark and light tints behind the hues of the kit's kinds:
// faint enough that a hue keeps 4.5 to 1 on its own tint.
func grounds() map[model.BlockKind][2]string {
	return map[model.BlockKind][2]string{
		model.KindClass:     {"#16283c", "#e3eefa"},
		model.KindFirearms:  {"#3b1e1b", "#fbe7e3"},
		model.KindVehicles:  {"#322b12", "#f6efd2"},
		model.KindBuildings: {"#2f2139", "#f2e7f9"},
		model.KindRescue:    {"#162f1d", "#e2f3e6"},
		model.KindRide:      {"#10302f", "#dcf2f2"},
		model.KindExercise:  {"#381f2d", "#fae5f0"},
	}
}

func newLooks(th *kit.Theme) looks {
	l := looks{kinds: map[model.BlockKind]look{}}
	if th.Mode == kit.Mono {
		for _, k := range model.BlockKinds {
			l.kinds[k] = look{head: th.Title, body: th.Text, chip: th.Title.Reverse(), bar: th.Text}
		}
		l.foreign = look{head: th.Muted, body: th.Muted, chip: th.Muted, bar: th.Muted}
		l.dimmed, l.off = l.foreign, l.foreign
		l.off.head = th.Muted.Strike()
		return l
	}
	side, text, grey, greyText := 0, "#d9dee6", "#23272e", "#aab2be"
	if th.Mode == kit.Light {
		side, text, grey, greyText = 1, "#23282f", "#eceef1", "#545c68"
	}
	for k, pair := range grounds() {
		ground := kit.StyleOf(lipgloss.NewStyle().Background(lipgloss.Color(pair[side])))
		hue := th.Kind(k[0])
		l.kinds[k] = look{
			head: hue.Bold().Over(ground),
			body: kit.StyleOf(lipgloss.NewStyle().Foreground(lipgloss.Color(text))).Over(ground),
			chip: hue.Bold().Reverse(),
			bar:  hue.Over(ground),
		}
	}
	guest := kit.StyleOf(lipgloss.NewStyle().Foreground(lipgloss.Color(greyText)).Background(lipgloss.Color(grey)))
	l.foreign = look{head: guest.Bold(), body: guest, chip: guest.Bold(), bar: guest}
	l.off = look{head: guest.Strike(), body: guest, chip: guest, bar: guest}
	l.dimmed = look{head: th.Dimmed, body: th.Dimmed, chip: th.Dimmed, bar: th.Dimmed}
	return l
}

func (l looks) of(k model.BlockKind) look {
	if v, ok := l.kinds[k]; ok {
		return v
	}
	return l.kinds[model.KindExercise]
}
