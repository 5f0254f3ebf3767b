"""Frames: whole ones arrive, and nothing else gets through."""

import os
import socket
import struct
from collections.abc import Iterator

import pytest

from paperdesk.children.wire import Garbled, Gone, Wire
from paperdesk.domain.pages import PageSize

Ends = tuple[Wire, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A wire, and the bare socket at its other end."""
    here, there = socket.socketpair()
    yield Wire(here), there
    here.close()
    there.close()


def frame(payload: bytes) -> bytes:
    return struct.pack("!I", len(payload)) + payload


def test_what_is_sent_arrives(ends: Ends) -> None:
    wire, there = ends
    wire.send({"a": ["é", 1.5, None, PageSize(1.0, 2.0, "i")]})
    assert Wire(there).receive().value == {"a": ["é", 1.5, None, [1.0, 2.0, "i"]]}


def test_a_descriptor_goes_along(ends: Ends) -> None:
    wire, there = ends
    memory = os.memfd_create("test")
    os.write(memory, b"pixels")
    wire.send("memory", memory)
    os.close(memory)
    received = Wire(there).receive().descriptor
    assert received is not None
    assert os.pread(received, 6, 0) == b"pixels"
    os.close(received)


def test_a_frame_may_come_in_pieces(ends: Ends) -> None:
    wire, there = ends
    message = frame(b"[1, 2]")
    there.send(message[:2])
    there.send(message[2:7])
    there.send(message[7:])
    assert wire.receive(5).value == [1, 2]


@pytest.mark.parametrize(
    "payload",
    [b"", b"{", b"NaN", b"[Infinity]", b"\xff\xfe", b"[" * 100_000, b"\x80\x04K\x01."],
)
def test_what_is_not_json_is_garbled(ends: Ends, payload: bytes) -> None:
    wire, there = ends
    there.sendall(frame(payload))
    with pytest.raises(Garbled):
        wire.receive(5)


def test_a_frame_that_claims_to_be_huge_is_garbled(ends: Ends) -> None:
    wire, there = ends
    there.sendall(struct.pack("!I", 2**32 - 1))
    with pytest.raises(Garbled):
        wire.receive(5)


def test_the_wait_is_for_the_whole_frame(ends: Ends) -> None:
    wire, there = ends
    there.sendall(frame(b"[1, 2]")[:-1])
    with pytest.raises(TimeoutError):
        wire.receive(0.05)


@pytest.mark.parametrize("start", [b"", b"\x00", frame(b"[1]")[:-1]])
def test_hanging_up_is_noticed_anywhere(ends: Ends, start: bytes) -> None:
    wire, there = ends
    there.sendall(start)
    there.close()
    with pytest.raises(Gone):
        wire.receive(5)


def test_sending_to_nobody_is_noticed(ends: Ends) -> None:
    wire, there = ends
    there.close()
    with pytest.raises(Gone):
        wire.send("anybody there?")


def test_the_descriptor_of_a_garbled_frame_is_closed(ends: Ends) -> None:
    wire, there = ends
    read, write = os.pipe()
    socket.send_fds(there, [frame(b"{")], [write])
    os.close(write)
    with pytest.raises(Garbled):
        wire.receive(5)
    assert os.read(read, 1) == b""
    os.close(read)
