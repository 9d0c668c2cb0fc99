//go:build linux

package bolt

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"muster/store/kv"
)

// afterFull looks at a database on a full disk of which `saved` commits were
// acknowledged.
func afterFull(t *testing.T, path string, saved int) {
	t.Helper()
	verified(t, path)
	e := opened(t, path)
	m, err := contents(e)
	if err != nil {
		t.Fatal(err)
	}
	if len(m) != saved+1 || m["last"] != strconv.Itoa(saved-1) || saved < 20 {
		t.Errorf("%d keys, the last %q; %d were saved", len(m), m["last"], saved)
	}
}

// TestFileSizeLimit has the file grow to a limit of the system, in a process
// of its own.
func TestFileSizeLimit(t *testing.T) {
	path := newPath(t)
	opened(t, path)
	cmd := exec.Command("sh", "-c", `ulimit -f 600; exec "$0"`, os.Args[0]) // 600 × 512 or 1024 bytes
	cmd.Env = append(os.Environ(), roleVar+"=fill", pathVar+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	afterFull(t, path, saved)
	if err := put(opened(t, path), "more", "room"); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// mounted makes a small file system, where the system lets us (in a container
// it may not).
func mounted(t *testing.T, options string, flags uintptr) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("muster-test", dir, "tmpfs", flags, options); err != nil {
		t.Skipf("no file system of our own: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(mounted(t, "size=2m", 0), "test.db")
	c := startChild(t, "fill", path)
	if !c.lines.Scan() {
		t.Fatal("nothing said")
	}
	saved, err := strconv.Atoi(c.lines.Text())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	afterFull(t, path, saved)
	e := opened(t, path)
	if err := e.Compact(context.Background()); !errors.Is(err, kv.ErrFull) {
		t.Errorf("Compact: %v", err)
	}
	if err := e.Backup(context.Background(), path+".backup"); !errors.Is(err, kv.ErrFull) {
		t.Errorf("Backup: %v", err)
	}
	if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 1 {
		t.Errorf("left behind: %v, %v", names, err)
	}
	verified(t, path)
}

func TestReadOnlyDisk(t *testing.T) {
	dir := mounted(t, "size=2m", 0)
	path := filepath.Join(dir, "test.db")
	if err := put(opened(t, path), "a", "b"); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("muster-test", dir, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	e := opened(t, path)
	if m, err := contents(e); err != nil || m["a"] != "b" {
		t.Errorf("%v, %v", m, err)
	}
	if err := put(e, "a", "c"); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("Update: %v", err)
	}
	if _, err := Open(context.Background(), path+"2", Options{Create: true}); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("a new one: %v", err)
	}
}

// asNobody runs act with the rights of a user who owns nothing, if we have
// more. Only this thread's rights to files change.
func asNobody(t *testing.T, act func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		act()
		return
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		runtime.LockOSThread() // and never unlocked: the thread ends with us
		if err := unix.Setfsuid(65534); err != nil {
			t.Error(err)
			return
		}
		act()
	}()
	<-done
}

func TestRights(t *testing.T) {
	path := newPath(t)
	if err := put(opened(t, path), "a", "b"); err != nil {
		t.Fatal(err)
	}
	chmod := func(name string, mode os.FileMode) {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	for dir := filepath.Dir(path); dir != os.TempDir(); dir = filepath.Dir(dir) {
		chmod(dir, 0o755)
	}
	ctx := context.Background()
	chmod(path, 0o444)
	asNobody(t, func() {
		e, err := Open(ctx, path, Options{Create: true})
		if err != nil {
			t.Error(err)
			return
		}
		if m, err := contents(e); err != nil || m["a"] != "b" {
			t.Errorf("a file that may be read: %v, %v", m, err)
		}
		if _, err := e.Changed(ctx); err != nil {
			t.Error(err)
		}
		if err := put(e, "a", "c"); !errors.Is(err, kv.ErrReadOnly) {
			t.Errorf("a file that may be read, Update: %v", err)
		}
	})
	chmod(path, 0)
	asNobody(t, func() {
		if _, err := Open(ctx, path, Options{}); !errors.Is(err, kv.ErrDenied) {
			t.Errorf("a file that may not be read: %v", err)
		}
	})
	chmod(filepath.Dir(path), 0o555)
	asNobody(t, func() {
		if _, err := Open(ctx, path+"2", Options{Create: true}); !errors.Is(err, kv.ErrDenied) {
			t.Errorf("a folder that may not be written: %v", err)
		}
	})
	chmod(filepath.Dir(path), 0o755)
}

// TestNothingLeftOpen counts files and memory maps.
func TestNothingLeftOpen(t *testing.T) {
	path := newPath(t)
	e := opened(t, path)
	ctx := context.Background()
	count := func() int {
		open, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Fatal(err)
		}
		maps, err := os.ReadFile("/proc/self/maps")
		if err != nil {
			t.Fatal(err)
		}
		return len(open) + strings.Count(string(maps), path)
	}
	before := count()
	for i := range 20 {
		if err := errors.Join(put(e, "a", strconv.Itoa(i)), e.View(ctx, nothing), e.Verify(ctx), e.Warm(ctx)); err != nil {
			t.Fatal(err)
		}
		if _, err := e.Changed(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if after := count(); after != before {
		t.Errorf("%d open before, %d after", before, after)
	}
}
