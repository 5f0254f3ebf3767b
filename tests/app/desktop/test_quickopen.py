"""A paper is opened by any word of it."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QTextBrowser

from paperdesk.app.desktop.quickopen import QuickOpen, asked
from paperdesk.domain.paper import PaperId
from paperdesk.infra.latex import plain
from tests.app.conftest import Desktop

CTRL = Qt.KeyboardModifier.ControlModifier


def sheet(desktop: Desktop) -> QuickOpen:
    found = desktop.parts.window.findChild(QuickOpen)
    assert isinstance(found, QuickOpen)
    return found


def lines(desktop: Desktop) -> list[PaperId]:
    return [PaperId(int(line.command)) for line in sheet(desktop).sheet.shown()]


def test_the_question_asks_for_papers_by_title_or_name() -> None:
    assert asked("vaswani att") == "(title:vaswani OR author:vaswani) (title:att OR author:att"
    assert asked(' (" ') == ""


def test_open_papers_come_first_then_those_read_before(desktop: Desktop) -> None:
    first, second, third = [paper.id for paper in desktop.papers() if paper.file][:3]
    for paper in (first, second, third):
        desktop.read(paper)
        desktop.press("jjj")
        desktop.parts.reader._director.tell_place()
        desktop.desk.page.close()
    desktop.wait(lambda: len(desktop.rooms.library.lately_read(3)) == 3)
    desktop.run("tab.next")
    desktop.wait(lambda: desktop.desk.page.paper() == third)
    desktop.hit(Qt.Key.Key_W, CTRL)
    desktop.hit(Qt.Key.Key_O, CTRL)
    assert third not in lines(desktop)
    desktop.wait(lambda: third in lines(desktop))
    assert set(lines(desktop)[:2]) == {first, second}
    desktop.hit(Qt.Key.Key_Escape)


def test_a_word_of_a_title_finds_a_paper_that_was_never_open(desktop: Desktop) -> None:
    paper = next(paper for paper in desktop.papers() if not paper.file)
    desktop.hit(Qt.Key.Key_O, CTRL)
    desktop.press(paper.title.split(":")[0].lower()[:12])
    desktop.wait(lambda: paper.id in lines(desktop))
    desktop.hit(Qt.Key.Key_Escape)


def test_a_citation_key_finds_its_paper_and_enter_opens_it(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.hit(Qt.Key.Key_O, CTRL)
    desktop.press(paper.citekey)
    desktop.wait(lambda: lines(desktop) == [paper.id])
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.desk.page.paper() == paper.id)
    assert desktop.parts.window.panels.with_keys() == "paper"


def test_papers_are_related_by_keys_and_the_page_leads_to_each_other(desktop: Desktop) -> None:
    first, second = desktop.papers()[:2]
    desktop.go_to(first.id)
    desktop.press("L")
    (field,) = (one for one in desktop.parts.window.findChildren(QLineEdit) if one.hasFocus())
    desktop.press(second.citekey)
    asking = next(
        one for one in desktop.parts.window.findChildren(QuickOpen) if one.sheet.isAncestorOf(field)
    )
    desktop.wait(lambda: [line.command for line in asking.sheet.shown()] == [str(second.id)])
    desktop.hit(Qt.Key.Key_Return)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.rooms.relations.of(first.id))
    text = desktop.parts.page.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    desktop.wait(lambda: plain(second.title) in text.toPlainText())
    text.anchorClicked.emit(QUrl(f"paperdesk:go/{second.id}"))
    desktop.wait(lambda: desktop.parts.papers.view.paper() == second.id)
    desktop.wait(lambda: "Related" in text.toPlainText())
    desktop.press("gN")
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.parts.papers.view.paper() == first.id)
