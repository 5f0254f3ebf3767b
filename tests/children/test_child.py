"""A child process, started when it is needed and given up where it must be."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.children.child import Child, Died, Unstarted
from paperdesk.children.wire import Gone

PROJECT = Path(__file__).resolve().parents[2]
ECHO = """
import os, socket
from paperdesk.children.wire import Wire
wire = Wire(socket.socket(fileno=os.dup(0)))
limits = wire.receive().value["limits"]
wire.send({"ready": os.getpid()})
while True:
    said = wire.receive().value
    if said == "fall":
        os._exit(3)
    wire.send([said, limits])
"""


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[Child]:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    child = Child([sys.executable, "-c", ECHO], {"memory": 7}, 20.0)
    yield child
    child.close()


def test_a_child_is_started_by_the_first_word_to_it_and_told_its_limits(child: Child) -> None:
    assert child.number is None
    assert child.send("hello").receive(10).value == ["hello", {"memory": 7}]
    assert child.number is not None


def test_a_child_that_ended_while_idle_is_replaced_unnoticed(child: Child) -> None:
    child.start()
    before = child.number
    assert before is not None
    os.kill(before, signal.SIGKILL)
    while child.number is not None:
        time.sleep(0.01)
    assert child.send("hello").receive(10).value[0] == "hello"
    assert child.number not in (None, before)


def test_a_child_that_falls_over_a_request_is_gone(child: Child) -> None:
    wire = child.send("fall")
    with pytest.raises(Gone):
        wire.receive(10)


def test_what_needs_no_answer_starts_no_child(child: Child) -> None:
    with pytest.raises(Gone):
        child.mention("hello")
    assert child.number is None


def test_a_child_that_was_stopped_does_not_come_back(child: Child) -> None:
    child.start()
    child.stop()
    child.discard()
    with pytest.raises(Died):
        child.start()


@pytest.mark.parametrize("script", ["raise SystemExit(1)", "import time; time.sleep(60)"])
def test_a_child_that_does_not_get_ready_is_said_to_be_unstarted(script: str) -> None:
    child = Child([sys.executable, "-c", script], {}, 1.0)
    with pytest.raises(Unstarted):
        child.start()
    assert child.number is None


def test_a_program_that_is_not_there_is_said_to_be_unstarted(tmp_path: Path) -> None:
    with pytest.raises(Unstarted):
        Child([str(tmp_path / "nothing")], {}, 1.0).start()
