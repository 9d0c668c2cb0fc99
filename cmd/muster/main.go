// Command muster is the front door: flags, verbs and exit codes. Without a
// verb it opens the program; every task is also a verb, for scripts, for
// screen readers and for tests.
//
// Its manners: what was asked for goes to standard output and nothing else
// does; errors are two lines on standard error, what is wrong and what to do;
// the exit status is 0 done, 1 the answer is no, 2 wrong use, 3 the file or
// the data is bad. Nothing is asked on a terminal but by the program itself.
package main

import (
	"os"
	_ "time/tzdata" // a cohort keeps the clock of its own zone on any machine
)

func main() { os.Exit(run(os.Args[1:], systemEnv())) }
