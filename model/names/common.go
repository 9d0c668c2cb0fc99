package names

import (
	"strings"
	"sync"
)

// The lists below are only evidence for the order in which a column was typed;
// a name on neither list is as good as any other. Words that are common both as
// given names and as surnames (Santiago, Martín, Jean, Hassan) are on neither.

const givenNames = `
	aaron abel abraham adalberto adan adela adolfo adrian adriana agustin aida aldo alejandra alejandro alexander alexandra
	alexis alfredo alicia alma alvaro amalia ana andrea andres angel angela angelica antonio araceli armando arturo aurelio
	aurora beatriz benito benjamin bernardo bertha blanca brayan brenda bruno camila carla carlos carmen carolina catalina
	cecilia cesar christian cintia clara claudia concepcion cristian cristina cristobal cynthia dalia daniel daniela dario
	david denis deysi diana diego dolores domingo dora dulce eddy edgar edith eduardo edwin efrain elena eleazar elias elisa
	elizabeth elmer elsa elvira emilia emiliano emilio emma enrique erick erika ernesto esperanza esteban estela ester eugenia
	eugenio eva evelyn fabian fabiola fatima federico felipe fernanda fernando fidel flor florencia francisca francisco
	franklin gabriel gabriela genaro georgina gerardo gilberto gisela gladys glenda gloria gonzalo graciela gregorio
	griselda guadalupe guillermo gustavo hector heidi heriberto hilda hugo humberto ignacio ileana imelda ines ingrid irene
	iris irma isaac isabel isidro ismael itzel ivan ivette ivonne jacinto jaime javier jeremias jesica jessica jesus jimena
	joaquin joel johana jonathan jorge jose josefa josue juan juana juanita judith julia juliana julieta julio karen karina
	karla katherine kenia kevin laura leonardo leonel leonor leopoldo leticia lidia lilia liliana lizbeth lorena lorenzo
	lourdes lucia luciano luis luisa luz magdalena manuel manuela marcela marcelo marco marcos margarita maria mariana
	mariano maribel maricela marina mario marisol marlon marta martha mateo matias mauricio maximiliano mayra melissa
	mercedes micaela miguel milagros minerva miriam moises monica nadia nancy natalia nelson nestor nicolas noe noemi nora
	norma octavio odalys ofelia olga oscar osvaldo pablo paola patricia paula pedro perla petra pilar rafael ramiro ramon
	raquel raul rebeca reina rene ricardo rigoberto roberto rocio rodolfo rodrigo rogelio rolando roman roberta rosa
	rosalba rosalia rosario roxana ruben ruth sabina salvador samuel sandra santos sara saul sebastian selene sergio silvia
	simon sofia sonia susana tania tatiana teodoro teresa tomas trinidad ulises valentina valeria vanessa veronica vicente
	victor victoria vilma virginia viviana wendy wilfredo william wilmer wilson xavier ximena yadira yanira yesenia yolanda
	zoila
	adelson ailton aline amanda ana anderson arnaldo beatriz caio carlos celia claudio cleber davi debora edson eduarda
	eliane elisangela emerson everton fabiana fabio felipe flavia flavio gilson giovana guilherme gustavo helena helio
	isabela jefferson joana joao joaquim jose josiane juliano julio larissa leandro leticia lucas luciana luiz luiza
	marcela marcia marcio marcos mateus matheus murilo natalia paulo patricia pedro rafaela raimundo renata renato ricardo
	robson rodrigo rogerio rosangela sandro sebastiao simone tatiane thais thiago tiago vinicius vitor wagner wellington
	widner wilner fritz mackenson woodly wisly jocelyn guerline marjorie nadege rose roseline magalie mireille islande
	fabienne carline claudette dieudonne emmanuel evens frantz gaelle ginette guy herve jacques jacqueline jeanne jhonny
	johnny junior ketsia kettly lovely louisiane marckenson marie micheline mirlande myriam naomie nathalie nicole odette
	philippe pierrette ralph renel ricardeau ronald roody ruth rony sherley stanley stephanie sylvain thierry vladimir
	wideline widlyne yolette yves evans edner jude lesly luckner markens ernst
	ahmed mohamed mohammed muhammad mahmoud mostafa mustafa mostapha hesham hisham tarek tariq sherif ashraf khaled khalid
	omar amr yasser yasir essam ihab ehab wael waleed walid karim kareem hossam hany hani ayman amir nader nasser osama
	usama ramy rami tamer emad imad magdy gamal sameh samir fathy hamdy heba mona noha dina rania mai aya yara nourhan
	fatma aisha salma mariam maryam nermin nesrin sahar shaimaa asmaa eman iman amira dalia doaa ghada hala hanan marwa
	james john robert michael thomas charles christopher matthew anthony mark donald steven paul andrew joshua kenneth
	george brian edward timothy jason jeffrey ryan jacob gary eric stephen larry justin scott brandon frank gregory
	patrick jack dennis jerry tyler mary linda barbara susan sarah karen lisa betty helen donna carol michelle amanda
	deborah rebecca sharon kathleen amy anna emily pamela katherine christine samantha rachel heather jennifer ashley`

