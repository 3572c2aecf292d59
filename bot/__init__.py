"""Regulars: the memory of the best host your team ever met.

People and clocks come in through doors, services do what was asked in one transaction, rules decide,
the book remembers, views speak; only the porter knows everybody.

========== ==================== ==========================================================
room       is for               holds
========== ==================== ==========================================================
domain     rules                pure functions over frozen dataclasses
views      words                data to Slack messages and forms, and forms back to data
store      the book             tables, queries, migrations; rows never leave it
services   deeds                one function per thing a person or the clock can do
handlers   doors for people     slash commands, buttons, forms, shortcuts, App Home
jobs       doors for the clock  what starts by itself: reminders, deliveries, digests
web        door for internet    Slack over HTTP, health, metrics
slack      the one mouth        post, update, look; what Slack's answers mean
app        the porter           puts it all together
playground a Slack of one's own `make demo` and the end-to-end tests run on it
========== ==================== ==========================================================
"""
