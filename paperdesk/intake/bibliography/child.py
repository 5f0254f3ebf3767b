"""The process that reads a bibliography: shut in, limited, and ended after it.

It can open no file once it is ready, so all that an entry may make Python import
is imported before.
"""

import codecs
import contextlib
import encodings
import gc
import os
import pkgutil
from collections.abc import Sequence

from paperdesk.children import life
from paperdesk.children.cage import shut_in
from paperdesk.children.checks import encode_error
from paperdesk.children.wire import Frame, Wire
from paperdesk.domain.errors import BadDocument, PaperDeskError
from paperdesk.intake.bibliography.limits import Limits
from paperdesk.intake.bibliography.reading import read

BATCH = 100
"""Entries that are sent at once."""

_REHEARSAL = {
    "a.ris": "TY  - JOUR\nTI  - A <i>b</i> &amp; c\nAU  - B, C\nPY  - 2019/05/03\nER  - ",
    "a.json": '[{"title": "A", "author": [{"family": "B"}], "issued": {"raw": "May 2019"}}]',
    "a.rdf": "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns:d='http://purl.org/dc/elements/1.1/'><r:a><d:title>A</d:title></r:a></r:RDF>",
    "a.bib": r"""@string{j = "J"} @article{a, title={A {\"o} \emph{b} $x^2$ -- \alpha},
 author={B, C and D E}, journal=j # " K", month=jan, year=2019, abstract={\textbf{x} ``y''}}""",
}


def main(words: Sequence[str]) -> int:
    """Read bibliographies for the parent at the other end of standard input."""
    return life.main(words, serve)


def serve(wire: Wire) -> None:
    """Read one after the other; Gone with the parent."""
    limits = Limits(**wire.receive().value["limits"])
    life.confine(limits.memory)
    rehearse()
    gc.disable()
    gc.freeze()
    wire.send({"ready": os.getpid(), "fences": shut_in()})
    while True:
        frame = wire.receive()
        life.allow_seconds(limits.processor)
        _answer(wire, frame)
        gc.collect()


def rehearse() -> None:
    """Meet a bibliography of each kind, and each encoding, before the doors close."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError):
            codecs.lookup(module.name)
    for name, text in _REHEARSAL.items():
        read(text.encode(), name)


def _answer(wire: Wire, frame: Frame) -> None:
    """Send how many entries there are, then the entries; or why there are none."""
    name = frame.value["name"]
    try:
        references = read(_body(frame), name)
        wire.send({"total": len(references)})
        for start in range(0, len(references), BATCH):
            wire.send({"entries": references[start : start + BATCH]})
    except PaperDeskError as error:
        wire.send(encode_error(error))
    except MemoryError:
        wire.send(encode_error(BadDocument(f"{name} needs more memory than any file may.")))
    except RecursionError:
        wire.send(encode_error(BadDocument(f"{name} is nested too deep to be read.")))


def _body(frame: Frame) -> bytes:
    if frame.descriptor is None:
        return b""
    with open(frame.descriptor, "rb") as file:
        return file.read()
