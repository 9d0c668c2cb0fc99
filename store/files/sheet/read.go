package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Open reads a file. What the user can mend comes back as a *model.Problem
// with an id sheet.*; a context that ends comes back as its own error.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	limits := o.Limits.or(DefaultLimits())
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, wrong("not-found", "file", filepath.Base(path))
	case errors.Is(err, fs.ErrPermission):
		return nil, wrong("no-permission", "file", filepath.Base(path))
	case err != nil:
		return nil, wrong("unreadable", "file", filepath.Base(path))
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, wrong("unreadable", "file", filepath.Base(path))
	case info.IsDir():
		return nil, wrong("directory", "file", filepath.Base(path))
	case info.Size() > limits.Bytes:
		return nil, tooBig(limits)
	}
	// The size may lie (a pipe, a device): read no more than the limit allows.
	data, err := io.ReadAll(io.LimitReader(f, limits.Bytes+1))
	if err != nil {
		return nil, wrong("unreadable", "file", filepath.Base(path))
	}
	return Read(ctx, filepath.Base(path), data, o)
}

// Read reads a file's bytes; the name only helps to say what a file is that is
// not read, and to name the one sheet of a CSV.
func Read(ctx context.Context, name string, data []byte, o Options) (*Book, error) {
	limits := o.Limits.or(DefaultLimits())
	if int64(len(data)) > limits.Bytes {
		return nil, tooBig(limits)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, wrong("empty")
	}
	if o.Encoding != "" && !o.Encoding.Known() {
		return nil, wrong("encoding", "encoding", string(o.Encoding))
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return readXLSX(ctx, data, o, limits)
	}
	if err := refused(name, data, o.Encoding); err != nil {
		return nil, err
	}
	return readCSV(ctx, name, data, o, limits)
}

func tooBig(l Limits) error { return wrong("too-big", "max", int(l.Bytes>>20)) }

// refused knows the files people send instead of a table, and says what to do.
// What has no known form is taken for text when the user named its encoding.
func refused(name string, data []byte, named Encoding) error {
	is := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case is("PK\x05\x06"):
		return wrong("empty")
	case is("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		// Excel before 2007, and any new workbook locked with a password.
		if bytes.Contains(data[:min(len(data), 1<<20)], utf16Name("EncryptedPackage")) {
			return wrong("locked")
		}
		return wrong("old-excel")
	case is("\x09\x08\x10\x00"), is("\x09\x04\x06\x00"), is("\x09\x02\x06\x00"):
		return wrong("old-excel")
	case is("%PDF"):
		return wrong("pdf")
	case is("\x89PNG"), is("\xFF\xD8\xFF"), is("GIF8"), is("II*\x00"), is("MM\x00*"), is("BM") && bytes.IndexByte(data[:min(len(data), 32)], 0) >= 0,
		is("RIFF") && len(data) > 12 && string(data[8:12]) == "WEBP", len(data) > 12 && string(data[4:8]) == "ftyp":
		return wrong("image")
	case is("{\\rtf"):
		return wrong("document")
	case is("Rar!"), is("7z\xBC\xAF"), is("\x1F\x8B"):
		return wrong("archive")
	}
	head := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 2048)], []byte{0xEF, 0xBB, 0xBF}))))
	if strings.HasPrefix(head, "<!doctype") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<table") {
		return wrong("markup")
	}
	if strings.HasPrefix(head, "begin:vcard") || strings.HasPrefix(head, "begin:vcalendar") {
		return wrong("cards")
	}
	if named != "" {
		return nil
	}
	if e, _ := findEncoding(data); e != UTF16LE && e != UTF16BE && binary(data[:min(len(data), sampleSize)]) {
		return wrong("unknown", "file", name)
	}
	return nil
}

// binary reports whether bytes are no text in any encoding: zeros, or many
// control characters. A stray one in UTF-8 is let through, and cleaned away.
func binary(sample []byte) bool {
	control, zero := 0, 0
	for _, b := range sample {
		switch {
		case b == 0:
			zero++
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x0C && b != 0x1A && b != 0x1B:
			control++
		}
	}
	return zero > 0 && (zero > len(sample)/500 || !utf8.Valid(sample)) || control > 8 && control > len(sample)/50 && !utf8.Valid(sample) || control > len(sample)/4
}

func utf16Name(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}
