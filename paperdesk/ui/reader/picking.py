"""What picks something out of the pages, by hand or by keyboard."""

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.pages import Pages
from paperdesk.ui.reader.linkhints import LinkHints
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.regions import Regions


class Picking(QObject):
    """Regions and labels over the pages: the `Picker` of the commands.

    Signals: `told` (a sentence to show in passing).
    """

    told = Signal(str)

    def __init__(self, parts: Parts, pages: Pages) -> None:
        super().__init__(parts.stack)
        self._regions = Regions(parts, pages)
        self._regions.told.connect(self.told)
        self._links = LinkHints(parts)
        self._links.told.connect(self.told)

    def copy_region(self) -> None:
        """Let a rectangle be drawn, and copy what is in it as an image."""
        self._regions.copy()

    def hint_links(self) -> None:
        """Show a label at every link in sight; typing it follows the link."""
        self._links.show()
