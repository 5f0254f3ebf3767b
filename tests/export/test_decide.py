"""Whether a file may be written."""

import pytest

from paperdesk.export import Result
from paperdesk.export.decide import decide


@pytest.mark.parametrize(
    ("found", "ours", "result"),
    [
        (None, [], Result.NEW),
        (None, ["old"], Result.NEW),
        (b"wanted", [], Result.UNCHANGED),
        (b"wanted", ["old"], Result.UNCHANGED),
        (b"old", ["old"], Result.CHANGED),
        (b"older", ["old", "older"], Result.CHANGED),
        (b"edited", ["old"], Result.CONFLICT),
        (b"foreign", [], Result.CONFLICT),
        (b"", [], Result.CONFLICT),
        (b"old\r\n", ["old\n"], Result.CONFLICT),
        (b"\xff", ["old"], Result.CONFLICT),
    ],
)
def test_only_our_own_bytes_are_replaced(
    found: bytes | None, ours: list[str], result: Result
) -> None:
    assert decide("wanted", found, ours) is result
