package sample

// Given names and surnames common in Haiti, in French and in Kreyòl spelling.

var haitianMen = []string{
	"Jean", "Pierre", "Jean-Robert", "Wilner", "Frantz", "Emmanuel", "Jocelyn", "Fritz", "Reynold", "Wisly",
	"Jacques", "Guerrier", "Dieudonné", "Josué", "Samuel", "Fénelon", "Evens", "Ricardo", "Lesly", "Gérard", "Serge",
	"Marcelin", "Ronald", "Stanley", "Wilfrid", "Yves", "Claudel", "Fednel", "Rodrigue", "Patrick", "Eddy", "Nixon",
	"Ernst", "Jimmy", "Kesner", "Luckner", "Makenson", "Odilon", "Prosper", "Renel", "Sony", "Thélus", "Vladimir",
	"Woodly", "Jean-Claude", "Jean-Marc", "Pierre-Louis", "Jude", "Harold", "Abner", "Benoît", "Cadet", "Daniel",
	"Édouard", "Fabrice", "Gary", "Hervé", "Islande", "Junior", "Clotaire",
}

var haitianWomen = []string{
	"Marie", "Rose", "Guerda", "Mirlande", "Nadège", "Fabiola", "Régine", "Yolette", "Ketly", "Carline", "Daphnée",
	"Esther", "Francine", "Ghislaine", "Islande", "Judith", "Lovelie", "Magalie", "Natacha", "Roseline", "Sabine",
	"Sherline", "Tamara", "Viergela", "Widline", "Yvrose", "Marie-Ange", "Rose-Marie", "Wideline", "Chantal",
}

var haitianSurnames = []string{
	"Jean", "Pierre", "Joseph", "Charles", "Jean-Baptiste", "Louis", "François", "Étienne", "Michel", "Paul",
	"Jean-Pierre", "Saint-Louis", "Saint-Fleur", "Célestin", "Desrosiers", "Dorvil", "Cadet", "Toussaint", "Alexis",
	"Auguste", "Augustin", "Baptiste", "Beauvoir", "Bélizaire", "Bien-Aimé", "Cherenfant", "Clervil", "Dérisier",
	"Desir", "Dieujuste", "Dorcély", "Duverger", "Élysée", "Estimé", "Eugène", "Exantus", "Fleurimond", "Florestal",
	"Gabaud", "Germain", "Guillaume", "Hilaire", "Honorat", "Hyppolite", "Innocent", "Jacquet", "Jeudy", "Julmis",
	"Labissière", "Lafleur", "Lamour", "Laurent", "Lubin", "Magloire", "Mathurin", "Mérilus", "Mésidor", "Milfort",
	"Mondésir", "Nelson", "Noël", "Numa", "Occéus", "Orélien", "Paillant", "Petit-Frère", "Philistin", "Plaisir",
	"Prophète", "Raymond", "Régis", "Rémy", "Saintil", "Saint-Vil", "Sanon", "Thélusma", "Thermidor", "Valcin",
	"Vilmé", "Volcy", "Zéphirin",
}
