"""Where a text stands: folded, over line ends, and boxed as shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
