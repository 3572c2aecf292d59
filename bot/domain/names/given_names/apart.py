"""Given names that are meant when they are typed, however near another name is.

Between two brothers of one surname a slip of the finger and another person look the same: who types “Emily Smith”
where the book has an Emma Smith is asked.
"""

_TWO_NAMES = """
aaron/erin adelaide/heidi agnes/inez aileen/helena aileen/lena aimee/jimmy aisha/isa albert/elbert
alberta/roberta alexandra/alla alexandra/sandra alice/elsie alice/lisa alicia/elsie alicia/lisa amelia/amy
amelia/emily amos/moses anahi/annie andrea/andrew andrew/randy angel/angela angel/angelica angel/angelina
angelina/lina ann/antoinette ann/antonia ann/nancy ann/roxanne anna/annette anna/hannah annie/leanne
annie/stephanie asa/asha ashley/leah ashley/lee august/austin augustine/austin augustus/austin ayse/jesse
barrett/garrett bela/bella bela/william benjamin/jamie bert/bob bill/fred bill/robert billie/fred billy/fred
billy/robert brady/broderick brian/bryant bryan/bryant cameron/ron carl/charles carly/charlie carly/karla
carol/caroline carol/kara carol/lynn caroline/lynn carolyn/lynn casey/catherine casey/cathleen casper/jasper
catherine/kay catherine/lena cathleen/lena cecilia/sheila celeste/celia celia/zelia charlotte/chick
charlotte/sherry claire/clara clara/clare clara/clarissa clare/clarence clement/clementine clifton/tony
cole/nicole colin/colleen cora/corinne corey/raj daisy/margaret daisy/margarita daniele/danielle derrick/eric
dieter/dietrich dina/geraldine dominic/dominique dora/doris dora/isadora edwin/edwina eileen/helen eileen/helena
eileen/lena elaina/elina elaine/eleanor elaine/helen elaine/helena eleanor/ellen eleanor/helena eli/ellie
elias/lee eliza/louisa eliza/louise ella/ellen ella/gabriella ella/gabrielle ella/helen ella/helene ellen/helen
ellen/helena ellen/helene ellen/lena ellie/helen ellie/helene eloise/louise elouise/louise emeline/emily
emeline/emma emil/emily emily/emma erica/frederica erick/frederick erick/roderick erika/frederica
ernest/ernestine esther/hester evan/ewan eve/genevieve felicia/felix flora/florence floyd/lloyd
frederica/frederick gabriele/gabrielle genevieve/jean genevieve/jenny george/georgine ginger/virginia gwen/wendy
hannah/joanna hannah/johannah hannah/susan hannah/susannah harrison/henry helen/lena hubert/hugh ian/jan
ian/jean ian/john ian/yann ina/jenna irene/rena ivan/john jack/jacqueline jan/jean jan/yann jane/jean
jane/jeanne jane/jessie jane/virginia janet/jeanette janet/jessie jean/jeanette jean/yann jill/julia jo/joe
joan/joanna joan/johan joan/johann joan/johannah jody/joseph joe/joshua johann/john johannes/john
johannes/jonathan john/johnathan john/jonathan john/jonathon johnathan/nathan jonathan/nathan joy/joyce
julia/julie june/junius kai/kay kate/katia katherine/kay katherine/lena kathleen/kay kathleen/lena kay/kendra
kayla/makayla keith/kit kendra/kenji kieran/kiran laila/lila lara/larisa laverne/vernon lea/leanne lee/leonidas
lee/leroy lee/levi lee/shirley leila/lila leo/leon leon/leonard leon/lionel lewis/louis lien/lynn lina/paula
linda/lynn linda/melinda lindy/lyndon lisa/liza lisa/melissa livia/olivia lois/lou lois/louisa lois/louise
louis/louise lucas/luke lucia/lucy lucille/lucy lucinda/lucy luke/luther lyndon/lynn lynn/melinda mai/may
maia/mia maik/mick maja/mia marc/marcus marcia/marsha marcus/mark margaret/rita margarita/megan
margot/marguerite mari/marie mari/mary maria/mariah maria/marie maria/marion maria/mary maria/mia mariah/marion
marian/marianna marian/marion maribel/marisa marie/marion marie/mary marie/rosemary marilyn/mary marion/mary
marsha/mary mary/maureen mary/mitzi mary/molly mary/polly mary/rosemary matilda/maud maya/mia meike/mike
mercedes/sadie micah/michael micah/mika michael/michal michael/miguel michal/mikhail michel/mikkel
michele/michelle mira/miranda miranda/randy nada/nadine nada/nadja natalie/nettie orlando/roland patrick/peter
paul/polly paula/polly raj/ray raj/rei rajesh/reyes ralph/raphael ray/rei rei/rie rena/serena robert/rupert
romy/rosemarie ron/veronica rosa/rose rose/roxanna rose/roxanne sadie/sarah said/sid said/zaid sally/salvador
sally/sarah sara/zara sarah/zara sean/shane shelton/tony sherry/shirley sho/zoe sid/zaid sienna/sina sita/zita
sophia/sophie steffen/stephen teresa/tracy theresa/tracy valerie/valery victor/victoria william/wilma
"""
_COMMON = """
adam adelaida aditi aditya adriana adriano afonso agata agneta agustin aidan aiden aimee ainhoa aitor ajay akash
akira alana alba alejandra alena alessia alexa alexia alfie alfredo alina alma almudena alva alvaro alvin alyona
amaia amal amalia amber amelie amina amir amit amparo amy anabel anahi anais anand andoni andres anette angel
angelo angus anica anika anil anita anja anjali anke ankit annabel annika anselmo anton antonella april arianna
ariel arjun arlo armando arne arno artur arturo arun asha asher ashok astrid aurora austin autumn ava avery axel
barry bartosz bastian beata beate begona bela belen belmiro bennett benno bent bernardo berta bianca bilal
billie birgit bjorn blake blanca bonnie borja bozena bram branca brandon brendan brent bret brooke bruce bruna
bruno bryce camila camilla candela candice cara carina carlo carlota carsten carter catalina catarina catia
cayetana celine celso cesar chad chantal charlene chelsea chema chiara christiane cian ciara clarice claude
claudio clayton clemens clio cody colette colin colleen connor conor cora corinna cosima covadonga craig
cristian cristiano cristovao cyril daan dagmar dale damian damiao damien damon dana daniele daniella danilo
dante dara dario darius dariusz darren darryl davide dawn dean declan deepa deepak deirdre delfim denise desmond
diego dieter dietmar dietrich dinis dino diogo dirk divya dominik donal doreen dorian doris duarte dustin dylan
earl ebba eckhard egon eileen elaina elif elin elina eliot elise elke elliot elmar elmer elsa emilia emiliano
emilio emine emmet enrico enriqueta erica erich erik erika ernst esme esperanza esra esteban estefania ethan
eugen eugenia eugenio eusebio evelin ewelina fabian fabiana fabio fabiola fabrice fabricio fadi farid fausto
feliciano felix fermin fernao fidel filip filipa filipe finn flavia flavio fleur flora florian floyd francois
francoise franka frederico freya frida gaia gaspar gavin gema gemma georgina gerardo german gernot gilberto
giles ginger giorgia giorgio gisela gita gitta giulia giulio gladys glenda goncalo gordon graca graham grant
gregor guido gunter gunther gustav guy hadi hakan hala halina hamid hana hanna harald haruka haruki haruko
harvey hazel hector heidi heike heiko heiner heitor helge helmut henri henrik hermann herminia hernani hilario
hilda hiroki hiroko hiroshi holger holly hope horacio horst huda hugo hung ian iara ida ignacia iker ilda ilka
ilona ilse imke imran indira ines inga ingo ingrid inmaculada irena irene iris irma isabell isaura isidro isla
ismail ivana ivo ivone iwona jacek jacinto jacobo jade jadwiga jaime jamal jana janette janina janine janis
janusz jared jarek jason jeannine jelena jenna jens jerome jesse joana jodie joel joelle jolanda jolanta jolene
jonah jonas jordan jorg josefine joy joyce juliana juliane julien juliet juliette julio julius jun junko jurgen
justine justo justyna kai kaja kamil kamila kaori kara karel karen karim karima karin karina karlo karolina
karsten kasper kavita kazuki kazuko keiko keira keith kelvin kenichi kenji kenta kerstin kian kiara kieran kinga
kira kiran kirill kirk kirsten klara knut koji krishna kristian kurt kyle kylie lance lara larisa larissa latoya
laureano laurent lea leah leandra leandro leanne leif leire leocadia leona leonie leonor levi lewis lia liam
lien lilian liliana linus lionel lloyd logan lora lorena lorenz lorna lothar lourdes luc lucas luciano lucie
lucrecia lucy ludovina luisa luise luka lukas luna luz luzia lyle lynne macarena madalena mads mafalda magnus
maha mahesh mahmoud mai maia maik maja majid maki makoto malik malin malte manish manon manuela mara marc marcel
marcela marcelino marcella marcello marcia marcial marco marcos marcus mareike marek maren margarida margit
margot marian marianna marianne mariella marike mariko marilia marilyn marin marina mario marius mariusz mark
marko markus marlene marlies marlon marta marten marzena masako masao masashi mason massimo mateo mathias
mathilde matias matilde matteo mattias maura mauricio mauro maxim maxime maximo maya mayumi meena meera megumi
mehmet meike melina merce meredith merle mia micah michaela michaele michel michele michiko midori mika mikkel
milan milena milo milosz mireia mirjam misaki miyuki modesto moira moises monika monique morgan moritz morten
mukesh murat murray myriam nabil nada nadim nana naoki naoko nassim nati naveen nazaret neal neha nele nerea
nicola niels nieves nigel nikhil niklas nikola nils nina nisha noelia noemi noemia nola norberto noreen noriko
norma nuno octavio odete odette olaf ole olinda oliwia ophelia oriol orla orlando oscar oskar osman otilia otto
owen pablo paige paloma paola paolo pascal pascale patrice paul paula paulette paz pearl petra philipp philippa
phyllis pia pierre polina pooja pradeep prakash primitivo priya purificacion quentin quinn quiteria rafal
raimund rainer rakesh ralf ralph rami ramiro rania raphael raquel rashid raul ravi reed rei reiner rekha
remedios remy rena renate rene renee reto rex reyes rhea rhonda rhys ricarda riccardo rie riko rima risa ritu
robin rocco rocio rodolfo rogelio rogerio rohan rohit romina romy ronan roque rory rosalie rosalind rosana
rosaura roswitha roxana ruben ruby rufino rufus rui rupert ruslan rute ruth ryo ryota sabina sabine sachiko
sadie saki sakura salim sally salma samar sami samir samira sanjay satoshi sayaka seema selena selina serena
serge seth shane shannon sheila shiori sho shota shreya sibylle sienna silke silvana silvia silvio simao simona
simone sinead sita socorro sofie solveig sonia sonja sophie soraia spencer stan stanley stefanie stefano steffen
stewart sunil sunita sunniva suresh susana susann susanna svea svenja sybille sylvain sylvia sylvie sylwia tabea
takashi takeshi tamara tamsin tania tanja tara tatjana telma teo teodoro thelma thiago thierry thorsten tia
tilda till tilman timo todd tomas tommaso tomoko tonya torben torsten tracy travis trevor trinidad tristan troy
tyler tyrone udo ugo ulf ulises ulrika uma urbano urszula usha uta ute uwe valentin valeria valter vanda vanesa
vasco vaughn ventura verena verity vernon vikram viktoria vilma vinod violet violeta virtudes vito vitor
vittoria viviana vivien vivienne volker wade wanda warren wayne werner whitney wiktoria winston xavier yana yann
yannick yara yasir yui yuka yukari yuki yukiko yuko yumi yumiko yusuke yuta yuya yves yvette zaid zaida zara
zelda zelia zita zora zulema
"""

TWO_NAMES = frozenset(_TWO_NAMES.split())
"""Names that sound alike, or of which a list of nicknames makes one, in alphabetical order: “emily/emma”."""

COMMON = frozenset(_COMMON.split())
"""Common given names that have no row of short forms."""
