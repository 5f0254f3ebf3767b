import pytest

from paperdesk.domain.engines import DEFAULT, Engine, engines, flaws, last_first, shortened


def test_the_usual_engines_are_there() -> None:
    names = [engine.name for engine in engines(DEFAULT)]
    assert names == ["Google Scholar", "Semantic Scholar", "arXiv", "DuckDuckGo"]
    assert not flaws(DEFAULT)


def test_words_are_spelt_as_addresses_need_it() -> None:
    engine = Engine("E", "https://e.example/?q=%s&n=1")
    assert engine.address("a b/ü&%s") == "https://e.example/?q=a+b%2F%C3%BC%26%25s&n=1"


@pytest.mark.parametrize(
    "spelt",
    [
        "https://nameless.example/?q=%s",
        "No place https://e.example/",
        "A file file:///etc/%s",
        "A script javascript:%s",
        "A host https://%s/",
        "A host https://%s.example/",
        "Broken https://[%s",
    ],
)
def test_what_is_no_engine_is_left_out_and_named(spelt: str) -> None:
    text = f"Good https://e.example/%s | {spelt} |"
    assert [engine.name for engine in engines(text)] == ["Good"]
    assert flaws(text) == (spelt,)


def test_the_last_one_comes_first() -> None:
    known = engines(DEFAULT)
    assert [engine.name for engine in last_first(known, "arXiv")][:2] == ["arXiv", "Google Scholar"]
    assert last_first(known, "gone") == known


def test_a_page_of_text_is_cut_between_words() -> None:
    short = shortened("word\n" * 200)
    assert len(short) <= 300
    assert short.endswith("word")
