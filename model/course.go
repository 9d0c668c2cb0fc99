package model

// Course is a template: the blocks that make up, say, a two-week advanced
// tactical course. A cohort takes a copy of its blocks; changing a course
// changes no plan already made.
type Course struct {
	ID     ID      `cbor:"1,keyasint" json:"id"`
	Title  Text    `cbor:"2,keyasint" json:"title"`
	Days   int     `cbor:"3,keyasint" json:"days"` // calendar days from the first to the last
	Blocks []Block `cbor:"4,keyasint,omitempty" json:"blocks,omitempty"`
	Note   string  `cbor:"5,keyasint,omitempty" json:"note,omitempty"`
}

// NewCourse cleans c and refuses it when two blocks share a key, or the order
// of its blocks names one that is not there or runs in a circle.
func NewCourse(v Course) (*Course, error) {
	var c checker
	c.id("id", v.ID)
	c.title("title", &v.Title)
	c.within("days", v.Days, 1, 366)
	blocks := make([]Block, len(v.Blocks))
	at := make(map[int]int, len(v.Blocks))
	for i, b := range v.Blocks {
		b.check(&c)
		if b.Key < 1 {
			c.wrong("key", "model.block-without-key", "title", b.Title)
		} else if _, twice := at[b.Key]; twice {
			c.wrong("key", "model.block-key-twice", "title", b.Title)
		}
		at[b.Key] = i
		blocks[i] = b
	}
	v.Blocks = none(blocks)
	for _, b := range v.Blocks {
		for _, a := range b.After {
			if _, ok := at[a.Block]; !ok {
				c.wrong("after", "model.after-unknown", "title", b.Title)
			}
		}
	}
	if b, ok := circle(v.Blocks, at); ok {
		c.wrong("after", "model.after-circle", "title", b.Title)
	}
	c.note("note", &v.Note)
	return done(&v, &c)
}

// circle finds a block that, through others, must come after itself.
func circle(blocks []Block, at map[int]int) (Block, bool) {
	const (
		unseen = iota
		open
		closed
	)
	state := make([]int, len(blocks))
	var visit func(i int) bool
	visit = func(i int) bool {
		state[i] = open
		for _, a := range blocks[i].After {
			j, ok := at[a.Block]
			if ok && (state[j] == open || state[j] == unseen && visit(j)) {
				return true
			}
		}
		state[i] = closed
		return false
	}
	for i := range blocks {
		if state[i] == unseen && visit(i) {
			return blocks[i], true
		}
	}
	return Block{}, false
}

func (v *Course) RecordID() ID           { return v.ID }
func (v *Course) RecordKind() Kind       { return KindCourse }
func (v *Course) Valid() (Record, error) { return record(NewCourse(*v)) }
