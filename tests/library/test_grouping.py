from datetime import date

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.shelf import ALL, Group, Shelf, Sort
from paperdesk.infra.changes import Changes
from paperdesk.library import Library, Views, grouping
from tests.library.conftest import Shelves


def grouped(library: Library, changes: Changes, shelf: Shelf) -> list[str]:
    """What a list looks like: headings, and first letters below them."""
    lineup = Views(changes).lineup(shelf)
    papers = library.papers([PaperId(number) for number in lineup.ids])
    rows: list[str] = []
    for row, paper in enumerate(papers):
        rows += [lineup.groups[row]] if row in lineup.groups else []
        rows.append(paper.title[0])
    return rows


@pytest.fixture
def four(library: Shelves) -> Shelves:
    library.put(
        Found("Apes", published=date(2026, 5, 3)),
        Found("Bees", published=date(2025, 5, 2)),
        Found("Ants", published=date(2026, 4, 1)),
        Found("Dogs"),
    )
    return library


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        (Group.YEAR, ["2026 · 2", "A", "A", "2025 · 1", "B", "Without a date · 1", "D"]),
        (
            Group.MONTH,
            [
                *("May 2026 · 1", "A", "April 2026 · 1", "A", "May 2025 · 1", "B"),
                *("Without a date · 1", "D"),
            ],
        ),
        (Group.LETTER, ["A · 2", "A", "A", "B · 1", "B", "D · 1", "D"]),
        (Group.RATING, ["Not rated · 4", "D", "A", "B", "A"]),
    ],
)
def test_papers_stand_together_under_what_they_share(
    four: Shelves, changes: Changes, group: Group, rows: list[str]
) -> None:
    assert grouped(four, changes, Shelf(ALL.title, ALL.query, group=group)) == rows


def test_states_stand_as_in_the_sidebar_and_each_is_sorted_within(
    four: Shelves, changes: Changes
) -> None:
    four.set_state([PaperId(1), PaperId(3)], State.INBOX)
    four.set_state([PaperId(2)], State.ARCHIVE)
    titles = Sort("title", descending=False)
    shelf = Shelf(ALL.title, ALL.query, sort=titles, group=Group.STATE)
    assert grouped(four, changes, shelf) == [
        *("Inbox · 2", "A", "A", "Archive · 1", "B", "New · 1", "D")
    ]
    ids = Views(changes).lineup(shelf).ids
    assert [paper.title for paper in four.papers([PaperId(one) for one in ids[:2]])] == [
        "Ants",
        "Apes",
    ]


def test_the_days_and_sources_of_the_feed_are_named(four: Shelves, changes: Changes) -> None:
    for group in (Group.DAY, Group.SOURCE):
        rows = grouped(four, changes, Shelf(ALL.title, ALL.query, group=group))
        assert len(rows) == 5
        assert rows[0].endswith("· 4")


def test_of_too_many_groups_none_is_named(
    four: Shelves, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST", 2)
    shelf = Shelf(ALL.title, ALL.query, group=Group.LETTER)
    assert grouped(four, changes, shelf) == ["A", "A", "B", "D"]
