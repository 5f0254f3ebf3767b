"""The panes around the page as the commands see them."""

from collections.abc import Callable

from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import PaperId
from paperdesk.ui.theme import Theme


class WindowFrame:
    """Shows and hides panes, and steers the note: the `Frame` of the commands."""

    def __init__(
        self, parts: Parts, theme: Theme, colour: Colour, catch_up: Callable[[], None]
    ) -> None:
        """`catch_up` is called before the note or the abstract is turned to.

        They must be those of the row under the cursor.
        """
        self._window = parts.window
        self._notes = parts.notes
        self._page = parts.page
        self._album = parts.album
        self._theme = theme
        self._colour = colour
        self._catch_up = catch_up

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        self._window.panels.toggle("sidebar")

    def toggle_notes(self) -> None:
        """Show or hide the notes pane."""
        self._window.panels.toggle("notes")

    def toggle_list(self) -> None:
        """Show or hide the list, to read in the whole window."""
        self._window.panels.toggle("list")

    def toggle_preview(self) -> None:
        """Show or hide the paper beside the list."""
        self._window.panels.toggle("paper")

    def show_thumbnails(self, *, on: bool) -> None:
        """Show pictures on the cards, or none."""
        self._album.show_pictures(on=on)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or come back."""
        frame = self._window.window()
        if frame.isFullScreen():
            frame.showNormal()
        else:
            frame.showFullScreen()

    def cycle(self, direction: int) -> None:
        """Give the keys to the next pane (1), or the one before (-1)."""
        self._window.panels.cycle(direction)

    def scroll_abstract(self, direction: int) -> bool:
        """Scroll the abstract by a screen (1), or back (-1); False if it ends there."""
        self._catch_up()
        return self._page.turn(direction)

    def show_palette(self) -> None:
        """Open the list of commands."""
        self._window.show_palette()

    def show_keys(self) -> None:
        """Show the keys of the pane that has them."""
        self._window.show_keys()

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self._window.focus_search()

    def write_note(self) -> None:
        """Put the caret into the paper's note."""
        self._catch_up()
        self._window.panels.reveal("notes")
        self._notes.write()

    def quote_in_note(self, paper: PaperId, block: str) -> bool:
        """Put a quote into a paper's note, and the caret below; False if another is shown."""
        if self._notes.paper() != paper:
            return False
        self._window.panels.reveal("notes")
        self._notes.write(block)
        return True

    def preview_note(self) -> None:
        """Show the note as it will read, or as it is written."""
        self._catch_up()
        self._window.panels.reveal("notes")
        self._notes.toggle_preview()

    def mark_up_note(self, mark: str) -> None:
        """Put a Markdown mark around the selected words of the note."""
        self._notes.mark_up(mark)

    def leave_note(self) -> None:
        """Give the keys back to the paper."""
        self._notes.flush()
        self._window.panels.focus("paper" if self._window.reading() else "list")

    def set_theme(self, theme: str) -> None:
        """Use light, dark or the system's colours."""
        self._theme.use(theme)

    def colour(self) -> Colour:
        """The colour that the next highlight gets."""
        return self._colour

    def set_colour(self, colour: Colour) -> None:
        """Choose the colour that the next highlight gets."""
        self._colour = colour
