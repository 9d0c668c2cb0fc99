//go:build bench

package main

import (
	"strings"
	"testing"
)

// Counted by hand.
func TestJudge(t *testing.T) {
	p, _ := six(t)
	for _, c := range []struct {
		what, plan string
		want       verdict
	}{
		{"one lecture, alone, in too small a room", "law small 0 0", verdict{Lectures: 7, NoSeat: 10, Days: 5 * (1 + 2 + 1 + 1), Alone: 2}},
		{"two lectures of a course at a time, in one room", "law big 0 0\nlaw big 0 0", verdict{Lectures: 1 + 6, RoomTwice: 1, NoSeat: 4, Days: 25, Alone: 4}},
		{"a teacher twice, when one cannot be", "law big 1 2\nradio small 1 2", verdict{Lectures: 6, Conflicts: 1, Barred: 1, NoSeat: 2 + 5, Days: 5 * (1 + 2 + 1), Alone: 2 + 2}},
		{"rooms twice", `law big 0 1
law big 0 2
law small 1 0
drive small 0 0
drive big 1 1
radio big 1 1
radio small 1 2
first small 1 2`, verdict{Conflicts: 1, Barred: 1, RoomTwice: 2, NoSeat: 2 + 2 + 10 + 5, ExtraRooms: 3}},
		{"nothing broken", `law big 0 0
law big 0 1
law small 1 0
drive small 0 2
drive big 1 1
radio big 0 2
radio small 1 1
first small 1 2`, verdict{NoSeat: 2 + 2 + 10 + 5, Alone: 2, ExtraRooms: 3}},
	} {
		plan, err := readSolution(strings.NewReader(c.plan), p)
		if err != nil {
			t.Fatal(err)
		}
		if got := judge(p, plan); got != c.want {
			t.Errorf("%s: %+v, not %+v", c.what, got, c.want)
		}
	}
}
