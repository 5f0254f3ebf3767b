from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.labels import label
from paperdesk.ui.theme import Scale, Tone, font


def test_words_are_shown_as_they_are(qtbot: QtBot) -> None:
    made = label(Scale.HEADING, tone=Tone.MUTED, bold=True, wrap=True)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.font().pointSizeF() == font(Scale.HEADING).pointSizeF()
    assert made.foregroundRole() == Tone.MUTED
    assert made.wordWrap()
