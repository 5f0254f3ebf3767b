"""What a row says of its mark."""

import pytest

from paperdesk.domain.note import Fate, Kind
from paperdesk.ui.marks.row import MarkRow, caption, remark, said, words
from tests.ui.marks.examples import mark


def test_a_caption_names_page_colour_kind_tags_notes_and_fate() -> None:
    made = mark("a", page=3, kind=Kind.UNDERLINE, tags=("one", "two"), fate=Fate.LOST)
    assert caption(MarkRow(made, "yellow (claim)", cited=2)) == (
        "p. 4 · yellow (claim) · underline · #one · #two · in 2 notes · "
        "not in this version of the PDF"
    )
    assert caption(MarkRow(mark("a", author="Ada"), "yellow")) == "p. 1 · yellow · by Ada"
    assert caption(MarkRow(mark("a"), "yellow", cited=1)) == "p. 1 · yellow · in a note"


@pytest.mark.parametrize(
    ("kind", "shown"), [(Kind.AREA, "Area"), (Kind.INK, "Drawing"), (Kind.TEXT, "Say it")]
)
def test_a_mark_without_a_quote_says_what_it_is(kind: Kind, shown: str) -> None:
    assert words(MarkRow(mark("a", "", kind=kind, comment="Say it"), "red")) == shown


def test_the_words_of_a_text_are_no_remark_on_it() -> None:
    assert remark(MarkRow(mark("a", kind=Kind.TEXT, comment="Say\nit"), "red")) == ""
    assert remark(MarkRow(mark("a", comment="Say\n\nit"), "red")) == "Say it"


def test_a_screen_reader_is_told_all_of_it() -> None:
    row = MarkRow(mark("a", comment="Why?"), "red", heading="2 Method")
    assert said(row) == "2 Method. a passage. Why?. p. 1 · red"


def test_a_drawing_whose_place_nothing_tells_is_not_said_to_be_worded_differently() -> None:
    drawing = mark("a", "", kind=Kind.INK, fate=Fate.FUZZY)
    assert caption(MarkRow(drawing, "red")).endswith("left where it was in the version before")
    assert "worded" in caption(MarkRow(mark("a", fate=Fate.FUZZY), "red"))
