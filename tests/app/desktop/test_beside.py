"""What stands beside the list follows the cursor, and what changes."""

import sqlite3

from tests.app.conftest import Desktop


def test_the_abstract_follows_the_cursor(desktop: Desktop) -> None:
    first = desktop.papers()[0].id
    desktop.wait(lambda: desktop.shown() == first)
    desktop.press("j")
    desktop.wait(lambda: desktop.shown() == desktop.papers()[1].id)


def test_what_is_typed_is_saved_without_leaving_the_note(desktop: Desktop) -> None:
    paper = desktop.papers()[0].id
    desktop.go_to(paper)
    desktop.press("c")
    desktop.press("Words about it.")

    def saved() -> bool:
        note = desktop.rooms.notes.note(paper)
        return note is not None and "Words about it." in note.text

    desktop.wait(saved)


def test_a_note_changed_elsewhere_is_shown(desktop: Desktop) -> None:
    paper = desktop.papers()[1].id
    desktop.go_to(paper)
    desktop.rooms.notes.append(paper, "From elsewhere.")
    desktop.wait(lambda: "From elsewhere." in desktop.parts.notes.editor.toPlainText())


def test_while_one_reads_the_cursor_does_not_turn_the_page_away(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    other = next(one for one in desktop.papers() if one.id != paper.id)
    desktop.rooms.library.tag([other.id], add=["elsewhere"])
    desktop.wait(lambda: desktop.parts.window.reading())
    assert desktop.session._reading.page.paper() == paper.id


def test_who_leaves_the_reader_is_about_the_row_of_the_list_again(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    row = next(one.id for one in desktop.papers() if one.id != paper.id)
    desktop.session.take([f"paperdesk://paper/{paper.id}"])
    desktop.wait(lambda: desktop.shown() == paper.id and desktop.parts.window.reading())
    desktop.desk.rows.go(list(desktop.parts.papers.ids()).index(row))
    desktop.press("q")
    desktop.wait(lambda: desktop.shown() == row)


def test_the_note_beside_a_page_is_that_of_the_open_paper(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    other = next(one for one in desktop.papers() if one.id != paper.id)
    desktop.go_to(other.id)
    desktop.desk.page.open(paper.id)
    assert desktop.parts.notes.paper() == paper.id


def test_a_note_begun_right_after_a_step_is_about_the_new_row(desktop: Desktop) -> None:
    desktop.go_to(desktop.papers()[0].id)
    desktop.press("j")
    desktop.press("c")
    assert desktop.parts.notes.paper() == desktop.papers()[1].id


def test_what_others_wrote_while_a_save_was_out_is_shown_when_it_is_home(desktop: Desktop) -> None:
    paper = desktop.papers()[2].id
    desktop.rooms.notes.append(paper, "Before.")
    desktop.go_to(paper)
    other = sqlite3.connect(desktop.rooms.home.database, isolation_level=None)
    other.execute("UPDATE note SET text = text || ' From elsewhere.' WHERE paper = ?", (paper,))
    other.close()
    desktop.session._around.drafts.settled.emit(paper)
    assert desktop.parts.notes.editor.text().endswith("From elsewhere.")
