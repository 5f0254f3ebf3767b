"""What is asked of a list before its rows are here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.early import Early


@dataclass
class List:
    """A list whose rows may be to come."""

    coming: bool = True
    done: list[str] = field(default_factory=list)
    early: Early = field(init=False)

    def ask(self, what: str, *, lacking: bool = True) -> None:
        self.early.once(lambda: self.done.append(what), lacking=lacking)


@pytest.fixture
def rows(qapp: QObject) -> Iterator[List]:
    made, parent = List(), QObject()
    made.early = Early(lambda: made.coming, parent)
    yield made
    made.early.forget()


def test_what_comes_too_early_is_done_in_its_order_once_the_rows_are_here(rows: List) -> None:
    rows.ask("last")
    rows.ask("choose", lacking=False)
    rows.early.arrived()
    assert rows.done == []
    rows.coming = False
    rows.early.arrived()
    assert rows.done == ["last", "choose"]
    rows.ask("up")
    assert rows.done[2:] == ["up"]


def test_what_lacks_nothing_is_done_at_once(rows: List) -> None:
    rows.ask("down", lacking=False)
    assert rows.done == ["down"]


def test_nothing_waits_for_ever(rows: List, qtbot: QtBot) -> None:
    rows.early.findChildren(QTimer)[0].setInterval(1)
    rows.ask("last")
    qtbot.waitUntil(lambda: rows.done == ["last"])


def test_who_turns_away_asks_for_nothing_more(rows: List) -> None:
    rows.ask("last")
    rows.early.forget()
    rows.coming = False
    rows.early.arrived()
    assert rows.done == []
