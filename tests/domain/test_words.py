import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperdesk.domain.words import LONGEST, fold, occurrences, places, sought, stands


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Naïveté", "naivete"),
        ("ﬁne ﬂow", "fine flow"),
        ("Søren Łukasz Æther", "soren lukasz aether"),
        ("STRASSE Straße", "strasse strasse"),
        ("한국어 が", "한국어 が"),
    ],
)
def test_case_accents_and_ligatures_make_no_difference(text: str, plain: str) -> None:
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GPT-4", {"gpt4", "gpt", "4"}),
        ("pre-training", {"pretraining", "pre", "training"}),
        ("2503.01234", {"2503.01234"}),
        ("arXiv:2503.01234v2", {"arxiv", "2503.01234v2", "2503.01234", "2503", "01234v2"}),
        ("α, Β", {"alpha", "beta"}),
        ("α-divergence", {"alphadivergence", "alpha", "divergence"}),
        (r"$\alpha$-divergence", {"alphadivergence", "alpha", "divergence"}),
        (r"low-$\alpha$", {"lowalpha", "low", "alpha"}),
        (r"a $k$-means-$\varepsilon$", {"a", "kmeansepsilon", "k", "means", "epsilon"}),
        (r"\varphi \variable", {"phi", "variable"}),
        ("β1 𝛽_1 µm", {"beta1", "beta", "1", "mum"}),
        ("Αθήνα", {"αθηνα"}),
        ("$5-$10", {"510", "5", "10"}),
        ("O'Brien", {"obrien", "o", "brien"}),
        ("深度学习", {"深度", "度学", "学习", "习"}),
        ("-- ?! --", set()),
    ],
)
def test_a_text_reads_as_words_and_compounds(text: str, words: set[str]) -> None:
    assert set(places(text)) == words


def test_parts_of_a_compound_follow_each_other() -> None:
    assert dict(occurrences("large pre-training model")) == {
        "large": 0,
        "pretraining": 1,
        "pre": 1,
        "training": 2,
        "model": 3,
    }


def test_what_is_endless_is_no_word() -> None:
    assert list(occurrences("a" * 65 + " b")) == [("b", 1)]


def test_a_phrase_stands_where_its_words_follow_each_other() -> None:
    assert stands("Attention Is All You Need", ("all", "you"), beginning=False)
    assert not stands("Attention Is All You Need", ("all", "need"), beginning=False)
    assert stands("Attention Is All You Need", ("you", "ne"), beginning=True)
    assert not stands("Attention Is All You Need", ("you", "ne"), beginning=False)


def test_a_phrase_goes_on_after_words_without_spaces() -> None:
    assert stands("東京 2020 大会", sought("東京 2020"), beginning=False)


@given(st.text(max_size=40))
@example("ヿ0")
def test_a_text_is_found_by_itself(text: str) -> None:
    row = sought(text)
    assert not row or stands(text, row, beginning=False)


@given(st.text("aBxé-'_$\\\\. vVrphi\u2010", max_size=20))
@example("$x$-$\\varepsilon$")
@example("$x$-$\\VarEpsilon$")
def test_a_text_has_every_word_that_is_read_in_it(text: str) -> None:
    assert all(stands(text, (word,), beginning=False) for word in places(text))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert set(places(fold(text))) == set(places(text))


@pytest.mark.parametrize(
    "text", ["x" * 100, "gpt-" + "x" * 100, "see " + "x" * 100, "深" + "x" * 100]
)
def test_what_is_too_long_for_a_word_is_asked_for_and_not_found(text: str) -> None:
    row = sought(text)
    assert all(0 < len(word) <= LONGEST + 1 for word in row)
    assert not stands(text, row, beginning=True)
