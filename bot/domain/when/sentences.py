"""How a sentence goes in each language: the verb first, the verb last, and what only tells of something."""

import re

from bot.domain.when.edges import COMMAND, FOLLOW, POLITE, VERBS

# Words with which the sentence goes on after a time in its middle: “llamar mañana a Dana”.
ONWARD = {
    "es": re.compile(r" (?:al?|to|para|by|por|con|sobre|que|si|porque|acerca)\b"),
    "pt": re.compile(r" (?:aos?|a|to|para|by|pra|pro|por|com|sobre|que|se|porque)\b"),
    "fr": re.compile(r" (?:au|aux|a|to|pour|by|avec|sur|que|si|parce|chez|concernant)\b"),
    "de": re.compile(r" (?:wegen|mit|an|bei|uber|ob|dass|damit|weil)\b"),
}
# In a text that begins with its verb, what it is about may follow as well: “enviar mañana la factura”.
OBJECT = {
    "es": re.compile(r" (?:el|la|los|las|1|un[oa]s|sus?|l[eo]s?|nuestr[oa]s?|tod[oa]s?)\b"),
    "pt": re.compile(r" (?:os?|as?|at|1|un?s|umas|seus?|suas?|noss[oa]s?|tod[oa]s?)\b"),
    "fr": re.compile(r" (?:l[ea]s?|l'\w+|1|des|s[ae]s?|son|ces?|cet(?:te)?|nos|notre|leurs?)\b"),
}
OF_IT = re.compile(r" (?:del?|d[aou]s?|des|d'\w+)\b")
# German puts the verb last: “Dana morgen um 9 anrufen”; its nouns have a capital.
INFINITIVE = re.compile(r"(?:^|[ ,])[a-zäöüß-]+n[.!\s]*$")
# How a verb looks just after a time at the start: “viernes llamar”, “vendredi rappeler”, “Freitag … anrufen”.
INFINITIVES = {
    "es": re.compile(r"[ ,]*[a-z]+[aei]r(?:l[aeo]s?|se|me|nos)?\b"),
    "pt": re.compile(r"[ ,]*[a-z]+[aeio]r(?:-?(?:lhe|me|se)s?)?\b"),
    "fr": re.compile(r"[ ,]*(?:l[ae]s? |lui |l'|me |se )?[a-z]+(?:er|ir|re)\b"),
    "de": re.compile(r".*[a-z]n[.!\x01 ]*$"),
}


VERB = {
    "es": r"[a-z]+[aei]r(?:l[aeo]s?|se|me|nos)?|(?:recuerda|avisa|llama|manda|envia|pide|di)(?:me|l[aeo]s?)?",
    "pt": r"[a-z]+[aeio]r(?:-?(?:lhe|me|se)s?)?|(?:me )?(?:lembra|lembre|avisa|avise|liga|manda)(?:-(?:me|lhe))?",
    "fr": r"(?:l[ae]s? |lui |leur |l'|me |se )?[a-z]+(?:er|ir|re)|(?:rap)?pell?e[rz]?(?:-(?:moi|la|le|les))?",
}
# What tells of something rather than asks for it: “vino el martes”, “war am Dienstag da”, “10時に電話があった”.
TOLD = {
    language: re.compile(rf"(?<!\w){verb}(?!\w)")
    for language, verb in {
        "es": r"(?:vin(?:o|ieron)|fue(?:ron)?|estuv(?:o|ieron)|estaban?|eran?|habian?|hubo|dij(?:o|eron)|se quejo"
        r"|quedo|llamo|llego|compro|pidio|paso|viene|prefiere|cumple)",
        "pt": r"(?:ve?io|vieram|foi|foram|esteve|estavam?|eram?|havia|disse|\w{3,}ou|\w{3,}[ei]u|vem|prefere|faz)",
        "fr": r"(?:(?:s')?est|sont|etait|etaient|avait|avaient|vient|prefere|(?:elle|il|on|qui)s? (?:a|ont))",
        "de": r"(?:war|waren|kam|kamen|hat|hatten?|haben|ist|sind|wurden?|wollten?|gab|ging|rief|kommt|mag)",
    }.items()
}
# In English only what cannot be meant as something to do: “asked for a call tomorrow” can.
TOLD_IN_ENGLISH = re.compile(
    r"^(?:[^\W\d]+ ){0,3}(?:stayed|came|visited|ate|arrived|lived|moved|died|married|travell?ed|celebrated"
    r"|was born|(?:is|was|are|were) (?:called|named))\b"
    r"|^(?:[^\W\d]+ )?(?:prefers|likes|loves|hates|dislikes|enjoys|takes|drinks|eats|wears|sleeps|works|plays"
    r"|drives|owns|speaks)\b"
)
DONE = re.compile(r"(?:た|ました|でした|定休|休み)[。!！.\s]*$|誕生日は|いつも")
# Between what is told and a time, these say that somebody is to do something then.
ASKED = {language: re.compile(rf"\b(?:{verb})\b") for language, verb in VERB.items()} | {
    "de": re.compile(",| und ")
}
ARTICLES = frozenset({"o", "a", "os", "as", "at", "el", "la", "los", "las", "le", "les", "1", "ma", "sa", "su"})
NEVER = re.compile(r"(?!)")
VERB_FIRST = {
    language: re.compile(rf"[ .!,;:(\[\x01-]*(?:{POLITE}[ ,]+)?(?:{verb}) ") for language, verb in VERB.items()
}
# A time to move something to is not when to do it: “cambiar la cita a las 15h”.
MOVES = {
    "es": re.compile(
        r"\b(?:mover|cambiar|aplazar|posponer|pasar|reprogramar)l?[aeo]?s? .*(?:cita|turno|reserva|hora)"
    ),
    "pt": re.compile(r"\b(?:mudar|remarcar|adiar|reagendar|passar) .*(?:horario|consulta|reserva|hora|marcacao)"),
    "fr": re.compile(r"\b(?:decaler|deplacer|reporter|repousser) .*(?:rdv|rendez-vous|reservation|seance|visite)"),
    "de": re.compile(r"(?:termin|reservierung|buchung|besuch).* (?:verschieben|verlegen|umbuchen)\b"),
    "ja": re.compile(r"(?:予約|ご来店|時間|日時).*(?:変更|振り?替|ずらす|ずらし|移す)"),
}
# “Don't call before monday” does not say when.
NEGATED = re.compile(r"\b(?:not|ne|n'\w+|never|nunca|jamais|don't|dont)\b")
HEADED = re.compile(r"[:;] *$")


