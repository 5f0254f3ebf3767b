"""What is understood of what somebody pastes to add a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.feed import SourceKind
from paperdesk.feeds import wishes
from paperdesk.feeds.wishes import address, kind_of, name_of, understood

NEWS = "https://rss.arxiv.org/rss/"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("cs.LG", SourceKind.ARXIV, "arXiv cs.LG"),
        ("cs.lg, cs.CL", SourceKind.ARXIV, "arXiv cs.LG, cs.CL"),
        ("https://arxiv.org/list/cs.CV/recent", SourceKind.ARXIV, "arXiv cs.CV"),
        ("http://export.arxiv.org/rss/math", SourceKind.ARXIV, "arXiv math"),
        ("machine learning", SourceKind.ARXIV, "arXiv cs.LG"),
        ("trending", SourceKind.TRENDING, "Hugging Face Trending"),
        ("huggingface.co/papers/trending", SourceKind.TRENDING, "Hugging Face Trending"),
        ("https://huggingface.co/papers/", SourceKind.HUGGINGFACE, "Hugging Face Daily Papers"),
        ("@akhaliq", SourceKind.SUBMITTER, "Hugging Face: submitted by akhaliq"),
        ("Kaiming He", SourceKind.ARXIV_QUERY, "arXiv: Kaiming He"),
        ("by: Kaiming He", SourceKind.ARXIV_QUERY, "arXiv: Kaiming He"),
        ("state space model", SourceKind.ARXIV_QUERY, "arXiv: state space model"),
        ("au:bengio AND cat:cs.LG", SourceKind.ARXIV_QUERY, "arXiv: au:bengio cat:cs.LG"),
        ("example.org/blog", SourceKind.FEED, "example.org/blog"),
        ("127.0.0.1:8800/feed", SourceKind.FEED, "127.0.0.1/feed"),
        ("localhost/feed.xml", SourceKind.FEED, "localhost/feed.xml"),
        ("feed://example.org/a.xml", SourceKind.FEED, "example.org/a.xml"),
    ],
)
def test_the_likeliest_is_understood_first(text: str, kind: SourceKind, name: str) -> None:
    wish = understood(text)[0]
    assert (kind_of(wish.address), name_of(wish.address)) == (kind, name)


def test_words_may_be_meant_for_several_places() -> None:
    kinds = [kind_of(wish.address) for wish in understood("state space model")]
    assert set(kinds) == {SourceKind.ARXIV_QUERY, SourceKind.HUB_SEARCH}


def test_an_id_is_a_paper_and_no_source() -> None:
    (wish,) = understood("https://arxiv.org/abs/2605.29801v2")
    assert (wish.paper, wish.address) == (True, "2605.29801")


def test_what_cannot_be_had_is_said() -> None:
    (wish,) = understood("org:google")
    assert wish.address == ""
    assert "by organisation" in wish.title


def test_of_nothing_everything_that_has_a_name_is_offered() -> None:
    names = [wish.title for wish in understood(" ")]
    assert names[:2] == ["Hugging Face Daily Papers", "Hugging Face Trending"]
    assert len(names) == 2 + wishes.MOST


def test_a_feed_of_arxivs_has_one_address() -> None:
    assert address("http://arxiv.org/rss/cs.LG") == f"{NEWS}cs.LG"
    assert address("https://rss.arxiv.org/atom/cs.LG+cs.CL") == f"{NEWS}cs.LG+cs.CL"
    asked = wishes.query('au:"Kaiming He"')
    assert (address(asked), wishes.asked_of(asked)) == (asked, 'au:"Kaiming He"')


def test_words_become_a_question_to_the_catalogue() -> None:
    assert wishes.everywhere('few "state space" AND x') == (
        'all:few AND all:"state space" AND all:AND AND all:x'
    )
    assert wishes.everywhere("ti:x OR au:y") == "ti:x OR au:y"


@pytest.mark.parametrize("text", ["file:///etc/passwd", "http://[", "http://a:0/"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage):
        address(text)


@given(st.text(max_size=80))
def test_whatever_is_understood_can_be_added(text: str) -> None:
    for wish in understood(text):
        if wish.address and not wish.paper:
            assert address(wish.address) == wish.address
            assert name_of(wish.address)
