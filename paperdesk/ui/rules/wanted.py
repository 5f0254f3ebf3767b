"""A query is wanted: asked for over the window, in the field that the filter has."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from paperdesk.domain.collection import fault_of
from paperdesk.ui.labels import label
from paperdesk.ui.question import Question
from paperdesk.ui.rules.querybox import Offer, QueryBox
from paperdesk.ui.theme import GRID, Scale


class Wanted(QWidget):
    """The field, and below it what is wrong with the query as it stands."""

    def __init__(self, question: str, text: str, offer: Offer) -> None:
        super().__init__()
        self.box = QueryBox(offer)
        self.box.setText(text)
        self.box.setAccessibleName(question)
        self._said = label(Scale.CAPTION, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.box)
        column.addWidget(self._said)
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(lambda _: self._judge())
        self._judge()

    @classmethod
    def ask(cls, parent: QWidget, question: str, text: str, offer: Offer) -> str | None:
        """The query that was written, None when the user turned away; it is sound."""
        while True:
            wanted = cls(question, text, offer)
            said = Question(parent, question, "Keep", wanted).wait()
            text = wanted.box.text()
            wanted.box.forget()
            if not said:
                return None
            if not fault_of(text):
                return text.strip()

    def said(self) -> str:
        """What is wrong, in a sentence."""
        return self._said.text()

    def _judge(self) -> None:
        self._said.setText(fault_of(self.box.text()) if self.box.text().strip() else _HELP)


_HELP = "Words, author: tag: year: collection: and more; OR and brackets; - leaves out."
