"""Marks in another edition of their PDF, each with its fate."""

from dataclasses import replace
from datetime import UTC, datetime

from paperdesk.domain.note import Anchor, Colour, Fate, Highlight, HighlightId, Kind
from paperdesk.domain.pages import Word
from paperdesk.domain.paper import PaperId
from paperdesk.notes.anchoring import Letters, Spot
from paperdesk.notes.carrying import Edition, carried

ONE = "The first sentence of this page is about nothing that matters to anybody."
TWO = "A second sentence says what is claimed here and is marked by its reader."
THREE = "Whatever comes third is left alone by everyone who has read this paper."


def page(*lines: str, top: float = 100.0) -> tuple[Word, ...]:
    """Lines of twelve points; a word takes ten across."""
    return tuple(
        Word((10.0 * at, top + 12 * row, 10.0 * at + 9, top + 12 * row + 10), word, 0, row)
        for row, line in enumerate(lines)
        for at, word in enumerate(line.split())
    )


def mark(
    name: str, number: int, words: tuple[Word, ...], text: str, **changed: object
) -> Highlight:
    """A mark on a sentence of a page."""
    at = [word.text for word in words].index(text.split()[0])
    count = len(text.split())
    before = " ".join(word.text for word in words[:at])[-64:]
    after = " ".join(word.text for word in words[at + count :])[:64]
    anchor = Anchor(number, (words[at].box,), text, before, after)
    made = Highlight(
        HighlightId(name), PaperId(1), anchor, Colour.YELLOW, datetime(2026, 1, 1, tzinfo=UTC),
        edition="old",
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def carry(
    marks: list[Highlight], *pages: tuple[Word, ...], old: Letters | None = None
) -> tuple[Highlight, ...]:
    def place(spot: Spot) -> Anchor:
        run = pages[spot.page][spot.first[0] : spot.last[0] + 1]
        return Anchor(spot.page, (run[0].box,), " ".join(word.text for word in run))

    labels = [f"p{number}" for number in range(len(pages))]
    return carried(marks, Edition(Letters(pages), labels, place), {"old": old} if old else {})


OLD = page(ONE, TWO, THREE)
MARK = mark("a", 0, OLD, TWO)
AREA = replace(
    MARK,
    id=HighlightId("b"),
    kind=Kind.AREA,
    anchor=Anchor(0, ((50.0, 130.0, 90.0, 160.0),), ""),
)


def test_what_did_not_move_is_exact() -> None:
    (found,) = carry([MARK], OLD)
    assert (found.fate, found.anchor.page, found.anchor.quads) == (Fate.EXACT, 0, MARK.anchor.quads)


def test_what_stands_elsewhere_has_moved() -> None:
    (found,) = carry([MARK], (), page("A new line comes first.", ONE, TWO, THREE))
    assert (found.fate, found.anchor.page, found.anchor.text) == (Fate.MOVED, 1, TWO)


def test_a_few_points_are_no_move() -> None:
    (found,) = carry([MARK], page(ONE, TWO, THREE, top=108.0))
    assert found.fate is Fate.EXACT
    assert found.anchor.quads[0][1] == 120.0


def test_edited_words_are_the_words_of_the_mark_now() -> None:
    edited = TWO.replace("claimed", "stated").replace("marked", "noted")
    (found,) = carry([MARK], page(ONE, edited, THREE))
    assert (found.fate, found.anchor.text) == (Fate.FUZZY, edited)


def test_what_is_lost_keeps_its_quote_and_where_it_stood() -> None:
    (found,) = carry([MARK], page(ONE, THREE))
    assert found == replace(MARK, fate=Fate.LOST)


def test_a_passage_over_pages_may_come_together_on_one() -> None:
    words = TWO.split()
    first, second = " ".join(words[:7]), " ".join(words[7:])
    whole = replace(
        MARK,
        anchor=replace(MARK.anchor, text=first, suffix=""),
        rest=(Anchor(1, ((0.0, 50.0, 9.0, 60.0),), second, "", THREE[:64]),),
    )
    (found,) = carry([whole], OLD)
    assert (found.rest, found.anchor.text) == ((), TWO)
    assert found.fate is Fate.MOVED


def test_a_passage_of_which_a_part_is_gone_is_fuzzy() -> None:
    half = replace(
        MARK, rest=(Anchor(1, ((0.0, 50.0, 9.0, 60.0),), "Wholly other words stood here."),)
    )
    (found,) = carry([half], OLD)
    assert (found.fate, found.rest) == (Fate.FUZZY, ())


def test_a_rectangle_goes_where_the_passage_beside_it_goes() -> None:
    area = carry([MARK, AREA], (), page("New.", "New.", "New.", ONE, TWO, THREE))[1]
    assert (area.fate, area.anchor.page, area.anchor.label) == (Fate.MOVED, 1, "p1")
    assert area.anchor.quads == ((50.0, 166.0, 90.0, 196.0),)


def test_lines_drawn_by_hand_go_along() -> None:
    ink = replace(AREA, kind=Kind.INK, strokes=(((50.0, 130.0), (90.0, 160.0)),))
    found = carry([MARK, ink], page("New.", "New.", "New.", ONE, TWO, THREE))[1]
    assert found.strokes == (((50.0, 166.0), (90.0, 196.0)),)


def test_a_rectangle_alone_stays_and_is_to_be_looked_at() -> None:
    (found,) = carry([AREA], OLD)
    assert (found.fate, found.anchor.quads) == (Fate.FUZZY, AREA.anchor.quads)


def test_a_rectangle_on_a_page_that_is_gone_is_lost() -> None:
    beyond = replace(AREA, anchor=replace(AREA.anchor, page=3))
    (found,) = carry([beyond], OLD)
    assert found.fate is Fate.LOST


def test_a_rectangle_goes_where_its_caption_goes() -> None:
    caption = "Figure 1. What was found when all of the readers were asked again."
    old = page(ONE, TWO, THREE, caption)
    figure = replace(AREA, anchor=Anchor(0, ((0.0, 110.0, 130.0, 134.0),), ""))
    new = page("New.", "New.", "New.", ONE, TWO, THREE, caption)
    (found,) = carry([figure], (), new, old=Letters([old]))
    assert (found.fate, found.anchor.page) == (Fate.MOVED, 1)
    assert found.anchor.quads == ((0.0, 146.0, 130.0, 170.0),)


def test_a_rectangle_whose_surroundings_are_gone_is_to_be_looked_at() -> None:
    (found,) = carry([AREA], page("Nothing is as it was."), old=Letters([OLD]))
    assert found.fate is Fate.FUZZY


def test_a_rectangle_on_a_scan_stays_when_its_words_are_recognised() -> None:
    (found,) = carry([AREA], OLD, old=Letters([()]))
    assert (found.fate, found.anchor.quads) == (Fate.EXACT, AREA.anchor.quads)


def test_marks_on_text_stay_when_the_pages_are_pictures_again() -> None:
    (found,) = carry([MARK], (), old=Letters([OLD]))
    assert (found.fate, found.anchor) == (Fate.FUZZY, MARK.anchor)
    (gone,) = carry([replace(MARK, anchor=replace(MARK.anchor, page=4))], ())
    assert gone.fate is Fate.LOST
