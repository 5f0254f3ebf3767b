"""Labels that show words as they are: what a source or a host said is no markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from paperdesk.ui.theme import Scale, Tone, font


def label(
    scale: Scale = Scale.BODY,
    *,
    tone: QPalette.ColorRole = Tone.INK,
    bold: bool = False,
    wrap: bool = False,
) -> QLabel:
    """A label in a step of the type scale and a tone of the theme."""
    made = QLabel()
    _dress(made, scale, tone, bold=bold)
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room for it all.

    It never pushes its neighbours away; the whole of a cut line is its tool tip.
    """

    def __init__(
        self,
        scale: Scale = Scale.BODY,
        *,
        tone: QPalette.ColorRole = Tone.INK,
        bold: bool = False,
    ) -> None:
        super().__init__()
        self._mode = Qt.TextElideMode.ElideRight
        _dress(self, scale, tone, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_path(self, *, on: bool) -> None:
        """Leave out the middle of what is too long, as of a path whose end says most."""
        modes = Qt.TextElideMode
        self._mode = modes.ElideMiddle if on else modes.ElideRight

    def setText(self, text: str) -> None:
        """Show this text in one line, or as much of it as fits."""
        super().setText(" ".join(text.splitlines()))
        self._tell_whole()

    def shown(self) -> str:
        """What can be read of the text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), flags, self.shown())

    def _tell_whole(self) -> None:
        self.setToolTip("" if self.shown() == self.text() else self.text())


def _dress(made: QLabel, scale: Scale, tone: QPalette.ColorRole, *, bold: bool) -> None:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(scale, bold=bold))
    made.setForegroundRole(tone)
