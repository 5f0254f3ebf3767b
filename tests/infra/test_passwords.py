"""Passwords of PDFs: found again by what the file contains."""

from pathlib import Path
from typing import cast

import pytest

from paperdesk.domain.errors import NotFound
from paperdesk.infra.passwords import Passwords
from paperdesk.infra.secrets import Secrets


class Drawer:
    """Secrets in a drawer."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def keep(self, name: str, secret: str) -> None:
        self.kept[name] = secret

    def drop(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(cast(Secrets, Drawer()))


def test_a_password_is_found_wherever_the_file_lies(passwords: Passwords, tmp_path: Path) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    here.write_bytes(b"%PDF locked")
    passwords.remember(here, "geheim")
    here.rename(there)
    assert passwords.recall(there) == "geheim"
    passwords.forget(there)
    assert passwords.recall(there) == ""


def test_another_file_of_the_same_name_is_not_opened_with_it(
    passwords: Passwords, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF locked")
    passwords.remember(path, "geheim")
    path.write_bytes(b"%PDF another")
    assert passwords.recall(path) == ""


def test_a_file_that_is_gone_has_none(passwords: Passwords, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.pdf"):
        passwords.recall(tmp_path / "gone.pdf")
