"""The system's voice: speech-dispatcher, `say`, SAPI or espeak-ng, whichever there is.

speech-dispatcher is spoken to in its own protocol (SSIP) over its socket, which
tells when a sentence has been spoken; the others are programs that end then.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from paperdesk.domain.errors import Refused
from paperdesk.infra.jobs import Job

_PATIENCE = 10.0
"""Seconds in which speech-dispatcher has to answer."""

_BLINK = 0.05
"""Seconds after which a stop is noticed."""

_END, _CANCELLED = "702", "703"
_LONGEST_LINE = 65536

_MISSING = (
    "This system has no voice for reading aloud. Install speech-dispatcher and espeak-ng "
    "(on Debian and Ubuntu: sudo apt install speech-dispatcher espeak-ng), and try again."
)
_SILENT = (
    "The system's voice does not answer. Try “spd-say hello” in a terminal: if that is silent "
    "too, speech-dispatcher is not set up."
)

_SAPI = (
    "Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_PROGRAMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("say", "-f", "-"),),
    "win32": (("powershell", "-NoProfile", "-Command", _SAPI),),
}
_ELSEWHERE: tuple[tuple[str, ...], ...] = (("espeak-ng", "--stdin"), ("espeak", "--stdin"))


class Voice(Protocol):
    """Something that speaks."""

    def say(self, text: str, job: Job) -> None:
        """Speak, and return when it has been spoken; Cancelled if the job is stopped."""
        ...

    def close(self) -> None:
        """Speak no more."""
        ...


def voice() -> Voice:
    """The system's voice; Refused with what to install if it has none."""
    if sys.platform not in _PROGRAMS and (_socket_path() or shutil.which("speech-dispatcher")):
        return Dispatched()
    for command in _PROGRAMS.get(sys.platform, _ELSEWHERE):
        if shutil.which(command[0]):
            return Program(command)
    raise Refused(_MISSING)


class Program:
    """A voice that is a program: it reads a text and ends when it has spoken."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)

    def say(self, text: str, job: Job) -> None:
        """Speak, and return when it has been spoken; Cancelled if the job is stopped."""
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise Refused(_MISSING) from error
        with process:
            try:
                with contextlib.suppress(OSError):
                    process.communicate(text.encode(), timeout=_BLINK)
                    return
            except subprocess.TimeoutExpired:
                _wait(process, job)

    def close(self) -> None:
        """Nothing is held between two sentences."""


def _wait(process: "subprocess.Popen[bytes]", job: Job) -> None:
    """Wait for the end of a program; end it if the job is stopped."""
    try:
        while process.poll() is None:
            job.wait(_BLINK)
    finally:
        process.kill()


class Dispatched:
    """speech-dispatcher, by SSIP; connected with the first sentence."""

    def __init__(self) -> None:
        self._line: socket.socket | None = None
        self._unread = b""

    def say(self, text: str, job: Job) -> None:
        """Speak, and return when it has been spoken; Cancelled if the job is stopped."""
        try:
            self._connect()
            self._ask("SPEAK")
            number = self._ask(f"{_stuffed(text)}\r\n.")
            self._await_end(number, job)
        except OSError as error:  # TimeoutError is one
            self.close()
            raise Refused(_SILENT) from error

    def close(self) -> None:
        """Hang up."""
        line, self._line = self._line, None
        self._unread = b""
        if line is not None:
            line.close()

    def _connect(self) -> None:
        if self._line is not None:
            return
        path = _socket_path()
        if path is None:
            _spawn()
            path = _socket_path()
        if path is None:
            raise TimeoutError
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(_PATIENCE)
        try:
            line.connect(os.fspath(path))
        except OSError:
            line.close()
            raise
        self._line = line
        self._ask(f"SET SELF CLIENT_NAME {_user()}:paperdesk:reader")
        self._ask("SET SELF NOTIFICATION END ON")
        self._ask("SET SELF NOTIFICATION CANCEL ON")

    def _ask(self, command: str) -> str:
        """Send a command; the first thing that is said of it. TimeoutError if refused."""
        if self._line is None:
            raise TimeoutError
        self._line.sendall(f"{command}\r\n".encode())
        said: list[str] = []
        while True:
            line = self._read_line()
            if line.startswith("7"):
                continue
            if not line.startswith("2"):
                raise TimeoutError(line)
            said.append(line[4:])
            if line[3:4] == " ":
                return said[0]

    def _await_end(self, number: str, job: Job) -> None:
        """Read events until this message has ended; silence it if the job is stopped."""
        about = ""
        while True:
            if job.stop.is_set():
                self._ask("CANCEL SELF")
                job.check()
            try:
                line = self._read_line(_BLINK)
            except TimeoutError:
                continue
            if line[3:4] == "-" and not about:
                about = line[4:]
            elif line[3:4] == " ":
                if line[:3] in (_END, _CANCELLED) and about == number:
                    return
                about = ""

    def _read_line(self, seconds: float = _PATIENCE) -> str:
        if self._line is None:
            raise TimeoutError
        self._line.settimeout(seconds)
        while b"\n" not in self._unread:
            more = self._line.recv(4096)
            if not more or len(self._unread) > _LONGEST_LINE:
                raise ConnectionError
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode("utf-8", "replace").strip()


def _stuffed(text: str) -> str:
    """A text as SSIP takes it: no line begins with a dot of its own."""
    lines = (line.strip() for line in text.splitlines())
    return "\r\n".join(f".{line}" if line.startswith(".") else line for line in lines)


def _socket_path() -> Path | None:
    """Where speech-dispatcher listens, if it does."""
    named = os.environ.get("SPEECHD_ADDRESS", "")
    places = [
        Path(named.partition(":")[2]) if named.startswith("unix_socket:") else None,
        _below("XDG_RUNTIME_DIR"),
        Path.home() / ".cache" / "speech-dispatcher" / "speechd.sock",
    ]
    return next((place for place in places if place is not None and place.is_socket()), None)


def _below(variable: str) -> Path | None:
    folder = os.environ.get(variable)
    return Path(folder) / "speech-dispatcher" / "speechd.sock" if folder else None


def _spawn() -> None:
    """Have speech-dispatcher started, as its own clients do."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            ["speech-dispatcher", "--spawn"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )


def _user() -> str:
    return "".join(filter(str.isalnum, os.environ.get("USER", ""))) or "reader"
