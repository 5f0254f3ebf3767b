"""What a paper can have once only, made of what several had: nothing is lost of it."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from paperdesk.infra.journal import Change, Edit
from paperdesk.library.tablerows import Row, key_of, rest_of, rows


def join(edit: Edit, keep: int, other: int) -> None:
    """Put what another paper had once only together with what the one that stays has."""
    _notes(edit, keep, other)
    _progress(edit, keep, other)
    _focus(edit, keep, other)
    _place(edit, keep, other)
    _card(edit, keep, other)
    _letters(edit, keep, other)


def take_watches(edit: Edit, papers: Sequence[int]) -> Row | None:
    """Take out which versions of the papers are known; what is known of all together.

    *Why first, and also where there is none:* triggers write watches as files move
    and versions change; undoing takes those away
    before what was there comes back.
    """
    found = [row for paper in papers for row in rows(edit, "watch", paper=paper)]
    for row in found:
        edit.delete("watch", {"paper": row["paper"]})
    edit.changes += [Change("watch", {"paper": paper}, None, None) for paper in papers]
    names = ("known", "newest", "answered", "looked")
    return {name: max(row[name] for row in found) for name in names} if found else None


def put_watch(edit: Edit, keep: int, watch: Row | None) -> None:
    """Say again which versions are known; a trigger may have said something meanwhile."""
    edit.connection.exec_driver_sql("DELETE FROM watch WHERE paper = ?", (keep,))
    edit.changes.append(Change("watch", {"paper": keep}, None, None))  # also when done again
    if watch is not None:
        edit.insert("watch", {"paper": keep}, watch)


def choose_reference(
    edit: Edit, keep: int, papers: Mapping[int, Row], picks: Mapping[str, int]
) -> None:
    """Keep what the chosen bibliography says, filled in by what the others do."""
    chosen = picks.get("reference", keep)
    ordered = sorted(papers.values(), key=lambda row: row["id"] != chosen)
    held = [row["reference"] for row in ordered if row["reference"]]
    for row in held:
        if row["paper"] != keep:
            edit.delete("reference", {"paper": row["paper"]})
    if held:
        fields: dict[str, Any] = {}
        for one in reversed(held):
            fields |= json.loads(one["fields"])
        kind = next((one["kind"] for one in held if one["kind"]), "")
        text = json.dumps(fields, ensure_ascii=False)
        if len(held) == 1:
            text = held[0]["fields"]
        edit.insert("reference", {"paper": keep}, {"kind": kind, "fields": text})


def _both(edit: Edit, name: str, keep: int, other: int) -> Iterator[tuple[Row, Row]]:
    """Both rows, once the other's is taken away; where only that is there, it goes over."""
    theirs = rows(edit, name, paper=other)
    for row in theirs:
        edit.delete(name, key_of(name, row))
        key = {**key_of(name, row), "paper": keep}
        mine = rows(edit, name, **key)
        if mine:
            yield mine[0], row
        else:
            edit.insert(name, key, rest_of(name, row))


def _notes(edit: Edit, keep: int, other: int) -> None:
    for row in rows(edit, "note", paper=other):
        text = _linked(row["text"], keep, other)
        edit.delete("note", {"paper": other})
        mine = rows(edit, "note", paper=keep)
        before = mine[0]["text"] if mine else ""
        if text.strip() and f"\n{text.strip()}\n" not in f"\n{before.strip()}\n":
            text = f"{before.rstrip()}\n\n{text}" if before.strip() else text
            updated = max(each["updated"] for each in (row, *mine))
            edit.insert("note", {"paper": keep}, {"text": text, "updated": updated})


def _linked(text: str, keep: int, other: int) -> str:
    """A note whose links to places in its own paper lead there still."""
    return text.replace(f"paperdesk://paper/{other}?", f"paperdesk://paper/{keep}?")


def _progress(edit: Edit, keep: int, other: int) -> None:
    for mine, theirs in _both(edit, "progress", keep, other):
        later = max(mine, theirs, key=lambda row: row["at"])
        furthest = max(mine, theirs, key=lambda row: row["furthest"])
        seen = json.dumps(json.loads(mine["seen"]) + json.loads(theirs["seen"]))
        values = {
            "status": later["status"] or mine["status"] or theirs["status"],
            "furthest": furthest["furthest"],
            "pages": furthest["pages"],
            "seen": seen if theirs["seen"] not in ("[]", mine["seen"]) else mine["seen"],
            "at": later["at"],
        }
        edit.update("progress", {"paper": keep}, values)


def _focus(edit: Edit, keep: int, other: int) -> None:
    for mine, theirs in _both(edit, "focus", keep, other):
        sums = {name: mine[name] + theirs[name] for name in ("seconds", "words")}
        edit.update("focus", key_of("focus", mine), sums)


def _place(edit: Edit, keep: int, other: int) -> None:
    for mine, theirs in _both(edit, "place", keep, other):
        if theirs["at"] > mine["at"]:
            edit.update("place", {"paper": keep}, rest_of("place", theirs))


def _card(edit: Edit, keep: int, other: int) -> None:
    for mine, theirs in _both(edit, "card", keep, other):
        lacking = {
            name: theirs[name] for name, value in mine.items() if value in ("", "[]", 0, None)
        }
        edit.update("card", {"paper": keep}, lacking)


def _letters(edit: Edit, keep: int, other: int) -> None:
    """Places under letters: one that is taken is put under the next that is free."""
    for row in rows(edit, "letter", paper=other):
        scope = keep if row["scope"] else 0
        if not row["scope"]:
            edit.update("letter", key_of("letter", row), {"paper": keep})
            continue
        taken = {each["name"] for each in rows(edit, "letter", scope=scope)}
        free = (row["name"], *string.ascii_lowercase)
        name = next((letter for letter in free if letter not in taken), None)
        edit.delete("letter", key_of("letter", row))
        if name is not None:
            values = {**rest_of("letter", row), "paper": keep}
            edit.insert("letter", {"scope": scope, "name": name}, values)
