"""A project that is all packaging: nothing to fetch, and a program that says where it is."""

import shutil
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

PROGRAM = """
import sys
from pathlib import Path

print(Path(__file__).parent.parent, *sys.argv[1:], sep="|")
"""


@pytest.fixture(scope="module")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout, in a folder with a space in its name, that needs no library."""
    project = tmp_path_factory.mktemp("a desk") / "paper desk"
    (project / "packaging").mkdir(parents=True)
    (project / "paperdesk").mkdir()
    (project / "resources/demo").mkdir(parents=True)
    for source in ("papers.json", "paper.md"):
        (project / "resources/demo" / source).write_text("", encoding="utf-8")
    for script in PACKAGING.glob("*.sh"):
        shutil.copy(script, project / "packaging")
    (project / "packaging/requirements.txt").write_text("# none\n", encoding="utf-8")
    (project / "packaging/make_demo.py").write_text("", encoding="utf-8")
    (project / "paperdesk/__main__.py").write_text(PROGRAM, encoding="utf-8")
    return project
