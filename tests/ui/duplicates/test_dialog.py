"""Papers that may be one are gone through with the keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.commands.faces.twins import Judging
from paperdesk.domain.duplicates import Twins
from paperdesk.domain.merger import Portrait
from paperdesk.domain.paper import PaperId
from paperdesk.ui.duplicates.dialog import DuplicatesDialog

ONE = Portrait(
    PaperId(1), {"title": "Deep graphs", "doi": "10.1/x", "state": "inbox"}, ("1 note",), (1,)
)
TWO = Portrait(PaperId(2), {"title": "Deep Graph", "arxiv": "2001.00001", "state": "inbox"})


class Judge:
    """Remembers what was decided, and says at once that it is done."""

    def __init__(self) -> None:
        self.done: list[Any] = []

    def look_at(self, papers: Sequence[int], done: Callable[[tuple[Portrait, ...]], None]) -> None:
        done((ONE, TWO))

    def merge(
        self,
        keep: PaperId,
        papers: Sequence[PaperId],
        picks: Mapping[str, PaperId],
        done: Callable[[], None],
    ) -> None:
        self.done.append((keep, list(papers), dict(picks)))
        done()

    def tell_apart(self, papers: Sequence[PaperId], done: Callable[[], None]) -> None:
        self.done.append(list(papers))
        done()

    def undo(self, done: Callable[[], None]) -> None:
        self.done.append("undone")
        done()


@pytest.fixture
def judge() -> Judge:
    return Judge()


@pytest.fixture
def dialog(qtbot: QtBot, judge: Judge) -> DuplicatesDialog:
    judging = Judging(judge.look_at, judge.merge, judge.tell_apart, judge.undo)
    made = DuplicatesDialog(None, [Twins((1, 2), "like titles"), Twins((3, 4), "x")], judging)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(qtbot: QtBot, dialog: DuplicatesDialog, keys: str) -> None:
    for key in keys:
        qtbot.keyClicks(dialog.grid, key)


def test_what_differs_stands_side_by_side(dialog: DuplicatesDialog) -> None:
    grid = dialog.grid
    model = grid.model()
    rows = [model.headerData(row, Qt.Orientation.Vertical) for row in range(grid.rowCount())]
    assert rows == ["Title", "arXiv id", "DOI", "Carries"]
    assert [model.index(row, 0).data() for row in (0, 3)] == ["✓ Deep graphs", "1 note"]


def test_a_field_is_chosen_by_key_and_the_rest_is_filled_in(
    qtbot: QtBot, dialog: DuplicatesDialog, judge: Judge
) -> None:
    press(qtbot, dialog, "lm")
    ((keep, papers, picks),) = judge.done
    assert (keep, papers) == (1, [1, 2])
    assert (picks["title"], picks["arxiv"], picks["doi"]) == (2, 2, 1)


def test_keys_go_on_tell_apart_and_take_back(
    qtbot: QtBot, dialog: DuplicatesDialog, judge: Judge
) -> None:
    press(qtbot, dialog, "n")
    press(qtbot, dialog, "z")
    press(qtbot, dialog, "J")
    assert judge.done == [[1, 2], "undone"]
    press(qtbot, dialog, "J")
    assert not dialog.isVisible()


def test_the_result_is_foreseen(qtbot: QtBot, dialog: DuplicatesDialog) -> None:
    qtbot.keyClick(dialog.grid, Qt.Key.Key_2)
    result = dialog._result.text()
    assert "Result: Deep Graph · arXiv 2001.00001 · 10.1/x" in result
