import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId
from paperdesk.ui.search.results import Results, summary


def hits(many: int) -> tuple[Hit, ...]:
    words = "the words before, the match itself, and the words that stand after it, for two lines"
    return tuple(
        Hit(HitKind.PAGE, PaperId(n), f"Paper {n}", words, 1.0 / n, n, "", ((18, 23),), ((0, 5),))
        for n in range(1, many + 1)
    )


@pytest.fixture
def results(qtbot: QtBot) -> Results:
    results = Results()
    qtbot.addWidget(results)
    results.resize(420, 800)
    results.show_answer(Answer(hits(50)))
    with qtbot.waitActive(results):
        results.show()
    results.setFocus()
    return results


def keys(results: Results) -> QListView:
    view = results.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def test_the_cursor_is_on_the_best_hit(results: Results) -> None:
    best = results.hit()
    assert best is not None
    assert best.paper == 1


def test_enter_opens_the_hit_under_the_cursor(results: Results, qtbot: QtBot) -> None:
    opened: list[Hit] = []
    results.hit_chosen.connect(opened.append)
    qtbot.keyClick(keys(results), Qt.Key.Key_Down)
    qtbot.keyClick(keys(results), Qt.Key.Key_Return)
    results.choose()
    assert [hit.paper for hit in opened] == [2, 2]


def test_j_and_k_move_as_the_arrows_do(results: Results, qtbot: QtBot) -> None:
    shown: list[Hit] = []
    results.hit_shown.connect(shown.append)
    qtbot.keyClicks(keys(results), "jjk")
    assert [hit.paper for hit in shown] == [2, 3, 2]


def test_up_from_the_first_hit_goes_back_to_the_words(results: Results, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.risen):
        qtbot.keyClick(keys(results), Qt.Key.Key_Up)


def test_esc_leaves(results: Results, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.left):
        qtbot.keyClick(keys(results), Qt.Key.Key_Escape)


def test_a_double_click_opens(results: Results, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.hit_chosen):
        qtbot.mouseClick(keys(results).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 20))
        qtbot.mouseDClick(keys(results).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 20))


def test_an_empty_answer_has_no_hit_and_opens_nothing(results: Results, qtbot: QtBot) -> None:
    results.show_answer(Answer(()))
    assert results.hit() is None
    with qtbot.assertNotEmitted(results.hit_chosen):
        results.choose()


def test_the_line_above_says_how_it_went(results: Results) -> None:
    results.show_answer(Answer(hits(1)))
    shown = [label.text() for label in results.findChildren(QLabel)]
    assert "1 result" in shown
    assert summary(Answer(hits(2), waiting=3)) == "2 results · 3 texts still to be indexed"
    assert "any of them counts" in summary(Answer(hits(2), relaxed=True))
    assert summary(Answer(())).startswith("Nothing found")
    assert summary(Answer((), fault="No state is called “x”.")) == "No state is called “x”."


def test_a_hit_is_read_out(results: Results) -> None:
    words = keys(results).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Full text · page 2. Paper 1. the words before")


def test_only_the_hits_in_sight_cost_anything(results: Results) -> None:
    few, many = (min(_shown(results, count) for _ in range(5)) for count in (50, 2_000))
    assert many < few * 5


def _shown(results: Results, count: int) -> float:
    """Seconds of this thread until so many hits are on the screen."""
    answer = Answer(hits(count))
    start = time.thread_time()
    results.show_answer(answer)
    QApplication.processEvents()
    return time.thread_time() - start
