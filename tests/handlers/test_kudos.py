"""Step 7 of the walk: kudos are a story, told to everybody and to whoever earned them."""

import asyncio

import pytest

from bot.domain.kudos import Given
from bot.playground.people import Person
from bot.store import customers, staff
from tests.conftest import MONDAY, Shop

STORY = "stayed after closing to fix Dana's heel"


def test_the_channel_gets_the_story_and_the_receiver_a_word(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types(f"/kudos @maria {STORY}")
    jon.sees("Done. Maria Silva will hear of it, and so will everybody in #kudos.")
    maria.sees("Caught doing something right: Maria Silva", where="kudos")
    maria.sees(STORY, where="kudos")
    maria.sees("Jon Park caught you doing something right", where="dm")
    jon.does_not_see("caught you", where="dm")


def test_several_may_get_it_together(shop: Shop, pat: Person, maria: Person, jon: Person) -> None:
    pat.types("/kudos @maria and @jon opened an hour early for the wedding party")
    pat.sees("Caught doing something right: Maria Silva and Jon Park", where="kudos")
    for person in (maria, jon):
        person.sees("opened an hour early", where="dm")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/kudos @jon tidied the till", "Nobody can give kudos to themselves."),
        ("/kudos @maria @jon tidied the till", "Nobody can give kudos to themselves."),
        ("/kudos @regulars reminds us", "Regulars cannot get kudos here"),
        ("/kudos @gil swept", "Gil Costa cannot get kudos here"),
        ("/kudos @sam sent leather early", "Sam Other cannot get kudos here"),
        ("/kudos @maria", "Say what they did"),
        ("/kudos maria stayed", "Say who did something right, with an @"),
        ("/kudos @mario stayed", "I don't know a “@mario” here."),
        ("/kudos <!channel> well done", "Kudos go to people and not to groups"),
        ("/kudos help", "For example: /kudos @maria stayed after closing"),
    ],
)
def test_what_is_not_kudos_is_refused_with_a_sentence(shop: Shop, jon: Person, typed: str, sentence: str) -> None:
    jon.types(typed)
    jon.sees(sentence, where="ephemeral")
    shop.settles()
    jon.does_not_see("Caught doing something right", where="kudos")


