//go:build !linux && !darwin

package newfile

// moveNew makes a link, which is never made over another file.
func moveNew(tmp, path string) error { return linkNew(tmp, path) }
