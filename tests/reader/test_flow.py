from paperdesk.domain.hyphens import lexicon
from paperdesk.domain.pages import Word
from paperdesk.reader.flow import join, words_known


def lines(*texts: str, blocks: tuple[int, ...] = ()) -> list[Word]:
    """One word a piece, each text a line, in block 0 unless told."""
    return [
        Word((0, 0, 1, 1), piece, blocks[number] if blocks else 0, number)
        for number, text in enumerate(texts)
        for piece in text.split()
    ]


def test_words_of_a_line_are_parted_by_spaces() -> None:
    assert join(lines("all you need")) == "all you need"


def test_lines_flow_into_each_other() -> None:
    assert join(lines("attention is", "all you need")) == "attention is all you need"


def test_a_broken_word_is_made_whole() -> None:
    assert join(lines("the trans-", "former model")) == "the transformer model"


def test_a_compound_keeps_its_hyphen_when_the_page_knows_it() -> None:
    assert join(lines("self-", "attention"), lexicon("self-attention")) == "self-attention"


def test_a_compound_of_several_parts_keeps_its_hyphen() -> None:
    assert join(lines("state-of-the-", "art")) == "state-of-the-art"


def test_a_hyphen_before_a_capital_or_a_number_stays() -> None:
    assert join(lines("GPT-", "Neo")) == "GPT-Neo"
    assert join(lines("1990-", "2000")) == "1990-2000"


def test_a_soft_hyphen_goes() -> None:
    assert join(lines("atten\u00ad", "tion"), lexicon("atten-tion")) == "attention"


def test_a_new_block_is_a_new_paragraph_unless_the_sentence_goes_on() -> None:
    assert join(lines("One.", "Two.", blocks=(0, 1))) == "One.\nTwo."
    assert join(lines("and so", "on it goes", blocks=(0, 1))) == "and so on it goes"


def test_a_word_broken_between_two_columns_is_made_whole() -> None:
    assert join(lines("recog-", "nition", blocks=(0, 1))) == "recognition"


def test_chinese_lines_join_without_a_space() -> None:
    assert join(lines("注意力机制", "是核心")) == "注意力机制是核心"


def test_nothing_is_the_empty_text() -> None:
    assert join([]) == ""


def test_two_words_of_the_page_keep_their_hyphen() -> None:
    page = lines("a low", "rank and a low-", "rank one")
    assert join(page, words_known(page)) == "a low rank and a low-rank one"


def test_a_word_of_the_page_loses_it() -> None:
    page = lines("lowrank", "and low-", "rank", blocks=(0, 1, 2))
    assert join(page, words_known(page)) == "lowrank and lowrank"
