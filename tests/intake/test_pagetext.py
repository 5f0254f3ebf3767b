"""A papers page as plain text."""

from paperdesk.intake.pagetext import read_text

LONG = "This abstract says what was done, how it was measured, and what came out. " * 3


def test_titles_stand_before_their_abstracts() -> None:
    day, papers = read_text(f"new\n\nMar 12\n\nOne title\n\n{LONG}\n\nAnother title?\n\n{LONG}\n")

    assert day == "Mar 12"
    assert [paper.title for paper in papers] == ["One title", "Another title?"]
    assert papers[0].abstract == LONG.strip()


def test_buttons_counts_and_names_between_them_are_passed_over() -> None:
    page = (
        f"Mar 12\n\nSubmitted by\n\nakhaliq\n\n53\n\nA title\n\n· 4 authors\n\n{LONG}\n\n7\n\nEnd"
    )

    assert [paper.title for paper in read_text(page)[1]] == ["A title"]


def test_hard_wrapped_lines_are_joined() -> None:
    page = "Mar 12\n\nA title that\nis wrapped\n\nAn abstract whose lines\n" + "are short.\n" * 12

    (paper,) = read_text(page)[1]

    assert paper.title == "A title that is wrapped"
    assert "\n" not in paper.abstract


def test_a_title_and_its_abstract_may_stand_on_adjoining_lines() -> None:
    assert read_text(f"Mar 12\n\nA title\n{LONG}")[1][0].title == "A title"


def test_an_abstract_may_have_paragraphs() -> None:
    (paper,) = read_text(f"Mar 12\r\n\r\nA title\r\n\r\n{LONG}\r\n\r\n{LONG}")[1]

    assert paper.abstract == f"{LONG.strip()}\n\n{LONG.strip()}"


def test_a_text_without_a_day_or_a_sign_of_the_page_is_none() -> None:
    assert read_text(f"A letter\n\n{LONG}") == (None, [])
    assert len(read_text(f"byAK and the research community\n\nA title\n\n{LONG}")[1]) == 1
