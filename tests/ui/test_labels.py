from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.labels import ElidedLabel, label
from paperdesk.ui.theme import Scale, Tone, font


def test_words_are_shown_as_they_are(qtbot: QtBot) -> None:
    made = label(Scale.HEADING, tone=Tone.MUTED, bold=True, wrap=True)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.font().pointSizeF() == font(Scale.HEADING).pointSizeF()
    assert made.foregroundRole() == Tone.MUTED
    assert made.wordWrap()


def test_a_line_without_room_ends_in_an_ellipsis_and_tells_the_rest(qtbot: QtBot) -> None:
    made = ElidedLabel(Scale.HEADING, bold=True)
    qtbot.addWidget(made)
    made.show()
    made.setText("Thursday 26 November 2026")
    made.resize(made.fontMetrics().horizontalAdvance("Thursday 26 November 202"), 40)
    assert made.shown().startswith("Thursday 26 Nov")
    assert made.shown().endswith("…")
    assert made.toolTip() == "Thursday 26 November 2026"
    made.resize(made.sizeHint())
    assert made.shown() == "Thursday 26 November 2026"
    assert not made.toolTip()


def test_a_line_has_no_breaks(qtbot: QtBot) -> None:
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.setText("Comment on “two\nlines”")
    assert made.text() == "Comment on “two lines”"


def test_of_a_path_the_end_is_shown(qtbot: QtBot) -> None:
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.set_path(on=True)
    made.setText("A rather long collection / Another one within it / Six")
    made.resize(160, 30)
    assert made.shown().endswith("Six")
    made.set_path(on=False)
    assert made.shown().endswith("…")
