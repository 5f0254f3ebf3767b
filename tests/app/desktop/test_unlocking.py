"""A locked paper in the real window: asked for once, remembered if one wishes so."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.paper import Paper, PaperId
from tests.app.conftest import Desktop
from tests.infra.ring import Ring


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring of this test alone."""
    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def paper(sitting: Desktop) -> Paper:
    """A paper that had no PDF before these tests."""
    return next(paper for paper in sitting.papers() if not paper.file)


@pytest.fixture
def locked(desktop: Desktop, paper: Paper, tmp_path: Path) -> Iterator[PaperId]:
    """A paper whose PDF wants the password “geheim”."""
    with pymupdf.open() as source:
        source.new_page().insert_text((72, 72), "behind the lock")
        source.save(tmp_path / "a.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="geheim")
    desktop.rooms.intake.bring(paper, tmp_path / "a.pdf")
    desktop.desk.page.open(paper.id)
    desktop.wait(lambda: asks(desktop))
    yield paper.id
    desktop.session._reading.page.put_away(paper.id)


def asks(desktop: Desktop) -> bool:
    return desktop.parts.reader.parts.card.password.isVisible()


def reads(desktop: Desktop) -> bool:
    return bool(desktop.parts.reader.parts.status.page.text())


def answer(desktop: Desktop, password: str, *, remember: bool = False) -> None:
    card = desktop.parts.reader.parts.card
    card.remember.setChecked(remember)
    QTest.keyClicks(card.password, password)
    QTest.keyClick(card.password, Qt.Key.Key_Return)


def test_a_wrong_password_is_said_to_be_wrong_and_the_right_one_opens(
    desktop: Desktop, ring: Ring, locked: PaperId
) -> None:
    answer(desktop, "falsch")
    desktop.wait(lambda: "does not open it" in desktop.parts.reader.parts.card.sentence())
    answer(desktop, "geheim")
    desktop.wait(lambda: reads(desktop))
    assert ring.kept == {}


def test_a_remembered_password_is_not_asked_for_again(
    desktop: Desktop, ring: Ring, locked: PaperId
) -> None:
    answer(desktop, "geheim", remember=True)
    desktop.wait(lambda: ring.kept)
    assert list(ring.kept.values()) == ["geheim"]
    desktop.session._reading.page.put_away(locked)
    desktop.desk.page.open(locked)
    desktop.wait(lambda: reads(desktop))
    assert not asks(desktop)


def test_a_paper_whose_password_is_remembered_is_there_to_be_indexed(
    desktop: Desktop, ring: Ring, locked: PaperId
) -> None:
    def pages() -> int:
        sql = "SELECT pages FROM file WHERE paper = ? ORDER BY id DESC"
        return int(desktop.rooms.database.read().execute(sql, (locked,)).fetchone()[0])

    assert pages() == 0
    answer(desktop, "geheim", remember=True)
    desktop.wait(lambda: pages() == 1)


def test_without_a_keyring_the_paper_opens_and_one_is_told(
    desktop: Desktop, ring: Ring, locked: PaperId
) -> None:
    ring.fault = OSError("there is none")
    answer(desktop, "geheim", remember=True)
    desktop.wait(lambda: reads(desktop))
    toast = desktop.parts.window.toast
    desktop.wait(lambda: "The password was not remembered." in toast.sentence())
