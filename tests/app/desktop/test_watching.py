from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject

from paperdesk.app.desktop.watching import Pace, Watching, look_after, look_for_news
from paperdesk.commands import safekeeping, trash, versions


def test_it_looks_soon_after_the_start_and_again_until_it_is_stopped(qtbot: Any) -> None:
    looks: list[int] = []
    window = QObject()
    eye = Watching(lambda: looks.append(1), Pace(first=5, every=20), window)
    eye.start()
    qtbot.waitUntil(lambda: len(looks) >= 3)
    eye.stop()
    seen = len(looks)
    qtbot.wait(60)
    assert len(looks) == seen


def test_versions_trash_and_backups_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    desk = cast(Any, SimpleNamespace())
    for room, name in (
        (versions, "look_in_background"),
        (trash, "purge_in_background"),
        (safekeeping, "back_up_daily"),
    ):
        monkeypatch.setattr(room, name, lambda _, name=name: looked.append(name))
    look_for_news(desk)
    look_after(desk)
    assert looked == ["look_in_background", "purge_in_background", "back_up_daily"]
