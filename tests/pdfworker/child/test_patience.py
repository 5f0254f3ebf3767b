"""A limit on what a regular expression may take."""

import re
import signal
import time

import pytest

from paperdesk.pdfworker.child.patience import TooLong, at_most


def test_a_search_without_end_ends() -> None:
    begun = time.process_time()
    with pytest.raises(TooLong), at_most(0.1):
        re.search(r"(a+)+$", "a" * 60 + "b")
    assert time.process_time() - begun < 1.0


def test_what_is_quick_is_left_alone() -> None:
    with at_most(5.0):
        assert re.search("a", "bab")
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_an_error_goes_on_its_way() -> None:
    with pytest.raises(KeyError), at_most(5.0):
        raise KeyError
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
