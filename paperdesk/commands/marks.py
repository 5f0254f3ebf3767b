"""Verbs of marks: highlight, underline, recolour, remove, go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.domain.colours import Meanings, spoken
from paperdesk.domain.errors import NotFound, NothingSelected
from paperdesk.domain.note import Colour, Highlight, HighlightId, Kind
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tags import asked

_DONE = {
    Kind.HIGHLIGHT: "Highlighted",
    Kind.UNDERLINE: "Underlined",
    Kind.AREA: "Area kept",
    Kind.TEXT: "Written on the page",
    Kind.INK: "Drawn",
}


_NOW = "c comments, Esc lets go"
"""What keys are about now, which were about the paper and its note before."""


def highlight(desk: Desk) -> None:
    """Highlight the selected text in the colour used last."""
    _mark(desk, desk.frame.colour())


def underline(desk: Desk) -> None:
    """Underline the selected text in the colour used last."""
    _mark(desk, desk.frame.colour(), Kind.UNDERLINE)


def highlight_and_comment(desk: Desk) -> None:
    """Highlight the selected text and say something of it; a chosen mark is commented on."""
    paper, passage = desk.page.paper(), desk.page.selections()
    if paper is None or not passage:
        comment(desk)
        return
    desk.page.clear_selection()
    desk.write(
        lambda: desk.notes.mark_passage(paper, passage, desk.frame.colour()),
        lambda made: marked(desk, made, commented=True),
    )


def comment(desk: Desk) -> None:
    """Say something of the chosen mark, in Markdown, beside the page."""
    desk.marking.write_comment(chosen(desk))


def tag(desk: Desk) -> None:
    """Put tags on the chosen mark; with a minus in front, take one off."""
    current = chosen(desk)
    borne = ", ".join(desk.notes.highlight(current).tags)
    question = f"Tags of this mark, commas between (now: {borne or 'none'}); -name takes one off"
    add, remove = asked(desk.view.ask_text(question, choices=desk.marks.tag_names()))
    if add or remove:
        desk.write(
            lambda: desk.marks.tag(current, add=add, remove=remove),
            lambda done: desk.view.say(done, undo=True),
        )


def cited(desk: Desk) -> None:
    """Go to the note that cites the chosen mark, or choose one of several."""
    current = chosen(desk)
    paper = desk.notes.highlight(current).paper
    desk.read(
        lambda: desk.marks.citing(paper).get(current, ()),
        lambda papers: _go_to_note(desk, current, papers),
    )


def _go_to_note(desk: Desk, mark: HighlightId, papers: Sequence[PaperId]) -> None:
    if not papers:
        desk.view.say("No note cites this mark. Alt+Enter quotes it in the paper's note.")
        return
    named = {paper.title: paper.id for paper in desk.library.papers(papers)}
    title = next(iter(named), None)
    if len(named) > 1:
        title = desk.view.ask_text("Which note?", choices=tuple(named))
    if title in named:
        desk.marking.show_note(named[title], mark)


def show(desk: Desk) -> None:
    """Show the marks of this paper beside its pages, or put them away."""
    desk.side.toggle("marks")


def browse(desk: Desk) -> None:
    """Show the marks of the whole library in one list, by paper or by tag."""
    desk.marking.browse()


def yellow(desk: Desk) -> None:
    """Make the selected text or mark yellow."""
    _mark(desk, Colour.YELLOW)


def green(desk: Desk) -> None:
    """Make the selected text or mark green."""
    _mark(desk, Colour.GREEN)


def blue(desk: Desk) -> None:
    """Make the selected text or mark blue."""
    _mark(desk, Colour.BLUE)


def pink(desk: Desk) -> None:
    """Make the selected text or mark pink."""
    _mark(desk, Colour.PINK)


def orange(desk: Desk) -> None:
    """Make the selected text or mark orange."""
    _mark(desk, Colour.ORANGE)


def purple(desk: Desk) -> None:
    """Make the selected text or mark purple."""
    _mark(desk, Colour.PURPLE)


def red(desk: Desk) -> None:
    """Make the selected text or mark red."""
    _mark(desk, Colour.RED)


def grey(desk: Desk) -> None:
    """Make the selected text or mark grey."""
    _mark(desk, Colour.GREY)


def name_colour(desk: Desk) -> None:
    """Say what a colour stands for to you, such as “claim” or “method”."""
    known = {spoken(colour, meanings(desk)): colour for colour in Colour}
    said = desk.view.ask_text("Which colour stands for something?", choices=tuple(known))
    colour = known.get(said or "") or next((one for one in Colour if one.value == said), None)
    if said and colour is None:
        raise NotFound(f"“{said}” is no colour of marks: these are {', '.join(Colour)}.")
    if colour is None:
        return
    before = meanings(desk)[colour]
    meaning = desk.view.ask_text(f"What {colour} marks stand for; nothing takes it away", before)
    if meaning is None:
        return
    desk.write(
        lambda: desk.settings.set(f"means-{colour}", " ".join(meaning.split())),
        lambda _: desk.view.say(f"Marks are now {spoken(colour, meanings(desk))}"),
    )


def meanings(desk: Desk) -> Meanings:
    """What each colour stands for to this reader."""
    return {colour: str(desk.settings.get(f"means-{colour}")) for colour in Colour}


def drop(desk: Desk) -> None:
    """Remove the chosen mark; undo brings it back."""
    current = chosen(desk)
    kind = desk.notes.highlight(current).kind
    desk.write(
        lambda: desk.notes.drop(current),
        lambda _: desk.view.say(f"{kind.value.capitalize()} removed", undo=True),
    )


def next_mark(desk: Desk) -> None:
    """Go to the next mark of the paper."""
    _step(desk, 1)


def previous_mark(desk: Desk) -> None:
    """Go to the mark before."""
    _step(desk, -1)


def chosen(desk: Desk) -> HighlightId:
    """The mark that a verb is about."""
    current = desk.marking.current()
    if current is None:
        raise NothingSelected("Choose a mark first: Alt+Down goes to the next one.")
    return current


def _step(desk: Desk, steps: int) -> None:
    if not desk.marking.step(steps):
        desk.view.say(f"No mark {'below' if steps > 0 else 'above'} here.")


def _mark(desk: Desk, colour: Colour, kind: Kind = Kind.HIGHLIGHT) -> None:
    """Mark what is selected, else give the chosen mark this colour."""
    paper, current = desk.page.paper(), desk.marking.current()
    passage = () if desk.marking.listed() else desk.page.selections()
    use(desk, colour)
    if paper is not None and passage:
        desk.page.clear_selection()
        desk.write(
            lambda: desk.notes.mark_passage(paper, passage, colour, kind),
            lambda made: marked(desk, made),
        )
    elif current is not None:
        _recolour(desk, current, colour)
    else:
        desk.view.say("Select text first, then press h, or 1 to 8 for a colour.")


def use(desk: Desk, colour: Colour) -> None:
    """Let the next mark have this colour, also after a restart."""
    if colour is not desk.frame.colour():
        desk.frame.set_colour(colour)
        desk.write(lambda: desk.settings.set("colour", colour.value), lambda _: None)


def _recolour(desk: Desk, current: HighlightId, colour: Colour) -> None:
    kind = desk.notes.highlight(current).kind
    desk.write(
        lambda: desk.notes.recolour(current, colour),
        lambda _: desk.view.say(f"The {kind} is {spoken(colour, meanings(desk))} now", undo=True),
    )


def marked(desk: Desk, made: Highlight, *, commented: bool = False) -> None:
    """What was just marked is what the next key is about: a colour, a quote."""
    desk.page.choose(made.id)
    if commented:
        desk.marking.write_comment(made.id)
    done = f"{_DONE[made.kind]} in {spoken(made.colour, meanings(desk))}"
    desk.view.say(done if commented else f"{done} · {_NOW}", undo=True)
