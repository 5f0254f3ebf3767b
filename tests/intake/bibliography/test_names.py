"""People, as BibTeX and others write them."""

import pytest

from paperdesk.intake.bibliography.names import listed, people, person, shown


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kaiming He", "Kaiming He"),
        ("He, Kaiming", "Kaiming He"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("van Beethoven, Ludwig", "Ludwig van Beethoven"),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        (r"M{\"u}ller, {\AA}sa", "Åsa Müller"),
        ("{NASA and others}", "NASA and others"),
        ("{de la Cruz}, Ana", "Ana de la Cruz"),
        ("Plato", "Plato"),
    ],
)
def test_a_name_is_shown_as_a_library_lists_it(written: str, name: str) -> None:
    assert shown(person(written)) == name


def test_names_are_told_apart_by_an_and_that_stands_in_no_braces() -> None:
    names = people("A B AND {C and D}\n and E, F and others and ")
    assert [shown(one) for one in names] == ["A B", "C and D", "F E"]


def test_small_words_stand_apart_from_the_family() -> None:
    assert person("Ludwig van Beethoven")["non-dropping-particle"] == "van"


def test_a_name_without_tex_keeps_its_signs() -> None:
    assert listed("Smith, J. R.") == {"family": "Smith", "given": "J. R."}
    assert listed("A Group") == {"family": "Group", "given": "A"}
    assert listed("  ") == {}
