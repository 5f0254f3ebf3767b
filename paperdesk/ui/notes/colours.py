"""Markdown in the editor, lightly coloured: its marks step back, its meaning shows."""

import re
from enum import IntEnum

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from paperdesk.ui.notes.writing import units
from paperdesk.ui.theme import Tone


class _State(IntEnum):
    """What a line leaves to the next one."""

    TEXT = 0
    FENCED = 1


_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_LEAD = re.compile(r"\s*(?:(?:>\s?)+|[-*+]\s+(?:\[[ xX]\]\s)?|\d{1,9}[.)]\s+)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?![\s*_])([^*_]+?)(?<![\s\\])\1(?![\w*_])")
_CODE = re.compile(r"(`+)(.+?)\1(?!`)")
_LINK = re.compile(r"(\[)([^\]]*)(\]\()([^)\s]*)(\))")


class Colours(QSyntaxHighlighter):
    """Colours one line at a time; formulas and raw text are left alone."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._line = ""
        self._under = ""
        self.dress(palette)

    def dress(self, palette: QPalette) -> None:
        """Take the colours of a theme."""
        muted, accent = palette.color(Tone.MUTED), palette.color(Tone.ACCENT)
        self._formats = {
            "": QTextCharFormat(),
            "mark": _format(muted),
            "lead": _format(accent),
            "heading": _format(palette.color(Tone.INK), bold=True),
            "strong": _format(None, bold=True),
            "emphasis": _format(None, italic=True),
            "code": _format(None, fixed=True),
            "quote": _format(muted),
            "link": _format(accent),
        }
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        self._line, self._under = text, ""
        fenced = self.previousBlockState() == _State.FENCED
        fence = _FENCE.match(text)
        if fenced or fence:
            self._paint(0, len(text), "mark" if fence else "code")
            self.setCurrentBlockState(_State.TEXT if fenced == bool(fence) else _State.FENCED)
            return
        self.setCurrentBlockState(_State.TEXT)
        self._lead()
        self._inline()

    def _lead(self) -> None:
        """What opens the line, and what that makes of the rest of it."""
        if heading := _HEADING.match(self._line):
            self._under = "heading"
            self._paint(0, len(self._line), "heading")
            self._paint(0, heading.end(), "mark")
        elif lead := _LEAD.match(self._line):
            if ">" in lead[0]:
                self._under = "quote"
                self._paint(0, len(self._line), "quote")
            self._paint(0, lead.end(), "lead")

    def _inline(self) -> None:
        for pattern, name in ((_STRONG, "strong"), (_EMPHASIS, "emphasis"), (_CODE, "code")):
            for found in pattern.finditer(self._line):
                self._paint(found.start(), found.end(), "mark")
                self._paint(found.start(2), found.end(2), name)
        for found in _LINK.finditer(self._line):
            self._paint(found.start(), found.end(), "mark")
            self._paint(found.start(2), found.end(2), "link")

    def _paint(self, start: int, end: int, name: str) -> None:
        """Format a stretch over what the whole line is: bold in a quote stays a quote."""
        made = QTextCharFormat(self._formats[self._under])
        made.merge(self._formats[name])
        first = units(self._line[:start])
        self.setFormat(first, units(self._line[:end]) - first, made)


def _format(
    colour: QColor | None, *, bold: bool = False, italic: bool = False, fixed: bool = False
) -> QTextCharFormat:
    made = QTextCharFormat()
    if colour is not None:
        made.setForeground(colour)
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    if fixed:
        families = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
        made.setFontFamilies(families)
    return made
