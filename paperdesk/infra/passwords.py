"""The passwords of locked PDFs, kept in the system's keyring when asked to.

They are kept under what the file contains, so that they are found again wherever
it lies, and no other file of its name is opened with them.
"""

import hashlib
from pathlib import Path

from paperdesk.domain.errors import NotFound
from paperdesk.infra.secrets import Secrets


class Passwords:
    """Remembers the passwords of PDFs; never for the window's thread."""

    def __init__(self, secrets: Secrets | None = None) -> None:
        self._secrets = secrets or Secrets()

    def recall(self, path: Path) -> str:
        """The remembered password of a PDF; empty if there is none."""
        return self._secrets.get(_name(path)) or ""

    def remember(self, path: Path, password: str) -> None:
        """Remember the password of a PDF."""
        self._secrets.keep(_name(path), password)

    def forget(self, path: Path) -> None:
        """Remember the password of a PDF no longer."""
        self._secrets.drop(_name(path))


def _name(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return f"pdf {hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError as error:
        raise NotFound(f"The file {path.name} is not there any more.") from error
