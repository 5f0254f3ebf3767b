from dataclasses import replace
from datetime import UTC, date, datetime

from paperdesk.domain.card import Card
from paperdesk.domain.paper import Counts, Paper, PaperId, State
from paperdesk.ui.paper.community import Dress
from paperdesk.ui.paper.html import FOLDED, PICTURE, UNFOLD, Beside, page

DRESS = Dress(10.0, "#000", "#666", "#ccc", "#00f")
NOW = datetime(2026, 5, 29, 10, 42, tzinfo=UTC)
PLAIN = Beside()
PAPER = Paper(PaperId(1), "A title", ("Ada Lovelace", "Alan Turing"), "What it says.")


def test_a_bare_paper_shows_title_authors_and_abstract() -> None:
    made = page(PAPER, DRESS, PLAIN, NOW)
    assert "A title</h1>" in made
    assert "Ada Lovelace, Alan Turing" in made
    assert "What it says." in made
    assert "href" not in made


def test_without_an_abstract_it_says_so() -> None:
    assert "The source gave no abstract." in page(replace(PAPER, abstract=""), DRESS, PLAIN, NOW)


def test_an_abstract_without_a_space_can_be_broken_all_the_same() -> None:
    made = page(replace(PAPER, abstract="x" * 500), DRESS, PLAIN, NOW)
    assert f"{'x' * 200}\u200b{'x' * 200}\u200b{'x' * 100}<" in made


def test_many_authors_are_folded_until_asked_for() -> None:
    crowd = replace(PAPER, authors=tuple(f"Author {n}" for n in range(664)))
    folded = page(crowd, DRESS, PLAIN, NOW)
    unfolded = page(crowd, DRESS, Beside(unfolded=True), NOW)
    assert f'<a href="{UNFOLD}">and 634 more</a>' in folded
    assert f"Author {FOLDED}" not in folded
    assert "Author 663" in unfolded
    assert UNFOLD not in unfolded


def test_facts_and_links_are_shown_when_present() -> None:
    full = replace(
        PAPER,
        published=date(2026, 5, 29),
        sources=("Hugging Face",),
        counts=Counts(44, 1, 1200),
        days=(date(2026, 5, 29),),
        card=Card("Tsinghua", project="https://x.github.io", submitter="Ada"),
        arxiv="2605.18739",
        code="https://github.com/x/y",
        doi="10.1/x",
        url="https://huggingface.co/papers/2605.18739",
    )
    made = page(full, DRESS, PLAIN, NOW)
    assert "Tsinghua · 29 May 2026 · Hugging Face · listed 29 May 2026 · submitted by Ada" in made
    assert "44 upvotes · 1 comment" in made
    assert '<a href="https://x.github.io">Project page</a>' in made
    assert '<a href="https://arxiv.org/abs/2605.18739">arXiv 2605.18739</a>' in made
    assert '<a href="https://github.com/x/y">Code, 1,200 stars</a>' in made
    assert '<a href="https://doi.org/10.1/x">DOI 10.1/x</a>' in made


def test_a_picture_takes_room_once_it_is_here() -> None:
    assert "<img" not in page(PAPER, DRESS, PLAIN, NOW)
    assert f'<img src="{PICTURE}" width="240">' in page(PAPER, DRESS, Beside(picture=240), NOW)


def test_state_tags_and_file_are_named() -> None:
    made = page(replace(PAPER, state=State.LATER, tags=("rl",), file="x.pdf"), DRESS, PLAIN, NOW)
    assert "Later &nbsp; Unread &nbsp; PDF here &nbsp; #rl" in made


def test_markup_from_a_source_stays_text() -> None:
    evil = replace(PAPER, title="<script>x</script>", authors=("<b>",), tags=("<i>",))
    made = page(evil, DRESS, PLAIN, NOW)
    assert "<script>" not in made
    assert "<b>" not in made
    assert "<i>" not in made


def test_a_link_that_does_not_lead_to_the_web_is_no_link() -> None:
    made = page(
        replace(PAPER, url="javascript:alert(1)", code='https://x/"onclick'), DRESS, PLAIN, NOW
    )
    assert "javascript" not in made
    assert '"onclick' not in made
