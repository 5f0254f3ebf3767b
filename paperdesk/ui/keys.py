"""The one place where keys become commands: a keymap and the filter that reads it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from paperdesk.commands.table import Command, Where
from paperdesk.ui import strokes
from paperdesk.ui.ontop import answers, lies_on_top

HINT_AFTER = 500
"""Milliseconds after which an unfinished sequence shows how it may go on."""

LAYERS = {
    Where.LIST: (Where.LIST, Where.DESK, Where.ALWAYS),
    Where.READER: (Where.CHOSEN, Where.READER, Where.MARK, Where.DESK, Where.ALWAYS),
    Where.CARET: (Where.CARET, Where.READER, Where.MARK, Where.DESK, Where.ALWAYS),
    Where.SIDE: (
        Where.CHOSEN,
        Where.SIDE,
        Where.READER,
        Where.MARK,
        Where.DESK,
        Where.ALWAYS,
    ),
    Where.MARK: (Where.MARK, Where.DESK, Where.ALWAYS),
    Where.CHOSEN: (Where.CHOSEN, Where.DESK, Where.ALWAYS),
    Where.NOTE: (Where.NOTE, Where.ALWAYS),
    Where.DESK: (Where.DESK, Where.ALWAYS),
    Where.ALWAYS: (Where.ALWAYS,),
}
"""Whose keys count in a pane, the nearest first; those of `CHOSEN` with a chosen mark only."""

_PRESSES = frozenset({"Space", "Return"})
"""What presses a button that has the keys."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A sequence of strokes and what it does; without a command it is reserved."""

    sequence: strokes.Sequence
    title: str
    command: str = ""
    takes: bool = False
    """Whether the stroke after it belongs to it, whatever that is."""

    @property
    def keys(self) -> str:
        """The sequence as people read it."""
        return strokes.spoken(self.sequence)


class Keymap:
    """All bindings, by the pane they count in."""

    def __init__(
        self, table: Iterable[Command], reserved: Mapping[Where, Mapping[str, str]]
    ) -> None:
        """Read the command table, and the keys that are kept for later."""
        self._maps: dict[Where, dict[strokes.Sequence, Binding]] = {where: {} for where in Where}
        for where, kept in reserved.items():
            for keys, title in kept.items():
                for sequence in strokes.spell(keys):
                    self._maps[where][sequence] = Binding(sequence, title)
        for row in table:
            for sequence in strokes.spell(row.keys):
                self._maps[row.where][sequence] = Binding(
                    sequence, row.title, row.id, takes=row.then is not None
                )

    def find(
        self, where: Where, sequence: strokes.Sequence, *, chosen: bool = True
    ) -> Binding | None:
        """What a sequence does in a pane, where a mark is `chosen` or where none is."""
        layers = (
            self._maps[layer] for layer in LAYERS[where] if chosen or layer is not Where.CHOSEN
        )
        return next((layer[sequence] for layer in layers if sequence in layer), None)

    def follows(self, where: Where, start: strokes.Sequence) -> tuple[Binding, ...]:
        """The longer sequences that begin so, those with a command only."""
        found: dict[strokes.Sequence, Binding] = {}
        for layer in LAYERS[where]:
            for sequence, binding in self._maps[layer].items():
                if len(sequence) > len(start) and sequence[: len(start)] == start:
                    found.setdefault(sequence, binding)
        return tuple(binding for binding in found.values() if binding.command)

    def starts(self, where: Where, start: strokes.Sequence) -> bool:
        """Whether longer sequences begin so, reserved ones among them."""
        return any(
            len(sequence) > len(start) and sequence[: len(start)] == start
            for layer in LAYERS[where]
            for sequence in self._maps[layer]
        )


def never() -> bool:
    """Say no; for those who count nothing."""
    return False


