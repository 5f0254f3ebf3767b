r"""Formulas are set within limits; what is too much, or none, is left to the text."""

import gzip
import json
import re
import time
from pathlib import Path

import pytest

from paperdesk.infra.formula import MAX_LENGTH, drawn
from paperdesk.infra.latex import rich

FORMULA = re.compile(r"(?<![\\\\$])\$([^$]{1,300}?)\$(?!\d)", re.DOTALL)


def test_a_fraction_is_higher_than_a_letter() -> None:
    tall, flat = drawn(r"\frac{a}{b}"), drawn("a")
    assert tall is not None
    assert flat is not None
    assert tall.height > 1.3 * flat.height
    assert tall.svg.startswith(b"<svg")
    assert b"<symbol" not in tall.svg


@pytest.mark.parametrize(
    "source",
    [
        r"\frac{1",
        r"\frac{" * 40 + "1" + "}{2}" * 40,
        r"\left(" * 40 + "1" + r"\right)" * 40,
        "{" * 300,
        "x" * (MAX_LENGTH + 1),
        r"\begin{matrix}" * 9,
    ],
)
def test_what_is_broken_or_too_much_is_refused_at_once(source: str) -> None:
    begun = time.thread_time()
    assert drawn(source) is None
    assert time.thread_time() - begun < 0.5


def test_the_deepest_that_is_set_is_set_in_time() -> None:
    begun = time.thread_time()
    drawn(r"\frac{" * 6 + "1" + "}{2}" * 6)
    assert time.thread_time() - begun < 3


@pytest.mark.long
def test_no_formula_of_real_abstracts_is_left_as_source(shared_data: Path) -> None:
    path = shared_data / "scale" / "paperlists_title_abstract.jsonl.gz"
    asked: set[str] = set()
    with gzip.open(path, "rt") as abstracts:
        for number, line in enumerate(abstracts):
            text = json.loads(line).get("abstract")
            if number % 8 == 0 and isinstance(text, str):
                rich(text, lambda source: asked.add(source) or "<img>")  # type: ignore[func-returns-value]
    tried = sorted(asked)[::2]
    assert len(tried) > 40
    failed = [source for source in tried if drawn(source) is None]
    assert len(failed) <= len(tried) // 50, failed[:9]
