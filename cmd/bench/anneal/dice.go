package anneal

import (
	"math/bits"
	"math/rand/v2"
)

// Dice are numbers at random, the same for the same seed. They are a concrete
// type for speed: a search throws several for each change it tries.
type Dice struct {
	pcg  *rand.PCG
	rand *rand.Rand
}

// NewDice are the dice of a seed.
func NewDice(seed int64) *Dice {
	pcg := rand.NewPCG(uint64(seed), 0x9e3779b97f4a7c15)
	return &Dice{pcg, rand.New(pcg)}
}

// Below is an even number from 0 up to, not including, n, which is at least 1.
// That n does not divide 2^64 skews it by less than anybody could see.
func (d *Dice) Below(n int) int {
	hi, _ := bits.Mul64(d.pcg.Uint64(), uint64(n))
	return int(hi)
}

// loss is -ln(u) for an even u on (0, 1).
func (d *Dice) loss() float64 { return d.rand.ExpFloat64() }
