package newfile

import "io/fs"

// mine is always so: Windows lets nobody remove what is not theirs.
func mine(fs.FileInfo) bool { return true }
