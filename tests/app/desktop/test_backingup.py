from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject

from paperdesk.app.desktop import backingup
from paperdesk.commands import safekeeping


def test_it_looks_after_the_start_and_again_until_it_is_stopped(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    monkeypatch.setattr(safekeeping, "back_up_daily", looks.append)
    monkeypatch.setattr(backingup, "FIRST", 5)
    monkeypatch.setattr(backingup, "LOOK", 20)
    window, desk = QObject(), cast(Any, SimpleNamespace())
    maker = backingup.BackingUp(desk, window)
    maker.start()
    qtbot.waitUntil(lambda: len(looks) >= 3)
    maker.stop()
    seen = len(looks)
    qtbot.wait(60)
    assert len(looks) == seen
