"""What is painted by hand on a page, in colours that go with those of the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from paperdesk.domain.dress import WHITE, Dress

_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_SCREEN = QPainter.CompositionMode.CompositionMode_Screen
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver

_DEEP = 52
"""How bright a tint of dark paper is at most, of 255: text on it keeps its contrast."""

_GREYISH = 24

_BRIGHT = 165
"""How bright a line on dark paper is at least."""


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours of one page theme: of the sheet, of cards on it, of marks over it."""

    dark: bool
    paper: QColor
    ink: QColor
    faint: QColor
    edge: QColor
    alarm: QColor
    card: QColor

    def tint(self, colour: QColor) -> QColor:
        """What a tint meant for white paper is on this one."""
        return _deepened(colour) if self.dark else colour

    def line(self, colour: QColor) -> QColor:
        """What a line meant for white paper is on this one."""
        return _brightened(colour) if self.dark else colour

    def fill(self, painter: QPainter, areas: Iterable[QRectF], colour: QColor) -> None:
        """Tint what lies under some boxes; the text there stays as readable as it is.

        White paper is multiplied with a tint, which leaves dark letters dark; dark
        paper is brightened by one, which leaves bright letters bright.
        """
        tint = self.tint(colour)
        painter.setCompositionMode(_SCREEN if self.dark else _MULTIPLY)
        for area in areas:
            painter.fillRect(area, tint)
        painter.setCompositionMode(_OVER)


def shades(dress: Dress) -> Shades:
    """The colours that go with a page theme."""
    paper, ink = QColor(dress.paper), QColor(dress.ink)
    if dress == WHITE:
        ink = QColor("#1d1f24")
    alarm = QColor("#ff8a80") if dress.dark else QColor("#b3261e")
    return Shades(
        dark=dress.dark,
        paper=paper,
        ink=ink,
        faint=_between(paper, ink, 0.68),
        edge=_between(paper, ink, 0.2),
        alarm=alarm,
        card=_between(paper, alarm, 0.08),
    )


def _between(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(_rgb(one), _rgb(other), strict=True)
    return QColor(*(round(start + (end - start) * share) for start, end in parts))


def _deepened(colour: QColor) -> QColor:
    """The same hue, strong and dark."""
    if colour.hsvSaturation() < _GREYISH:
        return QColor.fromHsv(0, 0, _DEEP * 3 // 4)
    return QColor.fromHsv(max(colour.hsvHue(), 0), 235, _DEEP)


def _brightened(colour: QColor) -> QColor:
    """The same hue, light enough to be seen on dark paper."""
    return QColor.fromHsl(max(colour.hslHue(), 0), min(colour.hslSaturation(), 200), _BRIGHT)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


ON_WHITE = shades(WHITE)
