"""What a verb is about, whichever pane has the keys."""

from paperdesk.app.desktop.marking import Marking
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.paper import PaperId
from paperdesk.ui.list.rows import PaperRows


class Choosing:
    """Tells which papers are chosen, and lets go of them."""

    def __init__(self, parts: Parts, rows: PaperRows, page: Reading, marking: Marking) -> None:
        self._parts = parts
        self._rows = rows
        self._page = page
        self._marking = marking

    def papers(self) -> tuple[PaperId, ...]:
        """The open paper while one reads it, a hit while one searches, else the rows."""
        reading = self._page.paper()
        if reading is not None and self._parts.window.panels.with_keys() != "list":
            return (reading,)
        compared = self._parts.changes.compared()
        if compared is not None and self._parts.changes.has_keys():
            return (compared.paper,)
        marked = self._marking.paper()
        if marked is not None:
            return (marked,)
        hit = self._parts.results.hit() if self._parts.window.searching() else None
        return self._rows.selected() if hit is None else (hit.paper,)

    def let_go(self) -> None:
        """Let go of the selection, else of what lies on top."""
        window = self._parts.window
        chosen = self._page.selections() or self._page.current_highlight()
        if self._parts.papers.view.marks.papers() and not window.reading():
            self._rows.clear_selection()
        elif chosen and window.panels.with_keys() == "paper" and window.reading():
            self._page.clear_selection()
        else:
            self._page.close()
