import pytest

from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.domain.shelf import ALL, Shelf, Sort
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.library import Facts
from tests.library.conftest import Shelves


def titles(library: Shelves, sort: Sort | None) -> list[str]:
    """The first letters of the papers, as a list has them."""
    ids = library.ids(Shelf(ALL.title, ALL.query, sort=sort))
    return [paper.title[0] for paper in library.papers([PaperId(number) for number in ids])]


@pytest.fixture
def five(library: Shelves, changes: Changes, bus: Bus) -> Shelves:
    """Five papers, of which two say how large their models are."""
    library.put(
        Found("A of 7B to 70B models on MNIST", counts=Counts(3)),
        Found("B", abstract="Code: https://github.com/b/b"),
        Found("C of a 13B model on CIFAR-10", counts=Counts(5)),
        Found("D"),
        Found("E", counts=Counts(0)),
    )
    Facts(changes, bus).read_all()
    return library


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (None, "EDCBA"),
        (Sort("title", descending=False), "ABCDE"),
        (Sort("title", descending=True), "EDCBA"),
        (Sort("upvotes", descending=True), "CAEDB"),
        (Sort("upvotes", descending=False), "EACDB"),
        (Sort("params", descending=True), "ACEDB"),
        (Sort("params", descending=False), "ACEDB"),
        (Sort("dataset", descending=False), "CAEDB"),
        (Sort("code", descending=True), "BEDCA"),
        (Sort("date", descending=True), "EDCBA"),
        (Sort("bits", descending=False), "EDCBA"),
    ],
)
def test_what_has_no_value_comes_last_as_it_stood(
    five: Shelves, sort: Sort | None, order: str
) -> None:
    assert titles(five, sort) == list(order)


def test_only_what_is_on_the_shelf_is_sorted(five: Shelves) -> None:
    ids = five.ids(Shelf("", "title:model OR title:models", sort=Sort("params", descending=True)))
    assert [paper.title[0] for paper in five.papers([PaperId(number) for number in ids])] == [
        "A",
        "C",
    ]
