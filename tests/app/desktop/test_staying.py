"""Closed, the program stays in the tray only if that was chosen and there is one."""

from collections.abc import Iterator

import pytest

from paperdesk.app.desktop import staying
from paperdesk.ui.tray import Tray
from tests.app.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")
"""What Qt says of a screen that is none."""


@pytest.fixture
def tray(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A desktop that has a tray, in which the program stays."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: True))
    desktop.run("view.tray")
    desktop.wait(desktop.session._staying.stays)
    yield desktop
    desktop.run("view.tray")
    desktop.wait(lambda: not desktop.rooms.settings.get("tray"))
    desktop.session._stage.come_back()


def test_where_there_is_no_tray_it_is_said_and_nothing_is_hidden(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    desktop.run("view.tray")
    desktop.wait(lambda: desktop.parts.window.toast.sentence() == staying.NONE)
    assert not desktop.session._staying.stays()
    desktop.run("view.tray")
    desktop.wait(lambda: not desktop.rooms.settings.get("tray"))


def test_closing_leaves_the_program_in_the_tray_and_a_click_brings_it_back(tray: Desktop) -> None:
    stage = tray.session._stage
    stage.close()
    assert stage.isHidden()
    assert stage.picture().isNull()
    tray.session._staying._made().wanted.emit()
    assert stage.isVisible()


def test_a_tray_that_goes_away_brings_the_window_back(tray: Desktop) -> None:
    tray.session._stage.close()
    tray.session._staying._made().lost.emit()
    assert tray.session._stage.isVisible()


def test_the_unread_stand_in_the_title(desktop: Desktop) -> None:
    stage = desktop.session._stage
    unread = [paper for paper in desktop.papers() if paper.unread]
    desktop.rooms.library.set_unread([one.id for one in unread], unread=False)
    desktop.wait(lambda: stage.windowTitle() == "PaperDesk")
    desktop.rooms.library.set_unread([unread[0].id], unread=True)
    desktop.wait(lambda: stage.windowTitle() == "(1) PaperDesk")
