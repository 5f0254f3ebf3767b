"""What the pool opens for its workers, and what it does not."""

import os
from pathlib import Path

import pytest

from paperdesk.pdfworker.handing import NOT_THERE, open_to_read, stamp


def test_a_file_is_opened_for_reading_only(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    descriptor = open_to_read(tmp_path / "paper.pdf")
    assert os.pread(descriptor, 10, 0) == b"%PDF"
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.write(descriptor, b"x")
    os.close(descriptor)


def test_a_folder_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_to_read(tmp_path)


@pytest.mark.timeout(60)
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(OSError, match="not supported"):
        open_to_read(tmp_path / "pipe.pdf")


def test_a_file_that_changes_has_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    assert stamp(path) == NOT_THERE
    path.write_bytes(b"%PDF")
    first = stamp(path)
    path.write_bytes(b"%PDF-1.7")
    assert stamp(path) not in (first, NOT_THERE)
