"""Answers of arXiv's catalogue, recorded and odd."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import Unreachable
from paperdesk.infra import catalogue

FEED = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
PAPER = (
    "<entry><id>http://arxiv.org/abs/2605.00001v3</id><title>A\n title</title>"
    '<category term="cs.LG"/><category/><author><name>Ada Li</name></author>'
    "<published>2026-05-01T00:00:00Z</published></entry>"
)


def test_a_paper_is_read_with_its_categories() -> None:
    (found,) = catalogue.read(FEED.format(PAPER).encode()).founds
    assert (found.arxiv, found.version, found.title) == ("2605.00001", 3, "A title")
    assert found.extra == {"categories": ["cs.LG"]}


def test_how_many_there_are_is_told() -> None:
    said = '<totalResults xmlns="http://a9.com/-/spec/opensearch/1.1/">4321</totalResults>'
    assert catalogue.read(FEED.format(said + PAPER).encode()).total == 4321
    assert catalogue.read(FEED.format(PAPER).encode()).total == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_is_read_or_refused_in_a_sentence(body: bytes) -> None:
    with contextlib.suppress(Unreachable):
        assert catalogue.read(body).total >= 0


def test_entities_do_not_grow() -> None:
    bomb = (
        '<!DOCTYPE f [<!ENTITY a "'
        + "x" * 10_000
        + '">'
        + "".join(
            f'<!ENTITY {name} "{f"&{before};" * 100}">'
            for before, name in zip("abc", "bcd", strict=True)
        )
    )
    body = f"<?xml version='1.0'?>{bomb}]><feed><title>&d;</title></feed>".encode()
    with pytest.raises(Unreachable, match="unreadable"):
        catalogue.read(body)


def test_recorded_answers_are_read(shared_data: Path) -> None:
    answers = [
        path
        for path in (shared_data / "arxiv_api").glob("**/*.xml")
        if b"<title>Error" not in path.read_bytes()
    ]
    for path in answers:
        assert catalogue.read(path.read_bytes()).total >= 0, path
