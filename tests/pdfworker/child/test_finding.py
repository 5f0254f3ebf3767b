"""Where a text stands: folded, over line ends, and boxed as shown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import Refused
from paperdesk.domain.pages import Document, Find, Request, Words

Answer = Callable[[Request[Any]], Any]
MakePdf = Callable[..., Document]
FindPdf = Callable[[str], Path]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_match_lies_where_its_word_is_shown(
    answer: Answer, make_pdf: MakePdf, rotation: int
) -> None:
    document = make_pdf("alpha beta", rotation=rotation)
    word = answer(Words(document, 0))[1]
    (match,) = answer(Find(document, "BETA", 0, 0))
    assert match.quads[0] == pytest.approx(word.box, abs=3)


def test_a_part_of_a_word_is_boxed_alone(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("paragraph")
    (match,) = answer(Find(document, "graph", 0, 0))
    word = answer(Words(document, 0))[0]
    assert word.box[0] + 15 < match.quads[0][0] < match.quads[0][2]
    assert match.quads[0][2] == pytest.approx(word.box[2], abs=1)


def test_a_match_over_a_line_end_has_two_boxes(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("an exam-\nple of it")
    (match,) = answer(Find(document, "example", 0, 0))
    first, second = match.quads
    assert first[1] < second[1]
    assert second[0] < first[0]


@pytest.mark.parametrize(
    ("name", "needle"),
    [("400p", "command code"), ("400p", "the tax"), ("GeoTopo", "der Raum"), ("pedersen04", "of")],
)
def test_the_quick_boxes_are_those_of_the_glyphs(
    answer: Answer, pdf: FindPdf, name: str, needle: str
) -> None:
    """A regular expression is boxed glyph by glyph, words by what MuPDF finds."""
    document = Document(pdf(name))
    quick = answer(Find(document, needle, 0, 39))
    slow = answer(Find(document, f"(?:{needle})", 0, 39, regex=True))
    assert len(quick) == len(slow) > 0
    for one, other in zip(quick, slow, strict=True):
        assert len(one.quads) == len(other.quads)
        for box, exact in zip(one.quads, other.quads, strict=True):
            assert box == pytest.approx(exact, abs=2)


def test_pages_are_searched_in_order_and_within_bounds(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("one", "two one", "one one")
    found = [match.page for match in answer(Find(document, "one", 1, 99))]
    assert found == [1, 2, 2]


def test_accents_set_apart_are_found(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("pedersen04"))
    for needle in ("Zoltán Gyöngyi", "zoltan gyongyi"):
        assert len(answer(Find(document, needle, 0, 0))) == 1


def test_a_hit_in_a_long_document_is_found(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("GeoTopo"))
    assert answer(Find(document, "Homöomorphismus", 0, 116))


def test_nothing_is_not_looked_for(answer: Answer, make_pdf: MakePdf) -> None:
    assert answer(Find(make_pdf("one"), "  ", 0, 0)) == ()


def test_a_page_that_cannot_be_read_has_no_match(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("pdf.js__Pages-tree-refs"))
    assert [match.page for match in answer(Find(document, "e", 0, 1)) if match.page] == []


def test_case_counts_if_it_is_to(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("Case case CASE")
    assert len(answer(Find(document, "case", 0, 0))) == 3
    assert len(answer(Find(document, "Case", 0, 0, case=True))) == 1


def test_whole_words_are_found_alone(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("cat cats concat cat-like")
    boxes = [match.quads[0][0] for match in answer(Find(document, "cat", 0, 0, words=True))]
    words = [word.box[0] for word in answer(Words(document, 0))]
    assert boxes == [pytest.approx(words[0], abs=1), pytest.approx(words[3], abs=1)]


@pytest.mark.parametrize(
    ("expression", "hits"), [(r"c[ao]t\b", 3), (r"\bC\w+", 4), ("caf[eé]", 1), ("x*", 0), ("é", 1)]
)
def test_regular_expressions_are_found(
    answer: Answer, make_pdf: MakePdf, expression: str, hits: int
) -> None:
    document = make_pdf("cat concat cot café")
    assert len(answer(Find(document, expression, 0, 0, regex=True))) == hits


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("(", "This is no regular expression: missing"),
        ("a{99999999999}", "too large"),
        ("(" * 900, "too large"),
        ("a" * 1001, "too long"),
        (r"(\w+\s?)+!", "takes too long"),
    ],
)
def test_an_expression_that_cannot_be_sought_is_said(
    answer: Answer, make_pdf: MakePdf, expression: str, said: str
) -> None:
    document = make_pdf("this is a line of quite a few words that go on and on")
    with pytest.raises(Refused, match=re.escape(said)):
        answer(Find(document, expression, 0, 0, regex=True))


def test_the_quick_way_finds_what_the_long_one_does(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("pedersen04"))
    for needle in ("trust", "spam page", "e", "aa"):
        quick = answer(Find(document, needle, 0, 3))
        long = answer(Find(document, re.escape(needle), 0, 3, regex=True))
        assert len(quick) == len(long)
        for one, other in zip(quick, long, strict=True):
            assert one.page == other.page
            assert one.quads[0] == pytest.approx(other.quads[0], abs=2)
