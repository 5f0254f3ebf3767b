"""Every widget of the window, made once."""

from dataclasses import fields

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from paperdesk.app.desktop.parts import Loads, Parts, parts
from paperdesk.commands.table import command
from tests.app.conftest import Desktop


def test_the_list_asks_the_library_for_its_rows(desktop: Desktop) -> None:
    assert len(desktop.parts.papers.ids()) == len(desktop.papers())


def test_the_buttons_of_the_paper_run_commands_that_exist(
    desktop: Desktop, qapp: QApplication
) -> None:
    ran: list[str] = []
    made = parts(Loads(lambda _: (), lambda _: {}), desktop.rooms.pages, ran.append)
    for button in made.page.findChildren(QPushButton):
        button.click()
    assert "paper.open" in ran
    assert all(command(name) for name in ran if name)
    made.window.deleteLater()


def test_all_of_them_are_in_the_window(desktop: Desktop) -> None:
    made = [getattr(desktop.parts, field.name) for field in fields(Parts)]
    shown = [part for part in made if isinstance(part, QWidget)]
    assert len(shown) > 5
    assert all(part.window() is desktop.parts.window.window() for part in shown)
