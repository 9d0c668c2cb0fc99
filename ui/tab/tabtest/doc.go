// Package tabtest is the host that tests of tabs and of their pages stand on: a
// desk in memory that a change is on at once, and a record of all that was asked
// of the host. It gives keys and shows screens as the program does.
//
// Only tests import it. No tab may enter, nor what one of them alone needs: such
// a test embeds a Host and puts its own method over one of these.
package tabtest