def follows(text: str, at: int, language: str, *, day: bool) -> bool:
    """Tell whether the sentence goes on about something else after a time in its middle.

    ``day`` says that the time is only a day: “el lunes de la boda” is one day, said by its feast.
    """
    onward, begins = ONWARD.get(language), VERB_FIRST.get(language)
    if FOLLOW.match(text, at) or (onward and onward.match(text, at)):
        return True
    if not (begins and begins.match(text)):
        return False
    return bool(OBJECT[language].match(text, at) or (not day and OF_IT.match(text, at)))


def free(rest: str, language: str) -> bool:
    """Tell whether what follows a time at the start is a text of its own: a colon, a verb, “about”."""
    verb = INFINITIVES.get(language, VERBS)
    return language == "ja" or bool(FOLLOW.match(rest) or VERBS.match(rest) or verb.match(rest))


def begins_with_verb(text: str, language: str) -> bool:
    """Tell whether a text begins with what somebody is to do."""
    return bool(VERB_FIRST.get(language, NEVER).match(text))


def verb_led(text: str, start: int, language: str) -> bool:
    """Tell whether only a verb stands before a time: “appeler lundi Mme Roy”."""
    return bool(VERB_FIRST.get(language, NEVER).fullmatch(text, 0, start))


def verb_last(after: str, language: str, *, shouted: bool) -> bool:
    """Tell whether what was typed after a time ends with a German infinitive: “morgen die Torte zeigen”.

    In capitals (``shouted``) a noun cannot be told from a verb.
    """
    return language == "de" and bool(INFINITIVE.search(after.lower() if shouted else after))


def headed(text: str, start: int) -> bool:
    """Tell whether a heading stands before a time: “don't forget: tomorrow open up”."""
    return bool(HEADED.search(text[:start]))


def tells(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether something is told of, and nobody asked to do it: “vino el martes”, 定休日は水曜."""
    if language == "ja":
        is_so = text[:start].rstrip().endswith("は") and not text[end:].strip(" .!")
        return is_so or bool(DONE.search(text))
    if language == "en":
        return not COMMAND.match(text) and bool(TOLD_IN_ENGLISH.search(text[:start]))
    match = TOLD[language].search(text, 0, start) if language in TOLD else None
    if not match or (match.start() and VERB_FIRST.get(language, NEVER).match(text)):
        return False
    return not ASKED[language].search(text, match.end(), start)


def moves(text: str, language: str) -> bool:
    """Tell whether something is to be moved to another time: then the time said may not be when to do it."""
    return bool(MOVES.get(language, NEVER).search(text))


def negated(text: str, start: int) -> bool:
    """Tell whether what stands before a time is not to be done."""
    return bool(NEGATED.search(text, 0, start))
