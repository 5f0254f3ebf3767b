"""What only the user knows: each question has an `ask` that returns the answer, or nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFileDialog, QLineEdit, QWidget

from paperdesk.ui.question import Question


class Confirm:
    """Something big is about to happen."""

    @classmethod
    def ask(cls, parent: QWidget, question: str, verb: str) -> bool:
        """Whether the user wants it; `verb` is what the yes button says."""
        return Question(parent, question, verb).wait()


class Line:
    """A line of text is wanted."""

    @classmethod
    def ask(
        cls, parent: QWidget, question: str, text: str = "", choices: Sequence[str] = ()
    ) -> str | None:
        """What was typed, None when the user turned away."""
        field = QLineEdit(text)
        field.setAccessibleName(question)
        field.selectAll()
        if choices:
            field.setCompleter(_completer(choices, field))
        return field.text().strip() if Question(parent, question, "OK", field).wait() else None


class Folder:
    """A folder is wanted."""

    @classmethod
    def ask(cls, parent: QWidget, question: str, start: Path | None = None) -> Path | None:
        """The folder that was chosen, None when the user turned away."""
        chosen = QFileDialog.getExistingDirectory(parent, question, str(start or Path.home()))
        return Path(chosen) if chosen else None


class Files:
    """Files to read are wanted."""

    @classmethod
    def ask(cls, parent: QWidget, question: str) -> tuple[Path, ...]:
        """The files that were chosen, none when the user turned away."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, question, str(Path.home()))
        return tuple(Path(name) for name in chosen)


class Target:
    """A file to write is wanted."""

    @classmethod
    def ask(cls, parent: QWidget, question: str, start: Path, ending: str) -> Path | None:
        """The file that was chosen, None when the user turned away; over another only if told."""
        kind = f"{ending.lstrip('.').upper()} (*{ending})"
        chosen, _ = QFileDialog.getSaveFileName(parent, question, str(start), kind)
        if not chosen or Path(chosen).suffix.lower() == ending:
            return Path(chosen) if chosen else None
        # The dialog asked about the name as it was typed.
        path = Path(chosen + ending)
        over = f"{path.name} is there already. Replace it?"
        return path if not path.exists() or Confirm.ask(parent, over, "Replace") else None


def _completer(choices: Sequence[str], field: QLineEdit) -> QCompleter:
    """Offers what was used before, wherever in it the letters stand."""
    completer = QCompleter(list(choices), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
