"""Short forms and spellings of given names: Spanish, Catalan, Portuguese, Italian and French."""

_SPANISH = """
alberto: beto tito berto
alejandro: alex ale jandro sandro
alfonso: poncho fonso
antonio: tono toni tonio
beatriz: bea betty
carmen: carmina carmela menchu
concepcion: concha conchita conchi
consuelo: chelo consu
cristian: cris chris christian
cristina: cris chris tina
cristobal: tobal
dolores: lola loli lolita
eduardo: edu lalo
encarnacion: encarna
enrique: quique kike rique
ernesto: neto
federico: fede
felipe: pipe feli
fernando: fer nando
francisca: paca paquita fran
francisco: paco pancho curro fran kiko cisco paquito quico patxi
gabriel: gabi gabo
gonzalo: gonza chalo
graciela: chela grace
gregorio: goyo
guadalupe: lupe lupita
guillermo: guille memo
ignacio: nacho inaki
isabel: isa chabela chavela
javier: javi
jesus: chuy chus suso
joaquin: quino chimo
jorge: coque
jose: pepe pepito chepe
josefa: pepa pepita fina
juan: juanito juancho
juana: juanita
leonardo: leo nardo
leticia: leti
lorenzo: lencho
luis: lucho luisito
manuel: manolo manu manny lolo
margarita: marga rita
maria: mari mary maruja
mariadelcarmen: maricarmen
mariaisabel: maribel marisa
marialuisa: marisa
mariateresa: maite mayte
mercedes: merche meche
miguel: migue miguelito
montserrat: montse
nicolas: nico
patricia: patri paty pati
patricio: pato
pedro: perico pedrito
pilar: pili
rafael: rafa
ramon: moncho
ricardo: ricky richi
roberto: beto rober tito
rosario: charo chayo
salvador: salva chava
santiago: santi chago yago
sebastian: sebas seba
sergio: checo
soledad: sole
teresa: tere teresita
vicente: chente
victoria: vicky vico
ximena: jimena
yolanda: yoli
"""
_CATALAN_AND_BASQUE = """
antoni: toni
concepcio: conxita
dolors: lola loles
eduard: edu
eulalia: laia
ferran: nan
francesc: cesc quico xesc
francesca: cesca
joaquim: quim ximo
jordi: jordiet
josep: pep
josepa: pepa
lluis: lluiset
montserrat: montse
nuria: nuri
rafel: rafa
vicent: visent
"""
_PORTUGUESE = """
alexandre: xande ale
ana: aninha ann
antonio: toninho toni tonho
augusto: guto
beatriz: bia
caetano: caco
carlos: carlinhos caca
carolina: carol
daniela: dani
eduardo: dudu edu
felipe: lipe
fernanda: nanda fe
fernando: nando
francisco: chico
gabriela: gabi
guilherme: gui
gustavo: guga
helena: lena
henrique: rique
isabel: bel isa
joao: joaozinho jao
joaquim: quim
jorge: jorginho
jose: ze zeca
josefina: zefa
leonardo: leo
luciana: lu
luis: lula luisinho
luiz: lula luizinho
manuel: manel maneco
marcelo: celo
maria: mia mariazinha
mariana: mari
miguel: miguelinho
patricia: pati
paulo: paulinho
pedro: pedrinho
rafael: rafa
raimundo: mundo
renata: re
ricardo: rica
roberto: beto
rodrigo: digo
ronaldo: naldo
sebastiao: tiao bastiao
teresa: teca tete
tiago: ti
vinicius: vini
"""
_ITALIAN_AND_FRENCH = """
alessandra: sandra ale
alessandro: sandro ale alex
alexandre: alex
antonio: toto tonino
benjamin: benji
bernadette: bernie
caterina: rina
catherine: cathy kathy
domenico: mimmo
dominique: dom
elisabeth: babette lili
elisabetta: betta lisa elisa
federica: fede
federico: fede chicco
filippo: pippo
francesca: franca checca
francesco: franco checco
frederic: fred
gaetano: tano
genevieve: ginette
giacomo: mino
gianluca: luca
giovanna: gianna vanna
giovanni: gianni nanni vanni
giuseppe: beppe peppe pino
giuseppina: pina
gregory: greg
guillaume: guigui
jacqueline: jackie
jacques: jacquot
jean: jeannot
josephine: josette
lorenzo: renzo
luigi: gigi
luigina: gina
madeleine: mado
margherita: rita
marguerite: margot
mathieu: matt
nathalie: nath
philippe: phil
salvatore: toto turi
sebastien: seb
stefania: stefi
stephane: steph
stephanie: steph
therese: zeze
veronique: vero
vincent: vince
vincenzo: enzo vince
"""

ROWS = "".join((_SPANISH, _CATALAN_AND_BASQUE, _PORTUGUESE, _ITALIAN_AND_FRENCH))
