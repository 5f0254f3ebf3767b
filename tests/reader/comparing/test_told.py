from dataclasses import replace
from datetime import date

from paperdesk.domain.comparison import Change, Comparison, Kind, Part, Spot
from paperdesk.domain.revision import Revision
from paperdesk.reader.comparing.paragraphs import Paragraph
from paperdesk.reader.comparing.told import compared, data_changes

ONE = "We propose a model that learns to read papers and reaches 27.3 points on the test set."
TWO = "Attention weighs each word by all others, which costs time that grows with the square."
THREE = "Future work will look at longer texts, other languages and cheaper ways to train it all."
FOUR = "A limit of this study is that only English papers of one field were read by the model."


def said(*texts: str) -> list[Paragraph]:
    box = (60.0, 100.0, 500.0, 140.0)
    return [Paragraph(Part.TEXT, tuple(text.split()), page, box) for page, text in enumerate(texts)]


def kinds(found: Comparison) -> list[Kind]:
    return [change.kind for change in found.changes]


def marked(change: Change) -> tuple[str, str]:
    """The words that are on one side only."""
    old, new = (
        " ".join(part.text.strip() for part in side if part.changed)
        for side in (change.old, change.new)
    )
    return old, new


def test_what_is_the_same_is_counted_and_not_told() -> None:
    assert compared(said(ONE, TWO), said(ONE, TWO)) == Comparison((), 2)


def test_a_word_that_changed_is_told_with_both_its_places() -> None:
    found = compared(said(ONE, TWO), said(ONE.replace("27.3", "28.4"), TWO))
    (change,) = found.changes
    assert marked(change) == ("27.3", "28.4")
    assert change.numbers
    assert (change.old_at, change.new_at) == (Spot(0, 100.0), Spot(0, 100.0))


def test_paragraphs_that_came_and_went_are_told_where_they_stand() -> None:
    found = compared(said(ONE, TWO, THREE), said(ONE, FOUR, THREE))
    assert sorted(kinds(found)) == [Kind.ADDED, Kind.REMOVED]


def test_a_paragraph_that_moved_is_no_new_one() -> None:
    found = compared(said(ONE, TWO, THREE, FOUR), said(TWO, THREE, FOUR, ONE))
    assert kinds(found) == [Kind.MOVED]
    assert found.changes[0].old_at == Spot(0, 100.0)
    assert found.changes[0].new_at == Spot(3, 100.0)


def test_a_paragraph_that_was_written_anew_is_told_as_changed() -> None:
    words = TWO.split()
    mixed = " ".join(
        word for pair in zip(words, ["new"] * len(words), strict=True) for word in pair
    )
    found = compared(said(ONE, TWO, THREE), said(ONE, mixed, THREE))
    assert kinds(found) == [Kind.CHANGED]


def test_other_line_breaks_and_hyphens_change_nothing() -> None:
    old, new = said("A state-of-the-art sys-tem", TWO), said("A state-of-the-art system", TWO)
    assert compared(old, new).changes == ()
    assert compared(said(f"{ONE} {TWO}"), said(ONE, TWO)).changes == ()


def test_references_that_moved_on_are_slight_and_figures_that_changed_are_not() -> None:
    old = said("As others have shown [12] this is so, and the loss is 0.2 at the end of it.")
    renumbered = said("As others have shown [13] this is so, and the loss is 0.2 at the end of it.")
    measured = said("As others have shown [12] this is so, and the loss is 0.3 at the end of it.")
    assert compared(old, renumbered).changes[0].slight
    assert not compared(old, measured).changes[0].slight


def test_what_floats_is_compared_with_its_like() -> None:
    table = replace(said("Table 1: BLEU 27.3 28.1 29.0")[0], part=Part.ASIDE, label="Table 1")
    later = replace(table, words=("Table", "1:", "BLEU", "27.3", "28.9", "29.0"), page=4)
    (change,) = compared([table, *said(ONE, TWO)], [*said(ONE, TWO), later]).changes
    assert (change.label, marked(change)) == ("Table 1", ("28.1", "28.9"))


def test_everything_may_be_new_or_gone() -> None:
    assert kinds(compared([], said(ONE))) == [Kind.ADDED]
    assert kinds(compared(said(ONE), [])) == [Kind.REMOVED]


def test_what_arxiv_says_of_two_versions_is_compared_by_its_parts() -> None:
    old = Revision(1, date(2026, 5, 1), "A title", ("Ada",), "We gain 2 points.", "")
    new = replace(old, version=2, authors=("Ada", "Alan"), abstract="We gain 3 points.")
    found = data_changes(old, new)
    assert [change.section for change in found.changes] == ["Authors", "Abstract"]
    assert marked(found.changes[0]) == ("", "· Alan")
    assert marked(found.changes[1]) == ("2", "3")
