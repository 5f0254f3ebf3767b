"""The log tells what happened, and no secret."""

import contextlib
import logging
from pathlib import Path

import pytest

from paperdesk.infra import log
from paperdesk.infra.paths import Home


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: Bearer hunter2",
        "smtp password=hunter2",
        "GET /x?token=hunter2&y=1",
        '{"api_key": "hunter2"}',
    ],
)
def test_a_secret_never_reaches_the_log(line: str) -> None:
    record = logging.LogRecord("paperdesk", logging.INFO, "", 0, line, None, None)
    assert "hunter2" not in log.Redacted("%(message)s").format(record)


def test_what_the_program_says_is_in_a_file(home: Home) -> None:
    logger = logging.getLogger("paperdesk")
    before = list(logger.handlers)
    log.start(home.logs)
    logger.getChild("feeds").info("fetched 12 papers")
    added = [handler for handler in logger.handlers if handler not in before]
    for handler in added:
        handler.close()
        logger.removeHandler(handler)
    assert "fetched 12 papers" in (home.logs / "paperdesk.log").read_text()


def test_where_no_log_can_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    logger = logging.getLogger("paperdesk")
    before = list(logger.handlers)
    log.start(tmp_path / "file" / "logs")
    (added,) = set(logger.handlers) - set(before)
    logger.removeHandler(added)
    assert isinstance(added, logging.NullHandler)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_on_a_full_disk_a_line_is_left_out_without_a_word(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.logs.mkdir(parents=True)
    (home.logs / "paperdesk.log").symlink_to("/dev/full")
    logger = logging.getLogger("paperdesk")
    before = list(logger.handlers)
    log.start(home.logs)
    logger.getChild("search").warning("nothing can be indexed")
    for handler in [handler for handler in logger.handlers if handler not in before]:
        logger.removeHandler(handler)
        with contextlib.suppress(OSError):
            handler.close()
    assert capsys.readouterr().err == ""
