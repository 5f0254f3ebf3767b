from dataclasses import replace
from datetime import date

import pytest

from paperdesk.domain.focus import Spell
from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.domain.shelf import ALL, Order, Shelf, Sort, sorted_by
from paperdesk.infra import listing
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Facts, Opinions, ReadingTimes, sorting
from paperdesk.library.sorting import SORTABLE
from tests.library.conftest import Shelves
from tests.library.rows import Rows


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
    opinions = Opinions(changes, Journal(changes))
    opinions.rate([PaperId(2)], 5)
    opinions.rate([PaperId(4)], 2)
    times = ReadingTimes(changes, Journal(changes))
    times.record(PaperId(3), date(2026, 6, 1), [Spell("", 90.0), Spell("2", 90.0)], [0], 4)
    times.record(PaperId(5), date(2026, 6, 1), [Spell("", 120.0)], [0, 1], 9)
    with changes.database.write() as connection:
        for paper in (3, 4, 5):
            Rows(connection)("file", paper=paper, path=f"{paper}.pdf", digest="d", size=4,
                             pages=5, arrived=1.0)  # fmt: skip
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
        (Sort("rating", descending=True), "BDECA"),
        (Sort("rating", descending=False), "DBECA"),
        (Sort("bits", descending=False), "EDCBA"),
        (Sort("minutes", descending=True), "CEDBA"),
        (Sort("minutes", descending=False), "ECDBA"),
        (Sort("left", descending=False), "CDEBA"),
        (Sort("left", descending=True), "EDCBA"),
    ],
)
def test_what_has_no_value_comes_last_as_it_stood(
    five: Shelves, sort: Sort | None, order: str
) -> None:
    assert titles(five, sort) == list(order)


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize("column", SORTABLE)
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_papers_are_those_of_the_whole_list(
    five: Shelves, column: str, descending: bool, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    shelf = Shelf("", "state:new", sort=Sort(column, descending=descending))
    whole = five.ids(shelf)
    assert sorted(whole) == [1, 2, 3, 4, 5]
    for most in range(1, 6):
        assert five.ids(shelf, limit=most) == whole[:most]


@pytest.fixture
def equals(library: Shelves, changes: Changes, bus: Bus) -> Shelves:
    """Papers many of which are equal in one column or another."""
    library.put(
        Found("A of 7B models on MNIST", counts=Counts(3), published=date(2026, 5, 1)),
        Found("B of 13B models", counts=Counts(3), published=date(2026, 5, 1)),
        Found("C of 7B models on CIFAR-10", counts=Counts(5), published=date(2026, 5, 2)),
        Found("D", abstract="Code: https://github.com/d/d", published=date(2026, 5, 2)),
        Found("E of 7B to 70B models on MNIST", counts=Counts(5), published=date(2026, 5, 1)),
    )
    Facts(changes, bus).read_all()
    return library


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        (("upvotes-", "title+"), "CEABD"),
        (("upvotes+", "title-"), "BAECD"),
        (("upvotes-", "params-", "title+"), "ECBAD"),
        (("params+", "upvotes-", "title-"), "ECABD"),
        (("date-", "params-"), "CDEBA"),
        (("dataset+", "title-"), "CEADB"),
        (("code-", "title-"), "DECBA"),
    ],
)
def test_equals_in_one_column_stand_by_the_next(
    equals: Shelves, columns: tuple[str, ...], order: str
) -> None:
    sort = sorted_by([Sort(one[:-1], descending=one[-1] == "-") for one in columns])
    assert titles(equals, sort) == list(order)
    shelf = Shelf(ALL.title, ALL.query, sort=sort)
    whole = equals.ids(shelf)
    assert [equals.ids(shelf, limit=most) for most in range(1, 6)] == [
        whole[:most] for most in range(1, 6)
    ]


def test_what_a_paper_says_is_looked_up_by_the_paper(five: Shelves, database: Database) -> None:
    """To walk all that any says, for each paper, took five seconds for 100,000 of them."""
    shelf = replace(ALL, sort=Sort("params", descending=True, then=Sort("bits", descending=False)))
    sql, values = listing.by_keys(database.read(), shelf, sorting._keys(shelf), 64)
    plan = [row[3] for row in database.read().execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert [step for step in plan if "SEARCH fact" in step] == [
        "SEARCH fact USING PRIMARY KEY (paper=? AND name=?)"
    ] * 2


@pytest.mark.parametrize("few", [0, 5_000])
def test_the_best_rated_come_first_and_the_others_as_they_came(
    five: Shelves, changes: Changes, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    with changes.write() as write:
        for paper, rating in ((1, 3), (2, 5), (4, 3)):
            write.connection.exec_driver_sql(
                "UPDATE paper SET rating = ? WHERE id = ?", (rating, paper)
            )
    shelf = Shelf(ALL.title, ALL.query, Order.RATING)
    whole = list(five.ids(shelf))
    assert whole == [2, 4, 1, 5, 3]
    for most in range(1, 6):
        assert list(five.ids(shelf, limit=most)) == whole[:most]
    by_title = Shelf(ALL.title, ALL.query, Order.RATING, Sort("bits", descending=True))
    assert list(five.ids(by_title)) == whole


@pytest.mark.parametrize("few", [0, 5_000])
def test_the_first_papers_at_random_are_those_of_the_whole_list(
    five: Shelves, changes: Changes, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    insert = (
        "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
        " state_at, unread, added_at) VALUES (?, '', ?, '', '', 0, ?, 'new', 0, 1, 0)"
    )
    with changes.write() as write:
        for number in range(6, 3_000):
            write.connection.exec_driver_sql(insert, (number, str(number), str(number)))
    shelf = Shelf("", "state:new", Order.RANDOM)
    whole = five.ids(shelf)
    assert sorted(whole) == list(range(1, 3_000))
    in_one_basket, in_several_or_all = (5, 20), (200, 2_999)
    for most in (*in_one_basket, *in_several_or_all):
        assert five.ids(shelf, limit=most) == whole[:most]


def test_a_paper_with_many_values_takes_the_place_of_no_other(
    library: Shelves, changes: Changes, bus: Bus
) -> None:
    library.put(Found("A of 1B, 2B, 3B, 7B and 13B models"), Found("B of a 500M model"))
    Facts(changes, bus).read_all()
    shelf = Shelf("", "-state:trash", sort=Sort("params", descending=True))
    assert list(library.ids(shelf, limit=2)) == [1, 2]


def test_only_what_is_on_the_shelf_is_sorted(five: Shelves) -> None:
    ids = five.ids(Shelf("", "title:model OR title:models", sort=Sort("params", descending=True)))
    assert [paper.title[0] for paper in five.papers([PaperId(number) for number in ids])] == [
        "A",
        "C",
    ]
