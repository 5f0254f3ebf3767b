"""The YAML at the head of an exported file (the one door to ruamel.yaml)."""

import io
from collections.abc import Mapping
from typing import Any

import ruamel.yaml

_NEVER_FOLD = 1 << 20


def dump(values: Mapping[str, object]) -> str:
    """Values as YAML between its two lines of dashes, in their order.

    Texts stand in quotes: whichever YAML reads them, `no` stays a word, and
    `1706.03762` keeps its last digit whatever it is.
    """
    written = io.StringIO()
    _yaml().dump({key: _quoted(value) for key, value in values.items()}, written)
    return f"---\n{written.getvalue()}---\n"


def split(text: str) -> tuple[dict[str, Any], str]:
    """The front matter of a Markdown file, and what follows it."""
    if not text.startswith("---\n") or (end := text.find("\n---\n", 3)) < 0:
        return {}, text
    loaded = _yaml().load(text[4 : end + 1])
    return (dict(loaded) if isinstance(loaded, Mapping) else {}), text[end + 5 :]


def _yaml() -> "ruamel.yaml.YAML":
    yaml = ruamel.yaml.YAML()
    yaml.width = _NEVER_FOLD
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _quoted(value: object) -> object:
    if isinstance(value, str):
        return ruamel.yaml.scalarstring.DoubleQuotedScalarString(value)
    if isinstance(value, tuple | list):
        return [_quoted(each) for each in value]
    return value
