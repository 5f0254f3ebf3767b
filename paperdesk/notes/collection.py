"""All marks of the library: sought, gathered, and read a screenful at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain import markquery
from paperdesk.domain.colours import Meanings
from paperdesk.domain.gathered import Gather, Gathered, Placed
from paperdesk.domain.markquery import Facts, MarkQuery, folded
from paperdesk.domain.note import Colour, Fate, HighlightId
from paperdesk.domain.passage import joined
from paperdesk.infra.changes import Changes
from paperdesk.notes import store

_LIGHT = """
SELECT highlight.id, highlight.paper, text, rest, comment, colour, kind, fate
FROM highlight JOIN paper ON paper.id = highlight.paper
JOIN (SELECT paper, max(created) AS latest FROM highlight WHERE trashed IS NULL GROUP BY paper)
    AS marked ON marked.paper = highlight.paper
WHERE trashed IS NULL AND paper.state <> 'trash'
ORDER BY latest DESC, highlight.paper, page, json_extract(quads, '$[0][1]'), created
"""
"""What a query looks at; the papers that were marked last come first."""

_TAGS = """
SELECT highlight, name FROM highlight_tag JOIN tag ON tag.id = tag ORDER BY name COLLATE NOCASE
"""

_PLACED = f"""
SELECT highlight.*, {store.TAGS}, paper.title AS title
FROM highlight JOIN paper ON paper.id = highlight.paper
WHERE highlight.id IN (SELECT value FROM json_each(?)) AND trashed IS NULL
"""

UNTAGGED = ""
"""The group of marks without a tag: the last one."""


class Collection:
    """Reads the marks of all papers that are not in the trash."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def gather(self, text: str, by: Gather, meanings: Meanings) -> Gathered:
        """The marks that are asked for; takes long enough to be asked beside the window."""
        query, connection = markquery.parse(text), self._changes.database.read()
        tags: dict[str, list[str]] = {}
        for mark, name in connection.execute(_TAGS):
            tags.setdefault(mark, []).append(name)
        judge = _Judge(query, meanings)
        rows = connection.execute(_LIGHT).fetchall()
        found = [
            Light(HighlightId(row["id"]), row["paper"], borne)
            for row in rows
            if judge.asks_for(row, borne := tuple(tags.get(row["id"], ())))
        ]
        grouped = by_tag(found) if by is Gather.TAG else by_paper(found)
        return replace(
            grouped,
            all_of_them=len(rows),
            tags=tuple(
                sorted({name for borne in tags.values() for name in borne}, key=str.casefold)
            ),
            fault=markquery.fault(query, meanings),
        )

    def some(self, wanted: Sequence[HighlightId]) -> dict[HighlightId, Placed]:
        """A few marks by id, with the titles of their papers; those that are gone are left out."""
        rows = self._changes.database.read().execute(_PLACED, (json.dumps(list(wanted)),))
        return {
            HighlightId(row["id"]): Placed(store.as_highlight(row), row["title"]) for row in rows
        }


@dataclass(frozen=True, slots=True)
class Light:
    """A mark as it is gathered."""

    id: HighlightId
    paper: int
    tags: tuple[str, ...] = ()


def by_paper(marks: Sequence[Light]) -> Gathered:
    """Marks in the order of their papers, as they come."""
    starts = {at for at, mark in enumerate(marks) if not at or marks[at - 1].paper != mark.paper}
    return Gathered(tuple(mark.id for mark in marks), frozenset(starts))


def by_tag(marks: Iterable[Light]) -> Gathered:
    """Marks below each of their tags, those without one at the end."""
    groups: dict[str, list[HighlightId]] = {}
    for mark in marks:
        for tag in mark.tags or (UNTAGGED,):
            groups.setdefault(tag, []).append(mark.id)
    ids: list[HighlightId] = []
    names: list[str] = []
    starts = []
    for tag in sorted(groups, key=lambda name: (name == UNTAGGED, name.casefold())):
        starts.append(len(ids))
        ids += groups[tag]
        names += [tag] * len(groups[tag])
    return Gathered(tuple(ids), frozenset(starts), tuple(names))


class _Judge:
    """Judges rows by a query, looking at their words only where it asks for some."""

    def __init__(self, query: MarkQuery, meanings: Meanings) -> None:
        self._query = query
        self._words = any(term.field == "" for term in query.terms)
        self._colours = {
            colour.value: markquery.colour_names(colour, meanings) for colour in Colour
        }

    def asks_for(self, row: sqlite3.Row, tags: tuple[str, ...]) -> bool:
        """Whether a row of `_LIGHT` is one of those that are asked for."""
        if not self._query.terms:
            return True
        has = {
            "comment": row["comment"] != "",
            "tag": bool(tags),
            "lost": row["fate"] == Fate.LOST,
        }
        facts = Facts(
            folded("\n".join((_passage(row), row["comment"], *tags))) if self._words else "",
            self._colours[row["colour"]],
            row["kind"],
            tuple(map(folded, tags)),
            frozenset(name for name, held in has.items() if held),
        )
        return self._query.matches(facts)


def _passage(row: sqlite3.Row) -> str:
    if row["rest"] == "[]":
        return str(row["text"])
    return joined([row["text"], *(anchor["text"] for anchor in json.loads(row["rest"]))])
