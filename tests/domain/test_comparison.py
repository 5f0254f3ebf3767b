from paperdesk.domain.comparison import (
    Change,
    Comparison,
    Kind,
    Part,
    Spot,
    Stretch,
    as_markdown,
    describe,
    summary,
)

TABLE = Change(
    Kind.CHANGED,
    Part.ASIDE,
    "",
    (Stretch("BLEU "), Stretch("27.3", changed=True, number=True)),
    (Stretch("BLEU "), Stretch("28.4", changed=True, number=True)),
    Spot(3, 80.0),
    Spot(4, 90.0),
    "Table 3",
)
SECTION = Change(
    Kind.ADDED, Part.HEADING, "5.2 Ablations", (), (Stretch("5.2 Ablations"),), None, Spot(6, 1.0)
)
RENUMBERED = Change(Kind.CHANGED, Part.TEXT, "1 Introduction", slight=True)


def test_the_summary_counts_and_names_what_is_to_be_looked_at_first() -> None:
    found = Comparison((TABLE, SECTION, RENUMBERED), 40, ("Only 9 pages were read.",))
    assert summary(found) == (
        "1 paragraph changed, 1 added, 1 only renumbered. New: “5.2 Ablations”. "
        "Numbers changed in Table 3. Only 9 pages were read."
    )


def test_nothing_that_changed_is_said_as_well() -> None:
    assert summary(Comparison((), 12)) == "No word changed."


def test_a_change_says_what_happened_to_what_and_where() -> None:
    assert describe(TABLE) == "Table 3 changed, page 5"
    assert describe(SECTION) == "Heading added, page 7"
    assert describe(RENUMBERED) == "Paragraph changed, numbering only"


def test_as_markdown_what_is_gone_is_struck_out_and_what_is_new_is_bold() -> None:
    text = as_markdown("A paper", "v1", "v2", Comparison((TABLE,)))
    assert text.startswith("# A paper: v1 → v2\n")
    assert "- old: BLEU ~~27.3~~\n- new: BLEU **28.4**" in text


def test_no_space_stands_inside_a_mark() -> None:
    change = Change(Kind.CHANGED, Part.TEXT, "", (Stretch("a ", changed=True), Stretch("b")))
    assert "~~a~~ b" in as_markdown("T", "v1", "v2", Comparison((change,)))
