"""Which marks are asked for."""

from datetime import UTC, datetime

import pytest

from paperdesk.domain.markquery import facts, fault, parse, quoted, toggled
from paperdesk.domain.note import Anchor, Colour, Fate, Highlight, HighlightId, Kind
from paperdesk.domain.paper import PaperId

MARK = Highlight(
    HighlightId("h"),
    PaperId(1),
    Anchor(0, (), "The naïve Bayes classifier"),
    Colour.RED,
    datetime(2026, 1, 1, tzinfo=UTC),
    "Why *this* one?",
    Kind.UNDERLINE,
    tags=("open question", "method"),
    fate=Fate.LOST,
)
MEANINGS = {Colour.RED: "Doubt"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "naive",
        "BAYES why",
        '"naive bayes"',
        '"naive ba',
        "colour:red",
        "color:RED",
        "colour:doubt",
        "colour:do",
        "colour:blue colour:red",
        "-colour:blue",
        "kind:underline",
        "kind:area kind:under",
        "tag:method",
        'tag:"open question"',
        "tag:open tag:meth",
        "has:comment has:tag",
        "is:lost",
        "-tag:claim naive",
        "colour:red tag:method has:comment -kind:area naive",
    ],
)
def test_the_mark_is_asked_for(text: str) -> None:
    assert parse(text).matches(facts(MARK, MEANINGS))


@pytest.mark.parametrize(
    "text",
    [
        "gauss",
        "naive gauss",
        "-naive",
        "colour:blue",
        "-colour:red",
        "tag:claim",
        "tag:open tag:claim",
        "kind:area",
        "-has:comment",
        "nothing:red",
        "colour:mauve",
    ],
)
def test_the_mark_is_not_asked_for(text: str) -> None:
    assert not parse(text).matches(facts(MARK, MEANINGS))


def test_a_mark_without_anything_has_nothing() -> None:
    bare = Highlight(HighlightId("h"), PaperId(1), Anchor(0, (), ""), Colour.BLUE, MARK.created)
    for text in ("has:comment", "has:tag", "is:lost", "tag:a", "x"):
        assert not parse(text).matches(facts(bare, {}))


def test_what_does_not_exist_is_said() -> None:
    assert "yellow" in fault(parse("colour:mauve"), {})
    assert "doubt" in fault(parse("colour:mauve"), MEANINGS)
    assert fault(parse("colour:doubt kind:area has:comment tag:anything any:thing"), MEANINGS) == ""


def test_a_term_is_put_in_and_taken_out_again() -> None:
    assert toggled("words", "colour:red") == "words colour:red"
    assert toggled("words colour:red", "colour:red") == "words"
    assert toggled('tag:"a b" x', quoted("tag", "a b")) == "x"
    assert quoted("tag", "a") == "tag:a"
