"""The keywords of an entry as tags."""

import re

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.tags import tag_name

_MOST = 200
"""Tags of one paper; more are a list of something else."""


def tags(text: str) -> tuple[str, ...]:
    """The tags of a text that lists them: by semicolons, else by commas or lines."""
    return those(re.split(r"[;\n]" if ";" in text else r"[,\n]", text))


def those(words: list[str]) -> tuple[str, ...]:
    """Some words as tags: each once, whatever its case; what cannot be one is left out."""
    made: dict[str, str] = {}
    for word in words:
        try:
            name = tag_name(word)
        except WrongUsage:
            continue
        made.setdefault(name.casefold(), name)
    return tuple(made.values())[:_MOST]
