"""Reads the modules of the program once for all rules of a kind."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "paperdesk"


@dataclass(frozen=True, slots=True)
class Module:
    """A module as the rules see it."""

    name: str
    """What they call it: `library/store.py`."""
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]
    """The whole tree, from the top down."""


Modules = tuple[Module, ...]


@pytest.fixture(scope="module")
def modules() -> Modules:
    """Every module of the package, in the order of their names."""
    return tuple(map(_read, sorted(PACKAGE.rglob("*.py"))))


def _read(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return Module(file.relative_to(PACKAGE).as_posix(), text, tree, tuple(ast.walk(tree)))


@pytest.fixture
def project() -> Path:
    """The folder of the project."""
    return PROJECT