class Dispatcher(QObject):
    """Runs the command of a key, wherever in the program it is pressed.

    Install it as the application's event filter. While the widget with the
    keys takes text, only chords count; while an input method composes, none.
    """

    pending = Signal(list)
    """The bindings that may follow, half a second into a sequence."""

    settled = Signal()
    """The sequence ended, one way or the other."""

    choosing = Signal(str)
    """A command waits for a stroke, half a second after its key."""

    took = Signal(str, str)
    """A command, and the stroke after its key."""

    refused = Signal(str)
    """A sentence: the key is kept for something that does not exist yet."""

    def __init__(
        self,
        keymap: Keymap,
        run: Callable[[str, int], None],
        where: Callable[[], Where],
        counts: Callable[[], bool] = never,
        parent: QObject | None = None,
    ) -> None:
        """`run` takes a command's id and the count before it, 0 for none.

        `counts` tells whether digits start a count here and now.
        """
        super().__init__(parent)
        self._keymap = keymap
        self._run = run
        self._where = where
        self._counts = counts
        self._chosen: Callable[[], bool] = never
        self._typed: strokes.Sequence = ()
        self._taking = ""
        self._count = 0
        self._composing = False
        self._hint = QTimer(self, singleShot=True, interval=HINT_AFTER)
        self._hint.timeout.connect(self._show_hint)

    def when_chosen(self, chosen: Callable[[], bool]) -> None:
        """Ask this whether a mark is chosen, whose keys then come first."""
        self._chosen = chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something; leave all else alone."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # A key comes first to the window, then to the widget that has the keys, then to
            # its parents: by then the keys may be elsewhere, and it is not theirs.
            focus = QApplication.focusWidget()
            if isinstance(watched, QWindow) or watched is focus:
                return self._press(event, focus)
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif kind == QEvent.Type.MouseButtonPress and self._typed:
            self._settle()
        return False

    def _press(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        if self._composing or answers(focus):
            return False
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        names = strokes.strokes(event)
        if not names:
            return False
        if takes_text(focus) or lies_on_top(focus):
            return self._chord(names)
        if isinstance(focus, QAbstractButton) and names[0] in _PRESSES:
            return False
        return self._feed(names)

    def _chord(self, names: strokes.Sequence) -> bool:
        """While typing: what no text can mean."""
        where = Where.NOTE if self._where() is Where.NOTE else Where.ALWAYS
        for name in names:
            binding = self._keymap.find(where, (name,)) if strokes.is_chord(name) else None
            if binding is not None:
                self._do(binding)
                return True
        return False

    def _feed(self, names: strokes.Sequence) -> bool:
        if names[0] == "Esc" and (self._typed or self._count):
            self._settle()
            return True
        if self._taking:
            self._take(names[0])
            return True
        if self._counted(names[0]):
            return True
        where, chosen = self._where(), self._chosen()
        for name in names:
            sequence = (*self._typed, name)
            binding = self._keymap.find(where, sequence, chosen=chosen)
            if binding is not None:
                self._do(binding)
                return True
            if self._keymap.starts(where, sequence):
                self._typed = sequence
                self._hint.start()
                return True
        broken = bool(self._typed)
        self._settle()
        return broken

    def _counted(self, name: str) -> bool:
        if self._typed or not (len(name) == 1 and name in "0123456789") or not self._counts():
            return False
        if name == "0" and not self._count:
            return False
        self._count = min(self._count * 10 + int(name), 1_000_000)
        return True

    def _do(self, binding: Binding) -> None:
        count = self._count
        self._settle()
        if binding.takes:
            self._taking, self._typed = binding.command, binding.sequence
            self._hint.start()
        elif binding.command:
            self._run(binding.command, count)
        else:
            self.refused.emit(
                f"“{binding.keys}” is kept for “{binding.title}”, "
                "which PaperDesk does not have yet."
            )

    def _take(self, stroke: str) -> None:
        command = self._taking
        self._settle()
        self.took.emit(command, stroke)

    def _settle(self) -> None:
        if self._typed:
            self.settled.emit()
        self._typed = ()
        self._taking = ""
        self._count = 0
        self._hint.stop()

    def _show_hint(self) -> None:
        if self._taking:
            self.choosing.emit(self._taking)
            return
        self.pending.emit(list(self._keymap.follows(self._where(), self._typed)))


def takes_text(widget: QWidget | None) -> bool:
    """Whether what is typed goes into a widget.

    Those that do ask for an input method; lists ask for one as well, for the
    editor that they might open, which then is the widget with the keys.
    """
    if widget is None or isinstance(widget, QAbstractItemView):
        return False
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
