package model

// Vetting is the answer of the vetting office about a person or a unit: only
// its state and its dates. What was found is never kept here.
type Vetting struct {
	State     VettingState `cbor:"1,keyasint,omitempty" json:"state,omitempty"`
	Submitted Date         `cbor:"2,keyasint,omitempty" json:"submitted,omitzero"`
	Decided   Date         `cbor:"3,keyasint,omitempty" json:"decided,omitzero"`
	Until     Date         `cbor:"4,keyasint,omitempty" json:"until,omitzero"` // last day an approval holds
	Case      string       `cbor:"5,keyasint,omitempty" json:"case,omitempty"` // the office's number
}

// VettingState is where a vetting stands; "" is "not yet submitted".
type VettingState string

const (
	NotVetted       VettingState = ""
	VettingSent     VettingState = "submitted"
	VettingApproved VettingState = "approved"
	VettingSuspend  VettingState = "suspended" // not resolved in time
	VettingRejected VettingState = "rejected"
	VettingCancel   VettingState = "cancelled"
)

// VettingStates lists every state, in the order they are reached.
var VettingStates = []VettingState{
	NotVetted, VettingSent, VettingApproved, VettingSuspend, VettingRejected, VettingCancel,
}

func (v *Vetting) check(c *checker) {
	oneOf(c, "vetting", v.State, VettingStates)
	c.text("vettingCase", &v.Case, MaxName)
	if v.State == VettingApproved && v.Until.IsZero() {
		c.wrong("vettingUntil", "model.vetting-until-missing")
	}
	if !v.Until.IsZero() && !v.Decided.IsZero() && v.Until < v.Decided {
		c.wrong("vettingUntil", "model.vetting-until-early")
	}
}

// Covers reports whether the approval holds on every day from first to last.
func (v Vetting) Covers(first, last Date) bool {
	return v.State == VettingApproved && v.Until >= last &&
		(v.Decided.IsZero() || v.Decided <= first)
}
