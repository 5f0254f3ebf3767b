"""The words beside a rectangle."""

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Word
from paperdesk.notes.framing import COUNT, frame

BOX = (0.0, 100.0, 200.0, 200.0)


def line(text: str, top: float, left: float = 0.0) -> list[Word]:
    return [
        Word((left + 10.0 * at, top, left + 10.0 * at + 9, top + 10), word, 0, round(top))
        for at, word in enumerate(text.split())
    ]


def framed(words: list[Word], box: Quad = BOX) -> str:
    found = frame(3, box, words)
    return found.text if found is not None else ""


def test_the_caption_below_comes_first() -> None:
    words = line("text above", 80) + line("Figure 1. A caption", 210) + line("text below", 240)
    found = frame(3, BOX, words)
    assert found is not None
    assert found.text.startswith("Figure 1. A caption")
    assert (found.page, found.quads) == (3, (words[2].box,))
    assert found.prefix == "text above"


def test_what_is_above_serves_where_nothing_is_below() -> None:
    assert framed(line("far above", 20) + line("just above", 80)) == "just above"


def test_the_other_column_does_not_count() -> None:
    words = line("left column", 300) + line("right column", 210, left=300)
    assert framed(words).startswith("left column")


def test_a_page_without_words_has_nothing_beside() -> None:
    assert frame(0, BOX, []) is None


def test_no_more_words_are_taken_than_tell() -> None:
    assert len(framed(line("word " * 40, 210)[:20] + line("word " * 20, 220)).split()) == COUNT
