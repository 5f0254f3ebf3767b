"""What the editions of a PDF mean for its marks: those in the file are adopted here."""

from collections.abc import Callable, Sequence
from datetime import datetime

from paperdesk.domain.annotation import FileMark
from paperdesk.domain.note import Anchor, Highlight
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tints import nearest
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import store
from paperdesk.notes.service import new_id, utc_now


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
        return made

    def _made(self, paper: PaperId, mark: FileMark, anchor: Anchor, edition: str) -> Highlight:
        return Highlight(
            id=new_id(),
            paper=paper,
            anchor=anchor,
            colour=nearest(mark.colour),
            created=datetime.fromisoformat(mark.when) if mark.when else self._now(),
            comment=mark.comment,
            kind=mark.kind,
            strokes=mark.strokes,
            edition=edition,
            origin=mark.name,
        )


def counted(marks: int) -> str:
    """So many marks, in words."""
    return f"{marks} mark" if marks == 1 else f"{marks} marks"
