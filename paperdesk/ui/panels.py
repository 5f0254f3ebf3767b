"""The panes side by side: which are shown, how wide, and which has the keys."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

_WIDTHS = {"sidebar": 200, "list": 400, "paper": 640, "notes": 320}
"""Pixels at the first start."""

_STRETCH = {"sidebar": 0, "list": 2, "paper": 3, "notes": 1}
"""Who takes what a larger window has more."""

_LEAST = {"sidebar": 150, "list": 260, "paper": 280, "notes": 200}


class Panels(QSplitter):
    """Panes by name, from left to right; in each, one widget is on top."""

    toggled = Signal(str, bool)
    """A pane was shown or hidden."""

    def __init__(self, panes: Mapping[str, tuple[QWidget, ...]], parent: QWidget) -> None:
        """`panes` are, by name, the widgets that take turns in each."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._stacks: dict[str, QStackedWidget] = {}
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for name, widgets in panes.items():
            stack = QStackedWidget()
            for widget in widgets:
                stack.addWidget(widget)
            stack.setMinimumWidth(_LEAST[name])
            self.addWidget(stack)
            self._stacks[name] = stack
            self.setStretchFactor(self.count() - 1, _STRETCH[name])
        self.setSizes([_WIDTHS[name] for name in self._stacks])

    def shown(self, name: str) -> bool:
        """Whether a pane is shown."""
        return not self._stacks[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show a pane or hide it; the keys go elsewhere if it had them."""
        self.reveal(name, on=not self.shown(name))

    def reveal(self, name: str, *, on: bool = True) -> None:
        """Show a pane, or hide it."""
        if self.shown(name) != on:
            had_keys = self.with_keys() == name
            self._stacks[name].setVisible(on)
            if had_keys:
                self.top("paper").setFocus()
            self.toggled.emit(name, on)

    def top(self, name: str) -> QWidget:
        """The widget that is on top in a pane."""
        return self._stacks[name].currentWidget() or self._stacks[name]

    def put(self, name: str, widget: QWidget) -> None:
        """Bring a widget to the top of its pane, with the keys if the pane had them."""
        had_keys = self.with_keys() == name
        self._stacks[name].setCurrentWidget(widget)
        if had_keys:
            widget.setFocus()

    def widen(self, name: str, width: int) -> None:
        """Make a pane so wide, as far as the paper beside it can give or take."""
        at, paper = (list(self._stacks).index(one) for one in (name, "paper"))
        sizes = self.sizes()
        most = sizes[at] + sizes[paper] - _LEAST["paper"]
        wide = max(_LEAST[name], min(width, most))
        sizes[paper] += sizes[at] - wide
        sizes[at] = wide
        self.setSizes(sizes)

    def focus(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self.reveal(name)
        self.top(name).setFocus()

    def with_keys(self) -> str:
        """The name of the pane that has the keys, or nothing."""
        focus = QApplication.focusWidget()
        names = (name for name, stack in self._stacks.items() if _holds(stack, focus))
        return next(names, "")

    def cycle(self, direction: int) -> None:
        """Give the keys to the next pane that is shown, or to the one before."""
        names = [name for name in self._stacks if self.shown(name)]
        here = self.with_keys()
        at = names.index(here) + direction if here in names else 0
        self.top(names[at % len(names)]).setFocus()

    def widths(self) -> dict[str, int]:
        """How wide each pane is, and which are hidden (`hidden.notes`)."""
        kept = dict(zip(self._stacks, self.sizes(), strict=True))
        widths = {name: width for name, width in kept.items() if width > 0}
        return widths | {f"hidden.{name}": 1 for name in self._stacks if not self.shown(name)}

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Be as wide as was kept; what is not named keeps its width."""
        for name in self._stacks:
            if name != "paper":
                self.reveal(name, on=not widths.get(f"hidden.{name}", 0))
        self.setSizes([widths.get(name, _WIDTHS[name]) for name in self._stacks])


def _holds(stack: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (stack is focus or stack.isAncestorOf(focus))
