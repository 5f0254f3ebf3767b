"""What was found out about a PDF is known again, until its file changes."""

import os
from pathlib import Path

import pytest

from paperdesk.domain.errors import Refused
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, PageSize, Words
from paperdesk.pdfworker.kept import Kept
from paperdesk.pdfworker.pool import Pool
from tests.pdfworker.conftest import MakePdf

MESSAGE = {"answer": [[[595.0, 842.0, "i"]], [], "On Mornings", False]}
INFO = DocumentInfo((PageSize(595.0, 842.0, "i"),), (), "On Mornings")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


@pytest.fixture
def asked(tmp_path: Path) -> Inspect:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    return Inspect(Document(tmp_path / "a.pdf"))


def test_what_was_kept_is_known_again(kept: Kept, asked: Inspect) -> None:
    assert kept.recall(asked) is None
    kept.keep(asked, MESSAGE)
    assert kept.recall(asked) == INFO


def test_a_file_that_has_changed_is_unknown(kept: Kept, asked: Inspect) -> None:
    kept.keep(asked, MESSAGE)
    os.utime(asked.document.path, ns=(1, 1))
    assert kept.recall(asked) is None


def test_nothing_is_kept_of_a_file_that_wants_a_password(kept: Kept, asked: Inspect) -> None:
    locked = Inspect(Document(asked.document.path, "secret"))
    kept.keep(locked, MESSAGE)
    assert kept.recall(locked) is None
    assert kept.recall(asked) is None


def test_only_what_a_document_is_is_kept(kept: Kept, asked: Inspect) -> None:
    words = Words(asked.document, 0)
    kept.keep(words, {"answer": []})
    assert kept.recall(words) is None


@pytest.mark.parametrize("harm", [b"", b"[", b"[]", b'{"answer": [1]}', b"\xff\xfe"])
def test_a_spoilt_file_is_as_none(kept: Kept, asked: Inspect, tmp_path: Path, harm: bytes) -> None:
    kept.keep(asked, MESSAGE)
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(harm)
    assert kept.recall(asked) is None


def test_where_nothing_can_be_kept_nothing_is_said(asked: Inspect, tmp_path: Path) -> None:
    in_the_way = Kept(asked.document.path)
    in_the_way.keep(asked, MESSAGE)
    assert in_the_way.recall(asked) is None


def test_a_second_start_asks_no_worker(real: list[str], make_pdf: MakePdf, tmp_path: Path) -> None:
    asked, folder = Inspect(make_pdf("alpha", "beta")), tmp_path / "kept"
    first = Pool(real, lambda call: call(), workers=1, kept=folder)
    info = first.call(asked)
    first.close()
    second = Pool(["false"], lambda call: call(), workers=1, kept=folder)
    assert second.call(asked) == info
    with pytest.raises(Refused):
        second.call(Words(asked.document, 0))
    second.close()
