"""The line to Slack: nobody is hung up on in the middle of a sentence, and a silent line is made anew."""

import asyncio
import threading

from bot.handlers.doors import Ask, Say
from bot.playground.people import Person
from bot.views.blocks import Message, md
from tests.conftest import Shop


def test_who_is_being_answered_when_the_bot_stops_still_gets_the_answer(shop: Shop, maria: Person) -> None:
    begun = threading.Event()

    async def slowly(_ask: Ask) -> Say:
        begun.set()
        await asyncio.sleep(0.5)
        return Message(md("Done before closing."))

    shop.bot.doors.commands["digest"] = slowly
    typing = threading.Thread(target=maria.types, args=("/digest",))
    typing.start()
    assert begun.wait(5)
    assert shop.bot.line
    shop.playground.call(shop.bot.line.close())
    typing.join()
    maria.sees("Done before closing.")


def test_a_line_that_stays_silent_is_made_anew(shop: Shop, maria: Person) -> None:
    line = shop.bot.line
    assert line
    before = list(shop.playground.desk.sockets.connections)
    line._silence = -1.0  # everything counts as too long
    shop.playground.call(line.watch())
    line._silence = 60.0
    shop.playground.call(shop.playground.wait_for_app())
    assert shop.playground.desk.sockets.connections != before
    maria.types("/customer zzyzx")
    maria.sees("I don't know a Zzyzx yet")


def test_a_line_that_speaks_is_left_alone(shop: Shop) -> None:
    before = list(shop.playground.desk.sockets.connections)
    assert shop.bot.line
    shop.playground.call(shop.bot.line.watch())
    assert shop.playground.desk.sockets.connections == before
