"""Making one paper of several, row by row, so that undo brings each row back.

Whatever hangs on the papers goes to the one that stays; what cannot be there twice
is joined (`library.joining`). The rows of the others then leave, so that nothing finds
them any more, and what they were called become further names of the one that stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paperdesk.domain.claims import claims
from paperdesk.domain.paper import PaperId
from paperdesk.infra import leftovers
from paperdesk.infra.journal import Edit
from paperdesk.library import facts, joining
from paperdesk.library.tablerows import Row, key_of, rest_of, rows

UNITED = (
    "tagging", "membership", "bearing", "hit", "deed", "edited", "linked", "exported", "revision",
)  # fmt: skip
"""Tables in which a paper has many rows: those that the one that stays lacks go to it."""

MOVED = {"file": (), "entry": ("snapshot",), "highlight": ("highlight_tag",)}
"""Tables whose rows go over whole, with the tables that hang on these.

*Why taken out and put in:* triggers count them and let the search see them only then.
"""

CHANGED = ("bookmark", "thrown", "alias")
"""Tables in which it is enough to name the other paper."""

PAIRED = ("relation", "apart")
"""Tables of two papers, the smaller number first."""

SINGLE = ("note", "progress", "focus", "place", "card", "watch", "reference", "letter")
"""Tables that `library.joining` makes one row of several for."""

OWN = ("authorship", "fact")
"""Tables that follow the fields that were chosen."""

_COLUMNS = {
    "title": ("title", "title_key"),
    "authors": ("first_key",),
    "abstract": ("abstract",),
    "published": ("published", "year"),
    "arxiv": ("arxiv", "version"),
    "doi": ("doi",),
    "url": ("url",),
    "code": ("code",),
    "citekey": ("citekey",),
    "state": ("state", "state_at", "unread"),
    "rating": ("rating",),
    "remark": ("remark",),
}
"""The columns of `paper` that go with a field."""

_MOST = ("upvotes", "comments", "stars", "flagged")
"""Columns of which the greatest stays."""


def merge(edit: Edit, keep: PaperId, others: Sequence[PaperId], picks: Mapping[str, int]) -> None:
    """Make one of these papers, with each field as `picks` says."""
    every = [keep, *others]
    papers: dict[int, Row] = {paper: paper_row(edit, paper) for paper in every}
    values = _values(papers, picks, keep)
    watch = joining.take_watches(edit, every)
    _follow_choice(edit, every, picks, values)
    joining.choose_reference(edit, keep, papers, picks)
    for other in others:
        _take_over(edit, keep, other)
    edit.update("paper", {"id": keep}, values)
    _choose_file(edit, keep, papers, picks)
    joining.put_watch(edit, keep, watch)
    for row in papers.values():
        _keep_names(edit, keep, row, values)


def _take_over(edit: Edit, keep: PaperId, other: PaperId) -> None:
    """Let all that hangs on another paper hang on the one that stays, and the other go."""
    _leave_behind(edit, keep, other)
    for name in UNITED:
        _unite(edit, name, keep, other)
    for name, beside in MOVED.items():
        for row in rows(edit, name, paper=other):
            _move(edit, name, row, keep, beside)
    for name in CHANGED:
        for row in rows(edit, name, paper=other):
            edit.update(name, key_of(name, row), {"paper": keep})
    for name in PAIRED:
        _pair(edit, name, keep, other)
    joining.join(edit, keep, other)
    edit.delete("paper", {"id": other})


def paper_row(edit: Edit, paper: int) -> Row:
    """A paper's row, with the reference and the chosen file that it had before."""
    (row,) = rows(edit, "paper", id=paper)
    files = sorted(rows(edit, "file", paper=paper), key=_rank)
    row["file"] = files[-1]["id"] if files else None
    row["reference"] = next(iter(rows(edit, "reference", paper=paper)), None)
    return row


def _rank(row: Row) -> tuple[int, int, int]:
    return (row["chosen"], row["version"], row["id"])


def _values(papers: Mapping[int, Row], picks: Mapping[str, int], keep: int) -> Row:
    """The columns of the paper that stays."""
    values = {
        column: papers[picks.get(name, keep)][column]
        for name, columns in _COLUMNS.items()
        for column in columns
    }
    for column in _MOST:
        known = [row[column] for row in papers.values() if row[column] is not None]
        values[column] = max(known, default=None)
    values["notice"] = next((row["notice"] for row in papers.values() if row["notice"]), "")
    values["added_at"] = min(row["added_at"] for row in papers.values())
    return values


