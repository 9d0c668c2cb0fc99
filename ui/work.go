package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/tab"
)

// work is the one long task that may be under way.
type work struct {
	no     int // grows; a late answer of a former one is dropped
	cancel context.CancelFunc
}

// workMsg brings word from the work: how far it is, or its result.
type workMsg struct {
	no          int
	label       model.Message
	done, total int64
	more        <-chan workMsg
	result      tab.Result
}

// Run does long work off the event loop; a new one ends the former.
func (a *App) Run(label model.Message, f func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	a.stopWork()
	a.work.no++
	ctx, cancel := context.WithCancel(a.ctx)
	a.work.cancel = cancel
	words := make(chan workMsg, 1)
	no := a.work.no
	go func() {
		defer close(words)
		result := f(ctx, func(done, total int64) {
			select {
			case words <- workMsg{no: no, label: label, done: done, total: total}:
			default: // the screen has not drawn the last one yet
			}
		})
		select {
		case words <- workMsg{no: no, result: result}:
		case <-ctx.Done():
		}
	}()
	a.status.Progress(label, 0, 0, a.stopWork)
	return hear(words)
}

func hear(words <-chan workMsg) tea.Cmd {
	return func() tea.Msg {
		m, ok := <-words
		if !ok {
			return nil
		}
		m.more = words
		return m
	}
}

// stopWork leaves the work under way; its result will be dropped.
func (a *App) stopWork() {
	if a.work.cancel == nil {
		return
	}
	a.work.cancel()
	a.work.cancel = nil
	a.work.no++
	a.status.EndProgress()
}

// worked hears from the work.
func (a *App) worked(m workMsg) tea.Cmd {
	if m.no != a.work.no {
		return nil
	}
	if m.result == nil {
		a.status.Progress(m.label, int(m.done), int(m.total), a.stopWork)
		return hear(m.more)
	}
	a.work.cancel()
	a.work.cancel = nil
	a.status.EndProgress()
	return m.result()
}

var _ tab.Host = (*App)(nil)
