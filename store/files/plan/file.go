package plan

import (
	"encoding/json"

	"muster/model"
)

// The head of a file.
const (
	Format  = "muster-plan"
	version = 1
)

// file is a file as it is written. Lists of records are left to their readers.
type file struct {
	Format   string              `json:"format"`
	Version  int                 `json:"version"`
	Name     string              `json:"name,omitempty"`
	Rules    []model.RuleSetting `json:"rules"`
	Wishes   []model.WishSetting `json:"wishes"`
	Staff    []json.RawMessage   `json:"staff"`
	Places   []json.RawMessage   `json:"places"`
	Vehicles []json.RawMessage   `json:"vehicles"`
	Kits     []json.RawMessage   `json:"kits"`
	Cohorts  []json.RawMessage   `json:"cohorts"`
	Sessions []json.RawMessage   `json:"sessions"`
}

// cohort is a cohort of a file.
type cohort struct {
	ID       model.ID        `json:"id"`
	Code     string          `json:"code"`
	Title    string          `json:"title,omitempty"`
	Zone     string          `json:"zone"`
	First    model.Date      `json:"first"`
	Last     model.Date      `json:"last"`
	Squads   int             `json:"squads,omitempty"`
	Officers json.RawMessage `json:"officers,omitempty"` // a list, or how many
}

// officer is one of a cohort's officers, without a name.
type officer struct {
	ID      model.ID      `json:"id"`
	No      int           `json:"no,omitempty"`
	Squad   model.Squad   `json:"squad,omitzero"`
	Speaks  []string      `json:"speaks,omitempty"`
	Arrives model.Quarter `json:"arrives,omitzero"`
	Vetted  model.Date    `json:"vetted,omitzero"`
	Waived  model.Date    `json:"waived,omitzero"`
}

// A Fault says where in a file something is wrong, and what.
type Fault struct {
	List string // "staff", "sessions"; "" for the file as a whole
	N    int    // in the list, from 1
	Line int    // for what is no JSON; else 0
	What model.Message
}

func (f *Fault) Error() string { return "plan: " + f.List + ": " + f.What.ID }
