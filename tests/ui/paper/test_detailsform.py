"""The form for the details of a paper."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.domain.details import NAMES, Details
from paperdesk.domain.paper import PaperId
from paperdesk.ui.paper.detailsform import DetailsForm, WindowDetailsForm

DETAILS = Details("Title", "A B; C D", "2019", "Journal", "", "10.1000/x", "", "key", "Words.")


@pytest.fixture
def form(qtbot: QtBot) -> DetailsForm:
    form = DetailsForm(None, DETAILS, {"venue"})
    qtbot.addWidget(form)
    return form


def field(form: DetailsForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def test_what_is_not_touched_stays_as_it_is(form: DetailsForm) -> None:
    assert form.written() == DETAILS


def test_every_field_has_a_name_and_those_of_the_reader_say_so(form: DetailsForm) -> None:
    fields = [*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)]
    names = {one.accessibleName() for one in fields}
    assert names == {*NAMES.values(), "Venue, written by you"} - {"Venue"}


def test_what_cannot_be_kept_is_said_and_the_form_stays(qtbot: QtBot, form: DetailsForm) -> None:
    with qtbot.waitExposed(form):
        form.show()
    field(form, "Date").setText("soon")
    qtbot.keyClick(field(form, "Date"), Qt.Key.Key_Return)
    assert form.isVisible()
    assert "“soon” is no date" in form._problem.text()
    field(form, "Date").setText("2020")
    qtbot.keyClick(field(form, "Date"), Qt.Key.Key_Return)
    assert form.result() == DetailsForm.DialogCode.Accepted


def nowhere(paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:
    """No list is there."""
    return False


def test_what_was_written_is_answered_or_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer(*, save: bool) -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, DetailsForm)
        field(form, "Title").setText("Mine")
        form._end() if save else form.reject()

    QTimer.singleShot(50, lambda: answer(save=True))
    written = WindowDetailsForm(parent, nowhere).write(DETAILS)
    assert written is not None
    assert written.title == "Mine"
    QTimer.singleShot(50, lambda: answer(save=False))
    assert WindowDetailsForm(parent, nowhere).write(DETAILS) is None
    assert not WindowDetailsForm(parent, nowhere).write_remark(PaperId(1), "", print)
