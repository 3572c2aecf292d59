"""What people are called at home and among friends, one row a name: the full form, then short forms and spellings.

In Latin letters without accents, as ``latin_form`` writes them. English comes from the ``nicknames`` package;
only what it lacks stands here. Who has a form that stands in two rows is asked about, where both are in the book.
"""

from bot.domain.names.given_names import eastern, germanic, romance

ROWS: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.replace(":", "").split())
    for each in (romance, germanic, eastern)
    for row in each.ROWS.splitlines()
    if row
)
"""Full form first."""
