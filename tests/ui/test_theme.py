from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from paperdesk.ui import theme
from paperdesk.ui.theme import DARK, LIGHT, Scale, Theme, Tone, Tones


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[Theme]:
    worn = Theme(qapp)
    worn.use("light")
    yield worn
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1."""

    def light(colour: str) -> float:
        mixed = QColor(colour)
        parts = [mixed.redF(), mixed.greenF(), mixed.blueF()]
        linear: list[float] = [
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_text_can_be_read_on_every_ground(tones: Tones) -> None:
    for ground in (tones.paper, tones.rail, tones.hover, tones.tint):
        assert contrast(tones.ink, ground) >= 7
        assert contrast(tones.muted, ground) >= 4.5
    assert contrast(tones.on_accent, tones.accent) >= 4.5
    assert contrast(tones.accent, tones.paper) >= 4.5
    assert contrast(tones.alarm, tones.paper) >= 4.5


@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_the_outline_of_a_field_and_the_focus_ring_can_be_seen(tones: Tones) -> None:
    assert contrast(tones.edge, tones.paper) >= 3
    assert contrast(tones.accent, tones.rail) >= 3


def test_light_and_dark_are_put_on_widgets(worn: Theme, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert label.palette().color(Tone.PAPER).name() == LIGHT.paper
    worn.use("dark")
    assert label.palette().color(Tone.PAPER).name() == DARK.paper
    assert worn.dark()


def test_system_follows_the_system(worn: Theme, qapp: QApplication) -> None:
    worn.use("system")
    hints = qapp.styleHints()
    expected = hints.colorScheme() is Qt.ColorScheme.Dark
    assert worn.dark() == expected


def test_the_same_theme_twice_costs_nothing(
    worn: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed: list[str] = []
    monkeypatch.setattr(qapp, "setStyleSheet", dressed.append)
    worn.use("light")
    assert dressed == []


def test_the_style_sheet_is_one_that_qt_can_read(worn: Theme, qapp: QApplication) -> None:
    assert qapp.styleSheet() == theme.sheet(LIGHT)
    assert "{{" not in qapp.styleSheet()


def test_the_type_scale_goes_up(worn: Theme) -> None:
    sizes = [theme.font(step).pointSizeF() for step in Scale]
    assert sizes == sorted(sizes)
    assert theme.font(bold=True).weight() == QFont.Weight.DemiBold
