"""What was found out about a PDF is known again, as long as the PDF stays as it was."""

from pathlib import Path
from typing import Any, cast

import pytest

from paperdesk.infra.derived import Derived
from paperdesk.infra.jobs import AtOnce


@pytest.fixture
def derived(tmp_path: Path) -> Derived:
    return Derived(tmp_path / "cache", cast(Any, AtOnce()))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    return tmp_path / "paper.pdf"


def test_it_is_known_until_the_pdf_changes(derived: Derived, pdf: Path) -> None:
    assert derived.recall(pdf) is None
    derived.keep(pdf, [1, 2])
    assert derived.recall(pdf) == [1, 2]
    pdf.write_bytes(b"%PDF, another")
    assert derived.recall(pdf) is None


def test_a_pdf_that_is_gone_is_nothing_to_speak_of(derived: Derived, tmp_path: Path) -> None:
    derived.keep(tmp_path / "gone.pdf", [1])
    assert derived.recall(tmp_path / "gone.pdf") is None


@pytest.mark.parametrize("kept", [b"", b"[1", b"\xff"])
def test_a_damaged_file_counts_as_none(
    derived: Derived, pdf: Path, tmp_path: Path, kept: bytes
) -> None:
    derived.keep(pdf, [1])
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(kept)
    assert derived.recall(pdf) is None
