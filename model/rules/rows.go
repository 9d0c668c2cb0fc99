package rules

// The rows of the table by name, so that the functions of the families can
// speak of them.
const (
	rSquadTwice = iota
	rRiderTwice
	rStaffTwice
	rPlaceTwice
	rVehicleTwice
	rBooked

	rKit
	rLanes
	rCapacity
	rOneTeam
	rTogether
	rSplit
	rAmmunition
	rCars
	rShift
	rNightShift
	rNightShiftFrom
	rOneCar
	rRideSeats
	rSWATSeats

	rDay
	rCeiling
	rIndoor
	rNight
	rFirst
	rAuto
	rEngaged
	rLead
	rMaster
	rPractice
	rMedical

	rRSO
	rSafety
	rSkills
	rCertified
	rEnding
	rMedic
	rTrauma
	rMeans
	rNeeds
	rTongueHazard
	rTongue
	rLeads
	rTakes
	rStations

	rBriefing
	rNoBriefing
	rWeapons
	rWash
	rCleaning
	rApart
	rCheck
	rHouseOrder
	rTurnround
	rTravel
	rNightAfterDay
	rCourseOrder
	rChance

	rDates
	rTimes
	rDark
	rSunset
	rSunrise
	rNoPlace
	rPlaceKind
	rClosed
	rAbsent
	rLeft
	rVehicleOut
	rLateArrival
	rFallback

	rLunch
	rLunchFrom
	rLunchUntil
	rTaught
	rTaughtMost
	rRest
	rRestLeast
	rLateLive
	rLateFrom
	rRestDay
	rInstructor
	rInterpreter
	rInterpreterPause
	rRideLength

	rWaiver
	rHostApproval
	rCommand
	rDebrief
	rPerson
	rUnit

	rTurns

	rDueAhead
	rVettingLead
	rVettingLate
	rVettingLapses
	rRevet
	rPassport
	rDocuments
	rInsurance
	rEmergency
	rRidePapers
	rSitePlan
	rQualLapses
	rSeats
	rTray

	rRoll
	rAbsence
	rAttendance
	rResults
	rPassMark
	rRetests
	rRemediation
	rRounds
	rCalledOff

	rCertificates
	rDeparture
	rFollowUp
	rContactCadence
)

// Sources are names and citation keys, the same in every language.
const (
	own      = "" // nobody but us: what the records themselves imply, or common practice
	doe      = "DOE-STD-1091-96 [DOE15]"
	doeRange = "DOE-STD-1091-96 [DOE20]"
	florida  = "Florida [FLHIT60]"
	golden   = "Golden West College"
)

