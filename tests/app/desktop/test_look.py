"""The colours of the pages follow the settings and the window."""

from paperdesk.domain.dress import DARK, SEPIA, WHITE
from tests.app.conftest import Desktop


def test_pages_are_dark_in_a_dark_window(desktop: Desktop) -> None:
    marks = desktop.parts.reader.parts.marks
    desktop.run("view.light")
    assert marks.dress == WHITE
    desktop.run("view.dark")
    assert marks.dress == DARK
    desktop.run("view.light")


def test_a_page_theme_does_not_follow_the_window(desktop: Desktop) -> None:
    marks = desktop.parts.reader.parts.marks
    desktop.run("page.sepia")
    desktop.wait(lambda: marks.dress == SEPIA)
    desktop.run("view.dark")
    assert marks.dress == SEPIA
    desktop.run("view.light")


def test_a_colour_in_the_settings_that_is_none_falls_back(desktop: Desktop) -> None:
    settings = desktop.rooms.settings
    settings.set("pages", "own")
    settings.set("page-paper", "chartreuse")
    desktop.desk.look.dress()
    assert desktop.parts.reader.parts.marks.dress.paper == 0xFFFFFF
