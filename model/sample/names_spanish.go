package sample

// Given names and surnames common in Spanish-speaking America. Surnames of one
// country stand apart, so that a list from Guatemala looks like one.

var spanishMen = []string{
	"José Luis", "Juan Carlos", "Miguel Ángel", "Luis Fernando", "Jorge Alberto", "Carlos Eduardo", "Raúl",
	"Óscar", "Héctor", "Martín", "Sergio", "Ramón", "Javier", "Julio César", "Fernando", "Ricardo", "Alejandro",
	"Eduardo", "Roberto", "Marco Antonio", "Jesús", "Francisco Javier", "Manuel", "Rafael", "Gerardo", "Arturo",
	"Rubén", "Enrique", "Adrián", "Iván", "Édgar", "Omar", "Saúl", "Abel", "Noé", "Isaac", "Daniel", "David",
	"Gabriel", "Germán", "Gilberto", "Gustavo", "Hugo", "Ignacio", "Israel", "Jaime", "Joel", "Jonathan", "Leonel",
	"Mario", "Mauricio", "Mynor", "Nelson", "Nicolás", "Pablo", "Pedro", "René", "Rodrigo", "Samuel", "Santiago",
	"Tomás", "Ulises", "Víctor Hugo", "Wilmer", "Yahir",
}

var spanishWomen = []string{
	"María Fernanda", "Ana Lucía", "Itzel", "Sofía", "Guadalupe", "Verónica", "Claudia", "Patricia", "Leticia",
	"Rosa María", "Adriana", "Alejandra", "Brenda", "Carmen", "Cecilia", "Daniela", "Diana", "Dulce María",
	"Elizabeth", "Gabriela", "Glenda", "Heidy", "Ivonne", "Jessica", "Karla", "Laura", "Lilian", "Lorena",
	"Luz Elena", "Marisol", "Mónica", "Nancy", "Norma", "Paola", "Rocío", "Sandra", "Silvia", "Teresa", "Ximena",
	"Yadira", "Yesenia",
}

var spanishSurnames = []string{
	"Aguilar", "Aguirre", "Alvarado", "Álvarez", "Arellano", "Ávila", "Ayala", "Barrera", "Bautista", "Beltrán",
	"Benítez", "Cabrera", "Calderón", "Camacho", "Campos", "Cárdenas", "Carrillo", "Castañeda", "Castillo",
	"Cervantes", "Chávez", "Contreras", "Cordero", "Correa", "Cortés", "Cruz", "de la Cruz", "de la O",
	"de los Santos", "del Cid", "Delgado", "Díaz", "Domínguez", "Durán", "Escobedo", "Espinoza", "Estrada",
	"Fernández", "Figueroa", "Flores", "Fuentes", "Gallegos", "García", "Gómez", "González", "Guerrero",
	"Gutiérrez", "Hernández", "Herrera", "Ibáñez", "Jiménez", "Juárez", "Lara", "León", "López", "Luna",
	"Maldonado", "Márquez", "Martínez", "Medina", "Mejía", "Mendoza", "Meza", "Miranda", "Molina", "Montes",
	"Morales", "Moreno", "Muñoz", "Navarro", "Núñez", "Ochoa", "Ordóñez", "Orozco", "Ortiz", "Pacheco", "Padilla",
	"Paredes", "Peña", "Peralta", "Pineda", "Ponce", "Quintero", "Quiñones", "Ramírez", "Ramos", "Rangel", "Reyes",
	"Ríos", "Rivas", "Rivera", "Robles", "Rodríguez", "Rojas", "Rosales", "Ruiz", "Salas", "Salazar", "Salgado",
	"Sánchez", "Sandoval", "Santana", "Serrano", "Solís", "Soto", "Suárez", "Tapia", "Torres", "Trejo", "Trujillo",
	"Valdez", "Valencia", "Vargas", "Vásquez", "Vega", "Velasco", "Villalobos", "Villanueva", "Yáñez", "Zamora",
	"Zapata", "Zavala", "Zúñiga",
}

var surnamesOf = map[string][]string{
	"MX": {
		"Bojórquez", "Cázares", "Valenzuela", "Quijada", "Encinas", "Moroyoqui", "Yocupicio", "Bracamonte",
		"Terrazas", "Olivas", "Loya", "Baeza", "Chaparro", "Enríquez", "Íñiguez", "Murrieta",
	},
	"GT": {
		"Ajú", "Caal", "Choc", "Coc", "Xol", "Tzul", "Tzoc", "Cux", "Ixcoy", "Batz", "Pop", "Sical", "Chub", "Tot",
		"Ajanel", "Lemus", "Barrios", "Monzón",
	},
	"HN": {
		"Discua", "Euceda", "Zelaya", "Banegas", "Bonilla", "Lanza", "Cálix", "Funes", "Amador", "Rápalo", "Turcios",
		"Antúnez",
	},
	"CO": {
		"Ospina", "Restrepo", "Londoño", "Arango", "Giraldo", "Cuesta", "Palacios", "Mosquera", "Montoya", "Ballesteros",
		"Cifuentes", "Murillo", "Urrutia", "Pinzón",
	},
}
