"""The strip above a paper: its PDF is on the way, waits, or did not come."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Tone


class Strip(QWidget):
    """Says how far a download is or why it failed, and offers the way on."""

    def __init__(self, run: Callable[[str], None], parent: QWidget | None = None) -> None:
        """`run` runs the command of the button."""
        super().__init__(parent)
        self._run = run
        self._command = ""
        self._sentence = label(wrap=True)
        self._button = QPushButton()
        self._button.clicked.connect(lambda: self._run(self._command))
        self._pause = QPushButton("Pause")
        self._pause.clicked.connect(lambda: self._run("download.turn"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Download")
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._sentence, 1)
        row.addWidget(self._pause)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, 0, GRID * 2, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._progress)

    def show_progress(self, sentence: str, done: int, total: int) -> None:
        """Say how far a download is; a total of 0 is one that nobody knows."""
        self._say(sentence, "Stop", "feed.stop")
        self._sentence.setForegroundRole(Tone.MUTED)
        self._progress.setMaximum(total)
        self._progress.setValue(done)
        self._progress.show()
        self._pause.show()

    def show_paused(self, detail: str, done: int, total: int) -> None:
        """Say how far a download is that waits, and offer to go on."""
        self.show_progress(f"Paused: {detail}" if detail else "Paused", done, max(total, 1))
        self._say(self._sentence.text(), "Go on", "paper.open")

    def show_failure(self, sentence: str, retry: str = "paper.download") -> None:
        """Say why there is no PDF, and offer to try again."""
        self._say(f"⚠ {sentence}", "Retry", retry)
        self._sentence.setForegroundRole(Tone.ALARM)
        self._progress.hide()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def _say(self, sentence: str, verb: str, command: str) -> None:
        self._command = command
        self._pause.hide()
        self._sentence.setText(sentence)
        self._button.setText(verb)
        self.show()
