"""A speech-dispatcher that says nothing aloud: it speaks SSIP on a socket, and keeps a diary."""

import contextlib
import socket
import threading
from pathlib import Path


class SpeechServer:
    """One client at a time; each message takes `seconds` unless it is cancelled."""

    def __init__(self, path: Path, seconds: float = 0.05) -> None:
        self.said: list[str] = []
        self.commands: list[str] = []
        self.cancelled = 0
        self.seconds = seconds
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._client: socket.socket | None = None
        self.speaking: threading.Timer | None = None
        self._number = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hang up, and listen no more."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self.hang_up()
        self._thread.join(5)

    def hang_up(self) -> None:
        """As if the server had crashed."""
        if self.speaking is not None:
            self.speaking.cancel()
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        while True:
            try:
                self._client, _ = self._socket.accept()
            except OSError:
                return
            # Who hangs up while something is on its way resets the line.
            with (
                contextlib.suppress(OSError),
                self._client,
                self._client.makefile("rb") as lines,
            ):
                self._listen(lines)

    def _listen(self, lines: object) -> None:
        text: list[str] | None = None
        for raw in lines:  # type: ignore[attr-defined]
            line = raw.decode().rstrip("\r\n")
            if text is None:
                text = self._obey(line)
            elif line == ".":
                self._speak("\n".join(text))
                text = None
            else:
                text.append(line[1:] if line.startswith("..") else line)

    def _obey(self, command: str) -> list[str] | None:
        self.commands.append(command)
        if command == "SPEAK":
            self._answer("230 OK RECEIVING DATA")
            return []
        if command == "CANCEL SELF":
            self.cancelled += 1
            self._answer("210 OK CANCELED")
            if self.speaking is not None:
                self.speaking.cancel()
                self._tell("703", "CANCELED")
            return None
        self._answer("208 OK DONE" if command.startswith("SET") else "500 ERR INVALID COMMAND")
        return None

    def _speak(self, text: str) -> None:
        self._number += 1
        self.said.append(text)
        self._answer(f"225-{self._number}", "225 OK MESSAGE QUEUED")
        self._tell("701", "BEGIN")
        self.speaking = threading.Timer(self.seconds, self._tell, ("702", "END"))
        self.speaking.daemon = True
        self.speaking.start()

    def _tell(self, code: str, what: str) -> None:
        self._answer(f"{code}-{self._number}", f"{code}-1", f"{code} {what}")

    def _answer(self, *lines: str) -> None:
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.sendall("".join(f"{line}\r\n" for line in lines).encode())
