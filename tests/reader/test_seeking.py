import pytest

from paperdesk.domain.pages import Word
from paperdesk.reader.seeking import Seen, plain, seek, seen

PAGE = ["The", "model", "models", "a", "mode", "of", "“modern”", "Étude"]
WORDS = seen(0, [Word((0, 0, 1, 1), text, 0, 0) for text in PAGE], range(len(PAGE)))


def found(typed: str) -> list[int]:
    return [word.index for word in seek(WORDS, typed).words]


def test_words_are_found_by_their_beginning() -> None:
    assert found("mod") == [1, 2, 4, 6]
    assert found("Th") == [0]
    assert found("etu") == [7]
    assert found("x") == []
    assert found("") == []


def test_no_letter_is_one_that_a_word_may_go_on_with() -> None:
    sought = seek(WORDS, "mod")
    assert len(sought.letters) == 4
    assert "e" not in sought.letters
    assert sought.chosen(sought.letters[1]) == Seen(0, 2, "models")
    assert sought.chosen("e") is None


def test_where_letters_run_out_the_first_words_have_them() -> None:
    many = [Seen(0, index, "a" + chr(97 + index % 20)) for index in range(60)]
    sought = seek(many, "a")
    assert len(sought.words) == 60
    assert 0 < len(sought.letters) < 26


@pytest.mark.parametrize(("text", "bare"), [("(The", "the"), ("“Naïve", "naive"), ("—", "")])
def test_a_word_is_sought_as_one_would_type_it(text: str, bare: str) -> None:
    assert plain(text) == bare
