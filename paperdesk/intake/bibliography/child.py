"""The process that reads a bibliography, and is ended after it."""

from collections.abc import Sequence

from paperdesk.children import life, reading
from paperdesk.children.wire import Frame, Wire
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
    reading.serve(wire, rehearse, _answer)


def rehearse() -> None:
    """Meet a bibliography of each kind."""
    for name, text in _REHEARSAL.items():
        read(text.encode(), name)


def _answer(wire: Wire, frame: Frame) -> None:
    """Send how many entries there are, then the entries."""
    references = read(reading.body(frame), frame.value["name"])
    wire.send({"total": len(references)})
    for start in range(0, len(references), BATCH):
        wire.send({"entries": references[start : start + BATCH]})
