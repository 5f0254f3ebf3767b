"""What waits, read from the library and made ready for the index."""

import sqlite3
from collections.abc import Callable, Iterable

from paperdesk.search.index import Batch, Document
from paperdesk.search.kinds import Kind, key
from paperdesk.search.waiting import Item

_AUTHORS = """
(SELECT group_concat(name, char(10)) FROM
 (SELECT author.name FROM authorship JOIN author ON author.id = authorship.author
  WHERE authorship.paper = paper.id ORDER BY authorship.position))
"""


def documents_of(library: sqlite3.Connection, items: Iterable[Item]) -> Batch:
    """A batch of papers, notes and highlights: what is there, and what has gone."""
    batch = Batch()
    for item in items:
        kind = Kind[item.kind.upper()]
        document = _READERS[kind](library, item.ref)
        if document is None:
            batch.gone.append(key(kind, item.ref))
        else:
            batch.documents.append(document)
    return batch


def _paper(library: sqlite3.Connection, ref: str) -> Document | None:
    row = library.execute(
        f"SELECT id, title, abstract, arxiv, doi, citekey, {_AUTHORS} AS authors"
        " FROM paper WHERE id = ?",
        (ref,),
    ).fetchone()
    if row is None:
        return None
    names = " ".join(filter(None, (row["arxiv"], row["doi"], row["citekey"])))
    texts = {
        "title": row["title"],
        "authors": row["authors"] or "",
        "abstract": row["abstract"],
        "text": names,
    }
    return Document(key(Kind.PAPER, ref), Kind.PAPER, row["id"], texts)


def _note(library: sqlite3.Connection, ref: str) -> Document | None:
    row = library.execute("SELECT paper, text FROM note WHERE paper = ?", (ref,)).fetchone()
    if row is None or not row["text"].strip():
        return None
    return Document(key(Kind.NOTE, ref), Kind.NOTE, row["paper"], {"text": row["text"]}, ref=ref)


def _highlight(library: sqlite3.Connection, ref: str) -> Document | None:
    row = library.execute(
        "SELECT paper, page, text, comment FROM highlight WHERE id = ? AND trashed IS NULL", (ref,)
    ).fetchone()
    if row is None:
        return None
    texts = {"text": f"{row['text']}\n{row['comment']}"}
    page = row["page"] + 1
    return Document(key(Kind.HIGHLIGHT, ref), Kind.HIGHLIGHT, row["paper"], texts, page, ref=ref)


_READERS: dict[Kind, Callable[[sqlite3.Connection, str], Document | None]] = {
    Kind.PAPER: _paper,
    Kind.NOTE: _note,
    Kind.HIGHLIGHT: _highlight,
}
