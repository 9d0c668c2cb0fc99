package kit

import (
	"testing"

	"muster/model"
)

func TestAnOldTimerClearsNothingNewer(t *testing.T) {
	s := NewStatus(testEnv("en"))
	s.Show(Info, model.Say("kit.save"))
	first := statusOver{s.id}
	s.Show(OK, model.Say("kit.cancel"))
	s.Update(first)
	if _, m := s.Shown(); m.ID != "kit.cancel" {
		t.Errorf("shown is %q, want the newer message", m.ID)
	}
	s.Update(statusOver{s.id})
	if !s.Quiet() {
		t.Error("its own timer did not clear it")
	}
}
