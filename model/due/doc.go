// Package due lists everything that is wrong or due, from the plan and from the
// records: the clashes of the board, papers that are late, rolls nobody called,
// results and certificates that are missing, people not known to be home.
//
// Which of it there is, how strict it is and after how many days it is late,
// the table of model/rules says; a row of the families papers, running and
// after is read by one function here, every other by the board. What may not
// enter: words (ui/lang), and doing anything about it.
package due
