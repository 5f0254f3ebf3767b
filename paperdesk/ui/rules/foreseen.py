"""What a query would have hit lately: how many a day, and which papers."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from paperdesk.domain.paper import Paper
from paperdesk.domain.rule import Rehearsal
from paperdesk.infra.latex import plain
from paperdesk.ui.labels import ElidedLabel, label
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import date_words, how_many

SHOWN = 100
"""Papers that are listed: nobody reads more of them here."""


class Foreseen(QWidget):
    """A line that counts, one that tells the days, and the papers below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum = label(bold=True, wrap=True)
        self._days = ElidedLabel(Scale.CAPTION, tone=Tone.MUTED)
        self._papers = QListWidget()
        self._papers.setAccessibleName("Papers of the last 30 days that it finds")
        self._papers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self._sum, self._days, self._papers):
            column.addWidget(widget)

    def say(self, sentence: str) -> None:
        """Say why nothing is shown."""
        self._sum.setText(sentence)
        self._days.setText("")
        self._papers.clear()

    def show_found(self, found: Rehearsal, papers: Sequence[Paper]) -> None:
        """Show what was found, the newest first."""
        self._sum.setText(summary(found))
        self._days.setText(by_day(found.days))
        self._papers.clear()
        self._papers.addItems([_line(paper) for paper in papers[:SHOWN]])

    def said(self) -> str:
        """The line that counts."""
        return self._sum.text()

    def titles(self) -> list[str]:
        """The papers that are listed."""
        return [self._papers.item(row).text() for row in range(self._papers.count())]


def summary(found: Rehearsal) -> str:
    """How many papers of the last days there are."""
    reach = f"of the 30 days up to {date_words(found.until)}" if found.until else "here"
    if not found.papers:
        return f"No paper {reach}"
    papers, days = how_many(len(found.papers), "paper"), how_many(len(found.days), "day")
    return f"{papers} {reach}, on {days}"


def by_day(days: Mapping[date, int]) -> str:
    """How many on each day, the newest first."""
    newest = sorted(days.items(), reverse=True)
    return "  ·  ".join(f"{day.day} {day:%b} {count}" for day, count in newest)


def _line(paper: Paper) -> str:
    first = f" — {paper.authors[0]}" if paper.authors else ""
    return f"{plain(paper.title)}{first}"
