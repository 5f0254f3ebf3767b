"""Verbs about the window itself."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from paperdesk.commands import screen as verbs
from paperdesk.commands.desk import Desk
from tests.commands.conftest import Screen, with_rooms


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (verbs.palette, ("show_palette",)),
        (verbs.keys, ("show_keys",)),
        (verbs.toggle_sidebar, ("toggle_sidebar",)),
        (verbs.toggle_list, ("toggle_list",)),
        (verbs.toggle_preview, ("toggle_preview",)),
        (verbs.toggle_notes, ("toggle_notes",)),
        (verbs.toggle_full_screen, ("toggle_full_screen",)),
        (verbs.next_pane, ("cycle", 1)),
        (verbs.previous_pane, ("cycle", -1)),
        (verbs.quit_program, ("quit",)),
    ],
)
def test_a_pane_does_what_its_verb_says(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]


@pytest.mark.parametrize("verb", [verbs.light, verbs.dark, verbs.system])
def test_a_theme_is_shown_and_kept(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None]
) -> None:
    verb(desk)
    assert screen.told == [("set_theme", verb.__name__)]
    assert desk.settings.get("theme") == verb.__name__


def test_everything_gets_its_letters(desk: Desk, screen: Screen) -> None:
    verbs.press(desk)
    assert screen.told == [("label_everything",)]


def test_pictures_are_put_away_and_stay_away(desk: Desk, screen: Screen) -> None:
    verbs.toggle_pictures(desk)
    assert screen.told == [("show_thumbnails", False)]
    assert desk.settings.get("pictures") is False
    verbs.toggle_pictures(desk)
    assert desk.settings.get("pictures") is True


def test_who_wants_the_tray_is_told_what_comes_of_it(desk: Desk, screen: Screen) -> None:
    tender = SimpleNamespace(stay=lambda on: f"tray {on}")
    verbs.toggle_tray(with_rooms(desk, tender=tender))
    assert desk.settings.get("tray") is True
    verbs.toggle_tray(with_rooms(desk, tender=tender))
    assert screen.said == ["tray True", "tray False"]
