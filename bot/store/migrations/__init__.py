"""Migrations, run by Alembic from `bot.store.migrate`; each is an expand or a contract step of its own."""
