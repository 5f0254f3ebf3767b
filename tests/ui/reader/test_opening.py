from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Cancelled, Locked
from paperdesk.domain.pages import Document, DocumentInfo, Inspect
from paperdesk.ui.reader.opening import Opening
from tests.ui.reader.conftest import FakePages


class Told:
    """What an opening has said."""

    def __init__(self, opening: Opening) -> None:
        self.opened: list[Any] = []
        self.locked: list[str] = []
        self.broken: list[str] = []
        opening.opened.connect(self.opened.append)
        opening.locked.connect(self.locked.append)
        opening.broken.connect(self.broken.append)


@pytest.fixture
def opening(qapp: Any, fake: FakePages) -> Opening:
    return Opening(fake)


@pytest.fixture
def told(opening: Opening) -> Told:
    return Told(opening)


def test_a_sound_file_opens(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    opening.open(document)
    fake.answer()
    assert len(told.opened[0].pages) == 10


def test_another_file_takes_the_place_of_one_that_is_opening(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    other = Document(document.path.with_name("other.pdf"))
    opening.open(document)
    opening.open(other)
    fake.answer()
    assert len(told.opened) == 1
    assert opening.document == other
    assert fake.forgotten == [document]


def test_a_broken_file_says_why_and_can_be_tried_again(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = BadDocument("It is damaged.")
    opening.open(document)
    fake.answer()
    fake.errors.clear()
    opening.retry()
    fake.answer()
    assert told.broken == ["It is damaged."]
    assert len(told.opened) == 1


def test_a_locked_file_asks_until_the_password_fits(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = Locked("It wants a password.")
    opening.open(document)
    fake.answer()
    opening.unlock("wrong")
    fake.answer()
    assert told.locked == [
        "It wants a password.",
        "That password does not open it. Try another one.",
    ]
    fake.errors.clear()
    opening.unlock("right")
    fake.answer()
    assert opening.document == Document(document.path, "right")
    assert len(told.opened) == 1


def test_a_remembered_password_opens_it_without_a_word(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    opening.recall = lambda _, done: done("right")
    fake.errors[Inspect] = Locked("It wants a password.")
    opening.open(document)
    fake.answer()
    fake.errors.clear()
    fake.answer()
    assert told.locked == []
    assert opening.document == Document(document.path, "right")


def test_a_remembered_password_that_is_wrong_is_said_to_be(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    opening.recall = lambda _, done: done("outdated")
    fake.errors[Inspect] = Locked("It wants a password.")
    opening.open(document)
    fake.answer_all()
    assert told.locked == ["The password that was remembered does not open it. Type the right one."]


def test_an_answer_for_a_file_that_was_left_is_not_used(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    late: list[Callable[[str], None]] = []
    opening.recall = lambda _, done: late.append(done)
    fake.errors[Inspect] = Locked("It wants a password.")
    opening.open(document)
    fake.answer()
    opening.open(Document(document.path.with_name("other.pdf")))
    late[0]("right")
    assert opening.document == Document(document.path.with_name("other.pdf"))
    assert told.locked == []


@pytest.mark.parametrize("remember", [True, False])
def test_only_a_password_that_opened_it_is_remembered_and_if_so_wished(
    opening: Opening, fake: FakePages, document: Document, remember: bool
) -> None:
    proven: list[Document] = []
    opening.proven.connect(proven.append)
    fake.errors[Inspect] = Locked("It wants a password.")
    opening.open(document)
    fake.answer()
    opening.unlock("wrong", remember=remember)
    fake.answer()
    assert proven == []
    fake.errors.clear()
    opening.unlock("right", remember=remember)
    fake.answer()
    assert proven == ([Document(document.path, "right")] if remember else [])


def test_a_file_without_pages_is_broken(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    fake.sizes = ()
    opening.open(document)
    fake.answer()
    assert told.broken
    assert not told.opened


def test_a_closed_file_says_nothing_more(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    opening.open(document)
    opening.close()
    opening.retry()
    opening.unlock("x")
    assert fake.waiting() == []


def test_the_end_of_the_program_is_not_the_files_fault(
    opening: Opening, told: Told, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = Cancelled("PaperDesk is closing.")
    opening.open(document)
    fake.answer()
    assert told.broken == []


def test_a_file_that_was_open_before_shows_at_once(fake: FakePages, tmp_path: Path) -> None:
    document = Document(tmp_path / "here.pdf")
    document.path.write_bytes(b"%PDF")
    opening = Opening(fake)
    opened: list[DocumentInfo] = []
    opening.opened.connect(opened.append)
    opening.open(document)
    fake.answer(Inspect)
    opening.close()
    opening.open(document)
    assert len(opened) == 2
    assert not fake.waiting(Inspect)
