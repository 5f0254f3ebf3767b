from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from paperdesk.app.desktop.margins import KeptMargins
from paperdesk.domain.pages import Document
from paperdesk.infra.jobs import AtOnce
from paperdesk.infra.paths import Home

BOXES = [(50.0, 60.0, 500.0, 700.0), (50.0, 60.25, 500.0, 700.0)]


class NoViews:
    """A spread without views."""

    def each(self, join: Callable[[Any], object]) -> None:
        return


@pytest.fixture
def kept(tmp_path: Path) -> KeptMargins:
    return KeptMargins(cast(Any, NoViews()), Home(tmp_path), cast(Any, AtOnce()))


@pytest.fixture
def pdf(tmp_path: Path) -> Document:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    return Document(tmp_path / "paper.pdf")


def test_what_was_measured_is_known_again(kept: KeptMargins, pdf: Document) -> None:
    assert kept.recall(pdf) is None
    kept.keep(pdf, BOXES)
    assert kept.recall(pdf) == [BOXES[0], (50.0, 60.2, 500.0, 700.0)]


def test_a_file_that_has_changed_is_measured_anew(kept: KeptMargins, pdf: Document) -> None:
    kept.keep(pdf, BOXES)
    pdf.path.write_bytes(b"%PDF, another")
    assert kept.recall(pdf) is None


def test_a_file_that_is_gone_is_nothing_to_speak_of(kept: KeptMargins, tmp_path: Path) -> None:
    gone = Document(tmp_path / "gone.pdf")
    kept.keep(gone, BOXES)
    assert kept.recall(gone) is None


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", "[[1, 2, 3]]", '[["a", 2, 3, 4]]', "[[9, 9, 1, 1]]", "[[1, 2, NaN, 4]]"],
)
def test_a_damaged_file_of_the_cache_counts_as_none(
    kept: KeptMargins, pdf: Document, tmp_path: Path, text: str
) -> None:
    kept.keep(pdf, BOXES)
    (file,) = (tmp_path / "cache" / "margins").iterdir()
    file.write_text(text, "utf-8")
    assert kept.recall(pdf) is None
