"""Notes, highlights and places: written, changed, thrown away, quoted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from paperdesk.domain import quote
from paperdesk.domain.annotation import foreign_name
from paperdesk.domain.deeplink import DeepLink
from paperdesk.domain.errors import NotFound
from paperdesk.domain.lines import written
from paperdesk.domain.merge import merged
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind, Note, Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal
from paperdesk.notes import store
from paperdesk.notes.order import reading_order
from paperdesk.notes.stamps import mark_id, utc_now


class Notes:
    """What the reader writes and marks; `journal` can take each of it back."""

    def __init__(
        self, changes: Changes, journal: Journal, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def note(self, paper: PaperId) -> Note | None:
        """The Markdown note of a paper, if it has one."""
        return store.note(self._changes.database.read(), paper)

    def write(
        self, paper: PaperId, text: str, *, base: str | None = None, typing: bool = False
    ) -> str:
        """Make this the note of a paper; an empty text leaves it without one.

        With `base`, the text that was there when writing began, what others
        changed meanwhile is kept. Without, the note is replaced, and undo gives
        back what was there. `typing` that goes on is one step of the journal,
        not one a keystroke. Returns the text that now stands.
        """
        step = f"note:{paper}" if typing else ""
        with self._journal.act("Write note", [paper], merge=step) as edit:
            asked, paper = paper, store.standing(edit.connection, paper)
            before = store.text_before(edit.connection, paper)
            whole = written(text)
            if base is not None or asked != paper:
                whole = merged(written(base or ""), whole, written(before))
            if not whole.strip():
                edit.delete("note", {"paper": paper})
            elif whole != before:
                updated = self._now().timestamp()
                edit.insert("note", {"paper": paper}, {"text": whole, "updated": updated})
        return whole

    def append(self, paper: PaperId, text: str) -> None:
        """Add a paragraph at the end of a paper's note."""
        if not text.strip():
            return
        with self._journal.act("Add to note", [paper]) as edit:
            paper = store.standing(edit.connection, paper)
            before = store.text_before(edit.connection, paper).rstrip()
            whole = written(f"{before}\n\n{text}" if before else text)
            updated = self._now().timestamp()
            edit.insert("note", {"paper": paper}, {"text": whole, "updated": updated})

    def bring(self, edit: Edit, paper: PaperId, text: str) -> None:
        """Put into a paper's note, within an action, what another program kept; once."""
        before = store.text_before(edit.connection, paper).rstrip()
        new = written(text).rstrip()
        if not new or new in before:
            return
        whole = written(f"{before}\n\n{new}" if before else new)
        updated = self._now().timestamp()
        edit.insert("note", {"paper": paper}, {"text": whole, "updated": updated})

    def highlights(self, paper: PaperId) -> tuple[Highlight, ...]:
        """The highlights of a paper, in reading order."""
        return reading_order(store.highlights(self._changes.database.read(), paper))

    def highlight(self, wanted: HighlightId) -> Highlight:
        """One highlight; NotFound if it is in the trash or was never there."""
        if foreign_name(wanted):
            raise NotFound(
                "This mark stands in the PDF itself. “Adopt the marks in the PDF” makes it yours."
            )
        found = store.highlight(self._changes.database.read(), wanted)
        if found is None:
            raise NotFound("This highlight is no longer here. Undo may bring it back.")
        return found

    def mark(self, paper: PaperId, anchor: Anchor, colour: Colour) -> Highlight:
        """Highlight a passage."""
        return self.mark_passage(paper, [anchor], colour)

    def mark_passage(
        self,
        paper: PaperId,
        anchors: Sequence[Anchor],
        colour: Colour,
        kind: Kind = Kind.HIGHLIGHT,
    ) -> Highlight:
        """Mark a passage, which may run over pages, an anchor each: one mark."""
        first, *rest = anchors
        made = Highlight(mark_id(), paper, first, colour, self._now(), kind=kind, rest=tuple(rest))
        return self.keep(made, kind.value.capitalize())

    def keep(self, made: Highlight, title: str) -> Highlight:
        """Keep a mark that is new, as a step of this title, with the PDF that it is on."""
        edition = store.edition(self._changes.database.read(), made.paper)
        made = replace(made, edition=made.edition or edition)
        with self._journal.act(title, [made.paper]) as edit:
            made = replace(made, paper=store.standing(edit.connection, made.paper))
            edit.insert("highlight", {"id": made.id}, store.highlight_row(made))
        return made

    def recolour(self, wanted: HighlightId, colour: Colour) -> None:
        """Give a highlight another colour."""
        self._change("Recolour highlight", wanted, colour=colour.value)

    def comment(self, wanted: HighlightId, text: str) -> None:
        """Say something about a highlight, in Markdown."""
        self._change("Comment on highlight", wanted, comment=text)

    def drop(self, wanted: HighlightId) -> None:
        """Throw a highlight into the trash."""
        self._change("Delete highlight", wanted, trashed=self._now().timestamp())

    def quote(self, highlight: Highlight, paper: PaperId, label: str = "") -> str:
        """A highlight as a Markdown quote, with a link that jumps to its place.

        `label` is what is printed on the page, where the caller knows better
        than the highlight does.
        """
        anchor = highlight.anchor
        link = str(DeepLink(paper, anchor.page, highlight.id))
        where = quote.source(label or anchor.label, anchor.page, link)
        return quote.block(quote.escaped(highlight.text), f"— {where}")

    def place(self, paper: PaperId) -> Place | None:
        """Where the reader was in a paper, if it was ever read."""
        return store.place(self._changes.database.read(), paper)

    def keep_place(self, paper: PaperId, place: Place, seen: float = 0.0) -> None:
        """Remember where the reader is; not an action to be undone.

        `seen` is how much of the paper lies above the window's bottom, from 0 to 1.
        """
        with self._changes.write(durable=False) as write:
            store.keep_place(write.connection, paper, place, seen, self._now())

    def _change(self, title: str, wanted: HighlightId, **values: object) -> None:
        paper = self.highlight(wanted).paper
        with self._journal.act(title, [paper]) as edit:
            edit.update("highlight", {"id": wanted}, values)
