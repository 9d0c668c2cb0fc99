package bolt

import (
	"bytes"
	"sort"

	"muster/store/kv"
)

// paths goes down to the pages that a commit is about to free, and holds that
// they are as long as they say. Ops come in order of their keys, so most share
// the way of the one before.
type paths struct {
	image
	way    []page // from the root down
	header [pageHeader]byte
}

// check looks at the pages that the op changes. A delete may join a page with
// one beside it.
func (ps *paths) check(root uint64, op kv.Op) error {
	id := root
	for depth := range maxDepth {
		p, err := ps.at(depth, id)
		if err != nil {
			return err
		}
		if p.kind != branchPage {
			return nil
		}
		i := sort.Search(p.count, func(i int) bool {
			el, e := p.element(i)
			if e != nil {
				err = e
			}
			return bytes.Compare(el.key, op.Key) > 0
		})
		if err != nil {
			return err
		}
		i = max(i-1, 0)
		if op.Delete {
			for _, j := range []int{i - 1, i + 1} {
				if err := ps.beside(p, j); err != nil {
					return err
				}
			}
		}
		el, err := p.element(i)
		if err != nil {
			return err
		}
		id = el.child
	}
	return damaged("page %d is %d deep", id, maxDepth)
}

// at gives page id, which is that deep.
func (ps *paths) at(depth int, id uint64) (page, error) {
	if depth < len(ps.way) && ps.way[depth].id == id {
		return ps.way[depth], nil
	}
	p, err := ps.fitting(id)
	if err != nil {
		return page{}, err
	}
	ps.way = append(ps.way[:depth], p)
	return p, nil
}

// beside looks at child j of p, if there is one.
func (ps *paths) beside(p page, j int) error {
	if j < 0 || j >= p.count {
		return nil
	}
	el, err := p.element(j)
	if err != nil {
		return err
	}
	_, err = ps.fitting(el.child)
	return err
}

// fitting reads a page and holds its length to what is in it. Of a leaf of one
// page, as most are, it reads only the header: it cannot be shorter.
func (ps *paths) fitting(id uint64) (page, error) {
	if id < 2 || id >= ps.m.pages {
		return page{}, damaged("page %d of %d", id, ps.m.pages)
	}
	if err := ps.read(ps.header[:], id); err != nil {
		return page{}, err
	}
	p, err := parsePage(ps.header[:])
	if err != nil {
		return page{}, err
	}
	if p.id == id && p.kind == leafPage && p.run == 1 {
		return p, nil
	}
	if p.kind != branchPage && p.kind != leafPage {
		return page{}, damaged("page %d is of kind %d", id, p.kind)
	}
	if p, err = ps.page(id); err != nil {
		return page{}, err
	}
	end := pageHeader
	if p.count > 0 {
		last, err := p.element(p.count - 1)
		if err != nil {
			return page{}, err
		}
		end = last.at + len(last.key) + len(last.value)
	}
	return p, p.fits(end)
}
