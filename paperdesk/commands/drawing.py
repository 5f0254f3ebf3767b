"""Verbs of what is drawn over a page: areas, words, lines; and how they are moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.marks import chosen, marked
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Anchor, Highlight, Kind, Quad, Stroke
from paperdesk.domain.paper import PaperId

_BOXED = (Kind.AREA, Kind.TEXT, Kind.INK)
"""Kinds that may stand anywhere; a passage stands where its words are."""


def capture(desk: Desk) -> None:
    """Keep a part of a page as a mark and a picture: drag a rectangle, or use the arrows."""
    paper = _paper(desk)

    def keep(anchor: Anchor) -> None:
        _keep(desk, paper, anchor, Kind.AREA, lambda made: _pictured(desk, made))

    _begun(began=desk.drawing.pick_area(keep))


def write(desk: Desk) -> None:
    """Write words on the page: draw the rectangle that they stand in, then type."""
    paper = _paper(desk)

    def keep(anchor: Anchor) -> None:
        _keep(desk, paper, anchor, Kind.TEXT, lambda made: desk.marking.write_comment(made.id))

    _begun(began=desk.drawing.pick_area(keep))


def draw(desk: Desk) -> None:
    """Draw on the page by hand; Enter keeps what was drawn."""
    paper, colour = _paper(desk), desk.frame.colour()

    def keep(anchor: Anchor, strokes: Sequence[Stroke]) -> None:
        desk.write(
            lambda: desk.marks.draw(paper, anchor, strokes, colour), lambda made: marked(desk, made)
        )

    _begun(began=desk.drawing.draw(colour, keep))


def move(desk: Desk) -> None:
    """Move or resize the chosen area, text or drawing: arrows, with Shift its size, Enter."""
    mark = desk.notes.highlight(chosen(desk))
    if mark.kind not in _BOXED:
        raise NothingSelected("A passage stands where its words are: only other marks move.")

    def keep(quad: Quad) -> None:
        desk.write(lambda: desk.marks.reshape(mark.id, quad), lambda _: _moved(desk, mark))

    if not desk.drawing.reshape(mark, keep):
        raise NothingSelected("Open the paper at this mark first: Enter goes there.")


def _moved(desk: Desk, mark: Highlight) -> None:
    desk.view.say(f"{mark.kind.value.capitalize()} moved", undo=True)
    if mark.kind is Kind.AREA:
        _pictured(desk, desk.notes.highlight(mark.id))


def _paper(desk: Desk) -> PaperId:
    paper = desk.page.paper()
    if paper is None:
        raise NothingSelected("Open a paper first: this is done on its pages.")
    return paper


def _begun(*, began: bool) -> None:
    if not began:
        raise NothingSelected("Open a paper first: this is done on its pages.")


def _keep(
    desk: Desk, paper: PaperId, anchor: Anchor, kind: Kind, then: Callable[[Highlight], None]
) -> None:
    colour = desk.frame.colour()

    def done(made: Highlight) -> None:
        marked(desk, made)
        then(made)

    desk.write(lambda: desk.notes.mark_passage(paper, [anchor], colour, kind), done)


def _pictured(desk: Desk, made: Highlight) -> None:
    """Draw the picture of an area; one that cannot be drawn now is drawn later."""
    document = desk.file.document(made.paper)
    desk.read(lambda: desk.captures.make(made, document), lambda _: desk.marking.show_pictures())
