import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from paperdesk.ui.lines import wrap
from paperdesk.ui.theme import font


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(font())


def test_what_fits_is_one_line(metrics: QFontMetricsF) -> None:
    assert wrap("A short title", font(), 400, 2) == ("A short title",)


def test_nothing_is_one_empty_line(metrics: QFontMetricsF) -> None:
    assert wrap("", font(), 400, 2) == ("",)


def test_lines_break_between_words_and_the_last_is_cut(metrics: QFontMetricsF) -> None:
    lines = wrap("several words " * 30, font(), 200, 2)
    assert len(lines) == 2
    assert lines[0].split()[-1] in ("several", "words")
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 200 for line in lines)


def test_a_word_longer_than_a_line_is_broken(metrics: QFontMetricsF) -> None:
    lines = wrap("x" * 400, font(), 100, 3)
    assert len(lines) == 3


def test_narrow_letters_are_not_cut_too_early(metrics: QFontMetricsF) -> None:
    text = "il " * 300
    lines = wrap(text, font(), 300, 2)
    assert metrics.horizontalAdvance(lines[1]) > 280


@pytest.mark.parametrize("sign", ["𝒪", "🚀"], ids=["letter", "emoji"])
def test_signs_that_are_two_letters_to_qt_shift_no_line(metrics: QFontMetricsF, sign: str) -> None:
    lines = wrap(f"{sign * 5} several words " * 30, font(), 300, 3)
    assert all(line.split()[-1] in ("several", "words", sign * 5) for line in lines[:-1])
    assert all(metrics.horizontalAdvance(line) <= 300 for line in lines)
