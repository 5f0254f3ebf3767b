"""The panes around the page."""

import pytest

from paperdesk.domain.note import Colour
from tests.app.conftest import Desktop


@pytest.mark.parametrize("pane", ["sidebar", "list", "notes"])
def test_a_pane_goes_and_comes_back(desktop: Desktop, pane: str) -> None:
    panels = desktop.parts.window.panels
    shown = panels.shown(pane)
    desktop.run(f"view.{pane}")
    assert panels.shown(pane) is not shown
    desktop.run(f"view.{pane}")
    assert panels.shown(pane) is shown


def test_writing_a_note_brings_the_pane_and_the_caret(desktop: Desktop) -> None:
    panels = desktop.parts.window.panels
    desktop.go_to(desktop.papers()[0].id)
    if panels.shown("notes"):
        desktop.run("view.notes")
    desktop.run("note.write")
    desktop.wait(lambda: panels.with_keys() == "notes")


def test_ctrl_return_gives_the_keys_back_to_the_list(desktop: Desktop) -> None:
    desktop.go_to(desktop.papers()[0].id)
    desktop.run("note.write")
    desktop.run("note.done")
    desktop.wait(lambda: desktop.parts.window.panels.with_keys() == "list")


def test_the_colour_of_the_next_highlight_is_kept(desktop: Desktop) -> None:
    desktop.desk.frame.set_colour(Colour.PINK)
    assert desktop.desk.frame.colour() is Colour.PINK


def test_f6_goes_through_the_panes_and_comes_back(desktop: Desktop) -> None:
    panels = desktop.parts.window.panels
    seen = []
    for _ in range(6):
        desktop.run("view.next-pane")
        seen.append(panels.with_keys())
    assert {"list", "paper", "sidebar"} <= set(seen)


def test_a_quote_is_put_only_into_the_note_of_its_paper(desktop: Desktop) -> None:
    here, there = desktop.papers()[0].id, desktop.papers()[1].id
    desktop.go_to(here)
    before = desktop.parts.notes.editor.text()
    assert not desktop.desk.frame.quote_in_note(there, "> said")
    assert desktop.parts.notes.editor.text() == before
    assert desktop.desk.frame.quote_in_note(here, "> said")
    assert "> said" in desktop.parts.notes.editor.text()


def test_space_reads_on_to_the_end_and_then_to_the_next_unread(desktop: Desktop) -> None:
    first, second, *_ = desktop.papers()
    desktop.rooms.library.set_unread([first.id, second.id], unread=True)
    desktop.desk.rows.go(1)
    desktop.desk.rows.go(0)
    for _ in range(9):  # screens of an abstract, at most
        if desktop.desk.rows.all()[0] != desktop.parts.papers.view.paper():
            break
        desktop.press(" ")
    library = desktop.rooms.library
    desktop.wait(lambda: not library.paper(first.id).unread)
    assert library.paper(second.id).unread
    assert desktop.parts.papers.view.paper() == second.id
