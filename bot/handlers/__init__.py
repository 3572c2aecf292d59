"""Doors for people: one file per capability, each with ``register(doors)``.

A handler has five beats: read the form, do the deed in one transaction, put the outcome into words, answer.
It returns what to say; `bot.handlers.doors` knows how each kind of request is answered. There is no ``try``.
"""
