"""`/regulars`: help, every command by another name, and words nobody knows."""

import pytest

from bot.playground.people import Person
from bot.views.help import USAGE
from tests.conftest import Shop


def test_help_lists_every_command(shop: Shop, maria: Person) -> None:
    maria.types("/regulars")
    for command in USAGE:
        maria.sees(f"/{command}")


@pytest.mark.parametrize("typed", ["/visit help", "/regulars visit help", "/regulars help visit", "/visit ?"])
def test_each_command_explains_itself(shop: Shop, maria: Person, typed: str) -> None:
    maria.types(typed)
    maria.sees("For example: /visit dana lopes")


def test_a_command_works_after_regulars_as_well(shop: Shop, maria: Person) -> None:
    maria.types("/regulars visit dana lópez")
    maria.presses("Add Dana López")
    maria.sees("Dana López just came in.", where="floor")
    maria.types("/regulars CUSTOMER dana")
    maria.sees("1 visit, last here today")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/regulars setpu", "I don't know “setpu”. Did you mean /regulars setup?"),
        ("/regulars visti dana", "Did you mean /regulars visit?"),
        ("/regulars 日本", "I don't know “日本”."),
        ("/regulars <!channel>", "I don't know “<!channel>”."),
        ("/regulars regulars setup", "I don't know “regulars”."),
    ],
)
def test_a_word_nobody_knows_gets_usage_and_an_example(
    shop: Shop, maria: Person, typed: str, sentence: str
) -> None:
    maria.types(typed)
    maria.sees(sentence)
    maria.sees("For example: /regulars setup")


def test_the_first_command_is_welcomed_once(shop: Shop, maria: Person, jon: Person) -> None:
    maria.types("/regulars who")
    maria.sees("Welcome to Regulars.")
    maria.types("/regulars help")
    newest = maria.all_seen("ephemeral")[0]
    assert "Welcome to Regulars." not in newest.text
    jon.types("/regulars who")
    jon.sees("Welcome to Regulars.")


def test_strangers_and_guests_are_refused(shop: Shop) -> None:
    for name in ("gil", "sam"):
        person = shop.playground.person(name)
        person.types("/regulars setup", channel="kudos" if name == "gil" else "leather-supplier")
        person.sees("only for members of this workspace")
