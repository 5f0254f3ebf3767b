r"""The files that an entry of BibTeX names, as Zotero, JabRef and Mendeley write them.

JabRef: `description:path:type;…` with `\:` `\;` `\\`; Zotero the same, or only
paths; Mendeley `:path:pdf`, the first slash left out and TeX escapes in it.
"""

import re

_TEX = re.compile(r"\{?\\([_&%#$ ])\}?|\{\\textunderscore\}")
_DRIVE = re.compile(r"^[A-Za-z]$")


def paths(field: str) -> tuple[str, ...]:
    """The paths, in their order, each once."""
    found = (_path(one) for one in _split(field, ";"))
    return tuple(dict.fromkeys(path for path in found if path))


def _path(one: str) -> str:
    parts = _split(one, ":")
    if len(parts) >= 4 and _DRIVE.match(_bare(parts[-3])):  # an unescaped drive of Windows
        parts[-3:-1] = [f"{parts[-3]}:{parts[-2]}"]
    path = parts[1] if len(parts) >= 3 else parts[0] if len(parts) == 1 else one
    return _TEX.sub(lambda found: found[1] or "_", _bare(path)).strip()


def _split(text: str, mark: str) -> list[str]:
    """A text at marks without a backslash before them."""
    return re.split(rf"(?<!\\){mark}", text)


def _bare(path: str) -> str:
    """A path without the backslashes that protect its marks; those of Windows stay."""
    return re.sub(r"\\([:;,\\])", r"\1", path)
