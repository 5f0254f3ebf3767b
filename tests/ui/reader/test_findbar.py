import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Match
from paperdesk.ui.reader.findbar import FindBar, progress
from paperdesk.ui.reader.finder import Finder
from tests.ui.reader.conftest import FakePages


@pytest.fixture
def finder(qapp: object, fake: FakePages, document: Document) -> Finder:
    finder = Finder(fake)
    finder.show(document, 100)
    return finder


@pytest.fixture
def bar(qtbot: QtBot, finder: Finder) -> FindBar:
    bar = FindBar(finder)
    qtbot.addWidget(bar)
    bar.typed.connect(lambda text: finder.seek(text, Place()))
    bar.open("")
    return bar


def test_every_key_searches(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.typed) as signal:
        QTest.keyClicks(bar.field, "s")
    assert signal.args == ["s"]


def test_a_text_to_begin_with_is_searched_and_selected(bar: FindBar, finder: Finder) -> None:
    bar.open("web spam")
    assert finder.needle == "web spam"
    assert bar.field.selectedText() == "web spam"


def test_opened_again_it_searches_for_the_last_text(bar: FindBar, finder: Finder) -> None:
    bar.open("spam")
    finder.stop()
    bar.open("")
    assert finder.needle == "spam"


def test_enter_and_shift_enter_step(bar: FindBar) -> None:
    steps: list[int] = []
    bar.stepped.connect(steps.append)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert steps == [1, -1]


def test_escape_leaves(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def test_progress_counts_what_is_found(finder: Finder, fake: FakePages) -> None:
    assert progress(finder) == ""
    fake.hits = (Match(0, ((0, 0, 1, 1),)), Match(50, ((0, 0, 1, 1),)))
    finder.seek("spam", Place())
    assert progress(finder) == "Searching…"
    fake.answer()
    assert progress(finder) == "1 of 1…"
    fake.answer_all()
    assert progress(finder) == "1 of 2"


def test_hits_before_the_place_count_while_none_is_current(finder: Finder, fake: FakePages) -> None:
    finder.seek("spam", Place(99))
    _, wrapped = fake.waiting()
    wrapped.over = True
    wrapped.done((Match(0, ((0, 0, 1, 1),)),))
    assert progress(finder) == "1…"


def test_a_text_that_is_nowhere_is_said_so(bar: FindBar, fake: FakePages) -> None:
    bar.open("spam")
    fake.answer_all()
    assert bar.count.text() == "Not found"
