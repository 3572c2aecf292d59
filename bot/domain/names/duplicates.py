"""Who may be in the book already: the warning when a customer is added."""

from collections.abc import Sequence

from bot.domain.names.finding import MOST_CHOICES, candidates
from bot.domain.names.known import Prepared, email_key, phone_digits, whole_key
from bot.domain.names.likeness import COUSIN
from bot.domain.names.people import People
from bot.domain.names.spelling import words


def duplicates(name: str, phone: str | None, email: str | None, people: Sequence[Prepared]) -> tuple[int, ...]:
    """Return the customers who may be the one being added, the likeliest first, at most five.

    Same e-mail, same phone, same name however it is spelled; a first name alone is no reason to warn.
    """
    book = People.of(people)
    places = [
        *(book.by_email.get(email_key(email), []) if email else []),
        *(book.by_phone(phone_digits(phone)) if phone else []),
        *book.by_whole.get(whole_key(name), []),
        *_alike(name, book),
    ]
    return tuple(book[place].id for place in dict.fromkeys(places))[:MOST_CHOICES]


def _alike(name: str, book: People) -> list[int]:
    typed = words(name)
    if len(typed.tokens) < 2:
        return []
    return [each.place for each in candidates(typed, book) if each.fit.worst >= COUSIN]
