"""Which bibliography a file is: by its ending, else by how it begins."""

import re
from enum import StrEnum
from pathlib import Path

_HEAD = 20_000


class Kind(StrEnum):
    """What a bibliography is written in."""

    BIBTEX = "BibTeX"
    RIS = "RIS"
    CSL = "CSL-JSON"
    ZOTERO = "Zotero RDF"


_ENDINGS = {
    ".bib": Kind.BIBTEX,
    ".bibtex": Kind.BIBTEX,
    ".ris": Kind.RIS,
    ".json": Kind.CSL,
    ".rdf": Kind.ZOTERO,
}
_ENTRY = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
_RECORD = re.compile(r"^\s*TY {1,2}- ?\w", re.MULTILINE)


def is_bibliography(path: Path) -> bool:
    """Whether a file is to be read as a bibliography: by its name, of texts by their begin."""
    ending = path.suffix.lower()
    if ending in _ENDINGS:
        return True
    if ending not in (".txt", ".enw", ".nbib", ""):
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD).decode("utf-8", "ignore")
    except OSError:
        return False
    return kind_of("", head) is not None


def kind_of(name: str, text: str) -> Kind | None:
    """What a text is written in; what it looks like counts more than its name."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith(("[", "{")):
        return Kind.CSL
    if head.startswith("<"):
        return Kind.ZOTERO if "rdf" in head.lower() else None
    if _RECORD.search(head) and not head.startswith("@"):
        return Kind.RIS
    if _ENTRY.search(text[: _HEAD * 50]):
        return Kind.BIBTEX
    return _ENDINGS.get(Path(name).suffix.lower())
