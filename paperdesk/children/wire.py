"""Frames over a socket: JSON, and now and then a file descriptor with it.

*Why JSON:* a child meets hostile files, so nothing that it sends may be able
to do more than be wrong: no pickles. *Why a socket as standard input:* it takes
descriptors, and whatever a library prints cannot get into it.
"""

import dataclasses
import functools
import json
import os
import select
import socket
import struct
import time
from datetime import date
from typing import Any, NoReturn

_HEADER = struct.Struct("!I")
_LONGEST = 64 * 2**20


class Gone(Exception):
    """The other side has hung up."""


class Garbled(Exception):
    """The other side sent something that makes no sense."""


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """What arrived: a JSON value, and a descriptor that is now the receiver's."""

    value: Any
    descriptor: int | None = None


class Wire:
    """One end of the line between a child and its parent."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock

    def send(self, value: object, descriptor: int | None = None) -> None:
        """Send a JSON value; a descriptor goes along as a copy.

        A dataclass is written as the list of its fields, a day as ISO has it.
        """
        payload = json.dumps(value, allow_nan=False, default=_plain).encode("ascii")
        header = _HEADER.pack(len(payload))
        self._socket.settimeout(None)
        try:
            if descriptor is not None:
                socket.send_fds(self._socket, [header], [descriptor])
                header = b""
            self._socket.sendall(header + payload)
        except OSError as error:
            raise Gone from error

    def waits(self, seconds: float) -> bool:
        """Whether something arrives, or the other side hangs up, within some seconds."""
        return bool(select.select([self._socket], [], [], seconds)[0])

    def receive(self, seconds: float | None = None) -> Frame:
        """Wait for the next frame; TimeoutError when that takes too long."""
        deadline = None if seconds is None else time.monotonic() + seconds
        header, descriptor = self._read_header(deadline)
        try:
            (length,) = _HEADER.unpack(header)
            if length > _LONGEST:
                raise Garbled(f"a frame of {length} bytes")
            return Frame(_parse(self._read(length, deadline)), descriptor)
        except (Gone, Garbled, TimeoutError):
            if descriptor is not None:
                os.close(descriptor)
            raise

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _read_header(self, deadline: float | None) -> tuple[bytes, int | None]:
        self._wait_until(deadline)
        try:
            start, descriptors, _flags, _address = socket.recv_fds(self._socket, _HEADER.size, 1)
        except TimeoutError:
            raise
        except OSError as error:
            raise Gone from error
        descriptor = descriptors[0] if descriptors else None
        if not start:
            raise Gone
        return start + bytes(self._read(_HEADER.size - len(start), deadline)), descriptor

    def _read(self, length: int, deadline: float | None) -> bytearray:
        buffer = bytearray(length)
        view = memoryview(buffer)
        while view:
            self._wait_until(deadline)
            try:
                count = self._socket.recv_into(view)
            except TimeoutError:
                raise
            except OSError as error:
                raise Gone from error
            if not count:
                raise Gone
            view = view[count:]
        return buffer

    def _wait_until(self, deadline: float | None) -> None:
        """Let the next call on the socket wait until then, and no longer."""
        if deadline is None:
            self._socket.settimeout(None)
            return
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        self._socket.settimeout(remaining)


def _plain(value: Any) -> object:
    return value.isoformat() if isinstance(value, date) else fields(value)


def fields(record: Any) -> list[object]:
    """The fields of a dataclass in their order, which is how it is written."""
    return [getattr(record, name) for name in _names(record.__class__)]


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _parse(payload: bytearray) -> Any:
    try:
        return json.loads(payload.decode("ascii"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Garbled("not JSON") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
