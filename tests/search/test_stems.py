import pytest

from paperdesk.search.stems import kin, shared, stem


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("quantization", "quantized"),
        ("models", "model"),
        ("learning", "learned"),
        ("study", "studies"),
    ],
)
def test_forms_of_a_word_share_a_stem_and_a_beginning(word: str, other: str) -> None:
    assert kin(word, other)
    assert kin(other, word)
    assert not kin(word, word)
    assert stem(word) == stem(other)
    assert other.startswith(shared(word))


@pytest.mark.parametrize("word", ["gpt4", "深度", "2503.01234", "lms", "bert"])
def test_names_and_numbers_stay_as_they_are(word: str) -> None:
    assert stem(word) == word
