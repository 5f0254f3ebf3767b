"""With a paper open and no mouse: words are chosen, marked, quoted; links are followed."""

import pytest

from tests.e2e.person import PAPER, Person

pytestmark = pytest.mark.screen


def marks(person: Person) -> list[tuple[str, str]]:
    """The words and colours of the marks that are kept."""
    return [(str(text), str(colour)) for text, colour in person.look_up(
        "SELECT text, colour FROM highlight"
    )]  # fmt: skip


def test_a_sentence_is_marked_by_the_keys_alone_and_the_mark_undone(reading: Person) -> None:
    reading.press("v")
    reading.press("Return", "v", "parenright", "h")
    reading.wait("a mark is kept", lambda: len(marks(reading)) == 1)
    text, colour = marks(reading)[0]
    assert len(text.split()) > 1
    assert colour == "yellow"
    reading.press("Escape", "Escape", "z")
    reading.wait("it is undone", lambda: not marks(reading))


def test_the_words_between_two_that_are_typed_are_marked_green(reading: Person) -> None:
    reading.press("v")
    reading.type("th")
    reading.press("Return", "v", "w", "w", "w", "2")
    reading.wait("a mark is kept", lambda: len(marks(reading)) == 1)
    text, colour = marks(reading)[0]
    assert text.casefold().startswith("th")
    assert colour == "green"


def test_letters_of_no_label_do_nothing_while_labels_are_shown(reading: Person) -> None:
    before = reading.settled(PAPER)
    reading.press("v")
    reading.type("zzq9")
    reading.press("Escape")
    assert reading.settled(PAPER) == before
    assert not marks(reading)


def test_a_region_is_copied_by_the_keys_alone(reading: Person) -> None:
    before = reading.settled(PAPER)
    reading.press("y", "r", "Down")
    drawn = reading.settled(PAPER, unlike=before)
    reading.press("shift+Right")
    reading.settled(PAPER, unlike=drawn)
    reading.press("Return")
    reading.settled(PAPER, unlike=drawn)
    assert reading.alive()
