"""What else is done with marks: tagged, commented while one types, cited in notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from paperdesk.domain.errors import NotFound
from paperdesk.domain.ink import fitted
from paperdesk.domain.lines import written
from paperdesk.domain.note import (
    Anchor,
    Colour,
    Highlight,
    HighlightId,
    Kind,
    Quad,
    Stroke,
)
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tags import tag_name
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.tags import tag_id, tag_made
from paperdesk.notes import store
from paperdesk.notes.stamps import mark_id, utc_now


class Marks:
    """Tags, comments and citations of marks; each change can be undone."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def comment(self, wanted: HighlightId, text: str) -> None:
        """Make this the comment on a mark; typing that goes on is one step."""
        paper = self._mark(wanted).paper
        with self._journal.act("Comment on mark", [paper], merge=f"comment:{wanted}") as edit:
            edit.update("highlight", {"id": wanted}, {"comment": written(text).strip()})

    def tag(
        self, wanted: HighlightId, *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> str:
        """Put tags on a mark and take others off; says what was done."""
        added, removed = [tag_name(name) for name in add], [tag_name(name) for name in remove]
        words = [f"+{name}" for name in added] + [f"-{name}" for name in removed]
        title = f"Mark tagged {' '.join(words)}"
        with self._journal.act(title, [self._mark(wanted).paper]) as edit:
            for name in added:
                number = tag_made(edit.connection, name)
                edit.insert("highlight_tag", {"highlight": wanted, "tag": number}, {})
            for name in removed:
                gone = tag_id(edit.connection, name)
                if gone is not None:
                    edit.delete("highlight_tag", {"highlight": wanted, "tag": gone})
        return title

    def draw(
        self, paper: PaperId, anchor: Anchor, strokes: Sequence[Stroke], colour: Colour
    ) -> Highlight:
        """Keep lines that were drawn on a page."""
        edition = store.edition(self._changes.database.read(), paper)
        made = Highlight(
            id=mark_id(),
            paper=paper,
            anchor=anchor,
            colour=colour,
            created=utc_now(),
            kind=Kind.INK,
            strokes=tuple(strokes),
            edition=edition,
        )
        with self._journal.act("Draw on the page", [paper]) as edit:
            edit.insert("highlight", {"id": made.id}, store.highlight_row(made))
        return made

    def reshape(self, wanted: HighlightId, quad: Quad) -> None:
        """Put an area, words or a drawing elsewhere on their page, or make them larger."""
        mark = self._mark(wanted)
        strokes = fitted(mark.strokes, mark.anchor.quads[0], quad) if mark.strokes else ()
        with self._journal.act(f"Move {mark.kind.value}", [mark.paper]) as edit:
            columns = {"quads": json.dumps([quad]), "strokes": json.dumps(strokes)}
            edit.update("highlight", {"id": wanted}, columns)

    def tag_names(self) -> tuple[str, ...]:
        """The tags that papers or marks bear outside the trash, in their order."""
        rows = self._changes.database.read().execute(
            "SELECT DISTINCT name FROM tag WHERE id IN"
            " (SELECT tag FROM tagging JOIN paper ON paper.id = paper WHERE state <> 'trash')"
            " OR id IN (SELECT tag FROM highlight_tag JOIN highlight ON highlight.id = highlight"
            " WHERE trashed IS NULL) ORDER BY name COLLATE NOCASE"
        )
        return tuple(row[0] for row in rows)

    def citing(self, paper: PaperId) -> dict[HighlightId, tuple[PaperId, ...]]:
        """The marks of a paper that notes link to, and the papers of these notes."""
        rows = self._changes.database.read().execute(
            "SELECT paper, text FROM note WHERE instr(text, ?) ORDER BY paper",
            (f"paperdesk://paper/{int(paper)}?",),
        )
        link = rf"paperdesk://paper/{int(paper)}\?[\w=&-]*?highlight=([\w-]+)"
        found: dict[HighlightId, tuple[PaperId, ...]] = {}
        for row in rows:
            for mark in dict.fromkeys(map(HighlightId, re.findall(link, row["text"], re.ASCII))):
                found[mark] = (*found.get(mark, ()), PaperId(row["paper"]))
        return found

    def _mark(self, wanted: HighlightId) -> Highlight:
        found = store.highlight(self._changes.database.read(), wanted)
        if found is None:
            raise NotFound("This mark is no longer here. Undo may bring it back.")
        return found
