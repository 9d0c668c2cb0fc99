// Package paper is what the working day hands out: the day sheet, the sheet to
// sign, the score sheet to be filled in, the emergency card and the call list,
// as plain text of at most Wide columns that any printer prints and any mail
// carries.
//
// Each is a function of the desk, in the language of a printer; nothing is
// read, asked or written here. What is handed to a class names nobody: class
// numbers and squad letters stand for the officers, so that a lost sheet tells
// little. Names come only where they are asked for, and on the two papers that
// are about one person.
//
// What may enter: what goes on a sheet, and where on it. What may not: what is
// kept as a table for other programs (store/export), dialogs, files.
package paper
