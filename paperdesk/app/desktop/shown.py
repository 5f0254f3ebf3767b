"""A view of the reader, and the paper in it."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.history import History
from paperdesk.app.desktop.kept import Kept
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.reader.ruling import Laid
from paperdesk.reader.trail import Stop
from paperdesk.ui.reader import ReaderPane


class Shown:
    """Shows one paper after another in a view, each where it was left."""

    def __init__(
        self, view: ReaderPane, rooms: Rooms, kept: Kept, turned: Callable[[PaperId], None]
    ) -> None:
        """`turned` hears of a paper that one has gone back to."""
        self.view = view
        self.paper: PaperId | None = None
        self.began = 0
        """The page that it was opened at."""
        self._rooms = rooms
        self._kept = kept
        self._turned = turned
        view.place_changed.connect(self._keep_place)
        view.parts.ruler.laid.connect(self._keep_ruler)
        view.parts.ruler.recall = self._ruler
        view.parts.travel.trail = History(lambda: self.paper, self._return)

    def show(self, paper: PaperId, at: Place | None = None) -> bool:
        """Show a paper, where it was left unless told; False if its PDF is not here."""
        path = self._rooms.intake.here(paper)
        if path is None:
            return False
        if paper != self.paper:
            self._leave()
            self.put_away()
            self.paper = paper
            place = at or self._kept.place(paper)
            self.began = 0 if place is None else place.page
            self.view.open_document(
                self._kept.document(paper, path),
                place,
                self._rooms.notes.highlights(paper),
            )
        return True

    def place(self) -> Place | None:
        """Where the paper shows, or was left while its pages are not here."""
        if len(self.view.parts.view.scroller.column):
            return self.view.place()
        return self._kept.place(self.paper) if self.paper is not None else None

    def copy(self, other: Shown) -> None:
        """Show what another view shows, and look the same."""
        if other.paper is None or not self.show(other.paper):
            return
        if len(other.view.parts.view.scroller.column):
            self.view.close_document()
            document = other.view.parts.opening.document
            highlights = self._rooms.notes.highlights(other.paper)
            if document is not None:
                self.view.open_document(document, other.view.place(), highlights)

    def tell(self) -> None:
        """Say which paper is shown here."""
        if self.paper is not None:
            self._turned(self.paper)

    def put_away(self) -> None:
        """Show no paper; the place of the one that was shown is kept."""
        if self.paper is not None:
            self._kept.keep_password(self.paper, self.view.parts.opening.document)
        self.view.close_document()
        self.paper = None

    def refresh_highlights(self) -> None:
        """Show the highlights as they are now."""
        if self.paper is not None:
            self.view.set_highlights(self._rooms.notes.highlights(self.paper))

    def _keep_place(self, place: Place) -> None:
        if self.paper is not None:
            scroller = self.view.parts.view.scroller
            window = scroller.window()
            behind = (window.top + window.height) / max(1, scroller.column.height)
            self._kept.keep_place(self.paper, place, min(1.0, behind))

    def _ruler(self) -> Laid | None:
        return self._kept.ruler(self.paper) if self.paper is not None else None

    def _keep_ruler(self, laid: Laid) -> None:
        if self.paper is not None:
            self._kept.keep_ruler(self.paper, laid)

    def _leave(self) -> None:
        """Another paper comes: one can go back to where this one was left."""
        place = self.place()
        if place is not None:
            self.view.parts.travel.trail.leave(place)

    def _return(self, stop: Stop) -> None:
        """Go back into another paper, which looks as it was left."""
        if self._rooms.intake.here(stop.paper) is None:
            self.view.problem.emit("The PDF of the paper that you came from is no longer here.")
            return
        self.put_away()
        self._kept.move(stop.paper, stop.place)
        self.show(stop.paper)
        self._turned(stop.paper)
