"""What may stand behind a field: names that begin as what is typed, by an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from paperdesk.domain.faults import BELONGINGS, KINDS, PLACES, WAYS
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.query import ALSO, FIELDS
from paperdesk.domain.words import fold
from paperdesk.infra.changes import Changes

MOST = 12
_LAST = "\U0010ffff"

_FIXED: dict[str, Sequence[str]] = {
    "state": tuple(State),
    "in": PLACES,
    "has": BELONGINGS,
    "is": WAYS,
    "kind": KINDS,
}
_NAMED = {
    "tag": "SELECT name FROM tag WHERE id IN"
    " (SELECT CAST(key AS INTEGER) FROM tally WHERE kind = 'tag' AND papers > 0) ORDER BY name",
    "source": "SELECT name FROM source WHERE enabled = 1 ORDER BY id",
    "rule": "SELECT name FROM rule ORDER BY position",
    "related": "SELECT citekey FROM paper WHERE id IN (SELECT paper FROM relation"
    " UNION SELECT other FROM relation) AND state <> 'trash' ORDER BY citekey",
    **dict.fromkeys(("collection", "directly"), "SELECT name FROM collection ORDER BY name"),
}
_AUTHORS = "SELECT name FROM author WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
_OF = (
    "SELECT kind, name FROM bearing JOIN trait ON trait.id = trait WHERE paper = ?"
    " ORDER BY kind DESC, name"
)
_TRAITS = """
    SELECT name FROM trait WHERE kind = ? AND (name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\')
    ORDER BY (SELECT count(*) FROM (SELECT 1 FROM bearing WHERE trait = trait.id LIMIT 99)) DESC,
    name LIMIT ?
"""


class Completion:
    """Names to go on with, the likeliest first."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def names(self, field: str, start: str) -> tuple[str, ...]:
        """What may stand behind a field, if some letters are its beginning."""
        field = ALSO.get(field.lower(), field.lower())
        wanted = fold(start.strip())
        if field in _FIXED:
            return tuple(name for name in _FIXED[field] if name.startswith(wanted))
        find = _BY_FIELD.get(field)
        if find is None:
            return ()
        return find(self._changes.database.read(), field, wanted)

    def of(self, paper: PaperId) -> tuple[tuple[str, str], ...]:
        """What sources tell of a paper by name: each with its field."""
        rows = self._changes.database.read().execute(_OF, (paper,))
        return tuple((row[0], row[1]) for row in rows)

    def fields(self, start: str) -> tuple[str, ...]:
        """The fields that begin so, with their colons."""
        return tuple(f"{name}:" for name in FIELDS if start and name.startswith(fold(start)))


def _few(connection: sqlite3.Connection, field: str, wanted: str) -> tuple[str, ...]:
    """Names of which there are few: a word of each may begin so."""
    names = [row[0] for row in connection.execute(_NAMED[field])]
    found = [name for name in names if f" {wanted}" in f" {fold(name)}"]
    return tuple(found[:MOST])


def _authors(connection: sqlite3.Connection, field: str, wanted: str) -> tuple[str, ...]:  # noqa: ARG001
    """People by the beginning of their family name."""
    if not wanted:
        return ()
    rows = connection.execute(_AUTHORS, (wanted, wanted + _LAST, MOST))
    return tuple(row[0] for row in rows)


def _traits(connection: sqlite3.Connection, field: str, wanted: str) -> tuple[str, ...]:
    """Organisations, submitters and subjects: a word of each may begin so."""
    plain = "".join(f"\\{sign}" if sign in "%_\\" else sign for sign in wanted)
    rows = connection.execute(_TRAITS, (field, f"{plain}%", f"% {plain}%", MOST))
    return tuple(row[0] for row in rows)


_BY_FIELD: dict[str, Callable[[sqlite3.Connection, str, str], tuple[str, ...]]] = {
    **dict.fromkeys(_NAMED, _few),
    "author": _authors,
    "org": _traits,
    "submitter": _traits,
    "category": _traits,
}
