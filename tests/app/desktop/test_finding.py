"""What is typed is found; hits and links lead to their places."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from paperdesk.domain.hit import HitKind
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId, State
from tests.app.conftest import Desktop


def search(desktop: Desktop, words: str) -> None:
    """Type into the search box and wait for hits."""
    desktop.run("go.search")
    desktop.parts.search.clear()
    desktop.press(words)
    desktop.wait(lambda: desktop.parts.window.searching() and desktop.parts.results.hit())


def test_a_title_s_word_finds_its_paper(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    search(desktop, max(re.findall(r"\w+", paper.title), key=len))
    assert paper.id in [hit.paper for hit in desktop.parts.results.answer().hits]


def test_an_empty_box_brings_the_list_back(desktop: Desktop) -> None:
    search(desktop, "paper")
    desktop.parts.search.clear()
    desktop.wait(lambda: not desktop.parts.window.searching())


def test_enter_on_a_full_text_hit_opens_its_page(desktop: Desktop) -> None:
    desktop.wait(
        lambda: (
            not desktop.rooms.database.read().execute("SELECT 1 FROM waiting LIMIT 1").fetchone()
        )
    )
    search(desktop, "references in:library")
    pages = [hit for hit in desktop.parts.results.answer().hits if hit.kind is HitKind.PAGE]
    desktop.parts.results.hit_chosen.emit(pages[0])
    desktop.wait(desktop.parts.window.reading)
    assert desktop.session._reading.page.paper() == pages[0].paper


def test_a_link_to_a_paper_stays_inside(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.parts.notes.link_clicked.emit(f"paperdesk://paper/{paper.id}")
    desktop.wait(desktop.parts.window.reading)


def test_a_link_out_that_is_no_web_page_is_refused(desktop: Desktop) -> None:
    desktop.parts.page.link_chosen.emit("file:///etc/passwd")
    desktop.wait(desktop.parts.window.errors.sentences)
    assert not desktop.parts.window.reading()


def test_escape_leaves_the_search(desktop: Desktop) -> None:
    search(desktop, "paper")
    desktop.hit(Qt.Key.Key_Escape)
    desktop.wait(lambda: not desktop.parts.window.searching())


def test_enter_pressed_before_the_answer_waits_for_it(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.run("go.search")
    desktop.parts.search.setText(max(re.findall(r"\w+", paper.title), key=len))
    desktop.parts.search.entered.emit()  # no turn of the loop could bring an answer yet
    assert desktop.session._search.asking
    desktop.wait(lambda: desktop.parts.window.panels.with_keys() == "list")
    assert desktop.parts.window.searching()


def test_who_types_on_after_enter_stays_in_the_box(desktop: Desktop) -> None:
    desktop.run("go.search")
    desktop.parts.search.setText("pap")
    desktop.parts.search.entered.emit()
    desktop.parts.search.setText("paper")
    desktop.wait(lambda: desktop.parts.results.hit() and not desktop.session._search.asking)
    assert desktop.parts.search.hasFocus()


def told(desktop: Desktop) -> str:
    """What stands above the hits, once nothing is asked any more."""
    desktop.wait(lambda: desktop.parts.window.searching() and not desktop.session._search.asking)
    (summary,) = desktop.parts.results.findChildren(QLabel)
    assert summary.isVisible()
    return summary.text()


def type_anew(desktop: Desktop, words: str) -> None:
    """Type into the empty search box, letter by letter."""
    desktop.run("go.search")
    desktop.parts.search.clear()
    desktop.press(words)


def test_a_value_that_is_wrong_is_said_above_the_hits(desktop: Desktop) -> None:
    type_anew(desktop, "state:bogus x")
    assert told(desktop).startswith("No state is called “bogus”. States: new, ")
    assert desktop.parts.results.hit() is None


def test_a_value_that_is_being_typed_is_not_called_wrong(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.rooms.library.set_state([paper.id], State.INBOX)
    type_anew(desktop, "state:inb")
    desktop.wait(lambda: desktop.parts.results.hit())
    assert re.match(r"\d+ results?\b", told(desktop))
    assert paper.id in [hit.paper for hit in desktop.parts.results.answer().hits]


def test_a_wrong_value_made_right_finds_again(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.rooms.library.set_state([paper.id], State.INBOX)
    type_anew(desktop, "state:inbx")
    assert told(desktop).startswith("No state is called “inbx”.")
    desktop.hit(Qt.Key.Key_Backspace)
    desktop.wait(lambda: desktop.parts.results.hit())
    assert "No state" not in told(desktop)


def test_a_bookmark_of_a_paper_that_is_gone_is_a_sentence(desktop: Desktop) -> None:
    paper = desktop.with_pdf().id
    made = desktop.rooms.bookmarks.add(paper, Place(), "Here")
    desktop.session._finding.visit(replace(made, paper=PaperId(999_999)))
    desktop.wait(lambda: "no longer in the library" in desktop.parts.window.toast.sentence())
