"""The parts of the reader, put together; none of them knows the whole."""

from PySide6.QtWidgets import QStackedWidget

from paperdesk.domain.dress import Dress
from paperdesk.domain.pages import Pages
from paperdesk.ui.reader.cards import Card
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.findbar import FindBar
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.hints import Hints
from paperdesk.ui.reader.infile import InFile
from paperdesk.ui.reader.margins import Margins
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.opening import Opening
from paperdesk.ui.reader.outlining import Outlining
from paperdesk.ui.reader.penlayer import PenLayer
from paperdesk.ui.reader.pointer import Pointer
from paperdesk.ui.reader.resuming import Resuming
from paperdesk.ui.reader.rubber import Rubber
from paperdesk.ui.reader.ruler import Ruler
from paperdesk.ui.reader.selecting import Selecting
from paperdesk.ui.reader.statusline import StatusLine
from paperdesk.ui.reader.supply import Supply
from paperdesk.ui.reader.ticks import Ticks
from paperdesk.ui.reader.travel import Travel
from paperdesk.ui.reader.view import PageView
from paperdesk.ui.reader.wordjump import WordJump


class Parts:
    """What knows the document, what shows it, and what moves through it."""

    def __init__(self, pages: Pages) -> None:
        self.stack = QStackedWidget()
        self.opening = Opening(pages, self.stack)
        self.supply = Supply(pages, self.stack)
        self.content = Content(pages, self.stack)
        self.outline = Outlining(pages, self.stack)
        self.finder = Finder(pages, self.stack)
        self.selecting = Selecting(self.content, self.stack)
        self.infile = InFile(pages, self.stack)
        self.marks = Marks(self.selecting, self.finder, self.stack)
        self.marks.drawn = self.infile.draws

        self.view = PageView(self.supply, self.marks)
        self.margins = Margins(pages, self.view.scroller, self.stack)
        self.ticks = Ticks(self.view, self.finder)
        self.card = Card()
        self.bar = FindBar(self.finder)
        self.status = StatusLine()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.card)

        self.pointer = Pointer(self.view, self.content, self.selecting, self.marks)
        self.travel = Travel(self.view)
        self.resuming = Resuming(pages, self.view.scroller, self.content)
        self.rubber = Rubber(self.view, self.travel)
        self.ruler = Ruler(self.view, self.content, self.marks)
        self.pen = PenLayer(self.view, self.travel)
        self.pen.left.connect(lambda: self.status.say(""))
        self.hints = Hints(self.view)
        self.jump = WordJump(self.view, self.content)

    def wear(self, dress: Dress) -> None:
        """Show the pages in these colours; the old pixels stay until the new are here."""
        if dress != self.marks.dress:
            self.supply.wear(dress)
            self.marks.wear(dress)
            self.view.draw_anew()
