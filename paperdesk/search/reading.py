"""What waits, read from the library and made ready for the index."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from paperdesk.domain.passage import joined
from paperdesk.search.documents import Batch, Document, Kind, key
from paperdesk.search.waiting import Item

_AUTHORS = """
(SELECT group_concat(name, char(10)) FROM
 (SELECT author.name FROM authorship JOIN author ON author.id = authorship.author
  WHERE authorship.paper = paper.id ORDER BY authorship.position))
"""


def batch_of(
    library: sqlite3.Connection, items: Sequence[Item], breathe: Callable[[], object]
) -> Batch:
    """A batch of papers, notes and highlights, each read when its turn comes.

    `breathe` is called before each, so that more urgent work can go first.
    """
    return Batch(_documents(library, items, breathe), gone=[_key(item) for item in items])


def _documents(
    library: sqlite3.Connection, items: Iterable[Item], breathe: Callable[[], object]
) -> Iterator[Document]:
    """What is there; of what has gone, nothing."""
    for item in items:
        breathe()
        document = _READERS[_kind(item)](library, item.ref)
        if document is not None:
            yield document


def _kind(item: Item) -> Kind:
    return Kind[item.kind.upper()]


def _key(item: Item) -> str:
    return key(_kind(item), item.ref)


def _paper(library: sqlite3.Connection, ref: str) -> Document | None:
    row = library.execute(
        f"SELECT id, title, abstract, arxiv, doi, citekey, remark, {_AUTHORS} AS authors"
        " FROM paper WHERE id = ?",
        (ref,),
    ).fetchone()
    if row is None:
        return None
    names = " ".join(filter(None, (row["arxiv"], row["doi"], row["citekey"], row["remark"])))
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
        "SELECT paper, page, text, comment, rest FROM highlight WHERE id = ? AND trashed IS NULL",
        (ref,),
    ).fetchone()
    if row is None:
        return None
    passage = joined([row["text"], *(anchor["text"] for anchor in json.loads(row["rest"]))])
    texts = {"text": f"{passage}\n{row['comment']}"}
    page = row["page"] + 1
    return Document(key(Kind.HIGHLIGHT, ref), Kind.HIGHLIGHT, row["paper"], texts, page, ref=ref)


_READERS: dict[Kind, Callable[[sqlite3.Connection, str], Document | None]] = {
    Kind.PAPER: _paper,
    Kind.NOTE: _note,
    Kind.HIGHLIGHT: _highlight,
}
