import pytest

from paperdesk.domain.pages import Word
from paperdesk.reader.aloud import Script, begin, spoken


def words(*lines: str, block: int = 0, top: float = 100.0, height: float = 10.0) -> list[Word]:
    made = []
    for row, text in enumerate(lines):
        x, y = 50.0, top + 12 * row
        for part in text.split():
            made.append(Word((x, y, x + 5 * len(part), y + height), part, block, row))
            x += 5 * len(part) + 5
    return made


def read(*pages: list[Word]) -> list[str]:
    script = Script()
    made = [one for page, found in enumerate(pages) for one in script.add(page, found)]
    return [sentence.text for sentence in [*made, *script.finish()]]


def test_text_is_read_sentence_by_sentence() -> None:
    assert read(words("One is here. Two goes", "on and ends! “Three?” he said.")) == [
        "One is here.",
        "Two goes on and ends!",
        "“Three?” he said.",
    ]


@pytest.mark.parametrize(
    "text",
    ["As in Fig. 3 and Eq. 4 we see.", "Smith et al. Say so, e.g. Here.", "By J. Smith it was."],
)
def test_an_abbreviation_ends_nothing(text: str) -> None:
    assert read(words(text)) == [text]


def test_broken_words_are_whole() -> None:
    assert read(words("The pro-", "gram reads.")) == ["The program reads."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is known [12], as shown [3, 4–7].", "It is known, as shown."),
        ("It is known (Smith et al., 2020).", "It is known."),
        ("Known (see Smith, 2019; Jones and Wu, 2020b) it is.", "Known it is."),
        ("Interval [0.5] and (in 2020) stay.", "Interval [0.5] and (in 2020) stay."),
        ("Set {1} and f(x) stay.", "Set {1} and f(x) stay."),
    ],
)
def test_marks_of_citations_are_not_said(text: str, said: str) -> None:
    assert spoken(text) == said


def test_references_are_skipped_and_the_appendix_is_read() -> None:
    page = [
        *words("It ends here.", block=0),
        *words("References", block=1),
        *words("[1] A. Smith. A title.", block=2),
        *words("Appendix A", block=3),
        *words("More text.", block=4),
    ]
    assert read(page) == ["It ends here.", "Appendix A", "More text."]


def test_references_go_on_over_pages() -> None:
    assert read(words("5 References"), words("[2] B. Jones. Another.")) == []


def test_a_heading_is_a_sentence_of_its_own() -> None:
    page = [*words("2 Methods", block=0), *words("We did this.", block=1)]
    assert read(page) == ["2 Methods", "We did this."]


def test_page_numbers_and_footnotes_are_not_read() -> None:
    page = [
        *words("One goes on", "and on", block=0),
        *words("1A note of it.", block=1, top=700.0, height=7.0),
        *words("17", block=2, top=760.0),
    ]
    assert read(page, words("and ends.")) == ["One goes on and on and ends."]


def test_a_sentence_over_two_pages_stands_on_both() -> None:
    script = Script()
    assert script.add(3, words("It begins")) == []
    (sentence,) = script.add(4, words("and ends."))
    assert [page for page, _ in sentence.places] == [3, 4]
    assert sentence.page == 3


def test_a_sentence_has_a_box_for_each_line() -> None:
    (sentence,) = Script().add(0, words("One two", "three."))
    ((_, boxes),) = sentence.places
    assert len(boxes) == 2
    assert boxes[0][0] == 50


def test_it_begins_where_one_looks() -> None:
    found = Script().add(2, words("One here.", "Two here.", "Three here."))
    assert begin(found, 2, 0.0) == 0
    assert begin(found, 2, 111.0) == 1
    assert begin(found, 2, 124.0, 60.0) == 2
    assert begin(found, 2, 900.0) == 0
