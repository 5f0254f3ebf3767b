from dataclasses import replace

from paperdesk.domain.pages import Link, PageSize
from paperdesk.domain.typed import BOLD, ITALIC, MATHS, RAISED, PagePrint, PrintLine, Run
from paperdesk.reader.manners import Manners
from paperdesk.reader.passages import Kind, Passage, continued, passages

A4 = PageSize(595.0, 842.0)
RIGHT = 500.0


def line(text: str, top: float, left: float = 50.0, right: float = RIGHT, **more: int) -> PrintLine:
    size = float(more.pop("size", 10))
    return PrintLine((left, top, right, top + size), size, (Run(text, **more),))


def block(top: float, *texts: str) -> list[PrintLine]:
    return [line(text, top + 12 * row) for row, text in enumerate(texts)]


def made(*lines: PrintLine, page: int = 3, **more: object) -> tuple[Passage, ...]:
    print_ = replace(PagePrint(tuple(lines)), **more)  # type: ignore[arg-type]
    return passages(print_, page, A4, Manners(10.0))


def said(found: tuple[Passage, ...]) -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.text) for passage in found]


def test_lines_are_one_paragraph_and_broken_words_whole() -> None:
    found = made(*block(100, "The pro-", "gram that reads", "goes on."))
    assert said(found) == [(Kind.TEXT, "The program that reads goes on.")]


def test_a_compound_keeps_its_hyphen() -> None:
    lines = block(100, "some high reward level here", "it is a high-", "level word.")
    assert said(made(*lines))[0][1].endswith("it is a high-level word.")


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = [*block(100, "One.", "It goes on."), line("Two.", 124, 62), *block(136, "More.")]
    assert [text for _, text in said(made(*lines))] == ["One. It goes on.", "Two. More."]


def test_a_gap_begins_a_paragraph() -> None:
    found = made(*block(100, "One goes on,", "and on."), *block(140, "Two goes on."))
    assert len(found) == 2


def test_a_short_last_line_ends_a_paragraph() -> None:
    lines = [line("One goes on", 100), line("to here.", 112, right=120.0), line("Two.", 124)]
    assert [text for _, text in said(made(*lines))] == ["One goes on to here.", "Two."]


def test_headings_are_told_by_size_weight_and_number() -> None:
    found = made(
        line("1 Introduction", 100, right=150.0, style=BOLD, size=12),
        line("Text below it goes on.", 120),
        line("1.2 Methods used", 145, right=160.0, style=BOLD),
        line("More text goes on.", 160),
        line("Aside", 185, right=90.0, style=ITALIC),
        line("And text.", 198),
    )
    assert [passage.kind for passage in found] == [Kind.HEADING, Kind.TEXT] * 3
    assert [passage.level for passage in found if passage.kind is Kind.HEADING] == [1, 2, 2]


def test_the_largest_letters_of_the_first_page_are_the_title() -> None:
    found = made(line("On Reading", 60, 150, 400, size=18), *block(120, "Text goes on."), page=0)
    assert found[0].kind is Kind.TITLE


def test_footnotes_stand_at_the_end_of_the_page() -> None:
    left = [line(f"left {row} goes on", 500 + 12 * row, 50, 270) for row in range(12)]
    right = [line(f"right {row} goes on", 500 + 12 * row, 300, 520) for row in range(20)]
    note = PrintLine((50.0, 720.0, 270.0, 728.0), 8.0, (Run("1", RAISED), Run("A note.")))
    found = made(*left, note, *right)
    assert said(found)[-1] == (Kind.NOTE, "1A note.")


def test_items_and_references_stay_apart() -> None:
    lines = [
        line("[1] A. Smith. On reading.", 100, right=300.0),
        line("[2] B. Jones. On writing, which", 112),
        line("goes on.", 124, 70, 120),
        line("[3] C. Brown.", 136, right=200.0),
    ]
    assert [text[:3] for _, text in said(made(*lines))] == ["[1]", "[2]", "[3]"]


def test_a_figure_stands_between_the_halves_of_a_paragraph_and_after_it() -> None:
    lines = [line("The text goes on,", 100), line("and on to its end.", 300)]
    found = made(*lines, figures=((50.0, 150.0, 500.0, 280.0),))
    assert [passage.kind for passage in found] == [Kind.TEXT, Kind.PICTURE]
    assert found[0].text == "The text goes on, and on to its end."


def test_captions_are_told_and_go_on() -> None:
    found = made(
        line("Figure 3: What is seen", 300, size=9), line("and more of it.", 310, size=9),
        line("Text goes on here.", 340),
    )  # fmt: skip
    assert said(found)[0] == (Kind.CAPTION, "Figure 3: What is seen and more of it.")


def test_an_equation_is_a_picture_of_itself() -> None:
    lines = [
        line("Text before:", 100), line("E = mc", 120, 200, 300, style=MATHS), line("text.", 140)
    ]  # fmt: skip
    found = made(*lines)
    assert [passage.kind for passage in found] == [Kind.TEXT, Kind.PICTURE, Kind.TEXT]
    assert found[1].box == (200.0, 120.0, 300.0, 130.0)


def test_links_and_styles_are_kept() -> None:
    link = Link((0.0, 0.0, 1.0, 1.0), 7)
    runs = (Run("see "), Run("[4]", 0, 0), Run(" and "), Run("this", ITALIC))
    (passage,) = made(PrintLine((50, 100, 500, 110), 10.0, runs), links=(link,))
    assert [(piece.text, piece.style, piece.link) for piece in passage.pieces] == [
        ("see ", 0, None), ("[4]", 0, link), (" and ", 0, None), ("this", ITALIC, None),
    ]  # fmt: skip


def test_every_line_can_be_found_again() -> None:
    (passage,) = made(*block(100, "The pro-", "gram that", "reads."))
    assert [(mark.page, mark.top) for mark in passage.marks] == [(3, 100), (3, 112), (3, 124)]
    assert [passage.text[mark.offset :][:4] for mark in passage.marks] == ["The ", "gram", "read"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    (before,), (after,) = made(*block(700, "It goes")), made(*block(100, "on here."), page=4)
    whole = continued(before, after)
    assert whole is not None
    assert whole.text == "It goes on here."
    assert [mark.page for mark in whole.marks] == [3, 4]


def test_what_has_ended_does_not_go_on() -> None:
    (before,), (after,) = made(*block(700, "It ends.")), made(*block(100, "on here."), page=4)
    assert continued(before, after) is None
    (heading,) = made(line("2 Methods", 100, right=120.0, style=BOLD))
    assert continued(after, heading) is None
