"""PDFs that are written to their end, and others."""

from pathlib import Path

import pytest

from paperdesk.infra.wholeness import is_whole


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (b"%PDF-1.7 " + b"x" * 5000 + b"startxref\n9\n%%EOF\n", True),
        (b"%PDF-1.7 startxref\n9\n%%EOF" + b"\0" * 1000, True),
        (b"%PDF-1.7 %%EOF" + b"x" * 5000, False),
        (b"%PDF", False),
        (b"", False),
    ],
)
def test_the_end_tells(tmp_path: Path, content: bytes, *, whole: bool) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert is_whole(path) is whole


def test_a_file_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert not is_whole(tmp_path / "none.pdf")
