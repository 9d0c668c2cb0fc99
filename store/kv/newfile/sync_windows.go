package newfile

// SyncDir does nothing: Windows writes its folders by itself and cannot be
// asked to.
func SyncDir(string) error { return nil }
