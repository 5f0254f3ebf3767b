import os
import threading
from pathlib import Path

import pytest

from paperdesk.domain.errors import Cancelled, DiskFull, Refused
from paperdesk.infra import programs
from paperdesk.infra.jobs import Job
from tests.clock import once, own_time, until


def test_what_a_program_writes_is_given() -> None:
    assert programs.run(["echo", "grüß"], Job(1, "x")) == "grüß\n"


def test_its_last_words_say_why_it_failed() -> None:
    with pytest.raises(Refused, match="sh failed: no such language"):
        programs.run(["sh", "-c", "echo first >&2; echo no such language >&2; exit 3"], Job(1, "x"))


def test_a_program_that_is_not_there_is_said_so() -> None:
    assert not programs.installed("no-such-program")
    with pytest.raises(Refused, match="could not be started"):
        programs.run(["no-such-program"], Job(1, "x"))


def test_it_is_ended_when_the_job_is_stopped() -> None:
    job = Job(1, "x")
    threading.Timer(0.1, job.cancel).start()
    started = own_time()
    with pytest.raises(Cancelled):
        programs.run(["sleep", "30"], job)
    assert own_time() - started < 5


def test_much_output_holds_nothing_up() -> None:
    assert len(programs.run(["sh", "-c", "head -c 300000 /dev/zero"], Job(1, "x"))) == 300000


def test_who_it_has_started_ends_with_it_and_its_temporary_files_go(tmp_path: Path) -> None:
    job = Job(1, "x")
    told = tmp_path / "told"
    once(told.exists, job.cancel)
    script = (
        f'echo x > "$TMPDIR/left"; sleep 31 & echo "$! $TMPDIR" > {told}.new;'
        f" mv {told}.new {told}; wait"
    )
    with pytest.raises(Cancelled):
        programs.run(["sh", "-c", script], job)
    child, folder = told.read_text().split()
    assert not Path(folder).exists()
    until(lambda: not _lives(child))


def _lives(process: str) -> bool:
    """Whether it runs; one that nobody has buried yet does not."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def test_a_full_disk_is_called_that() -> None:
    with pytest.raises(DiskFull, match="sh found the disk full"):
        programs.run(["sh", "-c", "echo 'x: No space left on device' >&2; exit 15"], Job(1, "x"))


def test_variables_are_set_where_the_user_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    wished = {"PAPERDESK_A": "ours", "PAPERDESK_B": "ours"}
    monkeypatch.setenv("PAPERDESK_A", "theirs")
    command = ["sh", "-c", 'echo "$PAPERDESK_A $PAPERDESK_B"']
    assert programs.run(command, Job(1, "x"), unless_set=wished) == "theirs ours\n"
    assert "PAPERDESK_B" not in os.environ
