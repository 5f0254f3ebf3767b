"""Turns that several processes take at one host."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from paperdesk.infra import turns
from paperdesk.infra.turns import BUSY, Turns

CLAIM = """
import sys, time
from pathlib import Path
from paperdesk.infra.turns import Turns
turns = Turns(Path(sys.argv[1]), 0.3)
for _ in range(3):
    while (left := turns.claim()) > 0:
        time.sleep(left)
    print(time.time(), flush=True)
"""


def test_the_first_may_ask_and_the_next_after_the_pause(tmp_path: Path) -> None:
    moments = iter([100.0, 100.0, 101.0, 103.1, 103.1, 104.0])
    path = tmp_path / "deep" / "turn"
    one, other = (Turns(path, 3.0, now=lambda: next(moments)) for _ in range(2))
    assert one.claim() == 0
    assert other.claim() == 2.0
    assert other.claim() == 0
    assert one.claim() == pytest.approx(2.1)


def test_who_is_answered_late_lets_the_pause_begin_then(tmp_path: Path) -> None:
    moments = iter([100.0, 100.0, 102.0, 102.5])
    one = Turns(tmp_path / "turn", 3.0, now=lambda: next(moments))
    assert one.claim() == 0
    one.rest(3.0)
    assert one.claim() == 2.5


@pytest.mark.parametrize("content", ["", "nonsense", "nan", "inf", "9999999999999", "\0" * 40])
def test_a_file_that_says_nothing_sensible_holds_nobody_up(tmp_path: Path, content: str) -> None:
    (tmp_path / "turn").write_text(content)
    assert Turns(tmp_path / "turn", 3.0).claim() == 0
    assert Turns(tmp_path / "turn", 3.0).claim() > 2


def test_where_no_file_can_be_had_everybody_may_ask(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    nowhere = Turns(tmp_path / "file" / "turn", 3.0)
    nowhere.rest(3.0)
    assert (nowhere.claim(), nowhere.claim()) == (0, 0)


def test_while_another_looks_it_is_looked_again_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_file: int) -> None:
        raise BlockingIOError

    monkeypatch.setattr(turns, "lock", busy)
    assert Turns(tmp_path / "turn", 3.0).claim() == BUSY


def test_real_processes_keep_the_pause_between_them(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLAIM, str(tmp_path / "turn")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    times = sorted(float(line) for one in running for line in one.communicate()[0].split())
    assert len(times) == 9
    assert all(later - before > 0.28 for before, later in itertools.pairwise(times))


def test_a_turn_just_taken_is_never_free(tmp_path: Path) -> None:
    """Rounded up to a millisecond, the time was once taken for that of a wrong clock."""
    for number in range(300):
        one = Turns(tmp_path / str(number), 3.0)
        assert one.claim() == 0
        assert one.claim() > 2
