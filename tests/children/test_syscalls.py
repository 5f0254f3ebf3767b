"""The table of refused calls: its numbers are those of the kernel."""

import re
from pathlib import Path

import pytest

from paperdesk.children.syscalls import LIMITS, NEW, NEW_ALLOWED, REFUSED

HEADERS = (
    Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    Path("/usr/include/asm-generic/unistd.h"),
)


@pytest.mark.parametrize("column", [0, 1])
def test_no_number_stands_twice_or_among_the_new_ones(column: int) -> None:
    numbers = [row[column] for row in REFUSED.values() if row[column] is not None]
    assert len(numbers) == len(set(numbers))
    assert all(number < NEW for number in numbers if number is not None)
    assert all(number > NEW for number in NEW_ALLOWED.values())


@pytest.mark.parametrize("column", [0, 1])
def test_the_kernels_headers_have_the_same_numbers(column: int) -> None:
    if not HEADERS[column].is_file():
        pytest.skip(f"{HEADERS[column]} is not installed here")
    lines = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\b", HEADERS[column].read_text())
    known = {name: int(number) for name, number in lines}
    assert {name: row[column] for name, row in REFUSED.items()} == {
        name: known.get(name) for name in REFUSED
    }
    assert known["prlimit64"] == LIMITS[column]
    assert all(known.get(name, number) == number for name, number in NEW_ALLOWED.items())
