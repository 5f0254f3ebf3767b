"""Where the files lie that an entry names: as written, or below its bibliography."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

PDF = ".pdf"


def pdfs(named: Sequence[str], bibliography: Path) -> tuple[Path, ...]:
    """Those of the named files that are PDFs and are here."""
    found = (_here(name, bibliography.parent) for name in named if _is_pdf(name))
    return tuple(dict.fromkeys(path for path in found if path is not None))


def missing(named: Sequence[str], bibliography: Path) -> tuple[str, ...]:
    """Those of the named PDFs that are not here."""
    return tuple(
        name for name in named if _is_pdf(name) and _here(name, bibliography.parent) is None
    )


def _is_pdf(name: str) -> bool:
    return name.lower().endswith(PDF)


def _here(name: str, folder: Path) -> Path | None:
    for path in _places(name, folder):
        try:
            if path.is_file():
                return path
        except (OSError, ValueError):  # a name that no disk takes
            continue
    return None


def _places(name: str, folder: Path) -> Iterator[Path]:
    """Where it may lie: Mendeley leaves out the first slash, Zotero has `files/`."""
    plain = unquote(urlsplit(name).path) if name.startswith("file:") else name
    plain = plain.replace("\x00", "")
    yield folder / plain  # an absolute path replaces the folder
    if "\\" in plain:
        plain = plain.replace("\\", "/")
        yield folder / plain
    if not plain.startswith("/"):
        yield Path("/") / plain
    last = plain.rsplit("/", 1)[-1]
    for below in (".", "files", "pdf", "pdfs"):
        yield folder / below / last
