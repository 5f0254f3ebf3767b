"""Programs of others, such as tesseract: run beside the window, and ended when told to."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from paperdesk.domain.errors import DiskFull, Refused
from paperdesk.infra.jobs import Job

_BLINK = 0.05
_LONGEST_COMPLAINT = 300


def installed(name: str) -> bool:
    """Whether there is a program of this name."""
    return shutil.which(name) is not None


_FULL = "No space left on device"
_AS_HERE: Mapping[str, str] = MappingProxyType({})


def run(command: Sequence[str], job: Job, *, unless_set: Mapping[str, str] = _AS_HERE) -> str:
    """Run a program to its end, and give what it wrote; Cancelled if the job is stopped.

    Refused with its last words if it fails. It gets no input and no shell, and a
    folder for its temporary files that is gone with it. `unless_set` are variables
    for it, where the user has not set them.
    """
    with (
        tempfile.TemporaryDirectory(prefix="paperdesk-", ignore_cleanup_errors=True) as folder,
        tempfile.TemporaryFile() as said,
        tempfile.TemporaryFile() as complained,
    ):
        try:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=complained,
                env={**unless_set, **os.environ, "TMPDIR": folder},
                start_new_session=True,
            )
        except OSError as error:
            raise Refused(f"{command[0]} could not be started: {error.strerror}.") from error
        _await_end(process, job)
        complained.seek(0)
        said.seek(0)
        if process.returncode:
            raise _failed(command[0], complained.read().decode("utf-8", "replace"))
        return said.read().decode("utf-8", "replace")


def _await_end(process: "subprocess.Popen[bytes]", job: Job) -> None:
    try:
        while process.poll() is None:
            job.check()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_BLINK)
    finally:
        if process.returncode is None:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program, and those that it has started: they would work on for nobody."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failed(name: str, complaint: str) -> Exception:
    if _FULL in complaint:
        return DiskFull(f"{name} found the disk full. Free some space and try again.")
    last = (complaint.strip().splitlines() or ["it gave no reason"])[-1][:_LONGEST_COMPLAINT]
    return Refused(f"{name} failed: {last}")
