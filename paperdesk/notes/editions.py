"""What the editions of a PDF mean for its marks: adopted from one, carried to the next."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from paperdesk.domain.annotation import OURS, FileMark
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.note import Anchor, Highlight
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tags import tag_name
from paperdesk.domain.tints import nearest
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.tags import tag_made
from paperdesk.notes import store
from paperdesk.notes.order import reading_order
from paperdesk.notes.stamps import mark_id, utc_now

_PLACE = (
    "page", "label", "quads", "text", "prefix", "suffix", "strokes", "rest", "edition", "fate",
)  # fmt: skip
"""The columns that tell where a mark stands."""


class Editions:
    """Marks that come from a file; each change is one step of the journal."""

    def __init__(
        self, changes: Changes, journal: Journal, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def adopted(self, paper: PaperId) -> frozenset[str]:
        """The annotations of the file that are marks of ours, or were thrown away as such."""
        return store.origins(self._changes.database.read(), paper)

    def adopt(
        self, paper: PaperId, found: Sequence[tuple[FileMark, Anchor]]
    ) -> tuple[Highlight, ...]:
        """Keep marks that stand in the file, those aside that were adopted before."""
        known = self.adopted(paper)
        edition = store.edition(self._changes.database.read(), paper)
        made = tuple(
            self._made(paper, mark, anchor, edition)
            for mark, anchor in found
            if mark.name not in known
        )
        with self._journal.act(f"Adopt {counted(len(made))}", [paper]) as edit:
            for highlight in made:
                edit.insert("highlight", {"id": highlight.id}, store.highlight_row(highlight))
                for name in highlight.tags:
                    tag = tag_made(edit.connection, name)
                    edit.insert("highlight_tag", {"highlight": highlight.id, "tag": tag}, {})
        return made

    def due(self, paper: PaperId) -> tuple[Highlight, ...]:
        """The marks that were made on another PDF than the one that is here now.

        None, if they were carried over to it before: who took that back meant it.
        """
        connection = self._changes.database.read()
        edition = store.edition(connection, paper)
        if not edition or store.carried_to(connection, paper) == edition:
            return ()
        marks = reading_order(store.highlights(connection, paper))
        return tuple(mark for mark in marks if mark.edition not in ("", edition))

    def settle(self, paper: PaperId) -> None:
        """Say that no mark is due: those of an unknown PDF are on this one; no step."""
        connection = self._changes.database.read()
        edition, last = store.edition(connection, paper), store.carried_to(connection, paper)
        unknown = "" in store.editions(connection, paper)
        if edition and (unknown or last not in ("", edition)):
            with self._changes.write(durable=False) as write:
                store.settle(write.connection, paper, edition)
                store.carry_to(write.connection, paper, edition)

    def carry(self, paper: PaperId, carried: Sequence[Highlight]) -> None:
        """Keep marks where they stand in the PDF that is here now, all in one step."""
        edition = store.edition(self._changes.database.read(), paper)
        title = f"Carry {counted(len(carried))} over to another PDF"
        # A typesetter writes every minute: what follows from that is one step.
        with self._journal.act(title, [paper], merge=f"carry:{paper}") as edit:
            for mark in carried:
                row = store.highlight_row(replace(mark, edition=edition))
                edit.update("highlight", {"id": mark.id}, {name: row[name] for name in _PLACE})
            store.carry_to(edit.connection, paper, edition)

    def _made(self, paper: PaperId, mark: FileMark, anchor: Anchor, edition: str) -> Highlight:
        return Highlight(
            id=mark_id(),
            paper=paper,
            anchor=anchor,
            colour=nearest(mark.colour),
            created=datetime.fromisoformat(mark.when) if mark.when else self._now(),
            comment=mark.comment,
            kind=mark.kind,
            strokes=mark.strokes,
            edition=edition,
            tags=tuple(filter(None, map(_tag, mark.tags))),
            origin=mark.name,
            author="" if mark.author == OURS else mark.author,
        )


def _tag(written: str) -> str:
    """A tag of the file by a name that tags may have; empty if it cannot be one."""
    try:
        return tag_name(written)
    except WrongUsage:
        return ""


def counted(marks: int) -> str:
    """So many marks, in words."""
    return f"{marks} mark" if marks == 1 else f"{marks} marks"
