"""Thousands of marks as rows, read a block at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt

from paperdesk.domain.gathered import Gathered, Placed
from paperdesk.domain.note import Colour, HighlightId
from paperdesk.ui.marks.gathermodel import BLOCK, GatherModel
from paperdesk.ui.marks.model import ROW
from tests.ui.marks.examples import mark

IDS = tuple(HighlightId(f"h{number}") for number in range(1000))


class Library:
    """Has every mark but one, and remembers what was read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def load(self, wanted: Sequence[HighlightId]) -> Mapping[HighlightId, Placed]:
        self.read.append(len(wanted))
        return {one: Placed(mark(one), "A $x$ paper") for one in wanted if one != "h3"}


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def model(qapp: Any, library: Library) -> GatherModel:
    model = GatherModel(library.load)
    model.show(Gathered(IDS, frozenset({0, 500})), {Colour.YELLOW: "claim"})
    return model


def test_only_what_is_looked_at_is_read(model: GatherModel, library: Library) -> None:
    assert (model.rowCount(), library.read) == (1000, [])
    for row in (0, 1, 63, 700):
        assert model.index(row).data(ROW).mark.id == f"h{row}"
    assert library.read == [BLOCK, BLOCK]


def test_a_row_names_its_paper_its_group_and_the_meaning_of_its_colour(model: GatherModel) -> None:
    row = model.index(0).data(ROW)
    assert (row.heading, row.colour) == ("A x paper", "yellow (claim)")
    assert "claim" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show(Gathered(IDS[:2], frozenset({0, 1}), ("method", "")), {})
    assert [model.index(at).data(ROW).heading for at in (0, 1)] == [
        "#method · A x paper",
        "No tag · A x paper",
    ]
    assert model.starts(1)


def test_a_mark_that_has_gone_meanwhile_is_an_empty_row(model: GatherModel) -> None:
    assert model.index(3).data(ROW) is None
    assert model.index(3).data(Qt.ItemDataRole.DisplayRole) == ""
    assert model.placed(-1) is model.placed(1000) is None


def test_marks_are_found_by_id(model: GatherModel) -> None:
    assert (model.number(HighlightId("h7")), model.number(HighlightId("x"))) == (7, -1)
    assert model.number(None) == -1


def test_the_same_marks_are_read_again_without_a_reset(
    model: GatherModel, library: Library
) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    assert model.index(0).data(ROW).colour == "yellow (claim)"
    model.show(Gathered(IDS, frozenset({0})), {})
    assert model.index(0).data(ROW).colour == "yellow"
    assert resets == []
