"""The notes pane: a title line, and below it the note, written or shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from paperdesk.domain.lines import written
from paperdesk.domain.paper import PaperId
from paperdesk.ui.empty import Emptiness, EmptyState
from paperdesk.ui.notes.draft import Draft
from paperdesk.ui.notes.editor import NoteEditor
from paperdesk.ui.notes.header import Header, Standing
from paperdesk.ui.notes.preview import Preview
from paperdesk.ui.theme import GRID, Tone

SAVE_AFTER = 400
"""Milliseconds from the first unsaved keystroke to its saving, typing or not."""

RETRY_AFTER = 5000
"""Milliseconds after which a save that failed is tried again, keys or not."""

MERGED = "This note was also written elsewhere; both texts are here."


class NotesPane(QWidget):
    """Shows and edits one paper's note; saving is for whoever listens.

    The listener of `edited` answers each with `saved` or `not_saved`, in order.
    """

    edited = Signal(int, str, str)
    """A paper, the text of its note to save, and the text it was made from."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self._paper: PaperId | None = None
        self._draft = Draft("")
        self._loading = False
        self._header = Header()
        self.editor = NoteEditor()
        self.preview = Preview()
        self._empty = _nobody()
        self._pages = QStackedWidget()
        # Not started anew by each key: what is typed without a pause is saved on the way.
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._lay_out()
        self._wire()
        self.show_note(None)

    def show_note(
        self,
        paper: PaperId | None,
        text: str = "",
        citekey: str = "",
        *,
        base: str | None = None,
    ) -> None:
        """Show a paper's note, or that there is none to show.

        With `base`, `text` was made from it and could not be saved before. For the
        paper that is shown already, `text` is what others have made of its note:
        unsaved words are kept beside it.
        """
        if paper is not None and paper == self._paper:
            self._hear(lambda: self._draft.heard(written(text)))
            return
        self.flush()
        self._paper, self._draft = paper, Draft(written(text if base is None else base))
        self._draft.text = written(text)
        self._load(self._draft.text)
        self._header.show_paper("" if paper is None else citekey or str(paper))
        if paper is None or self._pages.currentWidget() is self._empty:
            self._turn_to(self._empty if paper is None else self.editor)
        elif self.is_previewing():
            self.preview.read(self._draft.text)
        if not self._draft.is_saved:
            self._header.show_standing(Standing.NOT_SAVED)
            self._save_soon()

    def paper(self) -> PaperId | None:
        """The paper whose note is shown."""
        return self._paper

    def saved(self, paper: PaperId, text: str, stands: str) -> None:
        """The save of this text is in, and left the note as it now stands."""
        if paper == self._paper:
            self._hear(lambda: self._draft.settled(text, written(stands)))

    def not_saved(self, paper: PaperId, text: str) -> None:
        """A save failed: the words are unsaved, and sent again with a key or in a while."""
        if paper == self._paper:
            shown = self._draft.failed(text)
            if shown is not None:
                self._change_to(shown)
            self._retry.start()
            self._header.show_standing(Standing.NOT_SAVED)

    def flush(self) -> None:
        """Send what is unsaved, now: before the paper changes or the window closes."""
        self._timer.stop()
        self._retry.stop()
        sent = self._draft.send() if self._paper is not None else None
        if sent is not None:
            self.edited.emit(self._paper, *sent)

    def write(self, block: str = "") -> None:
        """Give the editor the keys, with a quote put into it if one is handed in."""
        if self._paper is None:
            return
        self._turn_to(self.editor)
        if block:
            self.editor.insert_quote(block)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def insert_quote(self, block: str) -> None:
        """Put a quote below the paragraph with the caret; the keys stay where they are."""
        if self._paper is not None:
            self.editor.insert_quote(block)

    def mark_up(self, mark: str) -> None:
        """Put a Markdown mark around the chosen words, or take it away."""
        if self._paper is not None and not self.is_previewing():
            self.editor.mark_up(mark)

    def toggle_preview(self) -> None:
        """Show the note as it will read, or as it is written."""
        if self._paper is None:
            return
        old: QWidget = self.editor
        new: QWidget = self.preview
        if self.is_previewing():
            old, new = new, old
        else:
            self.preview.read(self.editor.text())
        had_keys = old.hasFocus()
        self._turn_to(new)
        if had_keys:
            new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_previewing(self) -> bool:
        """Whether the note is shown as it will read."""
        return self._pages.currentWidget() is self.preview

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before going out of sight."""
        self.flush()
        super().hideEvent(event)

    def _typed(self) -> None:
        if self._loading or self._paper is None:
            return
        self._draft.text = self.editor.text()
        if not self._draft.is_saved:
            self._header.show_standing(Standing.SAVING)
        self._save_soon()

    def _hear(self, hear: Callable[[], str | None]) -> None:
        """Take in what is kept now, and show what that makes of the note."""
        was_saved = self._draft.is_saved
        shown = hear()
        if shown is not None:
            self._change_to(shown)
            if not was_saved:
                self._header.notify(MERGED)
        if not self._draft.is_saved:
            self._save_soon()
        elif self._header.standing():
            self._header.show_standing(Standing.SAVED)

    def _change_to(self, text: str) -> None:
        self._loading = True
        self.editor.change_to(text)
        self._loading = False
        if self.is_previewing():
            self.preview.read(text)

    def _save_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _load(self, text: str) -> None:
        self._loading = True
        self.editor.begin(text)
        self._loading = False

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._header.show_preview(on=page is self.preview)

    def _lay_out(self) -> None:
        for page in (self._empty, self.editor, self.preview):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._pages, 1)
        self.setMinimumWidth(GRID * 24)

    def _wire(self) -> None:
        self._timer.timeout.connect(self.flush)
        self._retry.timeout.connect(self.flush)
        self._header.previewed.connect(self.toggle_preview)
        self.editor.textChanged.connect(self._typed)
        self.editor.link_clicked.connect(self.link_clicked)
        self.preview.link_clicked.connect(self.link_clicked)


def _nobody() -> EmptyState:
    """What stands where no paper is chosen."""
    made = EmptyState()
    made.say(Emptiness("No paper selected", "Choose one in the list to write about it."))
    made.setAutoFillBackground(True)
    made.setBackgroundRole(Tone.PAPER)
    return made
