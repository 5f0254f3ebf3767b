"""How passages look in reading mode: their letters, their margins, their sizes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from paperdesk.domain.pages import Link
from paperdesk.domain.typed import BOLD, ITALIC, MONO, RAISED
from paperdesk.reader.passages import Kind, Passage, Piece
from paperdesk.ui.reader.shades import Shades

_FACES = ("Source Serif 4", "Source Serif Pro", "Charter", "Noto Serif", "Georgia")
"""Faces for long texts, best first."""

KEY = QTextFormat.Property.UserProperty + 1
"""The property of a block that tells its passage."""

_LINES, _TIGHT = 145, 115
"""Percent of its natural height that a line takes, and a line of a title."""

_LINK = QColor("#2a4bb8")

_STEPS = {Kind.TITLE: 3, Kind.CAPTION: -1, Kind.NOTE: -1}
"""Steps larger or smaller than the text."""

_ABOVE = {Kind.TITLE: 1.2, Kind.HEADING: 1.5, Kind.PICTURE: 0.8, Kind.CAPTION: 0.3, Kind.NOTE: 0.5}
_BELOW = {Kind.TITLE: 1.0, Kind.HEADING: 0.5, Kind.PICTURE: 0.5, Kind.CAPTION: 1.2, Kind.ITEM: 0.3}
_USUAL_BELOW = 0.75


def text_font(size: float) -> QFont:
    """The font of the text, in points."""
    made = QFont()
    made.setFamilies([*filter(QFontDatabase.hasFamily, _FACES), "serif"])
    made.setPointSizeF(size)
    return made


def block_format(passage: Passage, key: int, em: float) -> QTextBlockFormat:
    """The margins and lines of a passage; `em` is the height of its letters."""
    made = QTextBlockFormat()
    made.setProperty(KEY, key)
    made.setTopMargin(_ABOVE.get(passage.kind, 0.0) * em)
    made.setBottomMargin(_BELOW.get(passage.kind, _USUAL_BELOW) * em)
    if passage.kind is Kind.PICTURE:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made
    height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    made.setLineHeight(_TIGHT if _is_heading(passage) else _LINES, height)
    if passage.kind is Kind.ITEM:
        made.setLeftMargin(1.6 * em)
        made.setTextIndent(-1.2 * em)
    if _is_heading(passage):
        made.setHeadingLevel(max(passage.level, 1))
    return made


def letters(passage: Passage, piece: Piece, shades: Shades) -> QTextCharFormat:
    """How some letters of a passage are set."""
    made = QTextCharFormat()
    heading = _is_heading(passage)
    bold = heading or bool(piece.style & BOLD)
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFontItalic(bool(piece.style & ITALIC) and not heading)
    made.setProperty(QTextFormat.Property.FontSizeAdjustment, _step(passage))
    if piece.style & RAISED:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if piece.style & MONO:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        made.setFontFamilies([fixed.family()])
    quiet = passage.kind in (Kind.CAPTION, Kind.NOTE)
    made.setForeground(shades.faint if quiet else shades.ink)
    if piece.link is not None:
        made.setAnchor(True)
        made.setAnchorHref(address(piece.link))
        made.setForeground(shades.line(_LINK))
    return made


def address(link: Link) -> str:
    """A link as the text carries it."""
    return link.uri or f"page:{link.page}/{link.top:.1f}"


def _step(passage: Passage) -> int:
    if passage.kind is Kind.HEADING:
        return max(2 - passage.level, 0)
    return _STEPS.get(passage.kind, 0)


def _is_heading(passage: Passage) -> bool:
    return passage.kind in (Kind.TITLE, Kind.HEADING)
