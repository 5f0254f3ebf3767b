import os
import subprocess
import sys
from pathlib import Path

import pytest

from paperdesk.domain.errors import StorageError
from paperdesk.infra.lock import FileLock

_HOLD = """
import sys, pathlib
from paperdesk.infra.lock import FileLock
print(FileLock(pathlib.Path(sys.argv[1])).take(), flush=True)
sys.stdin.read()
"""


def test_only_one_holds_the_lock(tmp_path: Path) -> None:
    mine, other = FileLock(tmp_path / "index" / "lock"), FileLock(tmp_path / "index" / "lock")
    assert mine.take()
    assert mine.take()
    assert not other.take()
    mine.release()
    assert other.take()
    assert other.held
    other.release()


def test_where_there_can_be_no_lock_the_reason_is_said(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where a folder should be")
    with pytest.raises(StorageError, match="cannot be written"):
        FileLock(tmp_path / "index" / "lock").take()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = (sys.executable, "-c", _HOLD, str(path))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        lock = FileLock(path)
        assert not lock.take()
        holder.kill()
        holder.wait()
        assert lock.take()
        lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="no child there has the files of its parent")
def test_a_lock_that_is_let_go_is_free_though_a_child_has_the_file_still(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.take()
    copy = os.dup(first._file or 0)  # As a child has one, from its fork until its exec.
    first.release()
    assert second.take()
    second.release()
    os.close(copy)
