"""What a child that reads files says of one, as its parent hears it."""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

from paperdesk.children.checks import decode_error
from paperdesk.children.child import Died, Unstarted
from paperdesk.children.wire import Garbled, Gone, Wire
from paperdesk.domain.errors import BadDocument, Refused

SLICE = 0.2
"""Seconds after which a wait looks up, whether somebody still wants the file."""


def answers(wire: Wire, seconds: float, wanted: Callable[[], None]) -> Iterator[dict[str, Any]]:
    """All that is said, one after the other, for as long as it is asked for.

    `wanted` raises when nobody wants it any more. TimeoutError after so many seconds;
    what the child refuses with is raised.
    """
    deadline = time.monotonic() + seconds
    while True:
        wanted()
        while not wire.waits(SLICE):
            wanted()
            if time.monotonic() > deadline:
                raise TimeoutError
        said = wire.receive(deadline - time.monotonic()).value
        if not isinstance(said, dict):
            raise Garbled("not an answer")
        if "error" in said:
            raise decode_error(said)
        yield said


@contextlib.contextmanager
def told(kind: str, wanted: Callable[[], None], *, slow: str, died: str) -> Iterator[None]:
    """Say in a sentence how reading went wrong; `kind` is what the program reads."""
    try:
        yield
    except TimeoutError as error:
        raise BadDocument(slow) from error
    except (Died, Gone, Garbled) as error:
        wanted()
        raise BadDocument(died) from error
    except Unstarted as error:
        raise Refused(
            f"The program that reads {kind} could not be started. Start PaperDesk again; "
            "if that does not help, install it again."
        ) from error
