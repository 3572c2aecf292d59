"""Walks through blocks with the tables of `limit_rules` and collects what Slack would refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.playground import limit_rules as rules
from bot.playground.limit_rules import BLOCKS, ELEMENTS, Rule
from bot.playground.model import Json

Extras = Mapping[str, Callable[["Walk", Json, str], None]]


class Walk:
    """One walk; `errors` collects the sentences. `extras` are the checks that rules name."""

    def __init__(self, extras: Extras) -> None:
        self.errors: list[str] = []
        self._extras = extras

    def wrong(self, sentence: str, path: str) -> None:
        """Note one error at a JSON pointer."""
        self.errors.append(f"{sentence} [json-pointer:{path}]")

    # -- parts ----------------------------------------------------------------------------------------------

    def is_list(self, thing: Any, path: str, most: int, at_least: int = 1) -> bool:
        """Return whether this is a list that can be walked; note when it is none, too long or too short."""
        if not isinstance(thing, list):
            self.wrong("must be an array", path)
            return False
        if len(thing) > most:
            self.wrong(f"no more than {most} items allowed", path)
        if len(thing) < at_least:
            self.wrong(f"must have at least {at_least} items", path)
        return True

    def string(self, thing: Any, path: str, most: int, at_least: int = 0) -> None:
        """Check a string's length."""
        if not isinstance(thing, str):
            self.wrong("must be a string", path)
        elif len(thing) > most:
            self.wrong(f"must be less than {most + 1} characters", path)
        elif len(thing) < at_least:
            self.wrong(f"must be more than {at_least - 1} characters", path)

    def plain_text(self, thing: Any, path: str, most: int) -> None:
        """Check a text object that has to be plain."""
        self.text_object(thing, path, most, plain=True)

    def text_object(self, thing: Any, path: str, most: int, plain: bool = False) -> None:
        """Check a text object: its type, its length, and that there is something in it."""
        if not isinstance(thing, dict):
            self.wrong("must be an object", path)
            return
        allowed = {"plain_text"} if plain else rules.WORDS
        if thing.get("type") not in allowed:
            self.wrong(f"unsupported type: {thing.get('type')}", f"{path}/type")
        self.string(thing.get("text"), f"{path}/text", most, at_least=1)
        self.unexpected(thing, {"type", "text", "emoji", "verbatim"}, path)

    def options(self, options: Any, path: str, most: int, at_least: int = 1, plain: bool = True) -> None:
        """Check a list of options; checkboxes and radio buttons may use mrkdwn."""
        if not self.is_list(options, path, most, at_least):
            return
        for index, option in enumerate(options):
            self._option(option, f"{path}/{index}", plain)

    def _option(self, option: Any, path: str, plain: bool) -> None:
        if not isinstance(option, dict):
            self.wrong("must be an object", path)
            return
        self.text_object(option.get("text"), f"{path}/text", rules.OPTION_TEXT, plain)
        self.string(option.get("value"), f"{path}/value", rules.OPTION_VALUE)
        if "description" in option:
            self.text_object(option["description"], f"{path}/description", rules.OPTION_TEXT, plain)
        self.unexpected(option, {"text", "value", "description", "url"}, path)

    def option_groups(self, groups: Any, path: str, most: int) -> None:
        """Check groups of options and their labels."""
        if not self.is_list(groups, path, most):
            return
        for index, group in enumerate(groups):
            self.plain_text(group.get("label"), f"{path}/{index}/label", rules.OPTION_TEXT)
            self.options(group.get("options"), f"{path}/{index}/options", rules.OPTIONS)

    def unexpected(self, thing: Json, known: set[str] | frozenset[str], path: str) -> None:
        """Note every property that Slack does not know there."""
        for name in thing.keys() - known:
            self.wrong(f"invalid additional property: {name}", path)

    # -- blocks and elements --------------------------------------------------------------------------------

    def check(self, thing: Json, path: str, rule: Rule, surface: str) -> None:
        """Check a block, an element or a view against its rule."""
        for name in rule.needs - {key for key, value in thing.items() if value is not None}:
            self.wrong(f"missing required field: {name}", path)
        if rule.one_of and not any(thing.get(name) for name in rule.one_of):
            self.wrong(f"must have one of: {', '.join(sorted(rule.one_of))}", path)
        self._check_keys(thing, path, rule)
        for name, most in {**rule.texts, "block_id": rules.BLOCK_ID, "action_id": rules.ACTION_ID}.items():
            if thing.get(name) is not None:
                self.string(thing[name], f"{path}/{name}", most)
        for name, most in rule.objects.items():
            if thing.get(name) is not None:
                self.text_object(thing[name], f"{path}/{name}", most, name in rule.plain)
        for name, values in rule.values.items():
            if thing.get(name) is not None and thing[name] not in values:
                self.wrong(f"must be a valid enum value: {thing[name]}", f"{path}/{name}")
        self._check_inside(thing, path, rule, surface)

    def _check_keys(self, thing: Json, path: str, rule: Rule) -> None:
        held = rule.holds.keys() | rule.single.keys()
        if rule.extra != "anything":
            self.unexpected(thing, rule.keys | held | {"type", "block_id", "action_id"}, path)

    def _check_inside(self, thing: Json, path: str, rule: Rule, surface: str) -> None:
        for name, (most, allowed) in rule.holds.items():
            if thing.get(name) is not None and self.is_list(thing[name], f"{path}/{name}", most):
                for index, each in enumerate(thing[name]):
                    self._element(each, f"{path}/{name}/{index}", allowed, surface)
                self._unique_actions(thing[name], f"{path}/{name}")
        for name, allowed in rule.single.items():
            if thing.get(name) is not None:
                self._element(thing[name], f"{path}/{name}", allowed, surface)
        if rule.options:
            self._check_choices(thing, path, rule)
        if thing.get("confirm") is not None and "confirm" in rule.keys:
            self._confirm(thing["confirm"], f"{path}/confirm")
        if rule.extra and rule.extra != "anything":
            self._extras[rule.extra](self, thing, path)

    def _element(self, element: Any, path: str, allowed: frozenset[str], surface: str) -> None:
        kind = element.get("type") if isinstance(element, dict) else None
        rule = BLOCKS["card"] if kind == "card" else ELEMENTS.get(str(kind))
        if rule is None or kind not in allowed or surface not in rule.surfaces:
            self.wrong(f"unsupported type: {kind}", f"{path}/type")
            return
        self.check(element, path, rule, surface)

    def _unique_actions(self, elements: list[Any], path: str) -> None:
        ids = [each["action_id"] for each in elements if isinstance(each, dict) and each.get("action_id")]
        for action_id in {each for each in ids if ids.count(each) > 1}:
            self.wrong(f"`action_id` {action_id} already exists", path)

    def _check_choices(self, thing: Json, path: str, rule: Rule) -> None:
        plain = thing["type"] not in rules.CHOICES
        if thing.get("option_groups") is not None:
            self.option_groups(thing["option_groups"], f"{path}/option_groups", rule.options)
        elif thing.get("options") is None:
            self.wrong("missing required field: options", path)
        else:
            self.options(thing["options"], f"{path}/options", rule.options, plain=plain)
        self._check_initial(thing, path)

    def _check_initial(self, thing: Json, path: str) -> None:
        groups = thing.get("option_groups") or []
        offered = [*(thing.get("options") or []), *(each for group in groups for each in group.get("options", []))]
        chosen = [thing["initial_option"]] if thing.get("initial_option") else thing.get("initial_options") or []
        if any(each not in offered for each in chosen):
            self.wrong("initial option must be one of the options", path)

    def _confirm(self, dialog: Any, path: str) -> None:
        if not isinstance(dialog, dict):
            self.wrong("must be an object", path)
            return
        for name, most in rules.CONFIRM.items():
            if dialog.get(name) is not None:
                self.text_object(dialog[name], f"{path}/{name}", most, plain=name != "text")
        if dialog.get("text") is None:
            self.wrong("missing required field: text", path)
        self.unexpected(dialog, {*rules.CONFIRM, "style"}, path)