def _follow_choice(
    edit: Edit, every: Sequence[PaperId], picks: Mapping[str, int], values: Row
) -> None:
    """Give the first the authors that were chosen, and what title and abstract say."""
    keep, *others = every
    chosen = picks.get("authors", keep)
    if chosen != keep:
        written = rows(edit, "authorship", paper=chosen)
        _drop(edit, "authorship", keep)
        for row in written:
            key = {"paper": keep, "position": row["position"]}
            edit.insert("authorship", key, {"author": row["author"]})
    if any(picks.get(name, keep) != keep for name in ("title", "abstract")):
        _drop(edit, "fact", keep)
        for row in facts.rows(keep, claims(values["title"], values["abstract"])):
            key = key_of("fact", row)
            edit.insert("fact", key, rest_of("fact", row))
    for other in others:
        _drop(edit, "authorship", other)
        _drop(edit, "fact", other)


def _leave_behind(edit: Edit, keep: PaperId, other: PaperId) -> None:
    """Remember the files of the other paper, where the one that stays has its own."""
    for row in rows(edit, "exported", paper=other):
        folder = row["folder"]
        if rows(edit, "exported", paper=keep, folder=folder):
            texts = (row["text"], row["pending"])
            kept = leftovers.value(keep, row["name"], folder, texts)
            edit.insert("memory", leftovers.key(other, folder), kept)


def _drop(edit: Edit, name: str, paper: int) -> None:
    for row in rows(edit, name, paper=paper):
        edit.delete(name, key_of(name, row))


def _unite(edit: Edit, name: str, keep: int, other: int) -> None:
    for row in rows(edit, name, paper=other):
        key = key_of(name, row)
        there = {**key, "paper": keep}
        edit.delete(name, key)
        if not rows(edit, name, **there):
            edit.insert(name, there, rest_of(name, row))


def _move(edit: Edit, name: str, row: Row, keep: int, beside: Sequence[str]) -> None:
    """Take a row out and put it in again for another paper, with what hangs on it."""
    key = key_of(name, row)
    if name == "entry":
        listed = rows(edit, name, source=row["source"], day=row["day"], paper=keep)
        if listed and listed[0]["id"] > row["id"]:
            _take_out(edit, name, row, beside)
            return
        for each in listed:  # the newest number stays: it is not to be given twice
            _take_out(edit, name, each, beside)
    hanging = _take_out(edit, name, row, beside)
    edit.insert(name, key, {**rest_of(name, row), "paper": keep})
    for table, each in hanging:
        edit.insert(table, key_of(table, each), rest_of(table, each))


def _take_out(edit: Edit, name: str, row: Row, beside: Sequence[str]) -> list[tuple[str, Row]]:
    """Take a row out with what hangs on it, which it returns."""
    hanging = [(one, each) for one in beside for each in rows(edit, one, **{name: row["id"]})]
    for table, each in hanging:
        edit.delete(table, key_of(table, each))
    edit.delete(name, key_of(name, row))
    return hanging


def _pair(edit: Edit, name: str, keep: int, other: int) -> None:
    for row in (*rows(edit, name, paper=other), *rows(edit, name, other=other)):
        edit.delete(name, key_of(name, row))
        second = row["other"] if row["paper"] == other else row["paper"]
        key = {"paper": min(keep, second), "other": max(keep, second)}
        if second == keep:
            continue
        there = rows(edit, name, **key)
        if not there:
            edit.insert(name, key, rest_of(name, row))
        elif row.get("kind") and not there[0]["kind"]:
            edit.update(name, key, {"kind": row["kind"]})


def _choose_file(
    edit: Edit, keep: int, papers: Mapping[int, Row], picks: Mapping[str, int]
) -> None:
    """Let the PDF be read that was chosen, of all that there are now."""
    wanted = papers[picks.get("file", keep)]["file"]
    if wanted is None:
        return
    files = sorted(rows(edit, "file", paper=keep), key=_rank)
    if files[-1]["id"] != wanted:
        for row in files:
            edit.update("file", {"id": row["id"]}, {"chosen": int(row["id"] == wanted)})


def _keep_names(edit: Edit, keep: int, lost: Row, values: Row) -> None:
    """Let what a paper was called, and is not any more, lead to the one that stays."""
    named = {
        "arxiv": lost["arxiv"],
        "doi": lost["doi"],
        "title": lost["title_key"],
        "citekey": lost["citekey"],
        "paper": str(lost["id"]),
    }
    own = {
        "title": values["title_key"],
        "paper": str(keep),
        **{kind: values[kind] for kind in ("arxiv", "doi", "citekey")},
    }
    for kind, value in named.items():
        key = {"kind": kind, "value": value}
        if value and own.get(kind) != value and not rows(edit, "alias", **key):
            edit.insert("alias", key, {"paper": keep})
