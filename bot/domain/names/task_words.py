"""Words with which a task begins, or goes on after a name; none of them is a name (“mark” and “will” are)."""

_VERBS = """
answer apologise apologize arrange ask book bring buy call check collect confirm congratulate contact deliver
discuss email explain find fix follow get give greet hold inform invite keep leave mail make measure meet message
offer order phone pick plan post prepare put recommend refund remind repair replace reply report reserve return
ring say schedule see send set ship show sms speak take talk telephone tell text thank try update visit welcome
whatsapp wish write
agradecer avisar confirmar contactar enviar escribir felicitar invitar llama llamar mandar ofrecer pedir preguntar
preparar recordar reservar visitar
appeler confirmer contacter demander dire envoyer feliciter inviter offrir preparer prevenir rappeler relancer
remercier reserver telephoner verifier
anrufen bestellen bestatigen danken einladen erinnern fragen gratulieren informieren kontaktieren mailen melden
nachfragen schicken schreiben senden zuruckrufen
convidar entregar escrever lembrar ligar oferecer parabenizar perguntar telefonar verificar
"""
_TO_PEOPLE = """
answer ask call congratulate contact email greet inform invite mail meet message phone remind ring see sms speak
talk telephone tell text thank update visit welcome whatsapp write
agradecer avisar contactar escribir felicitar invitar llama llamar preguntar recordar visitar
appeler contacter demander feliciter inviter prevenir rappeler relancer remercier telephoner
anrufen danken einladen erinnern fragen gratulieren informieren kontaktieren mailen schreiben zuruckrufen
convidar escrever lembrar ligar parabenizar perguntar telefonar
"""
_NEEDS_WHOM = """
answer ask book bring buy congratulate contact get give greet inform invite meet message offer pay refund remind
reserve see send show tell thank update visit welcome wish
"""
_COMPANY = """
boyfriend brother children colleague colleagues company dad daughter everybody everyone family father fiance
fiancee friend friends girlfriend guests husband kids mother mum mom others parents partner sister son sons
team wife
"""
_NO_NAMES = "a an and at by everybody everyone for her him his i it me my our the their them this to"
_LINKS = "a al alla an ao au aux bei com con avec for mit para pour to with zu"
_PARTICLES = "again back in on out over round up"
_AFTER_A_NAME = """
about after at before because by concerning for if in on re regarding that this when whether
afternoon daily end eod every friday monday monthly morning next noon now saturday sunday thursday today tomorrow
tonight tuesday wednesday weekly within yearly
acerca antes avant apres bevor demain diese el en heute hoy jeden le lundi lunes manana mardi martes mercredi
miercoles morgen nachste prochain por pour proximo samedi uber vendredi viernes wegen
amanha hoje na no segunda sexta sobre
"""

ARTICLES = frozenset(["a", "an", "the", "their", "her", "his", "our", "some"])
"""Words after which, with the verb in front, a thing follows: “send dana and rose *the* coupon”."""
COMPANY = frozenset(_COMPANY.split())
"""Words for people who are no customers of their own: “dana and *everyone* else”."""
NO_NAMES = frozenset(_NO_NAMES.split())
"""Words with which no name begins: “*the* plumber on friday”."""
VERBS = frozenset(_VERBS.split())
TO_PEOPLE = frozenset(_TO_PEOPLE.split())
"""Verbs after which somebody's name stands: “call zoe”, and not “order wax”."""
NEEDS_WHOM = frozenset(_NEEDS_WHOM.split())
"""Verbs that are not the same without an object: “thank *them* for the cake”."""
LINKS = frozenset(_LINKS.split())
"""Words between a verb and a name that mean nothing without the name: “write *to* dana”."""
PARTICLES_OF_VERBS = frozenset(_PARTICLES.split())
"""Words that belong to the verb: “call *back* dana”."""
GOES_ON = VERBS | frozenset(_AFTER_A_NAME.split())
"""Words after which it is sure that the name before them has ended."""
