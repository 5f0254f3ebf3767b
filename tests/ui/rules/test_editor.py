"""The filter builder, by keyboard."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import Refused
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.rule import Action, Rehearsal, Rule, RuleId
from paperdesk.ui.rules.editor import Helpers, RuleEditor
from paperdesk.ui.rules.foreseen import Foreseen

DAY = date(2026, 5, 1)


class Helping:
    """Finds one paper for whatever is asked, at once."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def rehearse(self, query: str, found: Callable[..., None], failed: object) -> None:
        self.asked.append(query)
        found(Rehearsal((PaperId(1),), {DAY: 1}, DAY), (Paper(PaperId(1), "A cat"),))


@pytest.fixture
def helping() -> Helping:
    return Helping()


@pytest.fixture
def opened(qtbot: QtBot, helping: Helping) -> Callable[[Rule], RuleEditor]:
    def open_(draft: Rule) -> RuleEditor:
        editor = RuleEditor(None, draft, Helpers(lambda *_: None, helping.rehearse))
        qtbot.addWidget(editor)
        with qtbot.waitActive(editor):
            editor.show()
        return editor

    return open_


def keys(qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), typed)


def hit(qtbot: QtBot, key: Any) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_filters_the_list(qtbot: QtBot, opened: Any, helping: Helping) -> None:
    editor = opened(Rule("", ""))
    keys(qtbot, "cat")
    qtbot.waitUntil(lambda: helping.asked == ["cat"])
    found = editor.findChild(Foreseen)
    assert found.said() == "1 paper of the 30 days up to 1 May 2026, on 1 day"
    assert found.titles() == ["A cat"]
    hit(qtbot, Qt.Key.Key_Return)
    assert editor.result()
    assert (editor.edited().rule.query, editor.edited().keep) == ("cat", False)


def test_what_is_found_after_the_dialog_was_left_is_shown_nowhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[], None]] = []

    def rehearse(_query: str, found: Callable[..., None], failed: Callable[..., None]) -> None:
        late.append(lambda: found(Rehearsal((PaperId(1),), {DAY: 1}, DAY), ()))
        late.append(lambda: failed(Refused("Too late.")))

    monkeypatch.setattr(RuleEditor, "exec", lambda _: 0)
    assert RuleEditor.ask(None, Rule("", "cat"), Helpers(lambda *_: None, rehearse)) is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(late) == 2
    for answer in late:
        answer()


def test_a_name_makes_it_a_rule(qtbot: QtBot, opened: Any) -> None:
    editor = opened(Rule("", ""))
    keys(qtbot, "cat")
    hit(qtbot, Qt.Key.Key_Tab)
    keys(qtbot, "Cats")
    hit(qtbot, Qt.Key.Key_Return)
    edited = editor.edited()
    assert (edited.rule.name, edited.rule.action, edited.keep) == ("Cats", Action.NONE, True)


def test_what_is_not_understood_is_said_softly(qtbot: QtBot, opened: Any) -> None:
    editor = opened(Rule("", ""))
    keys(qtbot, "state:bogus")
    hit(qtbot, Qt.Key.Key_Return)
    assert not editor.result()
    assert editor.findChild(Foreseen).said().startswith("No state is called “bogus”.")


def test_a_rule_is_edited_with_all_that_it_says(opened: Any) -> None:
    rule = Rule("Cats", "cat", Action.TAG, "pets", True, False, True, DAY, RuleId(7))
    assert opened(rule).edited().rule == rule


def test_a_rule_may_end(opened: Any) -> None:
    editor = opened(Rule("Cats", "cat"))
    boxes = {box.accessibleName(): box for box in editor.findChildren(QComboBox)}
    boxes["How long it lasts"].setCurrentText("For a week")
    assert editor.edited().rule.expires == datetime.now(UTC).date() + timedelta(days=7)


def test_a_tag_is_asked_for_where_papers_are_tagged(opened: Any) -> None:
    editor = opened(Rule("Cats", "cat"))
    tag = next(one for one in editor.findChildren(QLineEdit) if one.accessibleName() == "Tag")
    assert tag.isHidden()
    editor.findChildren(QComboBox)[0].setCurrentText("Tag them")
    assert not tag.isHidden()


def test_everything_that_takes_keys_has_a_name(opened: Any) -> None:
    editor = opened(Rule("", ""))
    fields = [*editor.findChildren(QLineEdit), *editor.findChildren(QComboBox)]
    assert all(one.accessibleName() for one in fields)
    assert all(one.text() for one in editor.findChildren(QPushButton))
