import os
from pathlib import Path

from paperdesk.domain.pages import Document, DocumentInfo, PageSize
from paperdesk.ui.reader.known import REMEMBERED, Known

INFO = DocumentInfo((PageSize(595.0, 842.0),))


def file(folder: Path, name: str = "a.pdf") -> Document:
    path = folder / name
    path.write_bytes(b"%PDF")
    return Document(path)


def test_a_document_is_known_while_its_file_stays_as_it_was(tmp_path: Path) -> None:
    known, document = Known(), file(tmp_path)
    assert known.info(document) is None
    known.learn(document, INFO)
    assert known.info(document) == INFO
    os.utime(document.path, ns=(1, 1))
    assert known.info(document) is None


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    known, document = Known(), file(tmp_path)
    known.learn(document, INFO)
    document.path.unlink()
    assert known.info(document) is None
    known.learn(document, INFO)
    assert known.info(document) is None


def test_another_password_is_another_document(tmp_path: Path) -> None:
    known, document = Known(), file(tmp_path)
    known.learn(Document(document.path, "secret"), INFO)
    assert known.info(document) is None


def test_the_oldest_is_forgotten(tmp_path: Path) -> None:
    known = Known()
    documents = [file(tmp_path, f"{number}.pdf") for number in range(REMEMBERED + 1)]
    for document in documents:
        known.learn(document, INFO)
    assert known.info(documents[0]) is None
    assert known.info(documents[1]) == INFO
