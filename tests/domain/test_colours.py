"""Colours by their own names, and by what they stand for."""

import pytest

from paperdesk.domain.colours import named, spoken
from paperdesk.domain.note import Colour

MEANINGS = {Colour.RED: "Doubt", Colour.BLUE: " "}


def test_a_colour_is_named_with_what_it_stands_for() -> None:
    assert spoken(Colour.RED, MEANINGS) == "red (Doubt)"
    assert spoken(Colour.BLUE, MEANINGS) == "blue"


@pytest.mark.parametrize(
    ("word", "colour"),
    [("red", Colour.RED), ("DOUBT", Colour.RED), ("blue", Colour.BLUE), ("", None), ("x", None)],
)
def test_a_colour_is_found_by_either_name(word: str, colour: Colour | None) -> None:
    assert named(word, MEANINGS) is colour
