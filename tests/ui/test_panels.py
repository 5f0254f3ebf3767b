from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.panels import Panels


def pane(name: str) -> QLabel:
    made = QLabel(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


@pytest.fixture
def widgets() -> dict[str, QLabel]:
    return {n: pane(n) for n in ("sidebar", "list", "results", "page", "reader", "notes")}


@pytest.fixture
def panels(qtbot: QtBot, widgets: dict[str, QLabel]) -> Iterator[Panels]:
    window = QWidget()
    qtbot.addWidget(window)
    panels = Panels(
        {
            "sidebar": (widgets["sidebar"],),
            "list": (widgets["list"], widgets["results"]),
            "paper": (widgets["page"], widgets["reader"]),
            "notes": (widgets["notes"],),
        },
        window,
    )
    window.resize(1400, 700)
    panels.resize(1400, 700)
    with qtbot.waitActive(window):
        window.show()
    panels.focus("list")
    yield panels
    window.close()


def test_the_pane_with_the_keys_is_known(panels: Panels) -> None:
    assert panels.with_keys() == "list"
    panels.focus("notes")
    assert panels.with_keys() == "notes"


def test_a_pane_can_be_hidden_and_shown(panels: Panels, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panels.toggled) as told:
        panels.toggle("notes")
    assert told.args == ["notes", False]
    assert not panels.shown("notes")
    panels.reveal("notes")
    assert panels.shown("notes")


def test_hiding_the_pane_with_the_keys_hands_them_on(panels: Panels) -> None:
    panels.toggle("list")
    assert panels.with_keys() == "paper"
    panels.focus("notes")
    panels.toggle("notes")
    assert panels.with_keys() == "paper"


def test_the_keys_go_round_the_panes_that_are_shown(panels: Panels) -> None:
    panels.reveal("notes", on=False)
    walked = []
    for _ in range(3):
        panels.cycle(1)
        walked.append(panels.with_keys())
    assert walked == ["paper", "sidebar", "list"]
    panels.cycle(-1)
    assert panels.with_keys() == "sidebar"


def test_another_widget_on_top_takes_the_keys_if_the_pane_had_them(
    panels: Panels, widgets: dict[str, QLabel]
) -> None:
    panels.put("list", widgets["results"])
    assert QApplication.focusWidget() is widgets["results"]
    panels.put("paper", widgets["reader"])
    assert QApplication.focusWidget() is widgets["results"]
    assert panels.top("paper") is widgets["reader"]


def test_widths_are_kept_and_restored(panels: Panels) -> None:
    panels.setSizes([180, 420, 500, 300])
    panels.toggle("notes")
    QApplication.processEvents()
    kept = panels.widths()
    panels.setSizes([300, 300, 800, 0])
    panels.reveal("notes")
    panels.set_widths(kept)
    assert not panels.shown("notes")
    again = panels.widths()
    assert abs(again["sidebar"] - kept["sidebar"]) <= 2
    assert abs(again["list"] - kept["list"]) <= 2


def test_the_paper_is_never_hidden_by_what_was_kept(panels: Panels) -> None:
    panels.set_widths({"hidden.paper": 1, "hidden.sidebar": 1})
    assert panels.shown("paper")
    assert not panels.shown("sidebar")


def test_a_pane_widens_as_far_as_the_paper_gives(panels: Panels) -> None:
    panels.resize(1400, 600)
    before = panels.widths()
    panels.widen("list", before["list"] + 100)
    after = panels.widths()
    assert after == before | {"list": before["list"] + 100, "paper": before["paper"] - 100}
    panels.widen("list", 5_000)
    assert panels.widths()["paper"] < before["paper"] - 100
    assert panels.widths()["notes"] == before["notes"]
