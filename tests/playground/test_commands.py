"""Slash commands and plain messages, through stock Bolt over real websockets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.playground import Playground

Start = Callable[..., Playground]


def echo(app: AsyncApp) -> None:
    @app.command("/visit")
    async def visit(ack: Any, command: Any, client: Any) -> None:
        await client.chat_postMessage(channel="C0FLOOR", text=f"*{command['text']}* just came in")
        await ack(text=f"Noted, <@{command['user_id']}>: {command['text']}")


def test_a_command_reaches_the_app_and_its_answer_the_person(start: Start) -> None:
    playground = start(echo)
    maria, jon = playground.person("maria"), playground.person("jon")
    maria.types("/visit dana lopes")
    maria.sees("Noted, Maria Silva: dana lopes", where="ephemeral")
    jon.sees("dana lopes just came in", where="floor")
    jon.does_not_see("Noted")
