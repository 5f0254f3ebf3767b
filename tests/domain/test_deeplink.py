"""Links into the library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.deeplink import DeepLink, deep_link
from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId


@pytest.mark.parametrize(
    ("link", "text"),
    [
        (DeepLink(PaperId(7)), "paperdesk://paper/7"),
        (DeepLink(PaperId(7), 0), "paperdesk://paper/7?page=1"),
        (
            DeepLink(PaperId(7), 11, HighlightId("habc")),
            "paperdesk://paper/7?page=12&highlight=habc",
        ),
    ],
)
def test_a_link_is_written_as_people_count(link: DeepLink, text: str) -> None:
    assert str(link) == text


@given(
    st.integers(1, 10**12),
    st.none() | st.integers(0, 99_999),
    st.none() | st.from_regex(r"h[a-z2-7]{10}", fullmatch=True),
)
def test_what_is_written_is_understood(paper: int, page: int | None, highlight: str | None) -> None:
    link = DeepLink(PaperId(paper), page, HighlightId(highlight) if highlight else None)
    assert deep_link(str(link)) == link


@pytest.mark.parametrize(
    "text",
    [
        "paperdesk://paper/7?page=0",
        "paperdesk://paper/7?page=-1",
        "paperdesk://paper/7?page=12345678901234567890",
        "paperdesk://paper/7?page=two&colour=red",
        " paperdesk://paper/7/\n",
    ],
)
def test_what_makes_no_sense_in_a_link_is_left_out(text: str) -> None:
    assert deep_link(text) == DeepLink(PaperId(7))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://arxiv.org/abs/1706.03762",
        "paperdesk://paper/",
        "paperdesk://paper/x",
        "paperdesk://paper/٣",
        "paperdesk://other/7",
        "paperdesk://paper/7?page=1#%00",
        "see paperdesk://paper/7",
        "paperdesk://paper/1234567890123456789",
    ],
)
def test_other_links_are_none_of_ours(text: str) -> None:
    assert deep_link(text) is None
