"""Which PDFs are here."""

import pytest

from paperdesk.domain.paper import Found, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.intake import store
from paperdesk.library import Library


@pytest.fixture
def paper(library: Library) -> PaperId:
    return library.keep(Found("A")).paper


def keep(changes: Changes, paper: PaperId, path: str, version: int, digest: str = "x") -> None:
    row: store.Row = {
        "paper": paper,
        "version": version,
        "path": path,
        "digest": digest,
        "size": 1,
        "pages": 1,
        "arrived": 0.0,
    }
    with changes.write() as write:
        store.keep_file(write.connection, row)


def test_a_paper_without_a_file_has_none(changes: Changes, paper: PaperId) -> None:
    assert store.newest_file(changes.database.read(), paper) is None


def test_the_newest_version_counts(changes: Changes, paper: PaperId) -> None:
    keep(changes, paper, "1/v2.pdf", 2)
    keep(changes, paper, "1/v1.pdf", 1)
    assert store.newest_file(changes.database.read(), paper) == "1/v2.pdf"


def test_a_path_holds_one_file(changes: Changes, paper: PaperId) -> None:
    keep(changes, paper, "1/v1.pdf", 1, digest="old")
    keep(changes, paper, "1/v1.pdf", 1, digest="new")
    rows = changes.database.read().execute("SELECT digest FROM file").fetchall()
    assert [tuple(row) for row in rows] == [("new",)]
