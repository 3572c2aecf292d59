"""Short forms and spellings of given names: Slavic, Hungarian, Greek, Arabic, Turkish, Hebrew and Indian."""

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
_POLISH = """
agnieszka: aga agusia
aleksander: olek alek
aleksandra: ola olka
andrzej: andrzejek jedrek
anna: ania anka
barbara: basia baska
dorota: dorotka
elzbieta: ela elka
ewa: ewka ewunia
grzegorz: grzesiek grzes
jakub: kuba
jan: janek jas jasiek
jerzy: jurek
joanna: asia aska
katarzyna: kasia kaska
krystyna: krysia
krzysztof: krzysiek krzys
lukasz: lukaszek
maciej: maciek
magdalena: magda madzia
malgorzata: gosia malgosia
marcin: marcinek
mateusz: mateuszek mati
michal: michalek
pawel: pawelek
piotr: piotrek
stanislaw: staszek stasiek stas
tadeusz: tadek
tomasz: tomek
wojciech: wojtek
zbigniew: zbyszek
zofia: zosia
zuzanna: zuzia
"""
_CZECH_AND_HUNGARIAN = """
erzsebet: erzsi bozsi
ferenc: feri
frantisek: franta
gabor: gabi
gyorgy: gyuri
imre: imi
istvan: pista isti pisti
jan: honza
janos: jani jancsi
jaroslav: jarda
jiri: jirka
josef: pepa
jozsef: jozsi
katalin: kati kata
katerina: katka
ladislav: lada
lajos: lali
laszlo: laci
ludmila: lida
maria: marika
sandor: sanyi
tibor: tibi
vaclav: vasek
zdenek: zdenda
zoltan: zoli
zsofia: zsofi
zsuzsanna: zsuzsi zsuzsa
"""
_GREEK = """
alexandros: alekos alex alexander
anastasia: natasa
anastasios: tasos
andreas: andrikos
antonios: antonis adonis
athanasios: thanasis sakis
charalampos: babis charis
christos: chris
dimitra: mimi
dimitrios: dimitris jimmy mitsos dimitri
eleftherios: lefteris
eleni: elena helen
emmanouil: manolis manos
evangelia: litsa eva
evangelos: vangelis
georgia: gogo
georgios: giorgos yiorgos george giorgis yorgos
giorgos: george yiorgos yorgos
ioanna: gianna
ioannis: yannis giannis john yiannis
katerina: aikaterini ekaterini katia
konstantina: dina
konstantinos: kostas costas dinos kostis
leonidas: leon
michail: michalis mihalis
nikolaos: nikos nick niko nicholas
nikos: nick
panagiotis: panos takis panayiotis
paraskevi: voula vivi
petros: peter
sofia: sofi
spyridon: spyros spiros
stavros: steve
stylianos: stelios
theodoros: thodoris theo
vasileios: vasilis bill vassilis
vasiliki: vicky vaso
"""
_MIDDLE_EASTERN = """
abdullah: abdallah abdul abdulla
abdulrahman: abdelrahman abderrahman
ahmed: ahmad ahmet ahmd
aisha: aysha ayesha ayse
ali: aly
avraham: avi
binyamin: benny benjamin
eliyahu: eli
fatima: fatma fatimah fatemeh
hassan: hasan hassane
huseyin: huso
hussein: husain hussain hossein huseyin
ibrahim: ibo ebrahim brahim
khadija: khadijah
khaled: khalid halid
layla: leila laila leyla
maryam: mariam meryem
menachem: mendi
mohammed: mohamed muhammad mohammad muhammed mohamad mo mhmd
mordechai: motti moti
moshe: moishe
mustafa: moustafa mostafa
nour: noor nur
omar: umar omer
rachel: rahel racheli
saeed: said saied
shlomo: shloimi
shoshana: shosh
suleyman: sulo
tariq: tarek tareq
walid: waleed
yaakov: yaki kobi
yasmin: yasmine jasmin jasmine yasemin
yehuda: udi judah
yitzhak: itzik
yosef: yossi
yusuf: youssef yousef yousuf yosef
zainab: zeinab zeynep zaynab
"""
_INDIAN = """
lakshmi: laxmi
mohandas: mohan
rajendra: raj
rajesh: raj
ramachandran: ram
srinivasan: srini
subramaniam: subbu mani
venkatesh: venky venkat
vijayalakshmi: viji
"""

ROWS = "".join((_RUSSIAN, _POLISH, _CZECH_AND_HUNGARIAN, _GREEK, _MIDDLE_EASTERN, _INDIAN))
