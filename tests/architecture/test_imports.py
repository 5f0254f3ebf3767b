"""Imports stand at the top, and each library comes in by its own door.

Who may import whom inside the house is written down in pyproject.toml, under
`[tool.importlinter]`.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.architecture.conftest import Module, Modules

DOORS = {
    "PySide6": ("ui/*", "app/*"),
    "bibtexparser": ("intake/bibliography/bibtex.py",),
    "feedparser": ("feeds/sources/rss.py",),
    "httpcore": ("infra/wire.py",),
    "httpx": ("infra/wire.py",),
    "jeepney": ("infra/notices.py",),
    "keyring": ("infra/secrets.py",),
    "markdown_it": ("infra/markdown.py",),
    "mdit_py_plugins": ("infra/markdown.py",),
    "numpy": ("search/vectors.py",),
    "platformdirs": ("infra/paths.py",),
    "pylatexenc": ("infra/latex.py",),
    "pymupdf": ("pdfworker/child/*",),
    "ruamel": ("export/frontmatter.py",),
    "shiboken6": ("ui/*", "app/*"),
    "sqlalchemy": ("infra/*", "*/store.py"),
    "sqlmodel": ("infra/tables.py",),
    "tomlkit": ("infra/settings.py",),
    "ziamath": ("infra/formula.py",),
    "latex2mathml": ("infra/formula.py",),
    "whoosh": ("search/index.py",),
}
"""Where a library may be imported: one module, or what its language is spoken in."""

NAMED_OTHERWISE = {
    "pyside6_essentials": "PySide6",
    "ruamel_yaml": "ruamel",
    "markdown_it_py": "markdown_it",
    "whoosh3": "whoosh",
}

Import = ast.Import | ast.ImportFrom


def test_imports_stand_at_the_top(modules: Modules) -> None:
    everywhere = {(module.name, line) for module in modules for line in _imports(module.nodes)}
    at_the_top = {(module.name, line) for module in modules for line in _imports(_top(module.tree))}
    assert everywhere - at_the_top == set()


def test_nothing_is_imported_for_type_checkers_only(modules: Modules) -> None:
    found = {
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"
    }
    assert found == set()


def test_a_library_comes_in_by_its_own_door(modules: Modules) -> None:
    strangers = {
        (module.name, library)
        for module in modules
        for library in _libraries(module)
        if not any(fnmatch(module.name, door) for door in DOORS.get(library, ()))
    }
    assert strangers == set(), "give it a door in DOORS, or use the one that it has"


def test_every_library_that_is_asked_for_is_used(modules: Modules, project: Path) -> None:
    wanted = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    names = {_import_name(line) for line in wanted["project"]["dependencies"]}
    used = {library for module in modules for library in _libraries(module)}
    assert names - used == set()


@pytest.mark.parametrize(
    ("line", "library"),
    [("httpx>=0.28", "httpx"), ("PySide6-Essentials>=6,<7", "PySide6"), ("ruamel.yaml", "ruamel")],
)
def test_a_distribution_is_known_by_what_it_is_imported_as(line: str, library: str) -> None:
    assert _import_name(line) == library


def _top(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements of a module, those included that depend on the platform."""
    for node in tree.body:
        yield from [*node.body, *node.orelse] if isinstance(node, ast.If) else [node]


def _imports(nodes: Iterable[ast.AST]) -> list[int]:
    """The lines on which something is imported."""
    return [node.lineno for node in nodes if isinstance(node, Import)]


def _libraries(module: Module) -> set[str]:
    """What a module imports that neither Python nor PaperDesk brings along."""
    names = {name.split(".")[0] for name in _imported(module)}
    return names - set(sys.stdlib_module_names) - {"paperdesk"}


def _imported(module: Module) -> Iterator[str]:
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _import_name(requirement: str) -> str:
    distribution = re.split(r"[^\w.-]", requirement)[0]
    plain = re.sub(r"[-.]", "_", distribution).lower()
    return NAMED_OTHERWISE.get(plain, plain)
