"""Deeds: one function per thing a person or the clock can do.

``(session, actor, request, now) → outcome``: load, ask the rule, write, promise messages; all in the one
transaction that the caller opened.
"""
