"""Whole screens of papers, in the order asked for."""

from datetime import date

import pytest

from paperdesk.domain.paper import Counts, Found, PaperId, State
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.library import Library, store

PAPERS = (
    Found("Beta", published=date(2024, 1, 1), counts=Counts(upvotes=3)),
    Found("alpha", published=date(2025, 1, 1), counts=Counts(upvotes=9)),
    Found("Gamma", published=date(2023, 1, 1)),
)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TITLE, ["alpha", "Beta", "Gamma"]),
        (Order.PUBLISHED, ["alpha", "Beta", "Gamma"]),
        (Order.UPVOTES, ["alpha", "Beta", "Gamma"]),
        (Order.ADDED, ["Gamma", "alpha", "Beta"]),
    ],
)
def test_a_shelf_has_its_order(
    library: Library, database: Database, order: Order, expected: list[str]
) -> None:
    library.put(*PAPERS)  # type: ignore[attr-defined]
    ids = store.ids(database.read(), Shelf("", "", order))
    assert [paper.title for paper in library.papers([PaperId(one) for one in ids])] == expected


def test_papers_come_in_the_order_asked_for_without_those_gone(library: Library) -> None:
    first, second, _ = library.put(*PAPERS)  # type: ignore[attr-defined]
    found = library.papers([second, PaperId(99), first])
    assert [paper.id for paper in found] == [second, first]


def test_27_equal_keys_are_told_apart(library: Library) -> None:
    founds = [Found("Same", ("A He",), arxiv=f"2401.{number:05}") for number in range(1, 30)]
    papers = library.papers(library.put(*founds))  # type: ignore[attr-defined]
    assert [paper.citekey for paper in papers][-3:] == ["hesamez", "hesameaa", "hesameab"]
    assert len({paper.citekey for paper in papers}) == 29


def test_what_only_a_muted_source_lists_is_out_of_sight_but_not_out_of_reach(
    changes: Changes, library: Library
) -> None:
    founds = [Found("Loud alone"), Found("Both"), Found("Muted alone"), Found("Muted but kept")]
    with changes.write() as write:
        papers = [one.paper for one in library.take(write, founds, 1.0)]
        write.connection.exec_driver_sql(
            "INSERT INTO source (id, kind, name, url, enabled) VALUES (9, 'feed', 'Q', 'q', 1)"
        )
        for source, listed in ((1, papers[:2]), (9, papers[1:])):
            for paper in listed:
                write.connection.exec_driver_sql(
                    "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen,"
                    " extra) VALUES (?, '2026-05-29', ?, '', 1, 1, 1, '{}')",
                    (source, paper),
                )
    library.set_state([papers[3]], State.INBOX)

    def listed_by(query: str) -> list[int]:
        return sorted(library.ids(Shelf("", query)))

    assert listed_by("") == papers
    with changes.write() as write:
        write.connection.exec_driver_sql("UPDATE source SET muted = 1 WHERE id = 9")
    loud, both, quiet, kept = papers
    assert listed_by("") == [loud, both, kept]
    assert listed_by("day:2026-05-29") == [loud, both]
    assert listed_by("source:9") == papers[1:]
    library.tag([quiet], add=["mine"])
    assert listed_by("") == papers
    assert listed_by("tag:mine") == [quiet]
    library.tag([quiet], remove=["mine"])
    assert library.state_counts() == {State.NEW: (2, 2), State.INBOX: (1, 0)}


def test_names_that_were_kept_as_tex_before_are_read_as_names(
    library: Library, changes: Changes
) -> None:
    (paper,) = library.put(Found("A", authors=("Somebody",)))  # type: ignore[attr-defined]
    with changes.write() as write:
        write.connection.exec_driver_sql("UPDATE author SET name = 'Zs\\''ofia K\\''arolyi'")
    assert library.paper(paper).authors == ("Zsófia Károlyi",)
