// Package kit holds the parts every screen is painted with: a canvas of
// cells, colours, keys as actions, dialogs, forms, grids, the status line.
// Each part is usable alone, and is told its size when it is drawn.
//
// Drawing never changes a part and never reads anything but memory; Update
// changes parts and never draws. Layout is a function of size and state that
// drawing and the mouse share.
//
// What may enter: what two tabs need. What may not: any noun of the trade.
// The kit knows words only by their ids in the catalogues.
package kit
