// Package proof says whether a problem has a plan and, if not, why: which few
// requirements cannot hold together, and what single loosening would make a
// plan possible.
//
// It looks three ways, the cheapest first. It counts: what must be done by some
// people, in some places or with some things within some days, against what
// fits into what is left of them. It follows orders from first to last for how
// early and how late a block can be. And it turns the rest into yes-or-no
// questions (package sat), each requirement under a selector of its own, so that
// an answer of no comes with the selectors to blame; of these it takes away what
// is not needed, until without any one of the rest there is a plan.
//
// Everything is in the numbers of package grid. What may enter: reasoning about
// why a problem has no plan. What may not: words and records (package planner
// has them), a search for good plans (package grid), a clock but the context
// that ends it.
package proof
