"""What became of what was exported."""

from pathlib import Path

from paperdesk.domain.paper import Paper, PaperId
from paperdesk.export import Item, Outcome, Result


def test_results_are_spelt_as_other_programs_read_them() -> None:
    assert [result.value for result in Result] == [
        "new",
        "changed",
        "unchanged",
        "aside",
        "conflict",
        "refused",
    ]


def test_a_paper_without_notes_can_be_exported() -> None:
    item = Item(Paper(PaperId(1), "A"))
    assert (item.note, item.highlights) == ("", ())


def test_what_was_written_needs_no_reason() -> None:
    assert Outcome(PaperId(1), Path("a.md"), Result.NEW).reason == ""
