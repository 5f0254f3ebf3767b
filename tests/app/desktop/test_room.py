"""A narrow window gives its width to the pages while a list is beside them."""

from collections.abc import Iterator

import pytest

from tests.app.conftest import Desktop


@pytest.fixture
def narrow(desktop: Desktop) -> Iterator[Desktop]:
    """A paper open in a window of 900 pixels."""
    frame = desktop.parts.window.window()
    before = frame.size()
    frame.resize(900, 600)
    desktop.parts.window.panels.reveal("notes", on=False)
    desktop.read(desktop.with_pdf().id)
    yield desktop
    desktop.run("side.hide")
    frame.resize(before)


def test_the_sidebar_gives_way_to_a_list_beside_the_pages_and_comes_back(narrow: Desktop) -> None:
    panels = narrow.parts.window.panels
    narrow.press("T")
    assert not panels.shown("sidebar")
    assert panels.shown("list")
    narrow.press("T")
    assert panels.shown("sidebar")


def test_the_sidebar_comes_back_when_the_pages_are_left_and_goes_with_them(
    narrow: Desktop,
) -> None:
    panels = narrow.parts.window.panels
    narrow.press("T")
    assert not panels.shown("sidebar")
    narrow.press("q")
    narrow.press("q")
    narrow.wait(lambda: panels.shown("sidebar"))
    narrow.press("\r")
    narrow.wait(lambda: not panels.shown("sidebar"))


def test_what_was_hidden_before_stays_so(narrow: Desktop) -> None:
    panels = narrow.parts.window.panels
    panels.reveal("sidebar", on=False)
    narrow.press("T")
    narrow.press("T")
    assert not panels.shown("sidebar")
    panels.reveal("sidebar")


def test_the_note_gives_way_too_to_two_views_with_a_list_and_comes_back(narrow: Desktop) -> None:
    panels = narrow.parts.window.panels
    panels.reveal("notes")
    narrow.run("split.beside")
    narrow.press("T")
    assert not any(panels.shown(name) for name in ("sidebar", "list", "notes"))
    narrow.press("T")
    narrow.run("split.close")
    assert all(panels.shown(name) for name in ("sidebar", "list", "notes"))


def test_whoever_comes_back_from_the_list_finds_the_pages_with_room(narrow: Desktop) -> None:
    panels = narrow.parts.window.panels
    panels.reveal("notes")
    narrow.wait(lambda: narrow.parts.spread.width() < 300)
    narrow.press("T")
    assert not panels.shown("list")
    narrow.press("q")
    narrow.press("q")
    assert panels.shown("list")
    narrow.press("\r")
    narrow.wait(lambda: not panels.shown("list"))
    narrow.run("side.hide")
    assert panels.shown("list")
