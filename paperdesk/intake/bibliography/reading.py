"""The bytes of a bibliography as references, whatever it is written in."""

from collections.abc import Callable, Sequence

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography import bibfields, bibtex, csl, jabref, ris, zotero
from paperdesk.intake.bibliography.kinds import Kind, kind_of
from paperdesk.intake.bibliography.texts import text

WHAT = "Choose a BibTeX, RIS or CSL-JSON file, or what Zotero exports as RDF."


def read(body: bytes, name: str) -> Sequence[Reference]:
    """The references of a file, those among them that could not be read."""
    words = text(body)
    if not words.strip():
        raise BadDocument(f"{name} is empty. {WHAT}")
    kind = kind_of(name, words)
    if kind not in _READERS:
        raise BadDocument(f"{name} is no bibliography that can be read. {WHAT}")
    references = _READERS[kind](words, name)
    if not references:
        raise BadDocument(f"{name} has no entries. {WHAT}")
    return references


def _bibtex(words: str, name: str) -> list[Reference]:  # noqa: ARG001
    records, comments = bibtex.records(words)
    groups = jabref.groups(comments)
    return [jabref.placed(bibfields.reference(one), groups) for one in records]


_READERS: dict[Kind | None, Callable[[str, str], list[Reference]]] = {
    Kind.BIBTEX: _bibtex,
    Kind.RIS: lambda words, _: ris.references(words),
    Kind.CSL: csl.references,
    Kind.ZOTERO: zotero.references,
}
