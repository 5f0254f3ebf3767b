"""Verbs that put a paper on paper."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Highlight
from paperdesk.domain.paper import PaperId


def print_paper(desk: Desk) -> None:
    """Print the open paper, or some of its pages, with your marks."""
    paper = _open_paper(desk)
    _print(desk, paper, desk.notes.highlights(paper))


def print_plain(desk: Desk) -> None:
    """Print the open paper as it came, without your marks."""
    _print(desk, _open_paper(desk), ())


def _open_paper(desk: Desk) -> PaperId:
    paper = desk.page.paper()
    if paper is None:
        raise NothingSelected("Open a paper first: what is open is printed.")
    return paper


def _print(desk: Desk, paper: PaperId, marks: Sequence[Highlight]) -> None:
    desk.press.print_pages(desk.file.document(paper), desk.library.paper(paper).title, marks)
