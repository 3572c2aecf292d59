"""Short forms and spellings of given names: German, Dutch, Scandinavian, and what the English package lacks."""

_GERMAN = """
alexander: sascha sasha alex xander lex
alexandra: sascha sasha alex sandra
andreas: andi
anneliese: anne liesl
barbara: babsi barbel
benedikt: bene
bernhard: bernd hardy
brigitte: gitte gitti biggi
christian: chris krischan
christina: chris tina christl
cornelia: conny nelly
dietrich: dieter
dorothea: dorle thea
eberhard: ebi
elfriede: friedel elfi
elisabeth: elizabeth liz beth lisa lisbeth sissi liesl elli
ferdinand: ferdl ferdi
franz: franzl
franziska: franzi fanny ziska
friedrich: fritz
gabriele: gabi gaby
georg: schorsch
gerhard: gerhardt gerd
gertrud: gerti trude traudl
gottfried: friedl
hannelore: hanni lore
hans: hansi johannes
heinrich: heinz heini
helga: helgi
hildegard: hilde
ingeborg: inge
jakob: jockel
joachim: jochen achim jo
johann: hans
johannes: hannes jo
josef: sepp pepi joschi
josephine: fine pepi
karoline: line caro
katharina: kathi katrin kathrin katja
konrad: conny
kunigunde: gundi
leopold: poldi
ludwig: wiggerl luggi
magdalena: leni lena magda
manfred: manni fredi
margarethe: grete gretel gretchen
maria: mitzi
matthias: matze hias
maximilian: max maxi
nepomuk: muck
nikolaus: klaus niko
reinhard: reini
rosemarie: rosi romy
rudolf: rudi
sebastian: basti
siegfried: siggi
sieglinde: linde
sigrid: siggi
susanne: susi sanne
theresia: resi
ulrich: ulli uli
ulrike: ulli uli rike
ursula: uschi ulla
veronika: vroni
walburga: burgl wally
walter: walti
wilhelm: willi willy
wilhelmine: minna mina
wolfgang: wolf wolfi
xaver: xaverl
"""
_DUTCH = """
adriaan: ad arie
anna: anneke
antonius: ton toon
bartholomeus: bart
catharina: trijntje toos tineke ineke kaatje
cornelia: corrie
cornelis: kees cor
elisabeth: els elly bep lies liesbeth
gerardus: gerard ger
gijsbert: gijs
hendrik: henk rik
hendrika: riek rika
jacobus: koos jaap sjaak
johanna: hanneke joke
johannes: hans joop
laurens: lau
margaretha: greet griet marga
maria: ria mieke marijke
martinus: tinus
nicolaas: klaas niek
petronella: nel nelleke
petrus: piet pieter
theodorus: theo dorus
wilhelmina: mien mina willemijn
wilhelmus: wim willem
"""
_NORDIC = """
anders: andy
birgitta: gittan
elisabet: lisbet bettan
fredrik: figge freddie
gunnar: gurra
johan: jonte
karl: kalle
katarina: kattis
kristina: kicki stina
lars: lasse
margareta: greta maggan
mikael: micke
per: pelle
robert: robban
sigurdur: siggi
stefan: steffe
sven: svenne
"""
_ENGLISH = """
alastair: alasdair alistair alister ali
allan: alan allen
ashley: ashleigh ashlee
bartholomew: bart
caitlin: kaitlyn katelyn kaitlin
catriona: catrina kat trina riona
charlotte: charlie lottie lotte
euan: ewan
fiona: fi
geoffrey: jeffrey jeffery geoff jeff
gillian: jill gill
isabella: isabel isabelle
jonathan: johnny jonny
katherine: kit kathryn catherine katharine kat
margaret: greta
nadia: nadja nadya
niamh: neve
padraig: pat paddy
peter: petey
robert: bert
seamus: shay
sean: shaun shawn shane
siobhan: shivaun chevonne
stephen: steven stephan stefan
theodore: theodor
william: wm
zachary: zachery zackary
zoe: zoey zoie
"""

ROWS = "".join((_GERMAN, _DUTCH, _NORDIC, _ENGLISH))
