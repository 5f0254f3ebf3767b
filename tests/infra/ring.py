"""A keyring that tests hold in their hands."""

import threading

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class Ring(KeyringBackend):
    """Keeps secrets in memory; fails, or waits at its gate, when told to."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[str, str] = {}
        self.fault: Exception | None = None
        self.gate: threading.Event | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._pass()
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._pass()
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._pass()
        if self.kept.pop(username, None) is None:
            raise PasswordDeleteError("not there")

    def _pass(self) -> None:
        if self.fault is not None:
            raise self.fault
        if self.gate is not None:
            self.gate.wait(10)
