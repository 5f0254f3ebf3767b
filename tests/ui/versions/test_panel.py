from typing import Any

import pytest
from PySide6.QtCore import Qt

from paperdesk.domain.comparison import Change, Compared, Comparison, Kind, Part, Spot, Stretch
from paperdesk.domain.paper import PaperId
from paperdesk.ui.versions.panel import ChangesPanel


def change(text: str, kind: Kind = Kind.CHANGED) -> Change:
    side = (Stretch(text, changed=True),)
    return Change(kind, Part.TEXT, "1 Introduction", side, side, Spot(0, 1.0), Spot(1, 2.0))


@pytest.fixture
def panel(qtbot: Any) -> ChangesPanel:
    made = ChangesPanel()
    qtbot.addWidget(made)
    found = Comparison((change("alpha"), change("beta", Kind.MOVED), change("gamma")), 4)
    made.show_compared(Compared(PaperId(1), "A paper", "v1", "v2", found, (1, 2)))
    return made


def test_changes_are_listed_with_signs_and_the_first_is_shown(panel: ChangesPanel) -> None:
    rows = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert rows[0] == "≠ Paragraph changed, page 2 · 1 Introduction"
    assert rows[1].startswith("↕ Paragraph moved")
    assert panel.current() == change("alpha")


def test_steps_stay_within_the_list(panel: ChangesPanel) -> None:
    panel.step(-1)
    assert panel.current() == change("alpha")
    panel.step(9)
    assert panel.current() == change("gamma")
    panel.go(0)
    assert panel.current() == change("alpha")


def test_the_rows_that_have_the_words_are_left(panel: ChangesPanel, qtbot: Any) -> None:
    panel.show()
    panel.narrow()
    qtbot.keyClicks(panel.focusWidget() or panel._field, "beta")
    assert panel.list.count() == 1
    assert panel.current() == change("beta", Kind.MOVED)
    qtbot.keyClick(panel._field, Qt.Key.Key_Escape)
    assert panel.list.count() == 3


def test_esc_and_enter_lead_out(panel: ChangesPanel, qtbot: Any) -> None:
    with qtbot.waitSignal(panel.chosen):
        panel.choose()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_no_change_is_no_trouble(panel: ChangesPanel) -> None:
    panel.show_compared(Compared(PaperId(1), "A paper", "v1", "v2", Comparison()))
    panel.step(1)
    panel.choose()
    assert panel.current() is None
