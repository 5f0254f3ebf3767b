"""Printed page numbers, from rules that a file may have made up."""

from typing import Any

import pytest

from paperdesk.pdfworker.child.labels import labels


def rule(start: int = 0, style: str = "D", prefix: str = "", first: int = 1) -> dict[str, Any]:
    return {"startpage": start, "style": style, "prefix": prefix, "firstpagenum": first}


def test_a_book_with_a_preface() -> None:
    assert labels([rule(style="r"), rule(3)], 5) == ["i", "ii", "iii", "1", "2"]


def test_the_order_of_rules_is_that_of_their_pages() -> None:
    assert labels([rule(1), rule(style="R")], 3) == ["I", "1", "2"]


def test_an_appendix() -> None:
    assert labels([rule(prefix="A-", first=7)], 2) == ["A-7", "A-8"]


def test_pages_before_the_first_rule_have_no_label() -> None:
    assert labels([rule(2)], 3) == ["", "", "1"]


def test_a_rule_without_a_style_is_its_prefix() -> None:
    assert labels([rule(style="", prefix="Cover")], 1) == ["Cover"]


def test_letters_repeat_after_z() -> None:
    assert labels([rule(style="A", first=26)], 2) == ["Z", "AA"]


@pytest.mark.parametrize("number", [(4, "iv"), (1994, "mcmxciv"), (49, "xlix")])
def test_roman_numerals(number: tuple[int, str]) -> None:
    assert labels([rule(style="r", first=number[0])], 1) == [number[1]]


def test_a_number_out_of_all_proportion_stays_short() -> None:
    rules = [rule(style="r", first=10**9, prefix="p" * 500)]
    assert len(labels(rules, 1)[0]) <= 40


def test_rules_beyond_the_pages_do_nothing() -> None:
    assert labels([rule(), rule(99)], 2) == ["1", "2"]
