"""The list of a paper's marks: narrowed, walked through, chosen from."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Colour, Fate, HighlightId
from paperdesk.ui.empty import spoken
from paperdesk.ui.marks.model import ROW
from paperdesk.ui.marks.panel import LOST, NONE_SUCH, NONE_YET, Known, MarksPanel
from tests.ui.marks.examples import mark

MARKS = (
    mark("a", "alpha", colour=Colour.RED),
    mark("b", "beta", page=1, comment="Why?"),
    mark("c", "gamma", page=2, tags=("method",)),
)


@pytest.fixture
def panel(qtbot: QtBot) -> MarksPanel:
    panel = MarksPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    panel.show_marks(Known(MARKS, {Colour.RED: "doubt"}))
    return panel


def listed(panel: MarksPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data(ROW).mark.id for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("", ["a", "b", "c"]),
        ("colour:doubt", ["a"]),
        ("has:comment", ["b"]),
        ("tag:method", ["c"]),
        ("-gamma", ["a", "b"]),
        ("omega", []),
    ],
)
def test_a_query_leaves_the_marks_that_are_asked_for(
    panel: MarksPanel, asked: str, ids: list[str]
) -> None:
    panel.narrow(asked)
    assert listed(panel) == ids


def test_it_says_how_many_there_are_or_why_there_are_none(panel: MarksPanel) -> None:
    assert panel.summary() == "3 marks"
    panel.narrow("beta")
    assert panel.summary() == "1 of 3 marks"
    panel.narrow("colour:mauve")
    assert "mauve" in panel.summary()
    assert panel.view.accessibleDescription() == spoken(NONE_SUCH)
    panel.show_marks(Known())
    assert panel.view.accessibleDescription() == spoken(NONE_YET)


def test_the_cursor_stays_on_its_mark(panel: MarksPanel) -> None:
    panel.follow(HighlightId("c"))
    panel.show_marks(Known(MARKS[1:]))
    assert panel.current() == "c"
    panel.show_marks(Known(MARKS[:2]))
    assert panel.current() == "b"


def test_what_is_lost_is_listed_last_under_a_heading_of_its_own(panel: MarksPanel) -> None:
    lost = mark("x", "lost", fate=Fate.LOST)
    panel.show_marks(Known((lost, *MARKS), section=lambda _: "1 Introduction"))
    model = panel.view.model()
    headings = [model.index(row, 0).data(ROW).heading for row in range(4)]
    assert listed(panel) == ["a", "b", "c", "x"]
    assert headings == ["1 Introduction", "", "", LOST]


def test_a_row_is_chosen_and_a_filter_is_put_into_the_query(
    panel: MarksPanel, qtbot: QtBot
) -> None:
    panel.follow(HighlightId("b"))
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.view.activated.emit(panel.view.currentIndex())
    assert chosen.args == [MARKS[1]]
    panel.narrow("words")
    with qtbot.waitSignal(panel.sought) as sought:
        panel._filters.picked.emit("colour:red")
    assert sought.args == ["words colour:red"]


def test_enter_is_left_to_the_pane_and_letters_seek_nothing(
    panel: MarksPanel, qtbot: QtBot
) -> None:
    panel.follow(HighlightId("a"))
    qtbot.keyClick(panel.view, Qt.Key.Key_G)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.current() == "a"


def test_a_comment_is_written_below_the_list(panel: MarksPanel) -> None:
    panel.write(MARKS[1])
    assert (panel.comment.mark(), panel.current()) == ("b", "b")
    panel.show_marks(Known(MARKS[:1]))
    assert panel.comment.isHidden()
