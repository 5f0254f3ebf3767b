"""Words are counted once for each file, a few pages at a time."""

from pathlib import Path
from typing import Any, cast

import pytest

from paperdesk.app.desktop.wordcounts import URGENCY, WordCounts, Words
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document
from paperdesk.domain.wordcount import Count, PageCount
from paperdesk.infra.jobs import AtOnce
from paperdesk.infra.paths import Home


class Workers:
    """Count a hundred words on each page, but for one that is broken."""

    broken = -1

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.waiting: list[Any] = []

    def ask(self, request: Count, done: Any, failed: Any, *, urgency: int) -> None:
        assert urgency == URGENCY
        self.asked.append((request.first, request.last))
        pages = range(request.first, request.last + 1)
        if self.broken in pages:
            self.waiting.append(lambda: failed(BadDocument("broken")))
        else:
            self.waiting.append(lambda: done(tuple(PageCount(100) for _ in pages)))

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def workers() -> Workers:
    return Workers()


@pytest.fixture
def counts(tmp_path: Path, workers: Workers) -> WordCounts:
    return WordCounts(Home(tmp_path), cast(Any, workers), cast(Any, AtOnce()))


@pytest.fixture
def pdf(tmp_path: Path) -> Document:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    return Document(tmp_path / "paper.pdf")


def test_words_are_counted_step_by_step_and_known_again(
    counts: WordCounts, workers: Workers, pdf: Document
) -> None:
    told: list[Words] = []
    counts.count(pdf, 6, told.append)
    assert workers.asked == [(0, 3)]
    workers.answer()
    assert workers.asked == [(0, 3), (4, 5)]
    assert told == [(100,) * 6]
    assert counts.recall(pdf.path) == (100,) * 6


def test_a_file_that_has_changed_is_counted_anew(
    counts: WordCounts, workers: Workers, pdf: Document
) -> None:
    counts.count(pdf, 1, lambda _: None)
    workers.answer()
    pdf.path.write_bytes(b"%PDF, another")
    assert counts.recall(pdf.path) is None


def test_pages_that_cannot_be_counted_are_not_kept(
    counts: WordCounts, workers: Workers, pdf: Document
) -> None:
    told: list[Words] = []
    workers.broken = 5
    counts.count(pdf, 6, told.append)
    workers.answer()
    assert told == [(100, 100, 100, 100, 0, 0)]
    assert counts.recall(pdf.path) is None


def test_nothing_is_told_once_it_is_cancelled(
    counts: WordCounts, workers: Workers, pdf: Document
) -> None:
    told: list[Words] = []
    counting = counts.count(pdf, 6, told.append)
    counting.cancel()
    workers.answer()
    assert (told, workers.asked) == ([], [(0, 3)])


@pytest.mark.parametrize("text", ["", "{}", "[1.5]", "[-1]", "[true]", '["a"]'])
def test_a_damaged_file_of_the_cache_counts_as_none(
    counts: WordCounts, workers: Workers, pdf: Document, tmp_path: Path, text: str
) -> None:
    counts.count(pdf, 1, lambda _: None)
    workers.answer()
    (file,) = (tmp_path / "cache" / "words").iterdir()
    file.write_text(text, "utf-8")
    assert counts.recall(pdf.path) is None


def test_a_file_that_is_gone_is_nothing_to_speak_of(counts: WordCounts, tmp_path: Path) -> None:
    assert counts.recall(tmp_path / "gone.pdf") is None
