from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import Refused
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Find, Match
from paperdesk.reader.sought import Scope, Sought
from paperdesk.ui.reader.findbar import FindBar, progress
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.givingway import least
from tests.ui.reader.conftest import FakePages

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@pytest.fixture
def finder(qapp: object, fake: FakePages, document: Document) -> Finder:
    finder = Finder(fake)
    finder.show(document, 100)
    return finder


@pytest.fixture
def bar(qtbot: QtBot, finder: Finder) -> FindBar:
    bar = FindBar(finder)
    qtbot.addWidget(bar)
    bar.typed.connect(lambda text: finder.seek(bar.sought(text), Place()))
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


def test_opened_again_it_searches_for_the_same_text(bar: FindBar, finder: Finder) -> None:
    bar.open("spam")
    finder.stop()
    bar.open("spam")
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
    finder.seek(Sought("spam"), Place())
    assert progress(finder) == "Searching…"
    fake.answer()
    assert progress(finder) == "1 of 1…"
    fake.answer_all()
    assert progress(finder) == "1 of 2"


def test_hits_before_the_place_count_while_none_is_current(finder: Finder, fake: FakePages) -> None:
    finder.seek(Sought("spam"), Place(99))
    _, wrapped = fake.waiting()
    wrapped.over = True
    wrapped.done((Match(0, ((0, 0, 1, 1),)),))
    assert progress(finder) == "1…"


def test_a_text_that_is_nowhere_is_said_so(bar: FindBar, fake: FakePages) -> None:
    bar.open("spam")
    fake.answer_all()
    assert bar.count.text() == "Not found"


ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("key", "sought"),
    [
        (Qt.Key.Key_C, Sought("spam", case=True)),
        (Qt.Key.Key_W, Sought("spam", words=True)),
        (Qt.Key.Key_R, Sought("spam", regex=True)),
    ],
)
def test_options_have_keys_and_search_again(
    bar: FindBar, finder: Finder, qtbot: QtBot, key: Qt.Key, sought: Sought
) -> None:
    bar.open("spam")
    with qtbot.waitSignal(bar.chosen):
        QTest.keyClick(bar.field, key, ALT)
    assert finder.sought == sought
    QTest.keyClick(bar.field, key, ALT)
    assert finder.sought == Sought("spam")


def test_an_option_that_is_switched_from_elsewhere_searches_too(
    bar: FindBar, finder: Finder
) -> None:
    bar.open("spam")
    bar.switch("case", on=True)
    assert finder.sought.case


def test_what_was_sought_comes_back_with_up(bar: FindBar) -> None:
    for text in ("one", "two", "two"):
        bar.field.setText(text)
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(bar.field, key)
        seen.append(bar.field.text())
    assert seen == ["one", "one", "two", "two"]


def test_a_text_that_was_not_yet_sought_is_not_lost(bar: FindBar) -> None:
    bar.field.setText("one")
    QTest.keyClick(bar.field, Qt.Key.Key_F3)
    bar.field.setText("half")
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    assert bar.field.text() == "one"
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    assert bar.field.text() == "half"


def test_the_part_that_is_searched_is_shown(bar: FindBar, finder: Finder) -> None:
    assert bar.part.text() == "§"
    finder.seek(Sought("spam"), Place(), Scope("3 Method", 1, 2))
    assert bar.part.text() == "In 3 Method"


def test_a_bad_pattern_is_said_in_the_bar(bar: FindBar, finder: Finder, fake: FakePages) -> None:
    fake.errors[Find] = Refused("This is no regular expression: missing ).")
    finder.seek(Sought("(", regex=True), Place())
    fake.answer()
    assert bar.complaint.text() == "This is no regular expression: missing )."
    finder.seek(Sought("x"), Place())
    assert bar.complaint.isHidden()


def test_too_many_hits_are_said_to_be_more(finder: Finder, fake: FakePages) -> None:
    fake.hits = tuple(
        Match(page, ((0.0, 0.0, 9.0, 9.0),)) for page in range(10) for _ in range(1000)
    )
    finder.seek(Sought("e"), Place())
    fake.answer_all()
    assert progress(finder) == "1 of 10,000+"


@pytest.mark.parametrize("width", [150, 240, 320, 390, 460, 700])
def test_nothing_overlaps_however_narrow_the_bar_is(
    bar: FindBar, finder: Finder, width: int
) -> None:
    bar.open("spam")
    bar.switch("regex", on=True)
    bar.resize(width, bar.height())
    QTest.qWait(1)
    row = [each for each in bar.findChildren(QWidget, options=DIRECT) if each.isVisibleTo(bar)]
    areas = sorted((each.geometry() for each in row if each is not bar.complaint), key=QRect.left)
    assert all(bar.rect().contains(area) for area in areas)
    assert all(one.right() < other.left() for one, other in pairwise(areas))
    assert all(each.width() >= least(each) for each in row)


def test_a_narrow_bar_hides_first_what_keys_do_as_well(bar: FindBar) -> None:
    bar.open("spam")
    bar.switch("case", on=True)
    gone = []
    for width in range(600, 100, -4):
        bar.resize(width, bar.height())
        shown = {"part": bar.part, "count": bar.count, **bar.options}
        gone += [name for name, each in shown.items() if each.isHidden() and name not in gone]
    assert gone == ["part", "regex", "words", "case", "count"]


def test_a_hidden_option_is_still_switched_by_its_key(bar: FindBar) -> None:
    bar.resize(150, bar.height())
    QTest.keyClick(bar.field, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert bar.options["case"].isChecked()


def test_the_bar_asks_for_no_more_width_than_its_words(bar: FindBar) -> None:
    assert bar.minimumSizeHint().width() < 150
