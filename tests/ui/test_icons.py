from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.infra.paths import resources
from paperdesk.ui import icons
from paperdesk.ui.icons import IconButton
from paperdesk.ui.search.row import KINDS
from paperdesk.ui.sidebar.places import state_section
from paperdesk.ui.theme import Theme
from paperdesk.ui.topbar import BUTTONS

DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<rect width="24" height="24" fill="currentColor"/></svg>'
)


@pytest.fixture(autouse=True)
def _drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "test-dot.svg").write_text(DOT)
    monkeypatch.setattr(icons, "resources", lambda: tmp_path)


def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    assert icons.image("test-dot", "#ff0000").pixelColor(8, 8) == QColor("#ff0000")
    assert icons.image("test-dot", "#00ff00").pixelColor(8, 8) == QColor("#00ff00")


def test_an_icon_is_sharp_at_twice_the_size(qapp: QApplication) -> None:
    drawn = icons.image("test-dot", "#000000", 16, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)


def test_an_icon_that_is_not_there_is_nothing(qapp: QApplication) -> None:
    assert icons.image("test-none", "#000000").isNull()
    assert icons.icon("test-none", QColor("black")).isNull()


def test_a_button_has_a_word_for_its_icon(qtbot: QtBot) -> None:
    button = IconButton("test-dot", "Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip(), button.text()) == ("Close", "Close", "")
    assert not button.icon().isNull()


def test_without_its_icon_a_button_shows_the_word(qtbot: QtBot) -> None:
    button = IconButton("test-none", "Close")
    qtbot.addWidget(button)
    assert button.text() == "Close"


def test_a_button_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = IconButton("test-dot", "Close")
    qtbot.addWidget(button)
    button.show()
    light = button.icon().pixmap(16, 16).toImage()
    Theme(qapp).use("dark")
    assert button.icon().pixmap(16, 16).toImage() != light


def test_every_icon_that_the_screen_names_is_drawn() -> None:
    folder = resources() / "icons"
    named = {name for _, name in KINDS.values()} | {name for _, name in BUTTONS}
    section = state_section({}, 0).places
    named |= {place.icon for place in section} | {"day", "feed", "tag", "more", "warning"}
    named |= {"search", "close", "upvote", "comment", "code", "pdf"}
    assert {name for name in named if not (folder / f"{name}.svg").is_file()} == set()
