"""The PDF of a paper as a file: where it lies, and what opens it."""

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import NotFound
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId


class OpenFile:
    """Knows the file of the paper that is read: the `File` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms) -> None:
        self._parts = parts
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
