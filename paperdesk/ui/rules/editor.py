"""The filter builder: a query, what it finds, and what is to be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.faults import checked
from paperdesk.domain.paper import Paper
from paperdesk.domain.query import EVERYTHING
from paperdesk.domain.rule import Action, Edited, Rehearsal, Rule, sound
from paperdesk.ui.buttons import make_primary
from paperdesk.ui.rules.foreseen import Foreseen
from paperdesk.ui.rules.querybox import Offer, QueryBox
from paperdesk.ui.theme import GRID

PAUSE = 200
"""Milliseconds without a key after which the query is tried."""

_ACTIONS = {
    Action.NONE: "Only gather them",
    Action.HIDE: "Mute: hide them",
    Action.READ: "Mark them as read",
    Action.DOWN: "Rank them down",
    Action.STAR: "Shortlist them",
    Action.TAG: "Tag them",
}
_LASTS = {"For ever": 0, "For a week": 7, "For a month": 30, "For three months": 91}

Found = Callable[[Rehearsal, Sequence[Paper]], None]


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who knows what may be typed, and what a query finds."""

    offer: Offer
    rehearse: Callable[[str, Found, Callable[[PaperDeskError], None]], None]


class RuleEditor(QDialog):
    """Writes a query; Enter narrows the list by it, or saves the rule that is edited."""

    def __init__(self, parent: QWidget | None, draft: Rule, helpers: Helpers) -> None:
        super().__init__(parent)
        self._draft = draft
        self._helpers = helpers
        self._tried: str | None = None
        """The query that is looked for now; what is found of another comes too late."""
        self._keep = bool(draft.id or draft.name)
        self._query = QueryBox(helpers.offer)
        self._name = QLineEdit(draft.name)
        self._action, self._lasts = QComboBox(), QComboBox()
        self._tag = QLineEdit(draft.tag)
        self._shown = QCheckBox("Stands in the sidebar")
        self._notify = QCheckBox("Notify me")
        self._at_once = QCheckBox("Also those below")
        self._foreseen = Foreseen()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._fill()
        self._lay_out()
        self._connect()
        self._try()

    @classmethod
    def ask(cls, parent: QWidget | None, draft: Rule, helpers: Helpers) -> Edited | None:
        """What was written; None when the user turned away."""
        dialog = cls(parent, draft, helpers)
        edited = dialog.edited() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog._query.forget()
        dialog._tried = None
        dialog.deleteLater()  # with the list of names, which is a window of its own
        return edited

    def edited(self) -> Edited:
        """The rule as it is written now, and whether it is to be kept."""
        at_once = self._at_once.isChecked() and self._at_once.isVisibleTo(self)
        return Edited(self._written(), self._keep, at_once)

    def _fill(self) -> None:
        draft = self._draft
        self.setWindowTitle("Edit rule" if draft.id else "Filter")
        self._query.setText(draft.query)
        self._name.setPlaceholderText("A name keeps it: as a smart feed, a mute, an alert")
        self._action.addItems(list(_ACTIONS.values()))
        self._action.setCurrentIndex(list(_ACTIONS).index(draft.action))
        self._lasts.addItems(list(_LASTS))
        if draft.expires is not None:
            self._lasts.insertItem(0, f"Until {draft.expires:%d %B %Y}")
            self._lasts.setCurrentIndex(0)
        self._shown.setChecked(draft.shown)
        self._notify.setChecked(draft.notify)
        self._at_once.setToolTip("Do it now with the new papers of the last 30 days as well")
        self._at_once.setChecked(draft.action is Action.HIDE and not draft.id)
        self._tag.setPlaceholderText("Tag")
        for widget, name in (
            (self._name, "Name"),
            (self._action, "What to do with new papers"),
            (self._tag, "Tag"),
            (self._lasts, "How long it lasts"),
        ):
            widget.setAccessibleName(name)

    def _lay_out(self) -> None:
        self.setMinimumSize(GRID * 60, GRID * 50)
        self.resize(GRID * 84, GRID * 66)
        form = QFormLayout()
        form.setSpacing(GRID)
        form.addRow("&Query", self._query)
        form.addRow("&Name", self._name)
        papers = QLabel("New &papers")
        papers.setBuddy(self._action)
        form.addRow(papers, _row(self._action, self._tag, self._lasts))
        form.addRow("", _row(self._shown, self._notify, self._at_once))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(form)
        column.addWidget(self._foreseen, 1)
        column.addWidget(self._buttons)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self._narrow = self._buttons.addButton("&Filter the list", role)
        self._save = self._buttons.addButton("&Save rule", role)
        self._narrow.setHidden(bool(self._draft.id))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._try)
        self._query.textEdited.connect(lambda _: self._pause.start())
        self._name.textEdited.connect(self._allow)
        self._action.currentIndexChanged.connect(self._allow)
        self._buttons.rejected.connect(self.reject)
        self._narrow.clicked.connect(lambda: self._end(keep=False))
        self._save.clicked.connect(lambda: self._end(keep=True))

    def _end(self, *, keep: bool) -> None:
        """Close with what is written, unless it cannot be kept so."""
        try:
            if keep:
                sound(self._written())
            else:
                checked(self._query.text())
        except PaperDeskError as error:
            self._foreseen.say(str(error))
            return
        self._keep = keep
        self.accept()

    def _try(self) -> None:
        """Say what is wrong with the query, or show what it finds."""
        text, self._tried = self._query.text().strip(), None
        self._allow()
        try:
            if checked(text) == EVERYTHING:
                self._foreseen.say("Write what to look for; the names of fields are offered.")
                return
        except PaperDeskError as error:
            self._foreseen.say(str(error))
            return
        self._tried = text
        self._helpers.rehearse(text, self._found(text), self._failed(text))

    def _found(self, tried: str) -> Found:
        def show(found: Rehearsal, papers: Sequence[Paper]) -> None:
            if self._tried == tried:
                self._foreseen.show_found(found, papers)

        return show

    def _failed(self, tried: str) -> Callable[[PaperDeskError], None]:
        def say(error: PaperDeskError) -> None:
            if self._tried == tried:
                self._foreseen.say(str(error))

        return say

    def _allow(self) -> None:
        """What can be pressed now, and what Enter does: only what has a name can be kept."""
        named = bool(self._name.text().strip())
        self._save.setEnabled(named)
        _make_main(self._save, on=named)
        _make_main(self._narrow, on=not named)
        self._tag.setVisible(self._chosen() is Action.TAG)
        self._at_once.setVisible(self._chosen() is not Action.NONE)

    def _written(self) -> Rule:
        return replace(
            self._draft,
            name=self._name.text(),
            query=self._query.text(),
            action=self._chosen(),
            tag=self._tag.text(),
            shown=self._shown.isChecked(),
            notify=self._notify.isChecked(),
            expires=self._until(),
        )

    def _chosen(self) -> Action:
        return list(_ACTIONS)[self._action.currentIndex()]

    def _until(self) -> date | None:
        days = _LASTS.get(self._lasts.currentText())
        if days is None:
            return self._draft.expires
        return datetime.now(UTC).date() + timedelta(days=days) if days else None


def _make_main(button: QPushButton, *, on: bool) -> None:
    """Let Enter press a button or not, and let that be seen."""
    button.setAutoDefault(on)
    button.setDefault(on)
    make_primary(button, on=on)
    button.style().unpolish(button)
    button.style().polish(button)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return row
