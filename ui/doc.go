// Package ui is what a person sees: one Bubble Tea program (App) with a header
// of tabs, the tab in front, a line of keys and status, and a stack of dialogs
// above. It routes messages, keeps the newest desk, and hands changes to the
// store in the order they were made.
//
// The tabs are packages of their own, known here by their contract (ui/tab)
// only; the parts they are made of are in ui/kit, every sentence in ui/lang.
//
// Update changes the program and never waits; View draws and changes nothing;
// whatever may take longer than a frame runs as a command.
package ui
