"""A process that reads files, from within; with a real one in tests/feeds/test_child.py."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from paperdesk.children.limits import Limits
from paperdesk.children.wire import Wire

PROJECT = Path(__file__).resolve().parents[2]
LIMITS = Limits(memory=2**30, seconds=30.0, processor=30.0)
CHILD = """
import sys
from paperdesk.children import life, reading
from paperdesk.domain.errors import Refused

def answer(wire, frame):
    said = reading.body(frame).decode()
    if said == "refuse":
        raise Refused("Not this one.")
    if said == "hoard":
        bytearray(2**40)
    if said == "nest":
        nest()
    wire.send({"read": said})

def nest():
    nest()

sys.exit(life.main([], lambda wire: reading.serve(wire, lambda: None, answer)))
"""


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """The line to a child that has taken its limits."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    here, there = socket.socketpair()
    with subprocess.Popen((sys.executable, "-c", CHILD), stdin=there.fileno()):
        there.close()
        wire = Wire(here)
        wire.send({"limits": asdict(LIMITS)})
        assert "ready" in wire.receive(30).value
        yield wire
        wire.close()


def ask(wire: Wire, body: bytes) -> dict[str, str]:
    """What a child says of a file."""
    memory = os.memfd_create("test")
    os.write(memory, body)
    wire.send({"name": "a.bib"}, memory)
    os.close(memory)
    return dict(wire.receive(30).value)


def test_a_file_is_read_from_its_beginning(wire: Wire) -> None:
    assert ask(wire, b"words") == {"read": "words"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"refuse", "Not this one."),
        (b"hoard", "a.bib needs more memory than any file may."),
        (b"nest", "a.bib is nested too deep to be read."),
    ],
)
def test_what_cannot_be_read_is_said_and_the_next_one_is_read(
    wire: Wire, body: bytes, said: str
) -> None:
    assert ask(wire, body)["say"] == said
    assert ask(wire, b"words") == {"read": "words"}
