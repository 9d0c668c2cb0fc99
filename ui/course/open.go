package course

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A BlockForm opens the form of a block. others are the blocks of its course
// that it may come after; check judges the block as it is to be kept; then gets
// it.
type BlockForm func(title model.Message, b model.Block, others []model.Block, check func(model.Block) error, then func(model.Block) tea.Cmd)

// Open shows the courses: those on the desk, and the one the program brings.
func Open(h tab.Host, built templates.Built, form BlockForm) tea.Cmd {
	kit.Open(h.Dialogs(), newPage(h, built, form), func(kit.Read) tea.Cmd { return nil })
	return nil
}
