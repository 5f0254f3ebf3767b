"""Whole screens of papers, in the order asked for."""

from datetime import date

import pytest

from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.domain.shelf import Order, Shelf
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