const surnames = `
	garcia hernandez martinez lopez gonzalez gonzales perez rodriguez sanchez ramirez flores gomez diaz vazquez vasquez reyes
	jimenez moreno morales ortiz gutierrez chavez ramos ruiz mendoza alvarez castillo romero herrera medina aguilar vargas
	castro guzman mendez fernandez munoz rojas soto contreras delgado vega rivera sandoval silva guerrero cabrera pena rios
	ayala navarro campos leon velazquez velasquez nunez fuentes ibarra molina avila valdez cervantes camacho salazar trejo
	figueroa escobar zamora acosta espinoza espinosa montoya padilla rangel mejia bautista cardenas carrillo orozco
	valenzuela maldonado quintero cordova pacheco ochoa lara zavala solis ceja barajas meza mesa benitez bernal beltran robles
	sosa arellano suarez serrano villanueva villa duarte coronado encinas yanez bustamante burrola felix armenta leyva
	quijada bojorquez duran galvan macias murillo nava olvera ornelas palacios ponce portillo quiroz rascon renteria rosales
	rubio saenz salas salinas tapia tellez terrazas torres trevino urias uribe valdes valencia varela velasco vera vidal
	villarreal zapata zuniga amaya aguirre alvarado andrade araujo arias bonilla caceres calderon cano cardona castaneda
	cisneros corrales cortez cruz dominguez enriquez escalante escamilla esquivel estrada gallardo gallegos giron godoy hidalgo
	hurtado jaramillo juarez lobo lozano luna madrid marroquin melendez melgar mercado miranda mora ordonez osorio ospina
	otero paredes paz pineda pinto pop posada quintanilla recinos restrepo rivas rosas rueda samayoa sierra tobar toledo
	umana uriarte urrutia vallejo velez villatoro xol zelaya zelada zepeda cuellar caal choc cux tzoc menchu ixcoy
	almeida alves barbosa barros batista borges braga brito cardoso carvalho cavalcante cavalcanti correia costa cunha dias
	duarte farias fernandes ferreira fonseca freitas gomes goncalves lima lopes machado marques martins melo mendes monteiro
	moraes moreira moura nascimento nogueira nunes oliveira pereira pinheiro pires queiroz ribeiro rocha rodrigues sales
	santana soares souza sousa tavares teixeira vieira
	augustin baptiste beauvoir bellerive cadet celestin cherenfant chery delva desir desrosiers dorval duvalier etienne exantus
	fleurant fleurimond florestal francois georges germain gourgue guerrier jean-baptiste jeanbaptiste jean-louis jeanlouis
	jean-pierre jeanpierre joassaint labossiere laguerre lamour larose latortue laurent lafontant lherisson lindor
	mathurin mentor metayer michaud mondesir moise noel paul petit-frere pierre-louis pierrelouis prophete prosper
	registre remy saintil saint-fleur saintfleur saint-louis saintlouis sanon senatus st-fleur st-louis theodore
	toussaint valcin vilsaint volcy desravines destine dieujuste
	elsayed elsherif elmasry abdallah abdelaziz abdelrahman elgendy elshazly elbadawy elkholy fahmy farouk ghoneim hegazy
	mansour naguib rizk saleh shaheen soliman youssef zaki zaki elnaggar attia
	smith johnson williams brown jones miller davis wilson anderson taylor moore jackson white harris clark lewis robinson
	walker young allen wright hill green adams baker hall campbell mitchell carter roberts phillips evans turner parker
	collins edwards stewart morris murphy cook rogers reed bell cooper bailey`

var common = sync.OnceValue(func() map[string]int8 {
	m := make(map[string]int8, 1024)
	for _, w := range strings.Fields(givenNames) {
		m[w] |= 1
	}
	for _, w := range strings.Fields(surnames) {
		m[strings.ReplaceAll(w, "-", " ")] |= 2
	}
	return m
})

// lean says which way a unit leans: positive for a given name, negative for a
// surname, 0 when nothing is known. Particles before it make a surname.
func lean(u unit) int {
	switch common()[u.head()] {
	case 1:
		return 2
	case 2:
		return -2
	}
	h := u.head()
	switch {
	case len(u.words) > 1 && lowered(u.folds[0]):
		return -2
	case len(h) > 4 && (strings.HasSuffix(h, "ez") || strings.HasSuffix(h, "oglu")):
		return -1
	case u.folds[0] == "saint" || u.folds[0] == "el" || u.folds[0] == "al":
		return -1
	}
	return 0
}
