from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject

from paperdesk.app.desktop import watching
from paperdesk.commands import trash, versions


def test_it_looks_soon_after_the_start_and_again_until_it_is_stopped(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    monkeypatch.setattr(versions, "look_in_background", looks.append)
    monkeypatch.setattr(trash, "purge_in_background", looks.append)
    monkeypatch.setattr(watching, "FIRST", 5)
    monkeypatch.setattr(watching, "BATCHES", 20)
    window, desk = QObject(), cast(Any, SimpleNamespace())
    eye = watching.Watching(desk, window)
    eye.start()
    qtbot.waitUntil(lambda: len(looks) >= 3)
    eye.stop()
    seen = len(looks)
    qtbot.wait(60)
    assert len(looks) == seen
    assert set(map(id, looks)) == {id(desk)}
