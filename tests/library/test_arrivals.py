"""What arrives at once becomes the same papers as if it came one by one."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from paperdesk.domain.card import Card
from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.domain.shelf import ALL
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from paperdesk.library.taking import Taken

TABLES = (
    "SELECT * FROM paper ORDER BY id",
    "SELECT paper, position, name, key FROM authorship JOIN author ON author.id = author "
    "ORDER BY paper, position",
    "SELECT * FROM card ORDER BY paper",
    "SELECT paper, name, text FROM fact ORDER BY paper, place, start",
    "SELECT kind, ref FROM waiting WHERE ref IN (SELECT id FROM paper) ORDER BY kind, ref",
    "SELECT * FROM tally ORDER BY kind, key",
)

# Few of each, so that many are the same paper, or nearly so.
FOUNDS = st.lists(
    st.builds(
        Found,
        st.sampled_from(["LoRA", "lora.", "Low-Rank", "QLoRA: 4 bits", "…"]),
        st.sampled_from([(), ("Kaiming He",), ("He, Kaiming", "A B"), ("A B", "A B")]),
        st.sampled_from(["", "Cuts memory by 3x.", "Another text."]),
        st.sampled_from([None, date(2023, 5, 1), date(2024, 5, 1), date(2020, 1, 1)]),
        arxiv=st.sampled_from([None, None, "2106.00001", "2106.00002"]),
        version=st.integers(0, 2),
        doi=st.sampled_from([None, None, "10.1/A", "10.1/b", "10.48550/arXiv.2106.00002"]),
        url=st.sampled_from([None, "https://a.b"]),
        counts=st.builds(Counts, st.sampled_from([None, 1, 5])),
        fresh=st.booleans(),
        card=st.sampled_from([Card(), Card(organisation="Lab"), Card(summary="Short.")]),
    ),
    max_size=12,
)


class Shelves:
    """A library of its own, to which papers come in batches."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "library.db")
        changes = Changes(self.database, Bus())
        self._changes, self._library = changes, Library(changes, Journal(changes))

    def take(self, founds: Sequence[Found], size: int) -> list[Taken]:
        taken: list[Taken] = []
        for start in range(0, len(founds), size):
            with self._changes.write(durable=False) as write:
                taken += self._library.take(write, founds[start : start + size], 1.0, start)
        return taken

    def rows(self) -> list[list[tuple[object, ...]]]:
        reading: sqlite3.Connection = self.database.read()
        return [[tuple(row) for row in reading.execute(sql)] for sql in TABLES]


@given(known=FOUNDS, founds=FOUNDS, size=st.integers(2, 12))
@settings(max_examples=60)
def test_a_batch_makes_what_its_reports_make_one_by_one(
    known: list[Found], founds: list[Found], size: int
) -> None:
    with TemporaryDirectory() as folder:
        one, many = Shelves(Path(folder, "one")), Shelves(Path(folder, "many"))
        taken = [shelves.take(known, 1) for shelves in (one, many)]
        taken = [one.take(founds, 1), many.take(founds, size)]
        assert taken[1] == taken[0]
        assert many.rows() == one.rows()
        one.database.close()
        many.database.close()


def test_two_of_one_batch_are_one_paper_filled_in_by_both(library: Library) -> None:
    changes = library._changes
    reports = [
        Found("A title", arxiv="2106.00001"),
        Found("Another", abstract="Of neither."),
        Found("A title", ("A B",), "Its words.", arxiv="2106.00001"),
    ]
    with changes.write() as write:
        first, _, third = library.take(write, reports, 1.0)
    assert first.paper == third.paper
    assert (first.new, third.new, third.changed) == (True, False, True)
    (paper,) = library.papers([first.paper])
    assert (paper.authors, paper.abstract) == (("A B",), "Its words.")


def test_an_empty_batch_is_nothing(library: Library) -> None:
    with library._changes.write() as write:
        assert library.take(write, [], 1.0) == ()


def test_a_doi_stays_with_the_paper_that_had_it_first(library: Library) -> None:
    reports = [
        Found("One", arxiv="2106.00001", doi="10.1/a"),
        Found("Two", arxiv="2106.00002"),
        Found("Two", arxiv="2106.00002", doi="10.1/a"),
        Found("Three", arxiv="2106.00003", doi="10.1/a"),
    ]
    for report in reports:
        with library._changes.write() as write:
            library.take(write, [report], 1.0)
    papers = library.papers([PaperId(number) for number in library.ids(ALL)])
    assert sorted((one.title, one.doi) for one in papers if one.doi) == [("One", "10.1/a")]
    assert len(papers) == 3
