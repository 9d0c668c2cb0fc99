// Package course is the editor of courses: the templates a cohort takes its
// blocks from. A page on the stack of dialogs lists them beside the blocks of
// the one in hand, in their order; each edit is one act, and undone like any.
//
// What may enter: making, copying and changing courses, and a course made of a
// cohort's plan. What may not: sessions and their times (the Schedule tab), the
// form of a block, which its opener brings.
package course
