"""A worker without PyMuPDF that answers, dies, hangs or lies as it is told.

The needle of a `Find` is the order. It writes the pages it was asked for into
the folder that the document's path names, so that a test can see what arrived.
"""

import fcntl
import os
import socket
import sys
import time
from typing import Any

from paperdesk.children.wire import Gone, Wire
from paperdesk.domain.pages import Find, Match, Render
from paperdesk.pdfworker.codec import Shape, decode_request


def main() -> None:
    wire = Wire(socket.socket(fileno=0))
    wire.receive()
    if sys.argv[1:] == ["mute"]:
        return
    wire.send({"ready": os.getpid()})
    while True:
        message = wire.receive().value
        if "forget" not in message:
            obey(wire, decode_request(message))


def obey(wire: Wire, request: Any) -> None:
    if isinstance(request, Find):
        note(request)
        ORDERS.get(request.needle, echo)(wire, request)
    elif isinstance(request, Render):
        lie_about_a_picture(wire, request)
    else:
        wire.send({"answer": "text"})


def note(request: Find) -> None:
    path = request.document.path
    if path.is_dir():
        with (path / "log").open("a") as log:
            log.write(f"{request.needle} {request.first}\n")


def echo(wire: Wire, request: Find) -> None:
    wire.send({"answer": [Match(request.first, ((0.0, 0.0, 1.0, 1.0),))]})


def die(_wire: Wire, _request: Find) -> None:
    os._exit(1)


def hang(_wire: Wire, _request: Find) -> None:
    time.sleep(600)


def dawdle(wire: Wire, request: Find) -> None:
    time.sleep(0.3)
    echo(wire, request)


def lie(wire: Wire, _request: Find) -> None:
    wire.send({"answer": [["no page", []]]})


def say_who(wire: Wire, _request: Find) -> None:
    wire.send({"answer": [Match(os.getpid(), ())]})


def lie_about_a_picture(wire: Wire, request: Render) -> None:
    """On page 0 in memory that could shrink, on others larger than its memory."""
    memory = os.memfd_create("fake", os.MFD_ALLOW_SEALING)
    os.ftruncate(memory, 4096)
    if request.page:
        seal(memory)
    wire.send({"answer": Shape(100, 100, 300, offered=False)}, memory)
    os.close(memory)


def seal(memory: int) -> None:
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK)


ORDERS = {"die": die, "hang": hang, "dawdle": dawdle, "lie": lie, "who": say_who}

if __name__ == "__main__":
    try:
        main()
    except Gone:
        sys.exit(0)
