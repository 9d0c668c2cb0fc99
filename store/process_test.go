package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"muster/model"
)

// TestMain lets the test be another process as well: MUSTER_STORE_CHILD says
// which folder to work in and as whom.
func TestMain(m *testing.M) {
	if job := os.Getenv("MUSTER_STORE_CHILD"); job != "" {
		dir, actor, _ := strings.Cut(job, "|")
		if err := child(dir, actor); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child commits until it is told to stop or killed; it prints each id when it
// is kept.
func child(dir, actor string) error {
	ctx := context.Background()
	o := options(dir, actor)
	s, err := Open(ctx, o)
	if err != nil {
		return err
	}
	defer s.Close()
	stop := make(chan bool)
	go func() {
		bufio.NewReader(os.Stdin).ReadByte()
		close(stop)
	}()
	for i := 0; ; i++ {
		select {
		case <-stop:
			return nil
		default:
		}
		a := &model.Agency{ID: s.NewID(), Name: fmt.Sprint(actor, i)}
		c := model.Change{Act: model.Say("act.test"), Puts: []model.Put{{Record: a}}}
		if _, err := s.Commit(ctx, c); err != nil {
			return err
		}
		fmt.Println(a.ID)
		if i%5 == 4 { // it may end between the two: then this one, which was not printed, is gone
			c.Puts[0].Record = &model.Agency{ID: s.NewID(), Name: "undone and done again"}
			if _, err := s.Commit(ctx, c); err != nil {
				return err
			}
			if _, err := s.Undo(ctx); err != nil {
				return err
			}
			if _, err := s.Redo(ctx); err != nil {
				return err
			}
		}
	}
}

// start runs a child; first is closed when it has said something, kept collects
// what it says it has kept.
func start(t *testing.T, dir, actor string) (cmd *exec.Cmd, first <-chan bool, stop func(), kept func() []string) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "MUSTER_STORE_CHILD="+dir+"|"+actor)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	check(t, err)
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	lines, begun := make(chan []string, 1), make(chan bool)
	go func() {
		var all []string
		r := bufio.NewReader(out)
		for {
			line, err := r.ReadString('\n')
			if err != nil {
				break // a line cut off was not said
			}
			if all = append(all, strings.TrimSpace(line)); len(all) == 1 {
				close(begun)
			}
		}
		lines <- all
	}()
	return cmd, begun, func() { in.Close() }, func() []string { return <-lines }
}

func allThere(t *testing.T, s *Store, ids []string) {
	t.Helper()
	for _, text := range ids {
		id, err := model.ParseID(text)
		check(t, err)
		if _, _, err := s.Get(t.Context(), model.Ref{Kind: model.KindAgency, ID: id}); err != nil {
			t.Fatalf("%s was kept: %v", text, err)
		}
	}
}

func TestTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Mora")
	events := s.Watch(t.Context(), 0)
	one, first1, stop1, kept1 := start(t, dir, "Ruiz")
	two, first2, stop2, kept2 := start(t, dir, "Soto")
	seen := map[model.Ref]bool{}
	<-first1
	<-first2
	for until := time.After(200 * time.Millisecond); until != nil; {
		select {
		case e := <-events:
			check(t, e.Err)
			for _, r := range e.Refs {
				seen[r] = true
			}
		case <-until:
			until = nil
		}
	}
	stop1()
	stop2()
	ids := append(kept1(), kept2()...)
	check(t, one.Wait())
	check(t, two.Wait())
	if len(ids) < 10 {
		t.Errorf("only %d kept", len(ids))
	}
	if len(seen) == 0 {
		t.Error("nothing was noticed")
	}
	allThere(t, s, ids)
	sound(t, s)
}

// What a process said it has kept is there after it was killed, and the
// database is sound.
func TestKilled(t *testing.T) {
	cycles := 30
	if testing.Short() {
		cycles = 4
	}
	dir := t.TempDir()
	s := openIn(t, dir, "Mora")
	var ids []string
	for i := range cycles {
		cmd, first, _, kept := start(t, dir, "Ruiz")
		<-first
		time.Sleep(time.Duration(1+3*i) * time.Millisecond)
		check(t, cmd.Process.Kill())
		now := kept()
		_ = cmd.Wait() // killed: that is its error
		allThere(t, s, now)
		ids = append(ids, now...)
		sound(t, s)
	}
	if len(ids) < cycles {
		t.Errorf("only %d kept in %d cycles", len(ids), cycles)
	}
	allThere(t, s, ids)
}