// rows is the table: every rule once.
var rows = [...]Rule{
	rSquadTwice:   {ID: "squad-twice", No: 1, Family: Exclusive, Hard: true, Source: own},
	rRiderTwice:   {ID: "rider-twice", No: 1, Family: Exclusive, Hard: true, Source: own},
	rStaffTwice:   {ID: "staff-twice", No: 1, Family: Exclusive, Hard: true, Source: own},
	rPlaceTwice:   {ID: "place-twice", No: 1, Family: Exclusive, Hard: true, Source: own},
	rVehicleTwice: {ID: "vehicle-twice", No: 1, Family: Exclusive, Hard: true, Source: own},
	rBooked:       {ID: "let-to-others", No: 71, Family: Exclusive, Hard: true, Source: "CBS Miami, Doral [CBSDORAL]"},

	rKit:            {ID: "kit", No: 1, Family: Capacity, Hard: true, Source: own},
	rLanes:          {ID: "lanes", No: 26, Family: Capacity, Hard: true, Source: "Miami Dade College [MDC]"},
	rCapacity:       {ID: "capacity", Family: Capacity, Hard: true, Source: own},
	rOneTeam:        {ID: "one-team", No: 24, Family: Capacity, Hard: true, Default: 6, Unit: Count, Min: 1, Max: 30, Source: own},
	rTogether:       {ID: "together", Family: Capacity, Source: own},
	rSplit:          {ID: "squad-together", No: 70, Family: Capacity, Source: own},
	rAmmunition:     {ID: "ammunition", No: 57, Family: Capacity, Hard: true, Source: "Brass Ops [BRASS10]"},
	rCars:           {ID: "vehicles-needed", Family: Capacity, Hard: true, Source: own},
	rShift:          {ID: "rides-a-shift", No: 34, Family: Capacity, Hard: true, Default: 3, Unit: Count, Min: 1, Max: 60, Source: "Los Angeles Sheriff, Lancaster [LASDLAN]; Lakewood [LAKEWOOD]"},
	rNightShift:     {ID: "rides-a-late-shift", No: 34, Family: Capacity, Hard: true, Default: 2, Unit: Count, Min: 1, Max: 60, Source: "Los Angeles Sheriff, Lancaster [LASDLAN]"},
	rNightShiftFrom: {ID: "late-shift-from", No: 34, Family: Capacity, Default: 22 * 4, Unit: Clock, Min: 16 * 4, Max: 95, Source: own, Of: "rides-a-late-shift"},
	rOneCar:         {ID: "one-ride-a-car", No: 35, Family: Capacity, Hard: true, Source: "Lakewood [LAKEWOOD]"},
	rRideSeats:      {ID: "ride-seats", Family: Capacity, Hard: true, Source: own},
	rSWATSeats:      {ID: "swat-seats", No: 41, Family: Capacity, Hard: true, Source: "Miami [S1]"},

	rDay:      {ID: "live-ratio-day", No: 2, Family: Ratio, Default: 5, Unit: PerOne, Min: 1, Max: 30, Source: "Police1 [P1RATIO]"},
	rCeiling:  {ID: "live-ratio-ceiling", No: 2, Family: Ratio, Hard: true, Default: 8, Unit: PerOne, Min: 1, Max: 30, Source: doe},
	rIndoor:   {ID: "live-ratio-indoor", No: 3, Family: Ratio, Hard: true, Default: 5, Unit: PerOne, Min: 1, Max: 30, Source: doe},
	rNight:    {ID: "live-ratio-night", No: 4, Family: Ratio, Hard: true, Default: 4, Unit: PerOne, Min: 1, Max: 30, Source: doe},
	rFirst:    {ID: "live-ratio-first", No: 4, Family: Ratio, Hard: true, Default: 4, Unit: PerOne, Min: 1, Max: 30, Source: doe},
	rAuto:     {ID: "live-ratio-automatic", No: 5, Family: Ratio, Hard: true, Default: 4, Unit: PerOne, Min: 1, Max: 30, Source: doe},
	rEngaged:  {ID: "engaged-only", No: 9, Family: Ratio, Hard: true, Source: florida},
	rLead:     {ID: "lead-uncounted", No: 6, Family: Ratio, Hard: true, Source: doe},
	rMaster:   {ID: "rangemaster-apart", No: 8, Family: Ratio, Hard: true, Source: florida},
	rPractice: {ID: "practice-ratio", No: 10, Family: Ratio, Default: 10, Unit: PerOne, Min: 1, Max: 30, Source: florida},
	rMedical:  {ID: "medical-ratio", No: 11, Family: Ratio, Default: 6, Unit: PerOne, Min: 1, Max: 30, Source: "EMT rule [EMTRULE]; " + florida},

	rRSO:          {ID: "range-safety-officer", No: 7, Family: People, Hard: true, Source: doe},
	rSafety:       {ID: "force-on-force-safety", No: 12, Family: People, Hard: true, Default: 2, Unit: Count, Min: 0, Max: 20, Source: "Police1 [P1FOF4]"},
	rSkills:       {ID: "skills-instructor", No: 13, Family: People, Hard: true, Source: "Colorado 4 CCR 901-1-24 [CO24]"},
	rCertified:    {ID: "certified", No: 14, Family: People, Hard: true, Source: "FDLE [FDLEIR]; CALEA 8.1.2 [CALEATA]"},
	rEnding:       {ID: "certificate-ending", No: 15, Family: People, Default: 60, Unit: Days, Min: 0, Max: 366, Source: "FDLE [FDLEIR]; Indiana [INILEA]"},
	rMedic:        {ID: "medic", No: 16, Family: People, Hard: true, Default: 1, Unit: Count, Min: 0, Max: 10, Source: golden + " [GWC16]; Action Target [EMAP]"},
	rTrauma:       {ID: "trauma-kit", No: 16, Family: People, Hard: true, Source: golden + " [GWC16]; Action Target [EMAP]"},
	rMeans:        {ID: "means-to-call", No: 17, Family: People, Default: 2, Unit: Count, Min: 0, Max: 10, Source: "DOE-STD-1091-96 [DOE22]"},
	rNeeds:        {ID: "people-needed", Family: People, Hard: true, Source: own},
	rTongueHazard: {ID: "language-hazard", No: 51, Family: People, Hard: true, Source: own},
	rTongue:       {ID: "language", No: 51, Family: People, Source: own},
	rLeads:        {ID: "nobody-leads", Family: People, Source: own},
	rTakes:        {ID: "nobody-takes", Family: People, Source: own},
	rStations:     {ID: "station-safety", Family: People, Hard: true, Source: own},

	rBriefing:      {ID: "briefing", No: 18, Family: Order, Hard: true, Default: 15, Unit: Minutes, Min: 0, Max: 240, Source: golden + " [GWC27]; Basic SWAT [BSWAT40]"},
	rNoBriefing:    {ID: "no-briefing", No: 18, Family: Order, Hard: true, Source: golden + " [GWC27]"},
	rWeapons:       {ID: "weapons-check", No: 19, Family: Order, Default: 10, Unit: Minutes, Min: 0, Max: 120, Source: golden + " [GWC25]"},
	rWash:          {ID: "wash-up", No: 20, Family: Order, Default: 15, Unit: Minutes, Min: 0, Max: 120, Source: golden + " [GWC26]; " + doeRange},
	rCleaning:      {ID: "cleaning", No: 21, Family: Order, Default: 30, Unit: Minutes, Min: 0, Max: 240, Source: doeRange},
	rApart:         {ID: "fire-and-marking", No: 22, Family: Order, Hard: true, Default: 15, Unit: Minutes, Min: 0, Max: 240, Source: golden + " [GWC28]"},
	rCheck:         {ID: "check-between", No: 22, Family: Order, Hard: true, Default: 15, Unit: Minutes, Min: 0, Max: 240, Source: golden + " [GWC28]"},
	rHouseOrder:    {ID: "house-order", No: 23, Family: Order, Hard: true, Source: "IALEFI [IALEFI27]"},
	rTurnround:     {ID: "house-turnround", No: 25, Family: Order, Default: 15, Unit: Minutes, Min: 0, Max: 240, Source: "Team One Network [TEAMONE]"},
	rTravel:        {ID: "travel", No: 27, Family: Order, Hard: true, Default: 20, Unit: Minutes, Min: 0, Max: 600, Source: "Louisiana State Police [LSP]"},
	rNightAfterDay: {ID: "night-after-day", No: 33, Family: Order, Source: own},
	rCourseOrder:   {ID: "course-order", Family: Order, Hard: true, Source: own},
	rChance:        {ID: "another-chance", No: 55, Family: Order, Source: "Los Angeles Sheriff [LASDREM]"},

	rDates:       {ID: "course-dates", Family: Window, Hard: true, Source: own},
	rTimes:       {ID: "time-window", Family: Window, Hard: true, Source: own},
	rDark:        {ID: "night-dark", Family: Window, Hard: true, Source: own},
	rSunset:      {ID: "sunset", Family: Window, Default: 19 * 4, Unit: Clock, Min: 12 * 4, Max: 95, Source: own, Of: "night-dark"},
	rSunrise:     {ID: "sunrise", Family: Window, Default: 6*4 + 2, Unit: Clock, Min: 0, Max: 12 * 4, Source: own, Of: "night-dark"},
	rNoPlace:     {ID: "no-place", Family: Window, Source: own},
	rPlaceKind:   {ID: "place-kind", Family: Window, Hard: true, Source: own},
	rClosed:      {ID: "place-closed", Family: Window, Hard: true, Source: own},
	rAbsent:      {ID: "staff-absent", Family: Window, Hard: true, Source: own},
	rLeft:        {ID: "staff-left", Family: Window, Hard: true, Source: own},
	rVehicleOut:  {ID: "vehicle-out", Family: Window, Hard: true, Source: own},
	rLateArrival: {ID: "late-arrival", Family: Window, Source: own},
	rFallback:    {ID: "indoor-fallback", No: 59, Family: Window, Source: "US Navy [NAVYHEAT]"},

	rLunch:            {ID: "lunch", No: 28, Family: Load, Default: 60, Unit: Minutes, Min: 0, Max: 180, Source: "Basic SWAT [BSWAT40]; Talon [TALON]"},
	rLunchFrom:        {ID: "lunch-from", No: 28, Family: Load, Default: 11 * 4, Unit: Clock, Min: 9 * 4, Max: 15 * 4, Source: "Talon [TALON]", Of: "lunch"},
	rLunchUntil:       {ID: "lunch-until", No: 28, Family: Load, Default: 14 * 4, Unit: Clock, Min: 11 * 4, Max: 17 * 4, Source: "Talon [TALON]", Of: "lunch"},
	rTaught:           {ID: "taught-hours", No: 29, Family: Load, Default: 9, Unit: Hours, Min: 1, Max: 24, Source: "Government Training Institute [GTI3]"},
	rTaughtMost:       {ID: "taught-hours-most", No: 29, Family: Load, Hard: true, Default: 12, Unit: Hours, Min: 1, Max: 24, Source: own},
	rRest:             {ID: "rest", No: 30, Family: Load, Default: 10, Unit: Hours, Min: 0, Max: 23, Source: "NIJ [NIJFAT]"},
	rRestLeast:        {ID: "rest-least", No: 30, Family: Load, Hard: true, Default: 8, Unit: Hours, Min: 0, Max: 23, Source: "NIJ [NIJFAT]"},
	rLateLive:         {ID: "late-then-live", No: 31, Family: Load, Default: 10 * 4, Unit: Clock, Min: 4 * 4, Max: 16 * 4, Source: own},
	rLateFrom:         {ID: "late-from", No: 31, Family: Load, Default: 23 * 4, Unit: Clock, Min: 18 * 4, Max: 95, Source: own, Of: "late-then-live"},
	rRestDay:          {ID: "rest-day", No: 32, Family: Load, Default: 7, Unit: Days, Min: 2, Max: 31, Source: own},
	rInstructor:       {ID: "instructor-hours", No: 69, Family: Load, Default: 8, Unit: Hours, Min: 1, Max: 24, Source: own},
	rInterpreter:      {ID: "interpreter-load", No: 52, Family: Load, Default: 90, Unit: Minutes, Min: 15, Max: 600, Source: "AICE [AICE]; AIIC [AIIC]"},
	rInterpreterPause: {ID: "interpreter-pause", No: 52, Family: Load, Default: 15, Unit: Minutes, Min: 0, Max: 120, Source: own, Of: "interpreter-load"},
	rRideLength:       {ID: "ride-length", No: 36, Family: Load, Default: 4, Unit: Hours, Min: 1, Max: 24, Source: "Lakewood [LAKEWOOD]; Bellevue [BELLEVUE]"},

	rWaiver:       {ID: "waiver", No: 37, Family: Gate, Hard: true, Source: "Los Angeles Sheriff [LASD250]"},
	rHostApproval: {ID: "host-approval", No: 39, Family: Gate, Hard: true, Source: "Claremont [CLAREMONT]; Perry [PERRY]"},
	rCommand:      {ID: "swat-approval", No: 41, Family: Gate, Hard: true, Source: "Miami [S1]"},
	rDebrief:      {ID: "swat-debrief", No: 41, Family: Gate, Hard: true, Source: "Miami [S1]"},
	rPerson:       {ID: "vetting-person", No: 42, Family: Gate, Hard: true, Source: "humanrights.gov [HRGOV]"},
	rUnit:         {ID: "vetting-unit", No: 43, Family: Gate, Hard: true, Source: "CRS IF10575 [CRSIF24]"},

	rTurns: {ID: "ride-turns", No: 40, Family: Fairness, Source: own},

	rDueAhead:      {ID: "due-ahead", Family: Papers, Default: 7, Unit: Days, Min: 0, Max: 90, Source: own},
	rVettingLead:   {ID: "vetting-lead", No: 44, Family: Papers, Default: 60, Unit: Days, Min: 0, Max: 366, Source: own},
	rVettingLate:   {ID: "vetting-late", No: 44, Family: Papers, Default: 30, Unit: Days, Min: 0, Max: 366, Source: own, Of: "vetting-lead"},
	rVettingLapses: {ID: "vetting-lapses", No: 42, Family: Papers, Hard: true, Source: "humanrights.gov [HRGOV]"},
	rRevet:         {ID: "re-vet", No: 68, Family: Papers, Hard: true, Default: 365, Unit: Days, Min: 30, Max: 3660, Source: own},
	rPassport:      {ID: "passport", No: 46, Family: Papers, Hard: true, Default: 6, Unit: Count, Min: 0, Max: 24, Source: "University of Illinois [ILLPASS]"},
	rDocuments:     {ID: "documents", No: 45, Family: Papers, Default: 30, Unit: Days, Min: 0, Max: 366, Source: "FLETC [FLETCINT]"},
	rInsurance:     {ID: "insurance", No: 47, Family: Papers, Default: 30, Unit: Days, Min: 0, Max: 366, Source: "J-1 [J1A]"},
	rEmergency:     {ID: "emergency-card", No: 61, Family: Papers, Hard: true, Source: golden + " [GWC16]"},
	rRidePapers:    {ID: "ride-papers", No: 38, Family: Papers, Default: 10, Unit: Count, Min: 0, Max: 60, Source: "Rock Hill [ROCKHILL]"},
	rSitePlan:      {ID: "site-plan", No: 62, Family: Papers, Hard: true, Source: "Colorado 4 CCR 901-1-24 [CO24]"},
	rQualLapses:    {ID: "certificate-lapses", No: 15, Family: Papers, Source: "FDLE [FDLEIR]; Indiana [INILEA]"},
	rSeats:         {ID: "seats-unfilled", Family: Papers, Default: 60, Unit: Days, Min: 0, Max: 366, Source: own},
	rTray:          {ID: "tray", Family: Papers, Default: 14, Unit: Days, Min: 0, Max: 366, Source: own},

	rRoll:        {ID: "roll-call", Family: Running, Default: 60, Unit: Minutes, Min: 0, Max: 24 * 60, Source: own},
	rAbsence:     {ID: "absence", No: 50, Family: Running, Default: 60, Unit: Minutes, Min: 0, Max: 24 * 60, Source: "SAMM chapter 10 [SAMM10]"},
	rAttendance:  {ID: "attendance", No: 56, Family: Running, Hard: true, Default: 100, Unit: Count, Min: 0, Max: 100, Source: "Colorado 4 CCR 901-1-24 [CO24]"},
	rResults:     {ID: "results", Family: Running, Default: 24, Unit: Hours, Min: 0, Max: 240, Source: own},
	rPassMark:    {ID: "pass-mark", No: 53, Family: Running, Default: 80, Unit: Count, Min: 1, Max: 100, Source: "Florida [CJSTC4]; Massachusetts [MPTC2]"},
	rRetests:     {ID: "retests", No: 54, Family: Running, Hard: true, Default: 1, Unit: Count, Min: 0, Max: 8, Source: "Florida [CJSTC4]"},
	rRemediation: {ID: "remediation", No: 55, Family: Running, Default: 10, Unit: Days, Min: 0, Max: 60, Source: "Los Angeles Sheriff [LASDREM]"},
	rRounds:      {ID: "rounds", No: 58, Family: Running, Source: "Brass Ops [BRASS10]; " + doeRange},
	rCalledOff:   {ID: "called-off", Family: Running, Source: own},

	rCertificates:   {ID: "certificates", Family: Afterwards, Default: 1, Unit: Days, Min: 0, Max: 366, Source: own},
	rDeparture:      {ID: "departure", No: 49, Family: Afterwards, Default: 3, Unit: Days, Min: 0, Max: 60, Source: "GAO-17-704 [GAO17704]"},
	rFollowUp:       {ID: "follow-up", Family: Afterwards, Source: own},
	rContactCadence: {ID: "contact-cadence", No: 67, Family: Afterwards, Default: 90, Unit: Days, Min: 1, Max: 1000, Source: own, Of: "follow-up"},
}
