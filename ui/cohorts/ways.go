package cohorts

import (
	"muster/model"
	"muster/ui/kit"
)

// spareWays is how many more ways to reach somebody a form has room for.
const spareWays = 2

// wayFields are the fields of one way to reach somebody.
type wayFields struct {
	was       model.Way
	channel   *kit.ChoiceField[model.Channel]
	handle    *kit.ValueField[string]
	preferred *kit.ToggleField
	verified  *kit.ValueField[model.Date]
}

// newWays is a group of fields for each way, and spare ones; of the spare ones
// only the first shows until it is filled in.
func newWays(e *kit.Env, ways []model.Way, today model.Date) []*wayFields {
	channels := []kit.Option[model.Channel]{{Label: e.T("cohorts.form.no-way")}}
	for _, k := range model.Channels {
		channels = append(channels, kit.Option[model.Channel]{Value: k, Label: e.T("word.channel." + string(k))})
	}
	var out []*wayFields
	for i := range len(ways) + spareWays {
		var w model.Way
		if i < len(ways) {
			w = ways[i]
		}
		f := &wayFields{
			was:     w,
			channel: kit.NewChoice("channel", w.Channel, channels), handle: kit.NewText("handle", w.Handle).Limit(model.MaxLine),
			preferred: kit.NewToggle("preferred", w.Preferred), verified: kit.NewDate("verified", w.Verified, today, true),
		}
		f.preferred.Label, f.verified.Label = model.Say("cohorts.form.preferred"), model.Say("cohorts.form.verified")
		none := func() bool { return f.channel.Value() == model.NoChannel }
		f.handle.Hidden, f.preferred.Hidden, f.verified.Hidden = none, none, none
		if i > len(ways) {
			before := out[i-1]
			f.channel.Hidden = func() bool { return before.channel.Value() == model.NoChannel }
		}
		out = append(out, f)
	}
	return out
}

func (f *wayFields) fields() []kit.Field {
	return []kit.Field{f.channel, f.handle, f.preferred, f.verified}
}

// value is the way as filled in; false when there is none. Consent given for
// another number does not hold for a new one.
func (f *wayFields) value() (model.Way, bool) {
	w := model.Way{Channel: f.channel.Value(), Handle: f.handle.Value(), Preferred: f.preferred.Value(), Verified: f.verified.Value()}
	if w.Channel == f.was.Channel && w.Handle == f.was.Handle {
		w.Consent = f.was.Consent
	}
	return w, w.Channel != model.NoChannel
}

func waysOf(fields []*wayFields) []model.Way {
	var out []model.Way
	for _, f := range fields {
		if w, ok := f.value(); ok {
			out = append(out, w)
		}
	}
	return out
}

func standings(e *kit.Env) []kit.Option[model.Standing] {
	var out []kit.Option[model.Standing]
	for _, s := range model.Standings {
		out = append(out, kit.Option[model.Standing]{Value: s, Label: e.T("word.standing." + string(s))})
	}
	return out
}
