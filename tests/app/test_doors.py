"""Heavy modules load when first used, once, whoever uses them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def run(program: str) -> str:
    """What a fresh interpreter prints, with the doors made lazy first."""
    begin = "from paperdesk.app import doors; doors.install(); import sys\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_listed_module_is_not_executed_by_its_import() -> None:
    assert run("import sqlalchemy; print('sqlalchemy.sql' in sys.modules)") == "False"


def test_it_is_executed_when_something_is_asked_of_it() -> None:
    assert run("import sqlalchemy; print(sqlalchemy.insert.__name__)") == "insert"


def test_a_module_of_ours_is_lazy_as_well() -> None:
    program = """
from paperdesk.infra import tables
before = "sqlmodel" in sys.modules
print(before, tables.table("paper").name, "sqlmodel" in sys.modules)
"""
    assert run(program) == "False paper True"


def test_a_module_below_a_lazy_one_needs_none_of_it() -> None:
    program = """
import paperdesk.feeds.child
print(paperdesk.feeds.child.main.__name__, "paperdesk.feeds.service" in sys.modules)
print(paperdesk.feeds.Feeds.__name__, "paperdesk.feeds.service" in sys.modules)
"""
    assert run(program) == "main False\nFeeds True"


def test_threads_that_ask_at_once_wait_for_one_loading() -> None:
    program = """
import threading, sqlalchemy
said = []
threads = [threading.Thread(target=lambda: said.append(sqlalchemy.select)) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(said), len(set(said)))
"""
    assert run(program) == "8 1"


def test_warming_loads_what_a_morning_needs() -> None:
    program = """
import sqlalchemy, httpx
doors.warm()
print("sqlalchemy.sql" in sys.modules, "httpx._client" in sys.modules)
"""
    assert run(program) == "True True"


@pytest.mark.parametrize(
    "heavy", ["sqlmodel", "sqlalchemy.sql", "httpx._client", "whoosh", "pymupdf"]
)
def test_the_window_is_put_together_without(heavy: str) -> None:
    # `build` and `screen` are lazy themselves: only what is asked of them loads them.
    program = f"""
doors.open_qt()
from paperdesk.app import build, screen
print(build.rooms.__name__, screen.Session.__name__, {heavy!r} in sys.modules)
"""
    assert run(program) == "rooms Session False"


def test_little_of_the_program_is_loaded_before_the_first_paint() -> None:
    """Whatever comes in here unnoticed makes every start later."""
    program = """
from paperdesk.app import main
doors.open_qt()
from paperdesk.app import opening
print(opening.Opening.__name__)
ours = [name for name in sys.modules if name.startswith("paperdesk.")]
print(*(name for name in ours if type(sys.modules[name]).__name__ != "_Lazy"))
"""
    loaded = run(program).split("\n")[1].split()
    assert "paperdesk.ui.stage" in loaded
    assert len(loaded) <= 16, loaded


def test_qt_does_not_read_the_source_of_what_is_imported_after_it() -> None:
    program = """
import builtins
doors.open_qt()
import sqlalchemy
print(builtins.__import__.__name__, "sqlalchemy.sql" in sys.modules)
"""
    assert run(program).endswith(" False")
    assert "feature" not in run(program)


def test_qt_does_not_open_the_doors() -> None:
    program = """
from PySide6 import QtCore
import sqlalchemy
print("sqlalchemy.sql" in sys.modules)
"""
    assert run(program) == "False"
