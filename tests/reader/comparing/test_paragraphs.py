from paperdesk.domain.comparison import Part
from paperdesk.domain.pages import PageSize, Word
from paperdesk.reader.comparing.paragraphs import Paragraph, paragraphs

SIZE = PageSize(600.0, 800.0)
Lines = list[tuple[float, str]]


def page(*blocks: tuple[float, str]) -> list[Word]:
    """Words in blocks, each at a height; a bar breaks a line."""
    words = []
    for number, (top, text) in enumerate(blocks):
        for line, said in enumerate(text.split("|")):
            for place, word in enumerate(said.split()):
                left, high = 60.0 + 40 * place, top + 12 * line
                words.append(Word((left, high, left + 36, high + 10), word, number, line))
    return words


def texts(found: list[Paragraph]) -> list[str]:
    return [" ".join(one.words) for one in found]


BODY = "We train a model on data|and it learns to con-|verge in the end of it."


def test_broken_words_are_whole_and_headings_name_their_section() -> None:
    found = paragraphs([page((100, "1 Introduction"), (130, BODY))], [SIZE])
    assert texts(found)[1].endswith("it learns to converge in the end of it.")
    assert [one.part for one in found] == [Part.HEADING, Part.TEXT]
    assert found[1].section == "1 Introduction"


def test_what_stands_on_every_page_is_left_out() -> None:
    pages = [page((30, "A Running Head"), (200, BODY), (770, str(n))) for n in range(1, 5)]
    assert not any(
        "Running" in text or text.isdigit() for text in texts(paragraphs(pages, [SIZE] * 4))
    )


def test_a_paragraph_goes_on_over_the_end_of_its_page() -> None:
    first = page((200, "The sentence does not end here but|goes over the page and its words"))
    second = page((100, "are read on the next page|where the sentence ends."))
    (whole,) = paragraphs([first, second], [SIZE] * 2)
    assert whole.page == 0
    assert len(whole.words) == 24


def test_a_caption_has_the_name_of_its_table() -> None:
    found = paragraphs([page((100, BODY), (300, "Table 3: BLEU 27.3 of all models here."))], [SIZE])
    caption = next(one for one in found if one.part is Part.ASIDE)
    assert caption.label == "Table 3"


def test_a_page_without_words_is_no_paragraph() -> None:
    assert paragraphs([[], page((100, " "))], [SIZE] * 2) == []
