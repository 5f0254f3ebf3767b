"""One child process as its parent sees it: start it, speak with it, give up on it."""

import logging
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence

from paperdesk.children.wire import Garbled, Gone, Wire

FENCES = ("landlock", "seccomp")
"""What a child is shut in with where the kernel has both."""

_log = logging.getLogger(__name__)


class Died(Exception):
    """The child ended, or talked nonsense, over a request."""


class Unstarted(Exception):
    """The child could not be started, or did not get ready in time."""


class Child:
    """A process that is started when needed, again and again if need be.

    All methods but `stop` belong to the one thread that looks after it.
    """

    def __init__(
        self, command: Sequence[str], limits: Mapping[str, object], start_seconds: float
    ) -> None:
        """`limits` are what it is told first, and has to take within so many seconds."""
        self._command = tuple(command)
        self._limits = dict(limits)
        self._start_seconds = start_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._wire: Wire | None = None
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether it was ended for good."""
        return self._stopped

    @property
    def number(self) -> int | None:
        """The number of the process, if it runs; another one when it was started anew."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Start it unless it runs, and wait until it is ready."""
        if self.number is not None:
            return
        self.discard()
        here, there = socket.socketpair()
        self._wire = Wire(here)
        try:
            self._launch(there)
            self._greet(self._wire)
        except (OSError, Gone, Garbled) as error:  # TimeoutError is an OSError
            self.discard()
            raise (Died if self._stopped else Unstarted) from error

    def send(self, message: object, descriptor: int | None = None) -> Wire:
        """Send to it; to a new one, once, if it had ended while idle. Where it answers."""
        self.start()
        try:
            return self._send(message, descriptor)
        except Gone:
            self.discard()
            self.start()
            return self._send(message, descriptor)

    def mention(self, message: object) -> None:
        """Send what needs no answer, to a child that is already there."""
        if self._wire is None:
            raise Gone
        self._wire.send(message)

    def stop(self) -> None:
        """End it for good; from any thread."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End it for good, and wait for its end."""
        self.stop()
        self.discard()

    def discard(self) -> None:
        """End it if it runs, and forget all about it."""
        wire, self._wire = self._wire, None
        process, self._process = self._process, None
        if wire is not None:
            wire.close()
        if process is not None:
            process.kill()
            process.wait()

    def _greet(self, wire: Wire) -> None:
        """Hand over the limits, and wait for the child to take them."""
        wire.send({"limits": self._limits})
        said = wire.receive(self._start_seconds).value
        fences = said.get("fences") if isinstance(said, dict) else None
        if sys.platform == "linux" and fences != list(FENCES):
            _log.warning("A child is behind fewer fences than there should be: %s.", fences)

    def _send(self, message: object, descriptor: int | None) -> Wire:
        if self._wire is None:
            raise Gone
        self._wire.send(message, descriptor)
        return self._wire

    def _launch(self, there: socket.socket) -> None:
        with there:
            self._process = subprocess.Popen(
                self._command,
                stdin=there.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        if self._stopped:
            self._process.kill()
