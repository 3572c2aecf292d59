"""Words of this language."""

SPACED = True
PHRASES: dict[str, str] = {"\x03": ""}
FIRST: list[tuple[str, str]] = []
TURNS: list[tuple[str, str]] = []
