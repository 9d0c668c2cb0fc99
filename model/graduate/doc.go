// Package graduate decides, from what progress counted, who goes home with
// which certificate, and makes the records of it: certificates with their
// numbers, the stages of the seats, the state of the cohort.
//
// It is pure like the rest of model: the day and the ids are given to it. What
// a certificate of completion asks, progress says (Officer.Wants); how a
// certificate looks on paper is the screen's and the printer's business.
package graduate
