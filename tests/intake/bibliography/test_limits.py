"""The caps hold for a file as large as may come."""

from paperdesk.intake.bibliography.limits import MOST_BYTES, Limits


def test_a_file_may_not_be_larger_than_the_memory_that_reads_it() -> None:
    assert Limits().memory > MOST_BYTES * 10
