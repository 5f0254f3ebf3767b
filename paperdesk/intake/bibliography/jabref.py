r"""The groups of JabRef: a tree in a comment, with the names that entries bear.

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Reading\;0\;1\;\;\;\;;
2 StaticGroup:Later\;0\;1\;\;\;\;;
}
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from paperdesk.domain.reference import Reference

_GROUPING = "jabref-meta: grouping:"
_LINE = re.compile(r"(?P<level>\d+) (?P<kind>\w+Group):(?P<name>(?:\\[^;]|[^;\\])*)")
_DEEPEST = 20


def groups(comments: Sequence[str]) -> dict[str, str]:
    """The groups of a file by their names, each with its whole path."""
    found = next((one for one in comments if one.strip().startswith(_GROUPING)), "")
    paths: dict[str, str] = {}
    above: list[str] = []
    for line in _LINE.finditer(found.replace("\n", "")):
        level = int(line["level"])
        if not 0 < level < _DEEPEST:
            continue
        name = line["name"].replace("\\", "").replace("/", "∕").strip()
        above = [*above[: level - 1], name]
        paths.setdefault(name, "/".join(above))
    return paths


def placed(reference: Reference, paths: Mapping[str, str]) -> Reference:
    """A reference with its groups as paths."""
    if not reference.groups:
        return reference
    named = (one.replace("/", "∕") for one in reference.groups)
    return replace(reference, groups=tuple(paths.get(one, one) for one in named))
