from pathlib import Path

from paperdesk.domain.pages import Document, Word
from paperdesk.domain.scan import ReadOff, Underlay


def test_requests_with_the_same_words_are_the_same() -> None:
    words = (Word((0.0, 0.0, 1.0, 1.0), "a", 0, 0),)
    one, other = (Underlay(Document(Path("x")), (ReadOff(3, words),)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
