"""Records of Hugging Face's daily papers, sound and hostile."""

import json
from dataclasses import astuple
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain import daily
from paperdesk.domain.card import Card, Kind, Linked
from paperdesk.domain.errors import Unreachable

NAMES = (
    *("id", "title", "authors", "publishedAt", "summary", "upvotes", "githubRepo", "githubStars"),
    *("submittedOnDailyAt", "submittedOnDailyBy", "submittedBy", "numComments", "mediaUrls"),
    *("ai_summary", "ai_keywords", "organization", "projectPage", "thumbnail", "mediaUrl"),
)
DAY = date(2026, 5, 30)
SURROGATE = "\ud800"
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(2**53, 2**80)
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=8)
    | st.sampled_from([SURROGATE, "\x00", "2605.00001v2", "2026-02-30", "javascript:alert(1)"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("name", "hidden", "fullname", "x")), inner)
    ),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.sampled_from(NAMES), ODD)
RECORDS = st.builds(lambda outer, paper: {**outer, "paper": paper}, FIELDS, FIELDS | ODD) | FIELDS


@given(RECORDS)
def test_whatever_a_record_holds_what_is_read_of_it_is_sound(record: dict[str, Any]) -> None:
    found = daily.found(record)
    counts = (found.counts.upvotes, found.counts.comments, found.counts.stars)
    assert all(count is None or 0 <= count < 2**53 for count in counts)
    said = (*astuple(found.card)[:2], *found.card.keywords, *astuple(found.card)[3:])
    texts = (found.title, *found.authors, found.abstract, found.url, found.submitter, *said)
    for text in filter(None, texts):
        assert "\x00" not in text
        text.encode("utf-8")
    assert "\n" not in found.title
    for link in filter(None, (found.code, found.card.picture, found.card.project)):
        assert link.startswith(("https://", "http://"))
    json.dumps(found.extra, allow_nan=False).encode("utf-8")
    assert daily.number(record) == "" or found.url == f"{daily.HOME}/{daily.number(record)}"
    assert isinstance(daily.submitted(record), date | None)


@pytest.mark.parametrize("name", NAMES)
@given(odd=ODD)
def test_an_odd_field_costs_no_other(name: str, odd: Any) -> None:
    sound = {"id": "2605.00001", "title": "A title", "authors": [{"name": "A"}], "upvotes": 3}
    found = daily.found({"title": "A title", "paper": {**sound, name: odd}})
    assert found.title
    assert name == "id" or found.arxiv == "2605.00001"
    assert name == "authors" or found.authors == ("A",)
    assert name == "upvotes" or found.counts.upvotes == 3


def test_the_paper_s_own_date_counts_and_its_title_stands_on_one_line() -> None:
    found = daily.found(
        {
            "publishedAt": "2026-05-27T20:00:00.000Z",
            "paper": {"title": "Two\n lines", "publishedAt": "2026-05-28T00:00:00.000Z"},
        }
    )
    assert (found.title, found.published) == ("Two lines", date(2026, 5, 28))


def test_a_record_without_an_inner_one_is_read_too() -> None:
    found = daily.found({"id": "2605.00001v2", "title": "Flat", "upvotes": 3, "numComments": 1})
    assert (found.title, found.arxiv, found.version) == ("Flat", "2605.00001", 2)
    assert (found.counts.upvotes, found.counts.comments) == (3, 1)


def test_a_number_that_only_holds_an_arxiv_id_is_none() -> None:
    assert daily.found({"id": "about-2605.00001", "title": "A"}).arxiv is None


def test_what_is_not_known_is_kept_but_not_without_end() -> None:
    deep: Any = 1
    for _ in range(900):
        deep = [deep]
    extra = daily.found({"paper": {"title": "A", "novelty": "B", "deep": deep}}).extra
    assert extra["novelty"] == "B"
    assert len(json.dumps(extra["deep"])) < 40


def test_what_hugging_face_says_beside_the_paper_s_words_is_its_card() -> None:
    paper = {
        "id": "2605.00001",
        "title": "A",
        "ai_summary": "Short.",
        "ai_keywords": ["rl", "rl", 7, "agents"],
        "projectPage": "https://a.github.io",
    }
    record = {
        "paper": paper,
        "thumbnail": "https://cdn/t.png",
        "mediaUrls": ["https://cdn/film.mp4", "https://cdn/figure.PNG"],
        "organization": {"name": "zju", "fullname": "Zhejiang University"},
        "submittedBy": {"fullname": "Ada"},
    }
    page = "https://huggingface.co/papers/2605.00001#community"
    assert daily.found(record).card == Card(
        *("Zhejiang University", "Short.", ("rl", "agents"), "https://cdn/figure.PNG"),
        *("https://a.github.io", "Ada", page),
    )


def test_a_paper_without_a_chosen_picture_has_the_one_made_of_its_title() -> None:
    record = {"paper": {"title": "A"}, "thumbnail": "https://cdn/t.png", "mediaUrls": [7]}
    assert daily.found(record).card.picture == "https://cdn/t.png"


def test_what_is_linked_to_a_paper_is_counted_and_the_first_are_named() -> None:
    models = [{"id": f"a/m{number}", "likes": number} for number in range(20)]
    record = {"linkedModels": models, "numDatasets": 9, "linkedDatasets": [{"id": "a/../../b"}, 7]}
    links = daily.links(json.dumps(record).encode())
    assert dict(links.counts) == {Kind.MODEL: 20, Kind.DATASET: 9, Kind.SPACE: 0}
    assert links.first[3] == Linked(Kind.MODEL, "a/m3", 3)
    assert len(links.first) == 12


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"[" * 100_000])
def test_an_answer_about_a_paper_that_is_none_is_a_sentence(body: bytes) -> None:
    with pytest.raises(Unreachable, match="something unreadable"):
        daily.links(body)


def test_the_day_of_the_list_is_the_day_it_was_submitted_on() -> None:
    assert daily.submitted({"paper": {"submittedOnDailyAt": "2026-05-29T01:02:03Z"}}) == date(
        2026, 5, 29
    )
    assert daily.submitted({"paper": None}) is None


@pytest.mark.parametrize("body", [b"", b"{", b"{}", b"null", b"[" * 100_000, b"\xff"])
def test_an_answer_that_is_no_list_is_a_sentence(body: bytes) -> None:
    with pytest.raises(Unreachable, match="Hugging Face answered with something unreadable"):
        daily.records(body, DAY)


def test_what_is_no_record_in_a_list_is_left_out() -> None:
    assert daily.records(b'[1, {"id": "a"}, null, []]', DAY) == [{"id": "a"}]


@pytest.mark.parametrize("said", ["1970-01-01T00:00:00Z", "2100-01-01", "0001-01-01", "2026-06-01"])
def test_a_day_that_cannot_be_is_none(said: str) -> None:
    record = {"paper": {"id": "2605.00001", "publishedAt": said, "submittedOnDailyAt": said}}
    (read,) = daily.records(json.dumps([record]).encode(), DAY)
    assert (daily.found(read).published, daily.submitted(read)) == (None, None)


def test_a_day_may_have_begun_before_it_has_here() -> None:
    record = {"paper": {"id": "2605.00001", "submittedOnDailyAt": "2026-05-31T00:00:00Z"}}
    (read,) = daily.records(json.dumps([record]).encode(), DAY)
    assert daily.submitted(read) == date(2026, 5, 31)
