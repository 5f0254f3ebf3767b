"""What others say is shown as theirs, and asks nothing of the web."""

from dataclasses import replace
from datetime import UTC, datetime

from paperdesk.domain.card import Card, Kind, Linked, Links
from paperdesk.domain.momentum import Momentum, Reading
from paperdesk.domain.paper import Counts, Paper, PaperId
from paperdesk.ui.paper.community import WORDS, Dress, linked, sought, summary, votes

NOW = datetime(2026, 5, 29, 10, 42, tzinfo=UTC)
DRESS = Dress(10.0, "#000", "#666", "#ccc", "#00f")
PAGE = "https://huggingface.co/papers/2605.00001#community"
DAY = 86_400
READ = tuple(Reading(NOW.timestamp() - (2 - day) * DAY, (0, 30, 44)[day], 1) for day in range(3))
MOVED = Momentum(READ, NOW.timestamp() - 600, since=NOW.timestamp() - DAY)
PAPER = Paper(PaperId(1), "A", counts=Counts(44, 1), card=Card(discussion=PAGE), momentum=MOVED)


def test_votes_come_with_how_they_moved_and_when_they_were_asked_for() -> None:
    made = votes(PAPER, NOW)
    assert made == (
        "44 upvotes · +14 since your last visit · ▁▅█ · "
        f'<a href="{PAGE}">1 comment</a> · as of 10:32'
    )


def test_of_several_who_count_it_is_said_whose_curve_is_shown_and_the_place_beside() -> None:
    moved = replace(MOVED, since=None, source="Trending & more", places=(5, 2))
    made = votes(replace(PAPER, counts=Counts(44), momentum=moved, card=Card()), NOW)
    said = "▁▅█ Trending &amp; more · ▲3 in what is trending"
    assert made == f"44 upvotes · {said} · as of 10:32"


def test_what_nobody_counts_is_not_said() -> None:
    assert votes(replace(PAPER, counts=Counts()), NOW) == ""


def test_a_summary_of_a_machine_is_called_one() -> None:
    made = summary(Card(summary="Short & $x^2$."), DRESS)
    assert "AI summary, by Hugging Face" in made
    assert "Short &amp; <i>x</i><sup>2</sup>." in made
    assert summary(Card(), DRESS) == ""


def test_a_keyword_searches_for_itself_and_says_whose_it_is() -> None:
    made = summary(Card(keywords=("on-policy <b>",)), DRESS)
    assert "AI keywords, by Hugging Face" in made
    assert "<b>" not in made
    target = made.split('href="')[1].split('"')[0]
    assert sought(target) == '"on-policy <b>"'
    assert sought("https://x") == ""
    assert target.startswith(WORDS)


def test_what_is_linked_is_counted_and_the_first_are_named() -> None:
    first = tuple(Linked(Kind.MODEL, f"a/m{number}", number) for number in range(8))
    made = linked(Links(((Kind.MODEL, 30), (Kind.DATASET, 0), (Kind.SPACE, 2)), first), DRESS)
    assert "<b>30 models</b>" in made
    assert '<a href="https://huggingface.co/a/m4">a/m4</a> (4 ♥) and 25 more' in made
    assert "data set" not in made
    assert "<b>2 Spaces</b></p>" in made
    assert linked(None, DRESS) == linked(Links(((Kind.MODEL, 0),)), DRESS) == ""
