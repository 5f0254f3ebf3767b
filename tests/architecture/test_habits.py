"""What every module owes its reader."""

import ast
import re
from pathlib import Path

from tests.architecture.conftest import Modules

THE_ONE_NET = "app/crash.py"
"""Where anything at all is caught, to be shown as a bug."""

WITHOUT_TEST_FILE = {
    "commands/faces/asking.py",
    "commands/faces/listing.py",
    "commands/faces/marks.py",
    "commands/faces/pages.py",
    "commands/faces/papers.py",
    "commands/faces/reader.py",
    "commands/faces/twins.py",
    "commands/faces/window.py",
    "domain/arrangement.py",
    "domain/errors.py",
    "domain/events.py",
    "domain/extent.py",
    "domain/feed.py",
    "domain/gathered.py",
    "domain/hit.py",
    "domain/note.py",
    "domain/pages.py",
    "domain/reference.py",
    "domain/shelf.py",
    "domain/waymark.py",
}
"""Pages of pure values and promises, which the tests of their users read all day."""


def test_every_module_says_what_it_is_for(modules: Modules) -> None:
    assert [module.name for module in modules if not ast.get_docstring(module.tree)] == []


def test_no_statement_numbers_its_question_marks(modules: Modules) -> None:
    """Python 3.12 warns of it where values are no mapping, 3.14 refuses."""
    found = {
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.Constant) and re.search(r"[=(,] *\?[0-9]", str(node.value))
    }
    assert found == set()


def test_every_module_has_a_test_file(modules: Modules, project: Path) -> None:
    without = {module.name for module in modules if not _has_test_file(module.name, project)}
    assert without - WITHOUT_TEST_FILE == set()


def test_no_exemption_outlives_its_module(project: Path) -> None:
    gone = {name for name in WITHOUT_TEST_FILE if not (project / "paperdesk" / name).is_file()}
    assert gone == set()


def test_only_one_place_catches_everything(modules: Modules) -> None:
    found = {
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in module.nodes
        if module.name != THE_ONE_NET
        and isinstance(node, ast.ExceptHandler)
        and _catches_everything(node)
        and not _passes_it_on(node)
    }
    assert found == set()


def _has_test_file(name: str, project: Path) -> bool:
    folder, _, file = name.rpartition("/")
    return file.startswith("__") or (project / "tests" / folder / f"test_{file}").is_file()


def _passes_it_on(handler: ast.ExceptHandler) -> bool:
    """Whether a handler only tidies up, and lets what happened go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return not names.isdisjoint({"Exception", "BaseException"})
