"""Hands every module of the program, one by one, to the rules of the house."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "paperdesk"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a `module` once for each file of the package."""
    if "module" in metafunc.fixturenames:
        files = sorted(PACKAGE.rglob("*.py"))
        names = [str(file.relative_to(PACKAGE)) for file in files]
        metafunc.parametrize("module", files, ids=names)


@pytest.fixture
def tree(module: Path) -> ast.Module:
    """The module, read."""
    return ast.parse(module.read_text(encoding="utf-8"))


@pytest.fixture
def name(module: Path) -> str:
    """What the rules call the module: `library/store.py`."""
    return module.relative_to(PACKAGE).as_posix()


@pytest.fixture
def project() -> Path:
    """The folder of the project."""
    return PROJECT
