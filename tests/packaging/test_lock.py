"""The lock files name all that is needed, once, and what nobody can exchange."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>.+?))? \\$")


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_library_has_one_version_and_the_hashes_of_its_files(file: str) -> None:
    blocks = re.split(r"\n(?=\S)", _text(file).strip())
    libraries = [block for block in blocks if not block.startswith("#")]
    hashes = [re.findall(r"--hash=sha256:[0-9a-f]{64}", block) for block in libraries]
    assert all(PIN.match(block.splitlines()[0]) for block in libraries)
    assert [len(found) for found in hashes] == [len(block.splitlines()) - 1 for block in libraries]
    assert all(hashes)


def test_the_lock_has_what_the_project_asks_for() -> None:
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = [line for group in wanted["dependency-groups"].values() for line in group]
    assert _names(wanted["project"]["dependencies"]) <= _locked("requirements.txt").keys()
    assert _names(tools) <= _locked("requirements-dev.txt").keys()


def test_what_is_tested_is_what_runs() -> None:
    assert _locked("requirements.txt").items() <= _locked("requirements-dev.txt").items()


def _text(file: str) -> str:
    return (PROJECT / "packaging" / file).read_text(encoding="utf-8")


def _locked(file: str) -> dict[str, set[str]]:
    """The versions of each library; more than one where Pythons differ."""
    versions: dict[str, set[str]] = {}
    for line in _text(file).splitlines():
        if pin := PIN.match(line):
            versions.setdefault(pin["name"], set()).add(f"{pin['version']} {pin['marker']}")
    return versions


def _names(requirements: list[str]) -> set[str]:
    words = (re.split(r"[^\w.-]", line)[0] for line in requirements)
    return {re.sub(r"[-_.]+", "-", word).lower() for word in words}
