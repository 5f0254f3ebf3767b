from datetime import date

from paperdesk.domain.paper import Paper, PaperId
from paperdesk.ui.quickopen import entry, ranked


def paper(number: int, title: str, *authors: str, citekey: str = "") -> Paper:
    return Paper(PaperId(number), title, authors, "", date(2017, 6, 12), citekey=citekey)


LINES = tuple(
    entry(one)
    for one in (
        paper(1, "A Tale Told by Ten Entirely Idle Ostriches in Norway", "Nobody At All"),
        paper(2, "Attention Is All You Need", "Ashish Vaswani", "Noam Shazeer", citekey="vas17"),
        paper(3, "Élan in Measure", "Zoë Müller"),
    )
)


def found(wanted: str) -> list[str]:
    return [line.command for line in ranked(LINES, wanted)]


def test_a_line_says_who_and_when() -> None:
    assert LINES[1].place == "Vaswani et al. · 2017"
    assert entry(paper(4, "Alone", "Ada Lovelace"), "open").place == "Lovelace · 2017 · open"
    assert entry(Paper(PaperId(5), "Bare", (), "", None)).place == ""


def test_any_word_of_title_author_or_key_finds_a_paper() -> None:
    assert found("vaswani need") == ["2"]
    assert found("vas17") == ["2"]
    assert found("attention")[0] == "2"


def test_a_whole_title_comes_before_a_longer_one_that_is_open() -> None:
    longer = entry(paper(7, "Deep Learning for Everyone"), "open")
    assert ranked([longer, entry(paper(8, "Deep Learning"))], "deep learning")[0].command == "8"


def test_accents_do_not_matter() -> None:
    assert found("muller elan") == ["3"]


def test_initials_find_a_title_and_scattered_letters_do_not() -> None:
    assert found("aiayn") == ["2"]
    assert "1" not in found("attention")


def test_without_words_all_are_shown_in_order() -> None:
    assert found(" ") == ["1", "2", "3"]


def test_what_the_index_has_found_is_shown_whatever_it_is_called() -> None:
    line = entry(paper(6, "Networks"), sought="netz")
    assert ranked([line], "netz") == (line,)
