"""Colours have names, also those of other programs."""

import pytest

from paperdesk.domain.note import Colour, Kind
from paperdesk.domain.tints import Rgb, nearest, tint


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("colour", list(Colour))
def test_a_colour_that_was_painted_is_known_again(colour: Colour, kind: Kind) -> None:
    assert nearest(tint(colour, kind)) is colour


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ffd400", "yellow"), ("ff6666", "red"), ("5fb236", "green"), ("2ea8e5", "blue"),
        ("a28ae5", "purple"), ("e56eee", "pink"), ("f19837", "orange"), ("aaaaaa", "grey"),
        ("ffff00", "yellow"), ("00ff00", "green"), ("ff0000", "red"), ("ff00ff", "pink"),
        ("00ffff", "blue"), ("0000ff", "blue"), ("000000", "grey"), ("ffed00", "yellow"),
    ],
)  # fmt: skip
def test_the_colours_of_other_readers_have_names_too(code: str, name: str) -> None:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    assert nearest((red, green, blue)).value == name


def test_a_highlight_is_pale_and_a_line_deep() -> None:
    def light(rgb: Rgb) -> float:
        return sum(rgb)

    for colour in Colour:
        assert light(tint(colour, Kind.HIGHLIGHT)) > light(tint(colour, Kind.UNDERLINE))
