"""Programs of others, such as tesseract: run beside the window, and ended when told to."""

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence

from paperdesk.domain.errors import Refused
from paperdesk.infra.jobs import Job

_BLINK = 0.05
_LONGEST_COMPLAINT = 300


def installed(name: str) -> bool:
    """Whether there is a program of this name."""
    return shutil.which(name) is not None


def run(command: Sequence[str], job: Job) -> str:
    """Run a program to its end, and give what it wrote; Cancelled if the job is stopped.

    Refused with its last words if it fails. It gets no input and no shell.
    """
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        try:
            process = subprocess.Popen(
                list(command), stdin=subprocess.DEVNULL, stdout=said, stderr=complained
            )
        except OSError as error:
            raise Refused(f"{command[0]} could not be started: {error.strerror}.") from error
        try:
            while process.poll() is None:
                job.check()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_BLINK)
        finally:
            process.kill()
            process.wait()
        if process.returncode:
            complained.seek(0)
            lines = complained.read().decode("utf-8", "replace").strip().splitlines()
            last = (lines or ["it gave no reason"])[-1][:_LONGEST_COMPLAINT]
            raise Refused(f"{command[0]} failed: {last}")
        said.seek(0)
        return said.read().decode("utf-8", "replace")
