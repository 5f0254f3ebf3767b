"""What its reader writes of a paper: kept, marked as theirs, and to be taken back."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict

from paperdesk.domain.details import NAMES, Details, changed, day_of, names_of, sound
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import PaperId, name_key, title_key
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.journal import Edit, Journal
from paperdesk.library import adding, facts, store

_VENUE = "container-title"


class Editing:
    """Lets the details of papers be written; no source changes these any more."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def details(self, paper: PaperId) -> Details:
        """What is known of a paper, as it may be written."""
        connection = self._changes.database.read()
        (found,) = store.papers(connection, [paper]) or (None,)
        if found is None:
            raise NotFound("That paper is no longer in the library.")
        raw = connection.execute("SELECT published FROM paper WHERE id = ?", (paper,)).fetchone()
        row = connection.execute("SELECT fields FROM reference WHERE paper = ?", (paper,))
        said = json.loads((row.fetchone() or ("{}",))[0])
        return Details(
            found.title,
            "; ".join(found.authors),
            _as_known(raw["published"] or "", said),
            str(said.get(_VENUE, "")),
            found.arxiv or "",
            found.doi or "",
            found.url or "",
            found.citekey,
            found.abstract,
        )

    def edited(self, paper: PaperId) -> frozenset[str]:
        """The fields of a paper that its reader has written."""
        rows = self._changes.database.read().execute(
            "SELECT field FROM edited WHERE paper = ?", (paper,)
        )
        return frozenset(row["field"] for row in rows)

    def edit(self, paper: PaperId, written: Details) -> str:
        """Keep what was written of a paper; says what was done, "" where nothing differs."""
        new, old = sound(written), self.details(paper)
        fields = changed(old, new)
        if not fields:
            return ""
        self._refuse_taken(paper, new, fields)
        names = ", ".join(NAMES[field].lower() for field in fields)
        title = f"Edit of {names.replace('arxiv', 'arXiv').replace('doi', 'DOI')}"
        with self._journal.act(title, [paper]) as edit:
            columns = _columns(new, fields)
            if columns:
                edit.update("paper", {"id": paper}, columns)
            if "authors" in fields:
                _write_authors(edit, paper, names_of(new.authors))
            if {"venue", "published", "authors"} & set(fields):
                _write_reference(edit, paper, new, fields)
            now = time.time()
            for field in fields:
                edit.insert("edited", {"paper": paper, "field": field}, {"at": now})
            if "title" in fields or "abstract" in fields:
                facts.keep_again(Write(edit.connection), paper)
            store.index_again(edit.connection, paper)
        return title

    def _refuse_taken(self, paper: PaperId, new: Details, fields: Sequence[str]) -> None:
        """Refuse a name of another paper: two would answer to it."""
        for field in ("arxiv", "doi", "citekey"):
            value = getattr(new, field)
            if field not in fields or not value:
                continue
            row = self._changes.database.read().execute(
                f"SELECT title FROM paper WHERE {field} = ? AND id <> ?", (value, paper)
            )
            if other := row.fetchone():
                raise Refused(
                    f"“{value}” is the {NAMES[field]} of “{other['title']}” already. "
                    "Change it there first."
                )


def _as_known(published: str, said: dict[str, object]) -> str:
    """A date as far as it is known: a bibliography may know no more than the year."""
    issued = said.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        known = "-".join(f"{part:02}" for part in parts[0] if isinstance(part, int))
        if published.startswith(known):
            return known
    return published


def _columns(new: Details, fields: Sequence[str]) -> dict[str, object]:
    """The columns of `paper` that follow what was written."""
    written = asdict(new)
    plain = ("title", "abstract", "citekey")
    columns: dict[str, object] = {name: written[name] for name in plain if name in fields}
    columns |= {name: written[name] or None for name in ("arxiv", "doi", "url") if name in fields}
    if "title" in fields:
        columns["title_key"] = title_key(new.title)
    if "published" in fields:
        day = day_of(new.published)
        columns |= {
            "published": day.isoformat() if day else None,
            "year": day.year if day else None,
        }
    if "authors" in fields:
        names = names_of(new.authors)
        columns["first_key"] = name_key(names[0]) if names else ""
    return columns


def _write_authors(edit: Edit, paper: PaperId, names: Sequence[str]) -> None:
    ids = adding.author_ids(Write(edit.connection), names)
    count = edit.connection.exec_driver_sql(
        "SELECT count(*) FROM authorship WHERE paper = ?", (paper,)
    ).scalar_one()
    for position, name in enumerate(names):
        key = {"paper": paper, "position": position}
        edit.insert("authorship", key, {"author": ids[name]})
    for position in range(len(names), count):
        edit.delete("authorship", {"paper": paper, "position": position})


def _write_reference(edit: Edit, paper: PaperId, new: Details, fields: Sequence[str]) -> None:
    """Keep the venue, and the date as far as it is known, where citations find them.

    How the names of authors who are others now were divided is forgotten.
    """
    row = edit.connection.exec_driver_sql(
        "SELECT kind, fields FROM reference WHERE paper = ?", (paper,)
    ).first()
    said = json.loads(row[1]) if row else {}
    said.pop(_VENUE, None)
    said |= {_VENUE: new.venue} if new.venue else {}
    parts = [int(part) for part in new.published.split("-") if part]
    said.pop("issued", None)
    said |= {"issued": {"date-parts": [parts]}} if parts else {}
    if "authors" in fields:
        said.pop("author", None)
    values = {"kind": row[0] if row else "", "fields": json.dumps(said, ensure_ascii=False)}
    edit.insert("reference", {"paper": paper}, values)
