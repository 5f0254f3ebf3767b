import pytest

from paperdesk.domain.pages import Link
from paperdesk.reader.hints import LETTERS, Typing, grouped, labels


@pytest.mark.parametrize("count", [0, 1, 5, 26, 27, 60, 300, 676])
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert not any(one != other and other.startswith(one) for one in made[:40] for other in made)


def test_a_few_labels_are_letters_of_the_home_row() -> None:
    assert labels(3) == ("a", "s", "d")


def test_every_letter_is_there_once() -> None:
    assert len(set(LETTERS)) == 26


def test_a_link_that_wraps_is_one() -> None:
    first = Link((200, 100, 290, 110), page=3, top=50.0)
    second = Link((60, 112, 100, 122), page=3, top=50.0)
    other = Link((120, 112, 150, 122), page=4, top=50.0)
    assert grouped([first, second, other]) == ((first, second), (other,))


def test_two_links_to_one_place_far_apart_are_two() -> None:
    first = Link((60, 100, 90, 110), uri="https://a.example")
    below = Link((60, 300, 90, 310), uri="https://a.example")
    beside = Link((300, 100, 330, 110), uri="https://a.example")
    assert len(grouped([first, below, beside])) == 3


def test_typing_a_label_tells_what_is_meant() -> None:
    typing = Typing(30)
    last = typing.labels[-1]
    assert typing.add(last[0].upper()) is None
    assert 29 in typing.shown()
    assert typing.add("9") is None
    typing.back()
    assert len(typing.shown()) == 30
    typing.add(last[0])
    assert typing.add(last[1]) == 29
