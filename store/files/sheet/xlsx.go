package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"muster/model"
)

// maxParts bounds the number of files in a workbook; real ones have dozens.
const maxParts = 4096

// workbook is an XLSX while it is read.
type workbook struct {
	parts    map[string]*zip.File
	limits   Limits
	unpacked int64 // bytes taken out so far, over all parts
	total    int64 // bytes the sheets and strings say they have, for the progress
	progress func(done, total int64)

	strings []string
	formats []format // by style index
	from04  bool     // days count from 1904, as on old Macs
}

func readXLSX(ctx context.Context, data []byte, o Options, l Limits) (*Book, error) {
	w, err := openWorkbook(data, o, l)
	if err != nil {
		return nil, err
	}
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	listed, err := w.readContents(main)
	if err != nil {
		return nil, w.damaged(err, "")
	}
	if len(listed) == 0 {
		return nil, wrong("empty")
	}
	if len(listed) > l.Sheets {
		return nil, wrong("too-many-sheets", "max", l.Sheets)
	}
	w.weighSheets(listed)
	if err := w.readStyles(main); err != nil {
		return nil, w.damaged(err, "")
	}
	if err := w.readStrings(ctx, main); err != nil {
		return nil, w.damaged(err, "")
	}
	b := &Book{Format: XLSX, Sure: true}
	t := &taker{limits: l}
	if o.Progress != nil {
		t.done = func(int64) { w.report() }
	}
	for _, s := range listed {
		sheet := Sheet{Name: plainName(s.name), Hidden: s.hidden}
		if err := w.readSheet(ctx, s.part, t, &sheet); err != nil {
			return nil, w.damaged(err, sheet.Name)
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	if o.Progress != nil {
		o.Progress(w.total, w.total)
	}
	b.Mended, b.Spoiled = t.mended, t.spoiled
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return b, nil
		}
	}
	return nil, wrong("empty")
}

// openWorkbook opens the archive and refuses at once what claims to be larger
// unpacked than is allowed.
func openWorkbook(data []byte, o Options, l Limits) (*workbook, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, wrong("damaged")
	}
	if len(z.File) > maxParts {
		return nil, wrong("bomb")
	}
	w := &workbook{parts: make(map[string]*zip.File, len(z.File)), limits: l, progress: o.Progress}
	var sum uint64
	for _, f := range z.File {
		if sum += f.UncompressedSize64; f.UncompressedSize64 > uint64(l.Unpacked) || sum > uint64(l.Unpacked) {
			return nil, wrong("bomb")
		}
		w.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return w, nil
}

// mainPart is the path of the workbook itself, or says what the archive is.
func (w *workbook) mainPart() (string, error) {
	if rels, err := w.relations(""); err == nil {
		for _, r := range rels {
			if strings.HasSuffix(r.kind, "/officeDocument") && w.parts[r.target] != nil && strings.HasSuffix(r.target, ".xml") &&
				strings.Contains(r.target, "workbook") {
				return r.target, nil
			}
		}
	}
	has := func(name string) bool { return w.parts[name] != nil }
	switch {
	case has("xl/workbook.xml"):
		return "xl/workbook.xml", nil
	case has("xl/workbook.bin"):
		return "", wrong("old-excel")
	case has("word/document.xml"), has("ppt/presentation.xml"):
		return "", wrong("document")
	case has("index/document.iwa"), has("index.zip"), has("index/tables/datalist.iwa"):
		return "", wrong("numbers")
	case has("mimetype") && has("content.xml"):
		return "", wrong("open-document")
	case has("[content_types].xml"):
		return "", wrong("damaged")
	}
	return "", wrong("archive")
}

// open opens a part for reading, within what may still be unpacked.
func (w *workbook) open(name string) (io.ReadCloser, error) {
	f := w.parts[name]
	if f == nil {
		return nil, errXML
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &counted{ReadCloser: r, w: w}, nil
}

// counted counts what is unpacked: the sizes in the archive's list may lie.
type counted struct {
	io.ReadCloser
	w *workbook
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if c.w.unpacked += int64(n); c.w.unpacked > c.w.limits.Unpacked {
		return n, wrong("bomb")
	}
	return n, err
}

func (w *workbook) weighSheets(listed []listedSheet) {
	for _, s := range listed {
		if f := w.parts[s.part]; f != nil {
			w.total += int64(f.UncompressedSize64)
		}
	}
	w.total += w.unpacked
}

func (w *workbook) report() {
	if w.progress != nil {
		w.progress(min(w.unpacked, w.total), w.total)
	}
}

// damaged turns an error of the archive or its XML into one for the user; a
// problem, or the end of the context, stays itself.
func (w *workbook) damaged(err error, sheet string) error {
	var p *model.Problem
	switch {
	case errors.As(err, &p), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case sheet != "":
		return wrong("damaged-sheet", "sheet", sheet)
	}
	return wrong("damaged")
}

// A relation leads from one part to another.
type relation struct{ id, kind, target string }

// relations reads where a part leads ("" is the archive itself).
func (w *workbook) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	r, err := w.open(dir + "_rels/" + file + ".rels")
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []relation
	s := newScanner(r, 4096)
	for {
		t, err := s.next()
		if err != nil || t == eof {
			return out, err
		}
		if t != start || !s.is("Relationship") {
			continue
		}
		if mode, _ := s.attr("TargetMode"); mode == "External" {
			continue // links lead outside; they are not followed
		}
		var rel relation
		rel.id, _ = s.attr("Id")
		rel.kind, _ = s.attr("Type")
		target, _ := s.attr("Target")
		if strings.HasPrefix(target, "/") {
			rel.target = strings.ToLower(path.Clean(target)[1:])
		} else {
			rel.target = strings.ToLower(path.Join(dir, target))
		}
		if out = append(out, rel); len(out) > maxParts {
			return nil, errXML
		}
	}
}
