"""The book: tables, queries and migrations. Functions of a session in, domain dataclasses out."""
