"""How a child begins, and what it may take from then on."""

import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from paperdesk.children.wire import Gone, Wire

PROJECT = Path(__file__).resolve().parents[2]
ECHO = """
import sys
from paperdesk.children import life
def serve(wire):
    life.confine(2**30)
    life.allow_seconds(5)
    while True:
        print("not for the parent")
        wire.send(wire.receive().value)
sys.exit(life.main(sys.argv[1:], serve))
"""
COMMAND = [sys.executable, "-c", ECHO]


def begun(*words: str, stdin: int) -> "subprocess.Popen[bytes]":
    environment = {"PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(
        [*COMMAND, *words],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def limit(process: int, name: str) -> str:
    """The soft limit of a process, as the system tells it."""
    lines = Path(f"/proc/{process}/limits").read_text().splitlines()
    return next(line for line in lines if line.startswith(name)).removeprefix(name).split()[0]


def test_a_child_answers_within_its_limits_until_its_parent_hangs_up() -> None:
    here, there = socket.socketpair()
    with there:
        process = begun(stdin=there.fileno())
    wire = Wire(here)
    wire.send("hello")
    assert wire.receive(20).value == "hello"
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = 2**30 if most == resource.RLIM_INFINITY else min(2**30, most)
    assert limit(process.pid, "Max address space") == str(allowed)
    assert limit(process.pid, "Max core file size") == "0"
    assert int(limit(process.pid, "Max cpu time")) < 30
    wire.close()
    assert process.communicate(timeout=10) == (b"", b"")
    assert process.returncode == 0


@pytest.mark.parametrize("words", [[], ["--help"]])
def test_a_person_is_told_that_it_is_not_for_them(words: list[str]) -> None:
    process = begun(*words, stdin=subprocess.DEVNULL)
    assert b"only PaperDesk can start" in process.communicate(timeout=20)[1]
    assert process.returncode == 2


def test_a_parent_that_is_gone_is_noticed_at_the_next_word() -> None:
    here, there = socket.socketpair()
    there.close()
    with pytest.raises(Gone):
        Wire(here).send("hello")
    here.close()
