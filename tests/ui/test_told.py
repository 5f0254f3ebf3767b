from paperdesk.domain.claims import claims
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.ui import told

ABSTRACT = "We train 7B and 70B models <fast>. They run $2.5\\times$ faster in 4-bit quantization."
PAPER = Paper(
    PaperId(1), "SpecialBench: A Benchmark", abstract=ABSTRACT,
    facts=claims("SpecialBench: A Benchmark", ABSTRACT),
)  # fmt: skip
BARE = Paper(PaperId(2), "Nothing")


def test_two_amounts_stand_beside_each_other_and_more_as_a_range() -> None:
    assert told.amounts(PAPER, "params") == "7B, 70B"
    text = "7B, 13B and 70B"
    assert told.amounts(Paper(PaperId(1), text, facts=claims(text, "")), "params") == "7B–70B"


def test_a_card_has_the_short_words() -> None:
    assert list(told.badges(PAPER)) == ["7B, 70B", "4-bit", "2.5× faster"]
    assert list(told.badges(BARE)) == []


def test_the_source_words_stand_out_and_formulas_are_read() -> None:
    assert told.sentences(PAPER, "params")[0] == "We train <b>7B</b> and 70B models &lt;fast&gt;."
    assert "<b>2.5×</b> faster" in told.sentences(PAPER, "speedup")[0]


def test_the_page_lists_what_was_read_with_its_source() -> None:
    text = told.table(PAPER, "#888", 10.0)
    assert text.count("<tr>") == 4
    assert "SpecialBench" in text
    assert told.table(BARE, "#888", 10.0) == ""
