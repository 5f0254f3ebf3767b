"""A process that reads files of strangers, from within: shut in, limited, and ended.

It can open no file once it is ready, so all that a file may make Python import
is imported before.
"""

import codecs
import contextlib
import encodings
import gc
import os
import pkgutil
from collections.abc import Callable

from paperdesk.children import life
from paperdesk.children.cage import shut_in
from paperdesk.children.checks import encode_error
from paperdesk.children.limits import Limits
from paperdesk.children.wire import Frame, Wire
from paperdesk.domain.errors import BadDocument, PaperDeskError


def serve(wire: Wire, rehearse: Callable[[], None], answer: Callable[[Wire, Frame], None]) -> None:
    """Answer file after file, until none has come for a while; Gone with the parent.

    `rehearse` meets a file of each kind before the doors close; what `answer` refuses
    with is said to the parent.
    """
    limits = Limits(**wire.receive().value["limits"])
    life.confine(limits.memory)
    meet_encodings()
    rehearse()
    # What a file leaves behind is looked for between files: within one it costs a quarter.
    gc.disable()
    gc.freeze()
    wire.send({"ready": os.getpid(), "fences": shut_in()})
    with contextlib.suppress(TimeoutError):
        while True:
            frame = wire.receive(limits.quiet)
            life.allow_seconds(limits.processor)
            _answer(wire, frame, answer)
            gc.collect()


def body(frame: Frame) -> bytes:
    """The file that came with a question."""
    if frame.descriptor is None:
        return b""
    os.lseek(frame.descriptor, 0, os.SEEK_SET)
    with open(frame.descriptor, "rb") as file:
        return file.read()


def meet_encodings() -> None:
    """Import what decodes each encoding that Python knows."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError):
            codecs.lookup(module.name)


def _answer(wire: Wire, frame: Frame, answer: Callable[[Wire, Frame], None]) -> None:
    name = frame.value["name"]
    try:
        answer(wire, frame)
    except PaperDeskError as error:
        wire.send(encode_error(error))
    except MemoryError:
        wire.send(encode_error(BadDocument(f"{name} needs more memory than any file may.")))
    except RecursionError:
        wire.send(encode_error(BadDocument(f"{name} is nested too deep to be read.")))
