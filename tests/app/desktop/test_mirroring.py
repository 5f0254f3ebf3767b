"""What changes is copied a little later, all of it once, and a fault is said once."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject

from paperdesk.app.desktop import mirroring
from paperdesk.domain.errors import DiskFull
from paperdesk.domain.events import NotesChanged, PapersChanged, RulesChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.jobs import AtOnce


class Safety:
    """Remembers what it was to copy."""

    def __init__(self) -> None:
        self.mirrored = True
        self.copied: list[list[int] | None] = []
        self.full = False

    def mirror(self, _job: object, papers: list[int] | None) -> None:
        if self.full:
            raise DiskFull("The disk is full.")
        self.copied.append(papers)


class Scene:
    def __init__(self) -> None:
        self.safety, self.bus, self.window = Safety(), Bus(), QObject()
        self.complaints: list[str] = []
        view = SimpleNamespace(complain=lambda error: self.complaints.append(str(error)))
        desk = cast(Any, SimpleNamespace(safety=self.safety, jobs=AtOnce(), view=view))
        self.mirroring = mirroring.Mirroring(desk, self.bus, self.window)


@pytest.fixture
def scene(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(mirroring, "GATHER", 10)
    monkeypatch.setattr(mirroring, "FIRST", 10)
    return Scene()


def test_changes_gather_and_are_copied_once(scene: Scene, qtbot: Any) -> None:
    scene.bus.publish(PapersChanged((PaperId(1), PaperId(2))))
    scene.bus.publish(NotesChanged((PaperId(2),)))
    scene.bus.publish(RulesChanged())
    qtbot.waitUntil(lambda: bool(scene.safety.copied))
    assert scene.safety.copied == [[0, 1, 2]]


def test_all_is_looked_through_after_the_start(scene: Scene, qtbot: Any) -> None:
    scene.mirroring.start()
    qtbot.waitUntil(lambda: scene.safety.copied == [None])
    scene.mirroring.stop()


def test_who_wants_no_copy_gets_none(scene: Scene) -> None:
    scene.safety.mirrored = False
    scene.bus.publish(PapersChanged((PaperId(1),)))
    scene.mirroring.copy()
    assert scene.safety.copied == []


def test_a_fault_is_said_once_and_then_all_is_tried_again(scene: Scene) -> None:
    scene.safety.full = True
    for _ in range(2):
        scene.bus.publish(PapersChanged((PaperId(1),)))
        scene.mirroring.copy()
    scene.safety.full = False
    scene.mirroring.copy()
    assert scene.complaints == ["The disk is full."]
    assert scene.safety.copied == [None]
