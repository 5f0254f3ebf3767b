"""The system's keyring, by its only door: secrets are never in a file of ours.

Every call may take long: a keyring asks its owner to unlock it, a bus does not
answer. So they belong off the window's thread, and end after a while.
"""

import threading
from collections.abc import Callable

import keyring
from keyring.errors import KeyringError, PasswordDeleteError

from paperdesk.domain.errors import Refused

_SERVICE = "PaperDesk"

PATIENCE = 20.0
"""Seconds that a keyring may take, its owner's answer included."""


class Secrets:
    """Keeps secrets by name; Refused, with a sentence, where there is no keyring."""

    def __init__(self, seconds: float = PATIENCE) -> None:
        self._seconds = seconds

    def get(self, name: str) -> str | None:
        """A secret that was kept, or None."""
        call = _Call(lambda: keyring.get_password(_SERVICE, name))
        return call.within(self._seconds)

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret, in place of an older one of this name."""
        _Call(lambda: keyring.set_password(_SERVICE, name, secret)).within(self._seconds)

    def drop(self, name: str) -> None:
        """Keep a secret no longer; it may not be there at all."""
        _Call(lambda: _delete(name)).within(self._seconds)


class _Call(threading.Thread):
    """A call that may be given up: what still waits then ends with the program.

    *Why a thread here:* a lane would be held by a keyring that never answers.
    """

    def __init__(self, work: Callable[[], str | None]) -> None:
        super().__init__(name="keyring", daemon=True)
        self._work = work
        self._answer: str | None = None
        self._fault: Exception | None = None

    def run(self) -> None:
        """Do the work, and keep what comes of it."""
        try:
            self._answer = self._work()
        except (KeyringError, OSError, RuntimeError) as error:
            self._fault = error

    def within(self, seconds: float) -> str | None:
        """The answer, or a sentence."""
        self.start()
        self.join(seconds)
        if self.is_alive():
            raise Refused(
                f"The system's keyring did not answer within {seconds:g} s. "
                "Unlock it and try again."
            )
        if self._fault is not None:
            raise Refused(
                "The system's keyring cannot be used: there is none, or it is locked. "
                "Install or unlock one, such as GNOME Keyring or KWallet."
            ) from self._fault
        return self._answer


def _delete(name: str) -> None:
    try:
        keyring.delete_password(_SERVICE, name)
    except PasswordDeleteError:
        return
