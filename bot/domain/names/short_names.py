"""Which given names are the same name: Bob and Robert, Paco and Francisco, Саша and Александр.

English comes from the ``nicknames`` package; the other languages are small tables of our own. Keys are in
Latin letters, as ``latin_form`` writes them.
"""

from collections.abc import Iterable
from functools import cache

from nicknames import NickNamer

from bot.domain.names.spelling import folded

# One line per name: the full form, then what friends say and other common spellings.
_SPANISH = """
alberto: beto tito berto
alejandro: alex ale jandro sandro
alfonso: poncho fonso
antonio: tono toni tonio
beatriz: bea betty
carmen: carmina carmela menchu
concepcion: concha conchita conchi
consuelo: chelo consu
cristina: cris tina
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
francisco: paco pancho curro fran kiko cisco paquito quico
gabriel: gabi gabo
graciela: chela grace
gregorio: goyo
guadalupe: lupe lupita
guillermo: guille memo
gonzalo: gonza chalo
ignacio: nacho
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
yolanda: yoli
"""
_RUSSIAN = """
aleksandr: sasha sanya shura alex alexander aleksander
aleksandra: sasha shura alex alexandra
aleksei: alyosha lyosha alexei alexey aleksey alexy
anastasiya: nastya asya anastasia
anatolii: tolya tolik anatoly anatoli
andrei: andryusha andrey
anna: anya nyura annushka
boris: borya
daria: dasha darya dariya
dmitrii: dima mitya dmitry dmitri dimitri dmitriy
ekaterina: katya katia katyusha yekaterina
elena: lena lenochka yelena
evgenii: zhenya evgeny yevgeny evgeni
evgeniya: zhenya evgenia
galina: galya
georgii: gosha zhora yura georgy
grigorii: grisha grigory
igor: igoryok gosha
irina: ira irisha
ivan: vanya
konstantin: kostya
kseniya: ksyusha ksenia xenia
larisa: lara
leonid: lyonya
lyubov: lyuba
lyudmila: lyuda mila ludmila
margarita: rita
maria: masha marusya mariya
mikhail: misha mihail
nadezhda: nadya
natalya: natasha nata natalia
nikita: nik
nikolai: kolya nikolay
oksana: ksyusha
oleg: olezhka
olga: olya
pavel: pasha
pyotr: petya petr piotr
roman: roma
sergei: seryozha serezha sergey
sofya: sonya sofia
stanislav: stas slava
svetlana: sveta lana
tatyana: tanya tatiana
timofei: tima timofey
vadim: vadik
valentina: valya
valerii: valera valery
vasilii: vasya vasily
vera: verochka
viktor: vitya
viktoriya: vika victoria
vitalii: vitalik vitaly vitali
vladimir: vova volodya vlad
vladislav: vlad slava
vyacheslav: slava
yakov: yasha
yaroslav: yarik slava
yevgenii: zhenya
yuliya: yulia julia
yurii: yura yuri yury
"""
_PORTUGUESE = """
alexandre: xande ale
ana: aninha
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
_OTHERS = """
aleksandra: ola
andreas: andi
dorothea: dorle thea
elisabeth: lisa lisbeth sissi liesl elli
franz: franzl
friedrich: fritz
guiseppe: beppe
giuseppe: beppe peppe pino
giovanni: gianni nanni vanni
francesco: franco checco
luigi: gigi
hans: hansi johannes
heinrich: heinz heini
jean: jeannot
johannes: hannes jo
josef: sepp pepi joschi
katharina: kathi katrin kathrin katja
katarzyna: kasia
malgorzata: gosia
matthias: matze hias
margarethe: grete gretel gretchen
maximilian: max maxi
johann: hans
sebastian: basti
stanislaw: staszek stas
susanne: susi sanne
ulrich: uli
ursula: uschi ulla
wolfgang: wolf wolfi
zofia: zosia
charlotte: charlie lottie lotte
geoffrey: jeffrey jeffery geoff jeff
katherine: kathryn catherine katharine
zoe: zoey zoie
ashley: ashleigh ashlee
stephen: steven stephan stefan
sean: shaun shawn shane
caitlin: kaitlyn katelyn kaitlin
siobhan: shivaun chevonne
niamh: neve
allan: alan allen
janos: jani jancsi
istvan: pista isti
mohammed: mohamed muhammad mohammad muhammed mohamad mehmet mo mhmd
ahmed: ahmad ahmet ahmd
hussein: husain hussain hossein huseyin
yusuf: youssef yousef yousuf yosef joseph
omar: umar omer
khaled: khalid halid
abdullah: abdallah abdul abdulla
hassan: hasan hassane
fatima: fatma fatimah fatemeh
aisha: aysha ayesha ayse
ibrahim: ebrahim brahim
mustafa: moustafa mostafa
maryam: mariam meryem
layla: leila laila leyla
zainab: zeinab zeynep zaynab
"""

# Rows of the package in which both are names of their own, so that two customers are likelier than one.
_TWO_NAMES = """
agnes/inez amos/moses bill/robert billy/robert carol/caroline casper/jasper charlotte/chick
clara/clarissa ellen/helen ian/john jane/jean jane/jessie janet/jessie julia/julie lois/louise
maria/marie marie/mary mary/mitzi orlando/roland robert/rupert rosa/rose william/wilma
"""
_PAIRS = frozenset(_TWO_NAMES.split())


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    """Short form → the full names it may stand for, all languages together."""
    pairs = [(full, short) for full, shorts in NickNamer.default_lookup().items() for short in shorts]
    pairs += [(line[0], short) for line in _lines() for short in line[1:]]
    return _gathered((short, full) for full, short in pairs if not are_two_names(full, short))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return _gathered((full, short) for short, fulls in _full_forms().items() for full in fulls)


@cache
def _line_mates() -> dict[str, frozenset[str]]:
    """Form → all forms on the same line of our tables, where a line also holds the spellings of one name."""
    return _gathered((one, other) for line in _lines() for one in line for other in line)


def _lines() -> list[list[str]]:
    tables = _SPANISH + _RUSSIAN + _PORTUGUESE + _OTHERS
    return [line.replace(":", "").split() for line in tables.split("\n") if line]


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def are_two_names(one: str, other: str) -> bool:
    """Whether two near names are likelier two customers than one: “robert” and “bill”."""
    return f"{min(one, other)}/{max(one, other)}" in _PAIRS


def same_name(one: str, other: str) -> bool:
    """Whether one is a short form of the other: “bob” and “robert”, either way round."""
    return other in _full_forms().get(one, ()) or one in _full_forms().get(other, ())


@cache
def _folded_full_forms() -> dict[str, frozenset[str]]:
    return _gathered((folded(short), folded(full)) for short, fulls in _full_forms().items() for full in fulls)


@cache
def _folded_short_forms() -> dict[str, frozenset[str]]:
    return _gathered((full, short) for short, fulls in _folded_full_forms().items() for full in fulls)


def same_sound(one: str, other: str) -> bool:
    """Whether one is a short form of the other in some spelling; both folded: “kati” for “katerine”."""
    return other in _folded_full_forms().get(one, ()) or one in _folded_full_forms().get(other, ())


def folded_relatives(sound: str) -> frozenset[str]:
    """Return the full names and short forms of a given name, all folded."""
    return _folded_full_forms().get(sound, frozenset()) | _folded_short_forms().get(sound, frozenset())


def cousins(one: str, other: str) -> bool:
    """Whether both stand for one full name: “paco” and “pancho”, “kate” and “katie”, but not “lisa” and “beth”."""
    if other in _line_mates().get(one, ()):
        return True
    if one[:3] != other[:3] or are_two_names(one, other):
        return False
    return not _full_forms().get(one, frozenset()).isdisjoint(_full_forms().get(other, frozenset()))


def is_given_name(latin: str) -> bool:
    """Whether it is a given name that people use, so that it was hardly typed by mistake."""
    return latin in _full_forms() or latin in _short_forms()


def relatives(latin: str) -> frozenset[str]:
    """Return every other form of a given name: its full names, their short forms, and its own."""
    fulls = _full_forms().get(latin, frozenset())
    near = fulls | _short_forms().get(latin, frozenset())
    mates = _line_mates().get(latin, frozenset())
    return near.union(mates, *(_short_forms().get(full, frozenset()) for full in fulls)) - {latin}
