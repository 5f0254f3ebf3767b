"""What a child gives up: each fence stands alone, whichever the kernel has."""

import subprocess
import sys

import pytest

from paperdesk.children.cage import program


def fenced(fence: str, attempt: str) -> str:
    """What comes of an attempt with one of the fences only; empty if there is none such."""
    script = (
        "import ctypes, pathlib, socket; from paperdesk.children import cage\n"
        "libc = ctypes.CDLL(None, use_errno=True); libc.prctl(38, 1, 0, 0, 0)\n"
        f"if cage.{fence}(libc):\n"
        f"  try: {attempt}; print('done')\n"
        "  except PermissionError: print('refused')\n"
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("fence", ["_landlock", "_seccomp"])
@pytest.mark.parametrize(
    "attempt", ["pathlib.Path('/etc/hostname').open()", "pathlib.Path('x').write_text('')"]
)
def test_each_fence_stands_alone(fence: str, attempt: str) -> None:
    outcome = fenced(fence, attempt)
    if not outcome:
        pytest.skip(f"this kernel has no {fence[1:]}")
    assert outcome == "refused"


@pytest.mark.parametrize(("architecture", "column"), [(0xC000003E, 0), (0xC00000B7, 1)])
def test_every_jump_of_the_filter_lands_within_it(architecture: int, column: int) -> None:
    rules = list(program(architecture, column))
    for place, (_operation, yes, no, _operand) in enumerate(rules):
        assert place + 1 + max(yes, no) < len(rules) or (yes, no) == (0, 0)
    assert len(rules) < 4096
