import threading
import time

import pytest

from paperdesk.domain.errors import Cancelled, Refused
from paperdesk.infra import programs
from paperdesk.infra.jobs import Job


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
    started = time.monotonic()
    with pytest.raises(Cancelled):
        programs.run(["sleep", "30"], job)
    assert time.monotonic() - started < 5


def test_much_output_holds_nothing_up() -> None:
    assert len(programs.run(["sh", "-c", "head -c 300000 /dev/zero"], Job(1, "x"))) == 300000
