"""What picks something out of the pages, by hand or by keyboard."""

from PySide6.QtCore import QObject, Signal

from paperdesk.commands.table import Where
from paperdesk.domain.pages import Pages
from paperdesk.reader.selection import Unit
from paperdesk.ui.reader.caret import KeyCaret
from paperdesk.ui.reader.linkhints import LinkHints
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.regions import Regions


class Picking(QObject):
    """Regions, labels and a caret over the pages: the `Picker` of the commands.

    Signals: `told` (a sentence to show in passing).
    """

    told = Signal(str)

    def __init__(self, parts: Parts, pages: Pages) -> None:
        super().__init__(parts.stack)
        self._regions = Regions(parts, pages)
        self._regions.told.connect(self.told)
        self._links = LinkHints(parts)
        self.caret = KeyCaret(parts)
        self.caret.told.connect(self.told)
        self._links.told.connect(self.told)

    def copy_region(self) -> None:
        """Let a rectangle be drawn, and copy what is in it as an image."""
        self._regions.copy()

    def hint_links(self) -> None:
        """Show a label at every link in sight; typing it follows the link."""
        self._links.show()

    def where(self) -> Where:
        """Whose keys count on the pages: the caret's, while there is one."""
        return Where.READER if self.caret.spot is None else Where.CARET

    def find_word(self) -> None:
        """Choose a word in sight by its beginning: the caret goes there."""
        self.caret.find()

    def anchor(self) -> None:
        """Let a passage begin at the caret, or let go of it."""
        self.caret.anchor()

    def move(self, unit: Unit, direction: int, *, extend: bool = False) -> None:
        """Move the caret by a unit; with `extend`, the passage grows."""
        self.caret.move(unit, direction, extend=extend)

    def edge(self, direction: int, *, extend: bool = False) -> None:
        """Move the caret to the beginning (-1) or the end (1) of its line."""
        self.caret.edge(direction, extend=extend)

    def let_go(self) -> None:
        """Give up the passage at the caret, else the caret."""
        self.caret.let_go()

    def keep(self) -> None:
        """Put the caret away; the passage stays selected."""
        self.caret.leave()
