"""Nothing in the project leads to one machine, or to where its libraries come from."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PLACES = (".ci", "packaging", "paperdesk", "resources", "tests", "pyproject.toml", "README.md")

REGISTRY = re.compile(r"py(?:pi|thonhosted)[.]org|npmjs[.]org|(?:deb|archive)[.](?:debian|ubuntu)")
MACHINE = re.compile(r"(?<![\w./-])/(?:root|opt|work|home|Users)/\w")


def test_no_file_names_a_registry_or_a_folder_of_one_machine(project: Path) -> None:
    found = [
        f"{file.relative_to(project)}: {match[0]}"
        for file in _texts(project)
        for match in _slips(file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("parts", [("see https://py", "pi.org/simple"), ('cd "/ro', 'ot/desk"')])
def test_a_slip_is_seen(parts: tuple[str, ...]) -> None:
    assert list(_slips("".join(parts)))


def _slips(text: str) -> Iterator[re.Match[str]]:
    yield from REGISTRY.finditer(text)
    yield from MACHINE.finditer(text)


def _texts(project: Path) -> Iterator[Path]:
    """All files of the project that are text, those that git ignores aside."""
    for place in PLACES:
        start = project / place
        for file in [start, *start.rglob("*")]:
            if file.is_file() and "__pycache__" not in file.parts and _is_text(file):
                yield file


def _is_text(file: Path) -> bool:
    try:
        file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True
