package bolt

import (
	"context"
	"io"

	"muster/store/kv"
)

// Verify reads every page and every item, and holds that each page is used
// exactly once, that keys are in order, and that revisions make sense. What
// the values say is for the store to verify.
func (e *Engine) Verify(ctx context.Context) error {
	return e.transact(ctx, false, func(g *guard) error {
		if err := checkAll(ctx, g.file, g.meta); err != nil {
			return err
		}
		r, err := newReader(ctx, g)
		if err != nil {
			return err
		}
		return r.Scan(nil, nil, func(kv.Item) (bool, error) { return true, nil })
	})
}

// walker follows the tree of pages and notes which it has seen.
type walker struct {
	image
	ctx  context.Context
	used []bool
	// branches: look only at what leads to other pages. bbolt would run in
	// a circle there; a bad leaf only makes it panic.
	branches bool
	leafAt   int // branches: how deep the leaves of this bucket are; 0 before the first
}

// checkBranches makes sure that every way down the tree ends, and leads to
// pages that are in use: a free one may hold an item as it was once. It reads
// one page in about a hundred.
func checkBranches(f io.ReaderAt, m meta) error {
	w := walker{image: image{f, m}, ctx: context.Background(), used: make([]bool, m.pages), branches: true}
	return w.file()
}

// checkAll looks at every page.
func checkAll(ctx context.Context, f io.ReaderAt, m meta) error {
	w := walker{image: image{f, m}, ctx: ctx, used: make([]bool, m.pages)}
	if err := w.file(); err != nil {
		return err
	}
	for id := uint64(2); id < m.pages; id++ {
		if !w.used[id] {
			return damaged("page %d is neither free nor in use", id)
		}
	}
	return nil
}

// file checks the list of free pages, then the tree.
func (w *walker) file() error {
	ids, list, err := w.free()
	if err != nil {
		return err
	}
	if err := w.use(list); err != nil {
		return err
	}
	for _, id := range ids {
		if id < 2 || id >= w.m.pages || w.used[id] {
			return damaged("free page %d of %d is in use, or free twice", id, w.m.pages)
		}
		w.used[id] = true
	}
	// The root's own tree is a page or two, and names the buckets.
	return w.tree(w.m.root, nil, nil, 0, true)
}

// use notes a page and those it runs on for.
func (w *walker) use(p page) error {
	for id := p.id; id < p.id+p.run; id++ {
		if w.used[id] {
			return damaged("page %d is used twice", id)
		}
		w.used[id] = true
	}
	return nil
}

// tree checks the pages below id, whose keys lie from low to below high. In
// the root tree the leaves' entries are buckets.
func (w *walker) tree(id uint64, low, high []byte, depth int, root bool) error {
	if w.ctx.Err() != nil {
		return context.Cause(w.ctx)
	}
	if depth > maxDepth {
		return damaged("page %d is %d deep", id, depth)
	}
	p, err := w.page(id)
	if err != nil {
		return err
	}
	if err := w.use(p); err != nil {
		return err
	}
	switch {
	case p.kind == leafPage && root:
		return w.buckets(p, low, high)
	case p.kind == leafPage && w.branches:
		w.leafAt = depth
		return nil
	case p.kind == leafPage:
		return w.leaf(p, low, high)
	case p.kind == branchPage:
		return w.branch(p, low, high, depth, root)
	}
	return damaged("page %d is of kind %d", id, p.kind)
}

// branch checks what a branch page leads to. All leaves of a bucket are equally
// deep, so once the first was met, the others need not be read to be known.
func (w *walker) branch(p page, low, high []byte, depth int, root bool) error {
	all, err := p.elements(low, high)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return damaged("page %d leads nowhere", p.id)
	}
	for i, el := range all {
		if w.branches && !root && depth+1 == w.leafAt {
			return w.leaves(all[i:])
		}
		next := high
		if i+1 < len(all) {
			next = all[i+1].key
		}
		if err := w.tree(el.child, el.key, next, depth+1, root); err != nil {
			return err
		}
	}
	return nil
}

// leaves notes leaf pages without reading them.
func (w *walker) leaves(all []element) error {
	for _, el := range all {
		if el.child < 2 || el.child >= w.m.pages || w.used[el.child] {
			return damaged("page %d of %d is used twice or outside", el.child, w.m.pages)
		}
		w.used[el.child] = true
	}
	return nil
}

// leaf checks a page of the caller's items.
func (w *walker) leaf(p page, low, high []byte) error {
	all, err := p.elements(low, high)
	if err != nil {
		return err
	}
	if len(all) == 0 && low != nil {
		return damaged("page %d is empty", p.id)
	}
	for i, el := range all {
		if el.flags != 0 || len(el.key) == 0 {
			return damaged("page %d: entry %d is no item", p.id, i)
		}
	}
	return nil
}

// buckets checks a leaf of the root tree and the trees of its buckets.
func (w *walker) buckets(p page, low, high []byte) error {
	all, err := p.elements(low, high)
	if err != nil {
		return err
	}
	for i, el := range all {
		if el.flags != bucketFlag {
			return damaged("page %d: entry %d is no bucket", p.id, i)
		}
		root, inline, err := el.bucket()
		if err != nil {
			return err
		}
		if root == 0 {
			err = w.inline(inline)
		} else {
			w.leafAt = 0
			err = w.tree(root, nil, nil, 1, false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// inline checks a bucket small enough to lie within its parent's page.
func (w *walker) inline(p page) error {
	all, err := p.elements(nil, nil)
	if err != nil {
		return err
	}
	for i, el := range all {
		if el.flags != 0 {
			return damaged("a bucket within a page: entry %d is no item", i)
		}
	}
	return nil
}
