import pytest

from paperdesk.commands import look
from paperdesk.commands.desk import Desk
from paperdesk.domain.dress import NAMES
from paperdesk.domain.errors import WrongUsage
from tests.commands.conftest import Screen


def test_the_key_goes_through_all_themes_and_comes_back(desk: Desk, screen: Screen) -> None:
    seen = []
    for _ in NAMES:
        look.next_theme(desk)
        seen.append(desk.settings.get("pages"))
    assert sorted(map(str, seen)) == sorted(NAMES)
    assert seen[-1] == "auto"
    assert screen.told == [("dress",)] * len(NAMES)


@pytest.mark.parametrize("name", ["auto", "light", "sepia", "dark", "black"])
def test_a_theme_is_chosen_shown_and_said(desk: Desk, screen: Screen, name: str) -> None:
    getattr(look, name)(desk)
    assert desk.settings.get("pages") == name
    assert screen.told == [("dress",)]
    assert screen.said[-1].startswith("Pages are")


def test_own_colours_are_asked_for_and_kept(desk: Desk, screen: Screen) -> None:
    screen.answer = "#123"
    look.own(desk)
    assert [desk.settings.get(name) for name in ("pages", "page-ink", "page-paper")] == [
        "own",
        "#112233",
        "#112233",
    ]


def test_colours_that_are_hard_to_read_are_said_to_be(desk: Desk, screen: Screen) -> None:
    screen.answer = "#123"
    look.own(desk)
    assert "contrast of 1.0 to 1" in screen.said[-1]


def test_what_is_no_colour_is_refused(desk: Desk, screen: Screen) -> None:
    screen.answer = "bluish"
    with pytest.raises(WrongUsage, match="bluish"):
        look.own(desk)
    assert desk.settings.get("pages") == "auto"


def test_who_turns_away_changes_nothing(desk: Desk, screen: Screen) -> None:
    look.own(desk)
    assert (desk.settings.get("pages"), screen.told) == ("auto", [])


def test_figures_change_and_change_back(desk: Desk, screen: Screen) -> None:
    look.toggle_figures(desk)
    assert desk.settings.get("page-figures") is True
    look.toggle_figures(desk)
    assert desk.settings.get("page-figures") is False
    assert len(screen.told) == 2


def test_reading_mode_is_turned_on_by_the_reader(desk: Desk, screen: Screen) -> None:
    look.reading_mode(desk)
    assert screen.told == [("toggle_reflow",)]
