"""A file that is written anew is shown anew, in its place and without a flash."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import BadDocument, Locked
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Inspect, Links, PageSize, Render, Words
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages

WIDE = PageSize(700.0, 500.0)
TWO, THREE = b"two %%EOF", b"three %%EOF"


@pytest.fixture
def reading(qtbot: QtBot, pane: ReaderPane, fake: FakePages, document: Document) -> ReaderPane:
    """A reader in the middle of a file that is really there, all drawn."""
    document.path.write_bytes(b"one %%EOF")
    pane.open_document(document, Place(3, 120.0, 0.0))
    fake.answer(Inspect)
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    fake.answer_all()
    return pane


def write(path: Path, content: bytes) -> None:
    """Replace a file as programs do, with another one."""
    other = path.with_suffix(".new")
    other.write_bytes(content)
    other.replace(path)


def look(pane: ReaderPane, times: int = 2) -> None:
    for _ in range(times):
        pane.renewal.look()


def test_a_file_at_rest_is_asked_for_nothing(reading: ReaderPane, fake: FakePages) -> None:
    look(reading, 5)
    assert fake.waiting(Inspect) == []


def test_a_new_file_is_shown_once_it_has_come_to_rest(
    qtbot: QtBot, reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    write(document.path, TWO)
    look(reading, 1)
    assert fake.waiting(Inspect) == []
    look(reading, 1)
    place = reading.place()
    with qtbot.waitSignal(reading.renewal.renewed):
        fake.answer(Inspect)
    assert reading.place() == place
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    assert fake.waiting(Words)
    assert fake.waiting(Links)


def test_the_old_pixels_stand_in_until_the_new_ones_are_here(
    qtbot: QtBot, reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    pixels = reading.parts.supply.pixels
    page = reading.place().page
    assert pixels.has_page(page)
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    assert pixels.has_page(page)
    drawn = len(fake.drawn)
    fake.answer_all()
    assert len(fake.drawn) > drawn
    assert pixels.has_page(page)


def test_a_half_written_file_keeps_what_is_shown(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    write(document.path, b"tw")
    look(reading, 20)
    assert fake.waiting(Inspect) == []
    assert reading.parts.supply.pixels.has_page(reading.place().page)
    look(reading, 20)  # nobody goes on writing: it is all there is
    assert fake.waiting(Inspect)


def test_a_file_that_cannot_be_opened_keeps_what_is_shown_and_is_tried_again(
    qtbot: QtBot, reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = BadDocument("It is damaged.")
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    assert reading.parts.stack.currentWidget() is reading.parts.view
    assert reading.parts.supply.pixels.has_page(reading.place().page)
    del fake.errors[Inspect]
    look(reading, 5)
    with qtbot.waitSignal(reading.renewal.renewed):
        fake.answer(Inspect)


def test_a_file_that_changes_while_it_is_looked_at_is_not_taken(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    write(document.path, TWO)
    look(reading)
    told: list[None] = []
    reading.renewal.renewed.connect(lambda: told.append(None))
    write(document.path, THREE)
    fake.answer(Inspect)
    assert told == []
    look(reading, 6)
    fake.answer(Inspect)
    assert told == [None]


def test_a_file_that_is_gone_is_no_trouble(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    document.path.unlink()
    look(reading, 5)
    assert fake.waiting(Inspect) == []
    assert reading.parts.stack.currentWidget() is reading.parts.view


def test_pages_of_another_size_keep_the_page(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.sizes = (WIDE,) * 8
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    assert reading.place().page == 3
    assert len(reading.parts.view.scroller.column.pages) == 8


def test_fewer_pages_show_the_last_of_them(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.sizes = fake.sizes[:2]
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    assert len(reading.parts.view.scroller.column.pages) == 2
    assert list(reading.parts.view.scroller.visible())


def test_another_file_takes_the_place_of_the_open_one(
    reading: ReaderPane, fake: FakePages, document: Document, tmp_path: Path
) -> None:
    newer = Document(tmp_path / "v2.pdf")
    newer.path.write_bytes(b"v2")
    place = reading.place()
    reading.renewal.turn_to(newer)
    fake.answer(Inspect)
    assert reading.parts.opening.document == newer
    assert reading.place() == place
    assert fake.forgotten[-1] == document


def test_a_file_that_wants_a_password_now_asks_for_it(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.errors[Inspect] = Locked("It is locked.")
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    fake.answer(Inspect)
    assert reading.parts.stack.currentWidget() is reading.parts.card


def test_nobody_looks_at_a_file_that_is_closed(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    reading.close_document()
    write(document.path, TWO)
    look(reading, 3)
    assert fake.waiting(Inspect) == []


def test_a_password_that_is_being_typed_is_left_alone(
    reading: ReaderPane, fake: FakePages, tmp_path: Path
) -> None:
    fake.errors[Inspect] = Locked("It is locked.")
    other = Document(tmp_path / "locked.pdf")
    other.path.write_bytes(TWO)
    reading.open_document(other)
    fake.answer(Inspect)
    reading.parts.card.password.setText("half of i")
    look(reading, 12)
    fake.answer(Inspect)
    fake.answer(Inspect)
    assert reading.parts.card.password.text() == "half of i"


def test_a_file_is_not_looked_at_while_its_password_is_looked_for(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    reading.parts.opening.recall = lambda *_: None  # it takes its time
    fake.errors[Inspect] = Locked("It is locked.")
    write(document.path, TWO)
    look(reading)
    fake.answer(Inspect)
    fake.answer(Inspect)
    look(reading, 12)
    assert fake.waiting(Inspect) == []


def test_a_broken_file_that_is_mended_is_shown(
    qtbot: QtBot, reading: ReaderPane, fake: FakePages, tmp_path: Path
) -> None:
    fake.errors[Inspect] = BadDocument("It is damaged.")
    other = Document(tmp_path / "broken.pdf")
    other.path.write_bytes(TWO)
    reading.open_document(other)
    fake.answer(Inspect)
    fake.errors.clear()
    write(other.path, THREE)
    look(reading)
    with qtbot.waitSignal(reading.renewal.renewed):
        fake.answer(Inspect)
    assert reading.parts.stack.currentWidget() is reading.parts.view
