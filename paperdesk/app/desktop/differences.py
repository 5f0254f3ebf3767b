"""The list of what changed, in place of the papers: the `Differences` of the commands."""

from PySide6.QtCore import QObject, Signal

from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.comparison import Change, Compared
from paperdesk.ui.versions.panel import ChangesPanel


class Differences(QObject):
    """Shows a comparison, and leads from it to the pages and back to the list."""

    wanted = Signal(str)
    """A command, by its id."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._panel: ChangesPanel = parts.changes
        self._panel.chosen.connect(lambda: self.wanted.emit("changes.new"))
        self._panel.left.connect(self._leave)
        self._panel.turned.connect(lambda name: parts.spread.here().side.toggle(name))
        parts.papers.shelf_shown.connect(lambda _: self._give_way())

    def show(self, compared: Compared) -> None:
        """List the changes, with the keys."""
        self._panel.show_compared(compared)
        panels = self._parts.window.panels
        panels.reveal("list")
        panels.put("list", self._panel)
        panels.focus("list")

    def shown(self) -> Compared | None:
        """What is listed, if it is shown."""
        return self._panel.compared() if self._on_top() else None

    def current(self) -> Change | None:
        """The change under the cursor."""
        return self._panel.current()

    def _on_top(self) -> bool:
        return self._parts.window.panels.top("list") is self._panel

    def _give_way(self) -> None:
        """Another shelf was gone to: its papers are to be seen."""
        if self._on_top():
            self._parts.window.panels.put("list", self._parts.papers)

    def _leave(self) -> None:
        self._give_way()
        self._parts.window.panels.focus("list")
