"""A note as it will read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from paperdesk.ui.notes.preview import Preview, dressed
from paperdesk.ui.theme import DARK, LIGHT, palette
from tests.clock import within


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    return preview


def test_a_note_is_shown_without_its_marks(preview: Preview) -> None:
    preview.read("# Title\n\nso *it* is\n\n> said\n\n    code")
    assert preview.toPlainText().split() == ["Title", "so", "it", "is", "said", "code"]


def test_an_empty_note_says_so(preview: Preview) -> None:
    preview.read(" \n")
    assert preview.toPlainText() == "Nothing is written yet."


@pytest.mark.parametrize(
    "link", ["paperdesk://paper/1?page=4&highlight=habc", "https://arxiv.org/abs/1706.03762"]
)
def test_a_link_is_handed_on_and_not_opened(preview: Preview, qtbot: QtBot, link: str) -> None:
    preview.read(f"[go]({link})")
    with within(1.0), qtbot.waitSignal(preview.link_clicked) as heard:
        preview.anchorClicked.emit(QUrl(link))
    assert heard.args == [link]
    assert preview.toPlainText() == "go"


def test_a_footnote_is_gone_to_within_the_note(preview: Preview, qtbot: QtBot) -> None:
    preview.resize(300, 100)
    preview.show()
    preview.read("see[^1]\n" + "\n\nline" * 40 + "\n\n[^1]: there")
    with qtbot.assertNotEmitted(preview.link_clicked):
        preview.anchorClicked.emit(QUrl("#fn1"))
    assert preview.verticalScrollBar().value() > 0


def test_reading_again_stays_at_the_same_height(preview: Preview) -> None:
    preview.resize(300, 100)
    preview.show()
    preview.read("line\n\n" * 40)
    preview.verticalScrollBar().setValue(120)
    preview.read("line\n\n" * 41)
    assert preview.verticalScrollBar().value() == 120


def test_nothing_is_loaded_for_a_note(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "plot.png").write_bytes(b"not for you")
    address = QUrl.fromLocalFile(str(tmp_path / "plot.png"))
    kind = QTextDocument.ResourceType.ImageResource
    assert preview.document().resource(kind, address) == QByteArray(b"")


def test_quotes_and_code_are_framed_in_the_theme() -> None:
    shown = dressed("<blockquote>a</blockquote><pre>b</pre>", palette(LIGHT))
    assert LIGHT.accent in shown
    assert LIGHT.rail in shown
    assert shown.count("<table") == shown.count("</table>") == 2


def test_a_new_theme_is_worn_at_once(preview: Preview) -> None:
    preview.setPalette(palette(LIGHT))
    preview.read("> said")
    preview.setPalette(palette(DARK))
    assert DARK.accent in preview.toHtml()
    assert LIGHT.accent not in preview.toHtml()
