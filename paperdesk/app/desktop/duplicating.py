"""Shows the papers that may be one: the `DuplicateFaces` of the commands."""

from collections.abc import Sequence

from paperdesk.app.desktop.parts import Parts
from paperdesk.commands.faces.twins import Judging
from paperdesk.domain.duplicates import Twins
from paperdesk.ui.duplicates.dialog import DuplicatesDialog


class WindowDuplicates:
    """A dialog over the window, which goes on working below."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def show(self, groups: Sequence[Twins], judging: Judging) -> None:
        """Go through groups of papers, to merge each or to let it be."""
        dialog = DuplicatesDialog(self._parts.window, groups, judging)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
