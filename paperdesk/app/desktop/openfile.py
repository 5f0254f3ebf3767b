"""The PDF of a paper as a file: where it lies, and what opens it."""

from pathlib import Path

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.ui import dialogs


class OpenFile:
    """Knows the file of the paper that is read: the `File` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms, page: Reading) -> None:
        self._parts = parts
        self._page = page
        self._rooms = rooms

    def document(self, paper: PaperId) -> Document:
        """The PDF, with the password that it was opened with; NotFound if it is not here."""
        path = self._rooms.intake.here(paper)
        if path is None:
            raise NotFound("The PDF of this paper is not here. Open the paper to download it.")
        for view in self._parts.spread.views():
            shown = view.parts.opening.document
            if shown is not None and shown.path == path:
                return shown
        return Document(path)

    def renew(self, paper: PaperId) -> None:
        """Show a paper's PDF again where it is open: there is a newer one."""
        path = self._rooms.intake.here(paper)
        if path is not None:
            for view, shown in self._page.shown().items():
                if shown == paper:
                    view.renewal.turn_to(Document(path))

    def ask_copy(self, name: str) -> Path | None:
        """Ask where a copy goes, `name` being offered; None when the user turned away."""
        window, papers = self._parts.window, self._rooms.home.papers
        target = dialogs.Target.ask(window, "Save annotated copy", Path.home() / name, ".pdf")
        if target is not None and target.resolve().is_relative_to(papers.resolve()):
            raise Refused("PaperDesk keeps its PDFs there, as they came. Choose another folder.")
        return target
