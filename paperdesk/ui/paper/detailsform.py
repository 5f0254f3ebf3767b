"""The form in which the details of a paper are written."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from paperdesk.domain.details import NAMES, Details, sound
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import PaperId
from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Tone

_HINTS = {
    "authors": "One after the other, with ; between",
    "published": "2019, 2019-05 or 2019-05-03",
    "venue": "Journal, conference or book",
    "arxiv": "1706.03762",
    "doi": "10.1109/cvpr.2016.90",
    "url": "https://",
}
_KEYS = {
    "title": "&Title", "authors": "A&uthors", "published": "D&ate", "venue": "&Venue",
    "arxiv": "ar&Xiv id", "doi": "D&OI", "url": "&Web page", "citekey": "Citation &key",
    "abstract": "A&bstract",
}  # fmt: skip

WriteRemark = Callable[[PaperId, str, Callable[[str], None]], bool]


class DetailsForm(QDialog):
    """A field for each detail; Ctrl+Enter saves, Esc turns away."""

    def __init__(
        self, parent: QWidget | None, details: Details, edited: Collection[str] = ()
    ) -> None:
        """`edited` are the fields that the reader has written before: they are marked."""
        super().__init__(parent)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._problem = label(tone=Tone.ALARM, wrap=True)
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.setWindowTitle("Details of the paper")
        self._lay_out(details, edited)
        self._buttons.rejected.connect(self.reject)
        save = self._buttons.addButton("&Save", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setShortcut("Ctrl+Return")
        save.setDefault(True)
        make_primary(save)
        self._buttons.accepted.connect(self._end)

    @classmethod
    def ask(
        cls, parent: QWidget | None, details: Details, edited: Collection[str] = ()
    ) -> Details | None:
        """What was written, each field in its form; None when the user turned away."""
        form = cls(parent, details, edited)
        written = form.written() if form.exec() == QDialog.DialogCode.Accepted else None
        form.deleteLater()
        return written

    def written(self) -> Details:
        """The details as they are written now."""
        return Details(**{name: _text(field) for name, field in self._fields.items()})

    def _lay_out(self, details: Details, edited: Collection[str]) -> None:
        self.setMinimumSize(GRID * 56, GRID * 52)
        self.resize(GRID * 84, GRID * 68)
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, title in NAMES.items():
            field = _field(name, getattr(details, name))
            yours = name in edited
            field.setAccessibleName(f"{title}, written by you" if yours else title)
            head = QLabel(f"{_KEYS[name]} ✎" if yours else _KEYS[name])
            head.setToolTip("Written by you: no source changes it." if yours else "")
            head.setBuddy(field)
            form.addRow(head, field)
            self._fields[name] = field
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(form, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)

    def _end(self) -> None:
        """Close, unless something cannot be kept as it is written."""
        try:
            sound(self.written())
        except WrongUsage as error:
            self._problem.setText(f"⚠ {error}")
            self._problem.show()
            return
        self.accept()


class WindowDetailsForm:
    """The form over a window, for the commands."""

    def __init__(self, parent: QWidget, remark: WriteRemark) -> None:
        """`remark` lets a remark be written in the list."""
        self._parent = parent
        self._remark = remark

    def write(self, details: Details, edited: Collection[str] = ()) -> Details | None:
        """What was written; None when the user turned away."""
        return DetailsForm.ask(self._parent, details, edited)

    def write_remark(self, paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:
        """Let a remark be written where it stands in the list; False if the list has no keys."""
        return self._remark(paper, text, taken)


def _field(name: str, text: str) -> QLineEdit | QPlainTextEdit:
    if name == "abstract":
        area = QPlainTextEdit(text)
        area.setTabChangesFocus(True)
        area.setObjectName("field")  # it has the frame of one
        return area
    field = QLineEdit(text)
    field.setPlaceholderText(_HINTS.get(name, ""))
    field.setCursorPosition(0)
    return field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
