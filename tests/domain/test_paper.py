"""What makes two titles, or two names, the same."""

from datetime import date

import pytest

from paperdesk.domain.paper import Paper, PaperId, name_key, title_key


@pytest.mark.parametrize(
    "title",
    ["LoRA: Low-Rank Adaptation", "{LoRA}: low rank\n adaptation", "Lora — Low–Rank Adaptation."],
)
def test_titles_that_differ_in_signs_and_case_have_one_key(title: str) -> None:
    assert title_key(title) == "lora low rank adaptation"


def test_accents_do_not_tell_titles_apart() -> None:
    assert title_key("Gödel naïve") == title_key("Godel naive")


def test_a_title_in_another_script_keeps_its_letters() -> None:
    assert title_key("大規模言語モデル") == "大規模言語モデル"


@pytest.mark.parametrize("name", ["Kaiming He", "He, Kaiming", "K. HE"])
def test_a_name_is_known_by_its_family_name(name: str) -> None:
    assert name_key(name) == "he"


def test_nobody_has_no_name() -> None:
    assert name_key("  ") == ""


def test_a_paper_has_the_year_of_its_publication() -> None:
    assert Paper(PaperId(1), "T", published=date(2024, 5, 6)).year == 2024
    assert Paper(PaperId(1), "T").year is None