def test_the_same_praise_twice_at_once_is_there_already(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types(f"/kudos @maria {STORY}")
    jon.types(f"/kudos @maria {STORY}")
    jon.sees("That is already there")
    shop.settles()
    assert [seen.text.count(STORY) > 0 for seen in maria.all_seen("kudos")] == [True]
    shop.turns_clock(minutes=2)
    jon.types(f"/kudos @maria {STORY}")
    shop.settles()
    assert len(maria.all_seen("kudos")) == 2


def test_two_presses_of_enter_that_meet_give_it_once(shop: Shop) -> None:
    from bot.domain.kudos import Praise
    from bot.domain.policy import Actor, Role
    from bot.services import kudos

    actor = Actor(shop.bot.identity.team, "U0JON", "Jon Park", Role.STAFF)
    praise = Praise(("U0MARIA",), STORY)

    async def at_once() -> list[Given]:
        write = shop.bot.book.write
        return await asyncio.gather(*(write(actor.workspace, kudos.give, actor, praise, MONDAY) for _ in range(8)))

    given = shop.playground.call(at_once())
    assert [each.again for each in given].count(False) == 1
    assert len({each.kudos.id for each in given}) == 1


def test_taking_it_back_takes_away_what_was_said(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types(f"/kudos @maria {STORY}")
    maria.sees(STORY, where="kudos")
    maria.sees(STORY, where="dm")
    jon.presses("Undo")
    jon.sees("Taken back.")
    shop.settles()
    maria.does_not_see(STORY, where="kudos")
    maria.does_not_see(STORY, where="dm")


def test_after_an_hour_it_stands(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types(f"/kudos @maria {STORY}")
    shop.turns_clock(minutes=61)
    jon.presses("Undo")
    jon.sees("Kudos can be taken back for an hour")
    maria.sees(STORY, where="kudos")


def test_without_a_channel_nothing_is_lost(shop: Shop, jon: Person, maria: Person) -> None:
    shop.book(lambda session: staff.decide(session, kudos_channel=None))
    jon.types(f"/kudos @maria {STORY}")
    jon.sees("No kudos channel is chosen yet")
    maria.sees(STORY, where="dm")


def test_what_is_typed_calls_nobody(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types("/kudos @maria shouted <!channel> & <b>stayed</b> *late*")
    seen = maria.sees("shouted", where="kudos")
    assert "@channel & <b>stayed</b>" in seen.text
    post = shop.playground.desk.workspace.find_channel("kudos")
    assert post
    assert "<!channel>" not in str(post.messages[-1].blocks)
    assert "&amp; &lt;b&gt;stayed" in str(post.messages[-1].blocks)


# -- the form, and the shortcut on a message ------------------------------------------------------------------


def test_a_message_becomes_kudos_with_its_author_and_its_words(shop: Shop, jon: Person, maria: Person) -> None:
    maria.types("I walked Dana to her car, it was pouring")
    seen = jon.sees("I walked Dana to her car", where="floor")
    jon.uses_message_shortcut("Caught doing it right", seen)
    jon.sees("I walked Dana to her car", where="modal")
    jon.fills({"Values": "unseen, Care"})
    jon.submits()
    jon.sees("Done. Maria Silva will hear of it")
    maria.sees("#unseen #care", where="kudos")
    assert "See the message" in maria.buttons("kudos")


def test_on_ones_own_message_nobody_is_chosen(shop: Shop, maria: Person) -> None:
    maria.types("I sold boots")
    maria.uses_message_shortcut("Caught doing it right", maria.sees("I sold boots", where="floor"))
    maria.submits()
    maria.sees("Caught doing it right", where="modal")
    maria.fills({"Who": ["maria"]})
    maria.submits()
    maria.sees("Nobody can give kudos to themselves.", where="modal")
    maria.fills({"Who": ["gil"]})
    maria.submits()
    maria.sees("Gil Costa cannot get kudos here", where="modal")


def test_the_form_comes_without_a_message_too(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types("/kudos")
    jon.fills({"Who": ["maria", "pat"], "What did they do?": "👏"})
    jon.submits()
    jon.sees("Say what they did", where="modal")
    jon.fills({"What did they do?": STORY})
    jon.submits()
    jon.sees("Done. Maria Silva and Pat Reyes will hear of it")


def test_the_customer_is_linked_when_it_is_clear_who_is_meant(shop: Shop, jon: Person, maria: Person) -> None:
    shop.book(lambda session: customers.add(session, "Dana López", "U0JON", MONDAY))
    jon.types(f"/kudos @maria {STORY}")
    jon.presses("Add customer or values")
    jon.fills({"Which customer was it for?": "dana lopes", "Values": "unseen"})
    jon.submits()
    jon.sees("Linked: these kudos are about Dana López.")
    maria.sees("#unseen", where="kudos")
    shop.settles()
    maria.presses("Card of the customer", on="kudos")
    maria.sees("Dana López", where="ephemeral")


def test_which_customer_is_asked_after_the_praise_is_given(shop: Shop, jon: Person, maria: Person) -> None:
    for name in ("Dana López", "Dana Smith"):
        shop.book(lambda session, name=name: customers.add(session, name, "U0JON", MONDAY))
    jon.types("/kudos")
    jon.fills({"Who": ["maria"], "What did they do?": STORY, "Which customer was it for?": "dana"})
    jon.submits()
    jon.sees("Which Dana?")
    maria.sees(STORY, where="kudos")
    jon.presses("Dana Smith")
    jon.sees("Linked: these kudos are about Dana Smith.")


def test_an_unknown_customer_is_added_and_linked(shop: Shop, jon: Person) -> None:
    jon.types(f"/kudos @maria {STORY}")
    jon.presses("Add customer or values")
    jon.fills({"Which customer was it for?": "Zoë Ng"})
    jon.submits()
    jon.presses("Add Zoë Ng")
    jon.sees("Linked: these kudos are about Zoë Ng.")


def test_only_the_giver_changes_or_takes_back(shop: Shop, jon: Person, maria: Person) -> None:
    from bot.domain.kudos import NotYourKudos
    from bot.domain.policy import Actor, Role
    from bot.services import kudos

    jon.types(f"/kudos @maria {STORY}")
    actor = Actor(shop.bot.identity.team, "U0MARIA", "Maria Silva", Role.STAFF)
    with pytest.raises(NotYourKudos):
        shop.book(kudos.undo, actor, 1, MONDAY)
    with pytest.raises(NotYourKudos):
        shop.book(kudos.see_own, actor, 1)


def test_a_story_that_is_too_long_is_refused_and_not_cut(shop: Shop, jon: Person, maria: Person) -> None:
    jon.types(f"/kudos @maria {'x' * 1501}")
    jon.sees("That is 1501 characters; please keep the story under 1500.")
    maria.types("so kind " * 200, channel="floor")
    jon.uses_message_shortcut("Caught doing it right", jon.sees("so kind so kind", where="floor"))
    jon.sees("That message has 1599 characters; a story holds 1500. Type /kudos, a colleague and what matters.")
