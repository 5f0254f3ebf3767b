"""What stands in the pane when there are no pages: a sentence and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui.theme import GRID, Scale, font

_WIDEST = 440


class Card(QWidget):
    """A sentence in the middle of the pane, with a button or a password field.

    Signals: `retried` (the button was pressed), `refetched` (the other one was),
    `unlocked` (a password was entered; whether it is to be remembered).
    """

    retried = Signal()
    refetched = Signal()
    unlocked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = _label()
        self._heading.setFont(font(Scale.HEADING, bold=True))
        self._sentence = _label()
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("Password")
        self.password.setAccessibleName("Password of the PDF")
        self.password.returnPressed.connect(self._press)
        self.remember = QCheckBox("Remember it")
        self.remember.setToolTip("The password is kept in this system's keyring.")
        self.button = QPushButton()
        self.button.clicked.connect(self._press)
        self.again = QPushButton("Download again")
        self.again.clicked.connect(self.refetched)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.button)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID + GRID // 2)
        column.addStretch(2)
        for widget in (self._heading, self._sentence, self.password, self.remember):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def wait(self) -> None:
        """Say that the file is being opened."""
        self._show("Opening…", "", "")

    def complain(self, sentence: str) -> None:
        """Say why the file cannot be shown, and offer to try again, or to fetch it anew."""
        self._show("This PDF cannot be shown", sentence, "Try again", again=True)

    def ask_password(self, sentence: str) -> None:
        """Ask for the password of a locked file, where the card has the keys or gets them."""
        self._show("Password needed", sentence, "Open")
        self.password.show()
        self.remember.show()
        self.password.clear()
        self.setFocusProxy(self.password)

    def retry(self) -> bool:
        """Press the button that tries again, if it is there."""
        if not self.password.isHidden() or not self.button.text():
            return False
        self.retried.emit()
        return True

    def _show(self, heading: str, sentence: str, verb: str, *, again: bool = False) -> None:
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.setText(verb)
        self.button.setVisible(bool(verb))
        self.again.setVisible(again)
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.password.hide()
        self.remember.hide()

    def _press(self) -> None:
        if self.password.isHidden():
            self.retried.emit()
        else:
            self.unlocked.emit(self.password.text(), self.remember.isChecked())


def _label() -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
