"""The life of a real worker, seen from its standard input."""

import dataclasses
import resource
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paperdesk.children.wire import Wire
from paperdesk.domain.pages import Document, Request, Text
from paperdesk.pdfworker.codec import encode_request
from paperdesk.pdfworker.handing import WANTS_FILE
from paperdesk.pdfworker.limits import Limits

MakePdf = Callable[..., Document]
Started = tuple["subprocess.Popen[bytes]", Wire]


@pytest.fixture
def started(real: list[str]) -> Iterator[Started]:
    """A worker that has taken its limits."""
    here, there = socket.socketpair()
    with subprocess.Popen(
        real, stdin=there.fileno(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        there.close()
        wire = Wire(here)
        wire.send({"limits": dataclasses.asdict(Limits(memory=2**30))})
        try:
            assert wire.receive(30).value["ready"] == process.pid
            yield process, wire
        finally:
            wire.close()


def limit(process: int, name: str) -> str:
    """The soft limit of a process, as the system tells it."""
    lines = Path(f"/proc/{process}/limits").read_text().splitlines()
    return next(line for line in lines if line.startswith(name)).removeprefix(name).split()[0]


def ask(wire: Wire, request: Request[Any]) -> Any:
    """Ask a worker that has to be handed the document first."""
    wire.send(encode_request(request))
    assert wire.receive(10).value == WANTS_FILE
    with request.document.path.open("rb") as file:
        wire.send({"file": True}, file.fileno())
    return wire.receive(10).value


def test_it_ends_when_the_pool_hangs_up(started: Started) -> None:
    process, wire = started
    wire.close()
    assert process.wait(10) == 0


def test_nothing_that_is_printed_gets_out(started: Started, make_pdf: MakePdf) -> None:
    process, wire = started
    document = make_pdf("alpha")
    content = document.path.read_bytes()
    document.path.write_bytes(content.replace(b"startxref", b"to be repaired"))
    assert ask(wire, Text(document, 0)) == {"answer": "alpha"}
    wire.close()
    assert process.communicate(timeout=10) == (b"", b"")


def test_it_is_confined(started: Started, make_pdf: MakePdf) -> None:
    process, wire = started
    document = make_pdf("alpha")
    ask(wire, Text(document, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = 2**30 if most == resource.RLIM_INFINITY else min(2**30, most)
    mapped = document.path.stat().st_size
    assert limit(process.pid, "Max address space") == str(allowed + mapped)
    assert limit(process.pid, "Max core file size") == "0"
    assert int(limit(process.pid, "Max cpu time")) < 60


def test_a_refusal_is_an_answer(started: Started, tmp_path: Path) -> None:
    _, wire = started
    wire.send(encode_request(Text(Document(tmp_path / "gone.pdf"), 0)))
    answer: dict[str, Any] = wire.receive(10).value
    assert answer["error"] == "NotFound"


@pytest.mark.parametrize("argv", [[], ["--help"]])
def test_a_person_is_told_that_it_is_not_for_them(real: list[str], argv: list[str]) -> None:
    outcome = subprocess.run(
        [*real, *argv], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert outcome.returncode == 2
    assert b"only PaperDesk can start" in outcome.stderr
