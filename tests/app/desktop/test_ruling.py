"""Rules act by themselves, and are written in the window."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paperdesk.app.desktop.ruling import WindowRuleEditor
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.rule import Action, Rule
from paperdesk.domain.shelf import ALL
from paperdesk.infra.jobs import Job
from paperdesk.ui.rules.editor import RuleEditor
from paperdesk.ui.sidebar.places import Place
from tests.app.conftest import Desktop


def feeds(desktop: Desktop) -> list[str]:
    """The smart feeds that the sidebar lists."""
    model = desktop.parts.sidebar.model()
    lines = [model.index(row, 0).data(0x100) for row in range(model.rowCount())]
    places = [line for line in lines if isinstance(line, Place) and line.shelf]
    return [line.title for line in places if "rule:" in line.shelf.query]  # type: ignore[union-attr]


def test_a_smart_feed_is_made_and_opened_by_keys(desktop: Desktop) -> None:
    def write() -> None:
        editor = QApplication.activeModalWidget()
        assert isinstance(editor, RuleEditor)
        QTest.keyClicks(editor._query, "keyboard")
        QTest.keyClicks(editor._name, "Keys")
        try:
            desktop.wait(editor._foreseen.titles)
            editor._save.click()
        finally:
            if editor.isVisible():
                editor.reject()

    QTimer.singleShot(100, write)
    desktop.press("F")
    desktop.wait(lambda: desktop.parts.papers.shelf().title == "Keys")
    desktop.wait(lambda: len(desktop.parts.papers.ids()) == 1)
    desktop.wait(lambda: feeds(desktop) == ["Keys"])
    desktop.run("edit.undo")
    desktop.wait(lambda: feeds(desktop) == [])


def test_a_rule_acts_when_papers_change_and_undo_takes_it_back(desktop: Desktop) -> None:
    rule = desktop.rooms.rules.save(Rule("Dull", "title:margins", Action.HIDE))
    desktop.wait(lambda: not desktop.rooms.rules.rule(rule.id).filling)
    (paper,) = map(PaperId, desktop.rooms.library.ids(rule.shelf))
    judging = desktop.rooms.rules.judging
    judging.due_again(rule, judging.look_lately(rule, 9, Job(1, "Looking")))
    desktop.session._ruling.wake()
    desktop.wait(lambda: desktop.desk.library.paper(paper).state is State.DISMISSED)
    desktop.wait(lambda: "Rule “Dull”: 1 muted" in desktop.parts.window.toast.sentence())
    assert paper not in desktop.rooms.library.ids(ALL)
    desktop.run("edit.undo")
    desktop.wait(lambda: desktop.desk.library.paper(paper).state is State.NEW)
    desktop.rooms.rules.remove(rule)


def test_names_are_offered_while_a_query_is_typed(desktop: Desktop) -> None:
    editor = desktop.desk.editor
    assert isinstance(editor, WindowRuleEditor)
    offered: list[Sequence[str]] = []
    editor._offer("", "auth", offered.append)
    assert offered == [("author:",)]
    editor._offer("tag", "ha", offered.append)
    assert len(offered) == 1, "names are looked for beside the window"
    desktop.wait(lambda: len(offered) == 2)
    assert "habits" in offered[1]
