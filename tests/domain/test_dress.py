"""Page themes: readable, and by the window where nothing was chosen."""

import pytest

from paperdesk.domain.dress import (
    BLACK,
    BUILT_IN,
    DARK,
    NAMES,
    SEPIA,
    WHITE,
    Dress,
    contrast,
    dress,
    parse,
    written,
)

MINE = Dress(0x102030, 0xE0F0E0)


@pytest.mark.parametrize("name", BUILT_IN)
def test_text_is_read_well_in_every_theme(name: str) -> None:
    assert contrast(BUILT_IN[name].ink, BUILT_IN[name].paper) >= 7


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert contrast(0x808080, 0x808080) == 1
    assert contrast(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x0000FF, 0xFFFFFF) == contrast(0xFFFFFF, 0x0000FF) == pytest.approx(8.59, 0.01)


def test_dark_themes_know_that_they_are() -> None:
    assert [each.dark for each in (WHITE, SEPIA, DARK, BLACK)] == [False, False, True, True]


@pytest.mark.parametrize(("dark", "expected"), [(True, DARK), (False, WHITE)])
def test_auto_follows_the_window(dark: bool, expected: Dress) -> None:
    assert dress("auto", MINE, dark=dark) == expected


def test_a_named_theme_does_not_follow_the_window() -> None:
    assert dress("sepia", MINE, dark=True) == SEPIA
    assert dress("own", MINE, dark=True) == MINE


def test_figures_change_where_that_was_chosen() -> None:
    assert dress("dark", Dress(0, 1, figures=True), dark=False).figures


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_has_colours(name: str) -> None:
    assert dress(name, MINE, dark=False).ink != dress(name, MINE, dark=False).paper


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#A0b1c2", 0xA0B1C2), (" fed ", 0xFFEEDD), ("blue", None), ("#12345", None), ("", None)],
)
def test_colours_are_read_as_they_are_written(text: str, colour: int | None) -> None:
    assert parse(text) == colour


def test_a_colour_is_written_so_that_it_can_be_read() -> None:
    assert parse(written(0x00FF0A)) == 0x00FF0A
