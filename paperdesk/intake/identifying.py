"""Which papers some PDFs are: by arXiv's stamp, a DOI, a title; nothing of it is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from paperdesk.domain.errors import BadDocument, Locked, NotFound, PaperDeskError, StorageError
from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.imprint import AskImprint, Clues, clues
from paperdesk.domain.pages import Document, Headlines, Pages, Setting, Text
from paperdesk.domain.paper import Found

MOST_FILES = 20_000
"""PDFs of a folder; more are taken in parts."""

_PAGES = 2
_DEEPEST = 12
_SPACES = re.compile(r"[\s_]+")


def pdfs(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The PDFs among some files, and those in some folders, by their names."""
    found: list[Path] = []
    for path in paths:
        found += sorted(_within(path, 0), key=_in_order) if path.is_dir() else [path]
    return tuple(dict.fromkeys(found))[:MOST_FILES]


def _within(folder: Path, depth: int) -> Iterator[Path]:
    """The PDFs of a folder, hidden ones left out; links to folders are not followed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise StorageError(f"{folder} cannot be read: {error.strerror}.") from error
    for one in entries:
        if one.name.startswith("."):
            continue
        if one.is_dir():
            if depth < _DEEPEST and not one.is_symlink():
                yield from _within(one, depth + 1)
        elif one.suffix.lower() == ".pdf":
            yield one


def _in_order(path: Path) -> tuple[str, str]:
    return (path.as_posix().casefold(), path.as_posix())


def look(pages: Pages, path: Path) -> Clues:
    """What a PDF tells of itself; a locked one tells its name only."""
    if not path.exists():
        raise NotFound(f"There is no file {path}.")
    if not path.is_file():
        raise BadDocument(f"{path.name} is not a file.")
    document = Document(path)
    try:
        said = pages.call(AskImprint(document))
        texts = [text for number in range(_PAGES) if (text := _text(pages, document, number))]
        return clues(said, texts, _headlines(pages, document))
    except Locked:
        return Clues()
    finally:
        pages.forget(document)


def found(told: Clues, path: Path) -> Found:
    """A paper by what its PDF tells; by its file's name where that is all there is."""
    named = told.arxiv or (arxiv_id(path.stem) if told.doi is None else None)
    return Found(
        told.title or _named(path),
        told.authors,
        arxiv=named.base if named else None,
        version=told.arxiv.version if told.arxiv else 0,
        doi=told.doi,
    )


def _named(path: Path) -> str:
    """The name of a file as a title."""
    name = path.stem.encode("utf-8", "replace").decode("utf-8")
    return _SPACES.sub(" ", name).strip() or "Untitled"


def _text(pages: Pages, document: Document, number: int) -> str:
    """The text of a page; of a file with fewer, or a broken page, none."""
    try:
        return pages.call(Text(document, number))
    except Locked:
        raise
    except PaperDeskError:
        return ""


def _headlines(pages: Pages, document: Document) -> Sequence[Setting]:
    try:
        return pages.call(Headlines(document, 0, 0))
    except Locked:
        raise
    except PaperDeskError:
        return ()
