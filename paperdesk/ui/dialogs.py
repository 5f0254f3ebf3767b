"""Questions: each dialog has an `ask` that returns the answer, or nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Scale

_WIDTH = GRID * 52


class Confirm(QDialog):
    """Something big is about to happen."""

    def __init__(self, parent: QWidget | None, question: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("PaperDesk")
        self.setMinimumWidth(_WIDTH)
        buttons = _buttons(self, verb)
        _column(self, _question(question), buttons)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, verb: str) -> bool:
        """Whether the user wants it; `verb` is what the yes button says."""
        return cls(parent, question, verb).exec() == QDialog.DialogCode.Accepted


class Line(QDialog):
    """A line of text is wanted."""

    def __init__(
        self, parent: QWidget | None, question: str, text: str = "", choices: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("PaperDesk")
        self.setMinimumWidth(_WIDTH)
        self._field = QLineEdit(text)
        self._field.setAccessibleName(question)
        self._field.selectAll()
        if choices:
            self._field.setCompleter(_completer(choices, self))
        words = _question(question)
        words.setBuddy(self._field)
        _column(self, words, self._field, _buttons(self, "OK"))

    def text(self) -> str:
        """What was typed."""
        return self._field.text().strip()

    @classmethod
    def ask(
        cls, parent: QWidget | None, question: str, text: str = "", choices: Sequence[str] = ()
    ) -> str | None:
        """What was typed, None when the user turned away."""
        dialog = cls(parent, question, text, choices)
        return dialog.text() if dialog.exec() == QDialog.DialogCode.Accepted else None


class Folder:
    """A folder is wanted."""

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, start: Path | None = None) -> Path | None:
        """The folder that was chosen, None when the user turned away."""
        chosen = QFileDialog.getExistingDirectory(parent, question, str(start or Path.home()))
        return Path(chosen) if chosen else None


class Files:
    """Files to read are wanted."""

    @classmethod
    def ask(cls, parent: QWidget | None, question: str) -> tuple[Path, ...]:
        """The files that were chosen, none when the user turned away."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, question, str(Path.home()))
        return tuple(Path(name) for name in chosen)


class Target:
    """A file to write is wanted."""

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, start: Path, ending: str) -> Path | None:
        """The file that was chosen, None when the user turned away; over another only if told."""
        kind = f"{ending.lstrip('.').upper()} (*{ending})"
        chosen, _ = QFileDialog.getSaveFileName(parent, question, str(start), kind)
        if not chosen or Path(chosen).suffix.lower() == ending:
            return Path(chosen) if chosen else None
        # The dialog asked about the name as it was typed.
        path = Path(chosen + ending)
        over = f"{path.name} is there already. Replace it?"
        return path if not path.exists() or Confirm.ask(parent, over, "Replace") else None


def _question(words: str) -> QLabel:
    made = label(Scale.LEAD, wrap=True)
    made.setText(words)
    return made


def _buttons(dialog: QDialog, verb: str) -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Cancel)
    yes = box.button(standard.Ok)
    yes.setText(verb)
    make_primary(yes)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _column(dialog: QDialog, *widgets: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
    column.setSpacing(GRID * 2)
    for widget in widgets:
        column.addWidget(widget)


def _completer(choices: Sequence[str], dialog: QDialog) -> QCompleter:
    """Offers what was used before, wherever in it the letters stand."""
    completer = QCompleter(list(choices), dialog)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
