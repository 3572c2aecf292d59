"""Words that staff write after a name, and that are names only when somebody bears exactly that name."""

_ENGLISH = """
a about above ache after again against ago all allergic already also always am an and angry another any
anything appointment apologise apology april are arrived art as ask asked asking at august autumn away back
bad bag ball band bank bar bath bathroom be bean because bed been before bell belt bench bike bill birthday
black blue board boat bond book booked booking boot boots bottle bow box bread break breakfast bring broke
broken brown burn bush business but buy by cake call called calling calls came can cancel car card care cart
case cash cat chair change charge chase check checked chef child children city clean clock close closed coat
coffee cold colour come comes coming cook cool cost could coupon cross cup curtain date day days dead dean
december delivered delivery desk did dinner discount do does dog done door down drawer dress drink drive
drop early east email english entrance evening every exchange extra face fair faith family fast father
february feel fell few field fine finger first fish fix fixed flower follow food foot for ford forest forgot
found fox free friday friend from front full garden gate gave get gets gift give given glad glass gloves go
goes going gold gone good got grace grand gray great green grey ground guest had hair half hall hand happy
hard has hat have he head heel heels help her here high hill him his hold home hope hopes horse hot hotel
hour hours house how hunt hurt i if ill in invoice iron is issue it item its jack jacket jade january jewel
job joy judge july june just keep keeps kept key keys king kit kitchen knee knight know lace lady lake lamb
lamp land lane large last late later laundry law leak leaking learned leather left leg less let letter light
like liked likes line list little live long look looking looks loose lost lot loud love loved low lunch made
mail make mall man many march mark marsh mason may me meal meat meet meeting mentioned message met midnight
mill mind minute minutes miss missed missing mistake monday money month more morning most mother mountain
moved mr mrs ms music must my nail name near need needed needs never new next nice night no noise none noon
north not note nothing november now number october of off offer oil old olive on once one only open or order
ordered other our out over own pack paid pain paint painting pair page pants paper park part party pass pay
payment pearl penny people phone pick picked picture piece pike place plant please point pool post power
present price promise promised pull purse queen question quick quiet rain ran reach read ready really
receipt red referral referred refund repair replace replacement reply request reservation return returned
returning review rice rich ride right ring river road rob rod room rose rude rush sad said sale same sand
saturday saw say says season seat second see sell send sending sent september service set sewing shall she
ship shirt shoe shoes shop short should show shower sick side sign since sister size skin skip sleeve slow
small snow so soap sofa sole some son soon sorry soup south spoke spring staff stain star stay stayed still
stone store story street strong style such sugar suit summer sun sunday supper sure swift table tag take
taken taking talk tall tea tear teeth tell than thank thanks that the their them then there these they thing
this those through thursday ticket till time tip to today toe told tom tomorrow tonight too took tooth torn
towel town tree tried trip try tuesday turn twice two under until up upset us use used very visit visited
voucher wait waited waiting walk wall want wanted wants war ward warm was wash watch water way we weak wear
weather website wednesday week weeks weekend well went were west wet what wheel when where which while white
who whole why wife will window wine winter wish with without wolf wood wool word work would write written
wrong yard year years yellow yes yesterday yet you young your zip
"""
_OTHERS = """
a al con de del el en es esta la las le lo los llamar manana me mi no nos para pero por porque que quiere se
si sin su un una y ya hoy lunes martes miercoles jueves viernes sabado domingo gracias au aux avec ce chez
dans des du elle est et il je les leur mais ne nous ou pas plus pour qui rappeler sa ses son sur une demain
lundi mardi mercredi jeudi vendredi samedi dimanche merci appeler am an anrufen auf aus bei bis das dem den
der die ein eine er fur hat heute ihr im ist ins mit morgen nach nicht sie uber um und von wegen wir zu zum
zur montag dienstag mittwoch donnerstag freitag samstag sonntag danke ao aos as com da das do dos ela ele em
foi ligar na nas nao os pela pelo sem amanha hoje segunda terca quarta quinta sexta obrigado
"""

ORDINARY = frozenset((_ENGLISH + _OTHERS).split())
"""In Latin letters, as ``latin_form`` writes them."""
