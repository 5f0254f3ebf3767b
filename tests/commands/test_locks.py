"""A remembered password is forgotten when asked to, and only then."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import keyring
import pytest

from paperdesk.commands import locks
from paperdesk.commands.desk import Desk
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra.passwords import Passwords
from tests.commands.conftest import Screen
from tests.infra.ring import Ring


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring of this test alone."""
    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def locked(desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path) -> Desk:
    """A paper is chosen whose PDF is here."""
    screen.chosen = papers[:1]
    path = tmp_path / "locked.pdf"
    path.write_bytes(b"%PDF-1.7 locked")
    return replace(desk, file=cast(Any, SimpleNamespace(document=lambda _: Document(path))))


def test_a_remembered_password_is_forgotten(locked: Desk, screen: Screen, ring: Ring) -> None:
    path = locked.file.document(screen.chosen[0]).path
    Passwords().remember(path, "geheim")
    locks.forget_password(locked)
    assert Passwords().recall(path) == ""
    assert "no password for this PDF" in screen.said[-1]


def test_where_there_is_no_keyring_that_is_said(locked: Desk, screen: Screen, ring: Ring) -> None:
    ring.fault = OSError("there is none")
    locks.forget_password(locked)
    assert "keyring cannot be used" in screen.problems[-1]
