"""Widgets under test wear the light theme; papers are made in one line."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import Paper, PaperId
from paperdesk.ui.theme import Theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, whatever the test before has done."""
    theme = Theme(qapp)
    theme.use("light")
    yield theme
    theme.setParent(None)


@pytest.fixture(autouse=True)
def _held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The windows of a test stay as long as it does, and end with it.

    Else Python deletes one that no variable holds when it next looks for garbage, and
    that may be while the window is being painted.
    """
    held, add = list[QWidget](), QtBot.addWidget

    def hold(qtbot: QtBot, widget: QWidget, **how: Any) -> None:
        held.append(widget)
        add(qtbot, widget, **how)

    monkeypatch.setattr(QtBot, "addWidget", hold)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass
class Shop:
    """Papers by id, and a record of what was asked for."""

    papers: dict[int, Paper] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)

    def stock(self, many: int) -> "array[int]":
        """Make papers 1 to `many`; returns their ids."""
        for number in range(1, many + 1):
            self.papers[number] = Paper(
                PaperId(number),
                f"Paper {number}",
                ("Ada Lovelace", "Alan Turing"),
                "An abstract of some length. " * 12,
                date(2026, 5, 29),
            )
        return array("q", range(1, many + 1))

    def load(self, ids: Sequence[PaperId]) -> Sequence[Paper]:
        """Read papers, as the library would."""
        self.asked.append(len(ids))
        return [self.papers[paper] for paper in ids if paper in self.papers]

    def change(self, number: int, **values: object) -> PaperId:
        """Change one paper."""
        self.papers[number] = replace(self.papers[number], **values)  # type: ignore[arg-type]
        return PaperId(number)


@pytest.fixture
def shop() -> Shop:
    """Where the papers of a list come from."""
    return Shop()
