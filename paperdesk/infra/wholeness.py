"""Whether a PDF on the disk is written to its end, as far as its end tells."""

import os
from pathlib import Path

_TAIL = 2048
_END = b"%%EOF"


def is_whole(path: Path) -> bool:
    """Whether a file ends as a PDF does; False if it cannot be read.

    *Why by the end:* a typesetter writes from the front, and a PDF that is cut
    short opens all the same, repaired, with empty pages.
    """
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            return _END in file.read()
    except OSError:
        return False
