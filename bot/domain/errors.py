"""Refusals: everything that can be wrong with what a person asked, as sentences.

A refusal is an exception whose docstring is the sentence the person reads. It says what was wrong and what
to type instead, in that order. Facts go in as keywords and are filled into the docstring:

>>> class TooLong(Refusal):
...     '''That is {length} characters; please keep it under 200.'''
>>> str(TooLong(length=412))
'That is 412 characters; please keep it under 200.'

``field`` names the form field that the sentence belongs under; commands and buttons ignore it.
"""

from inspect import cleandoc


class Refusal(Exception):
    """That did not work."""

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        super().__init__()
        self.field = field
        self.facts = facts

    def __str__(self) -> str:
        """Return the sentence, with the facts filled in; plain text, not yet escaped for Slack."""
        return cleandoc(type(self).__doc__ or "").replace("\n", " ").format(**self.facts)
