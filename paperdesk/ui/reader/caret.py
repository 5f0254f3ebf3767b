"""Selecting without a mouse: a caret that goes through the text and draws a passage."""

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

from paperdesk.reader import moves
from paperdesk.reader.layout import Point
from paperdesk.reader.seeking import Seen, seen
from paperdesk.reader.selection import Caret, PageText, Spot, Unit
from paperdesk.ui.reader.caretmark import CaretMark
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.toast import announce

START = "Type the beginning of a word, then its letter"
MOVE = "v selects from here; ? shows the keys"
EXTEND = "Move to the end, then h, 1 to 8, Ctrl+C; f finds a word"

_FURTHER = 2
"""Pages on either side whose words are had: one may be a picture."""

_PATIENCE = 1500
"""Milliseconds to wait for words that a page may have."""


class KeyCaret(QObject):
    """The caret: where it is, and whether a passage grows with it.

    Signals: `told` (why there is nothing to select).
    """

    told = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.stack)
        self.spot: Spot | None = None
        """Where the caret stands; None while there is none."""

        self._parts = parts
        self._mark = CaretMark(parts.view)
        self._anchored = False
        self._moving = False
        self._goal: float | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._choose)
        parts.content.arrived.connect(self._words_arrived)
        parts.opening.opened.connect(self.leave)
        parts.selecting.changed.connect(self._selection_changed)
        parts.jump.left.connect(self._waiting.stop)
        parts.jump.left.connect(self._help)

    def find(self) -> None:
        """Choose a word in sight: to begin there, or to go on to its end."""
        visible = self._parts.view.scroller.visible()
        self._parts.content.need(visible)
        if any(self._parts.content.text(page) is None for page in visible):
            self._waiting.start()
            self._parts.jump.expect()
        else:
            self._choose()

    def _choose(self) -> None:
        words = self._in_sight()
        if words:
            self._parts.jump.begin(words, self._found)
            self._parts.status.say(START)
        else:
            self._parts.jump.leave()
            self.told.emit("There are no words in sight: what shows is a picture.")

    def leave(self) -> None:
        """Be gone; the passage stays."""
        self._anchored, self._goal, self.spot = False, None, None
        self._parts.jump.leave()
        self._mark.take_away()
        self._help()

    def let_go(self) -> None:
        """Give up the passage, or be gone if there is none."""
        if self._anchored or self._parts.selecting.moving() is not None:
            self._anchored = False
            self._parts.selecting.clear()
            self._help()
        else:
            self.leave()

    def anchor(self) -> None:
        """Let a passage begin here, or let go of the one that did."""
        if self.spot is None:
            return
        if self._anchored:
            self.let_go()
            return
        self._parts.selecting.begin(self.spot)
        self._anchored = True
        self._help()

    def move(self, unit: Unit, direction: int, *, extend: bool = False) -> None:
        """Move by a unit; with `extend`, or once anchored, the passage grows."""
        start = self.spot or self._parts.selecting.moving()
        text = self._parts.content.text(start.page) if start is not None else None
        if start is None or text is None:
            self.told.emit("Select something first: v does so without a mouse.")
            return
        x = text.gap(start.caret)[0] if self._goal is None else self._goal
        self._goal = x if unit is Unit.LINE else None
        if unit is Unit.CHARACTER and moves.from_right(text, start.caret):
            direction = -direction
        caret = moves.moved(text, start.caret, unit, direction, x)
        place = self._over(start.page, unit, direction) if caret is None else (text, caret)
        if place is not None:
            self._go(Spot(place[0].page, place[1]), extend=extend)
            self._say(*place, unit)

    def edge(self, direction: int, *, extend: bool = False) -> None:
        """Go to the beginning (-1) or the end (1) of the line."""
        start = self.spot or self._parts.selecting.moving()
        text = self._parts.content.text(start.page) if start is not None else None
        if start is not None and text is not None:
            self._goal = None
            caret = moves.edge(text, start.caret, direction)
            self._go(Spot(start.page, caret), extend=extend)

    def _found(self, word: Seen) -> None:
        """A word was chosen: its end, if a passage is to end there."""
        text = self._parts.content.text(word.page)
        if text is None:
            return
        self._goal = None
        char = len(text.words[word.index].text) if self._anchored else 0
        there = Spot(word.page, Caret(word.index, char))
        if self.spot is None:
            self._parts.selecting.clear()
            self._stand(there)
        else:
            self._go(there)
        self._say(text, there.caret, Unit.WORD)
        self._help()

    def _go(self, there: Spot, *, extend: bool = False) -> None:
        """Go to a place, with the passage or without."""
        self._moving = True
        self._take_along(there, extend=extend)
        self._moving = False
        if self.spot is not None:
            self._stand(there)
        self._reveal(there)

    def _take_along(self, there: Spot, *, extend: bool) -> None:
        """The passage grows to a place, or is let go of."""
        selecting = self._parts.selecting
        if self.spot is None:
            # No caret: the passage was drawn by hand, and goes on by the keys.
            selecting.extend(there)
        elif self._anchored or extend:
            if selecting.moving() is None:
                selecting.begin(self.spot)
            selecting.extend(there)
        else:
            selecting.clear()

    def _stand(self, there: Spot) -> None:
        text = self._parts.content.text(there.page)
        if text is not None:
            self.spot = there
            word = text.words[there.caret.word].text
            self._mark.put(there.page, text.gap(there.caret), word)

    def _reveal(self, there: Spot) -> None:
        """Bring a place into sight, and have the words of the pages around it."""
        scroller = self._parts.view.scroller
        text = self._parts.content.text(there.page)
        if text is not None:
            gap = text.gap(there.caret)
            if not self._seen(there.page, gap[0], (gap[1] + gap[3]) / 2):
                scroller.reveal(there.page, gap)
        around = range(there.page - _FURTHER, there.page + _FURTHER + 1)
        self._parts.content.need(page for page in around if page in range(len(scroller.column)))

    def _over(self, page: int, unit: Unit, direction: int) -> tuple[PageText, Caret] | None:
        """The place on the next page with words, or on the one before."""
        for beyond in range(1, _FURTHER + 1):
            text = self._parts.content.text(page + direction * beyond)
            if text is not None and text.words:
                caret = moves.entry(text, unit, direction, self._goal or 0.0)
                return None if caret is None else (text, caret)
        return None

    def _words_arrived(self, _page: int) -> None:
        """The words may be here now that were wanted before they were."""
        if self._waiting.isActive():
            self._waiting.stop()
            self.find()

    def _selection_changed(self) -> None:
        """The hand has drawn a passage, or let go of it: the caret goes along."""
        end = self._parts.selecting.moving()
        if self._moving or self.spot is None:
            return
        if end is not None and end != self.spot:
            self._goal = None
            self._stand(end)
        elif self._anchored and end is None:
            self._anchored = False
            self._help()

    def _help(self) -> None:
        if self.spot is None:
            self._parts.status.say("")
        else:
            self._parts.status.say(EXTEND if self._anchored else MOVE)

    def _say(self, text: PageText, caret: Caret, unit: Unit) -> None:
        """Let a screen reader say what the caret has come to."""
        word = text.words[caret.word].text
        if unit is Unit.CHARACTER:
            said = word[caret.char : caret.char + 1] or "end of word"
        elif unit is Unit.WORD:
            said = word
        else:
            around = text.span(caret, caret, unit)
            said = text.text(around) if around is not None else word
        announce(self._parts.view, said)

    def _in_sight(self) -> list[Seen]:
        """The words in sight, in reading order."""
        words: list[Seen] = []
        for page in self._parts.view.scroller.visible():
            text = self._parts.content.text(page)
            if text is None:
                continue
            boxes = [word.box for word in text.words]
            shown = [
                index
                for index, (left, top, right, bottom) in enumerate(boxes)
                if self._seen(page, (left + right) / 2, (top + bottom) / 2)
            ]
            words.extend(seen(page, text.words, shown))
        return words

    def _seen(self, page: int, x: float, y: float) -> bool:
        """Whether a point of a page shows."""
        scroller = self._parts.view.scroller
        left, top = scroller.column.spot(Point(page, x, y))
        window = scroller.window()
        shown = QRectF(window.left, window.top, window.width, window.height)
        return shown.contains(QPointF(left, top))
