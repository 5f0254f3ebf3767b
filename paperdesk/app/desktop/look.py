"""The colours of the pages: what the settings say, in every view of the window."""

from paperdesk.domain.dress import Dress, dress, parse
from paperdesk.infra.settings import Settings
from paperdesk.ui.reader import ReaderPane, Spread
from paperdesk.ui.theme import Theme


class PageLook:
    """Dresses the pages as the settings say: the `Look` of the commands."""

    def __init__(self, spread: Spread, settings: Settings, theme: Theme) -> None:
        self._spread = spread
        self._settings = settings
        self._theme = theme
        theme.changed.connect(self.dress)
        spread.each(self._wear)

    def dress(self) -> None:
        """Show the pages in the colours that the settings say now."""
        for view in self._spread.views():
            self._wear(view)

    def chosen(self) -> Dress:
        """The colours of the pages."""
        ink = parse(str(self._settings.get("page-ink")))
        paper = parse(str(self._settings.get("page-paper")))
        own = Dress(
            0x000000 if ink is None else ink,
            0xFFFFFF if paper is None else paper,
            bool(self._settings.get("page-figures")),
        )
        return dress(str(self._settings.get("pages")), own, dark=self._theme.dark())

    def _wear(self, view: ReaderPane) -> None:
        view.parts.wear(self.chosen())
