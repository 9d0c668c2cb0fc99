// Package lang turns messages into words. Every sentence a person reads, in
// the program, in a verb's output or in an error, stands in its catalogues
// once in English and once in Spanish, under the same id.
//
// A catalogue is one PO file per area and language, embedded: en/place.po
// holds every id that begins with "place.". An area is parsed when something
// in it is first said, so that the first frame pays for what it shows.
//
// What may enter: sentences, and how a language writes dates, numbers, lists
// and lengths of time. What may not: any decision about what to say.
package lang
