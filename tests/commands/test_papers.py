"""Verbs about papers, told to the screen and taken back."""

from collections.abc import Callable

import pytest

from paperdesk.commands import papers as verbs
from paperdesk.commands.desk import Desk
from paperdesk.domain.card import Card
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import Found, PaperId, State
from tests.commands.conftest import Screen

Papers = tuple[PaperId, ...]


def states(desk: Desk, papers: Papers) -> list[str]:
    return [paper.state.value for paper in desk.library.papers(papers)]


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (verbs.later, "later"),
        (verbs.shortlist, "shortlist"),
        (verbs.inbox, "inbox"),
        (verbs.trash, "trash"),
        (verbs.archive, "dismissed"),
    ],
)
def test_one_key_gives_one_state_and_goes_on(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], state: str
) -> None:
    screen.chosen = papers[:1]
    verb(desk)
    assert states(desk, papers) == [state, "new", "new"]
    assert ("advance", papers[:1]) in screen.told
    assert screen.said[0].startswith("1 paper ")


def test_a_paper_that_was_kept_is_archived_not_dismissed(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.library.set_state(papers[:1], State.INBOX)
    screen.chosen = papers[:1]
    verbs.archive(desk)
    assert states(desk, papers)[0] == "archive"


def test_of_a_selection_each_paper_goes_where_it_belongs(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.library.set_state(papers[:1], State.INBOX)
    screen.chosen = papers
    verbs.archive(desk)
    assert states(desk, papers) == ["archive", "dismissed", "dismissed"]
    assert screen.said == ["1 paper archived, 2 papers dismissed"]


def test_without_a_paper_the_verb_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(NothingSelected, match="Choose a paper first"):
        verbs.later(desk)


def test_undo_and_redo_say_what_they_did(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:2]
    verbs.later(desk)
    verbs.undo(desk)
    assert states(desk, papers) == ["new"] * 3
    verbs.redo(desk)
    assert states(desk, papers) == ["later", "later", "new"]
    verbs.redo(desk)
    assert screen.said[1:] == [
        "Undone: 2 papers put off till later",
        "Done again: 2 papers put off till later",
    ]
    assert screen.problems == ["Nothing to redo."]


@pytest.mark.parametrize(("verb", "leaves"), [(verbs.archive, True), (verbs.shortlist, False)])
def test_who_is_done_with_a_paper_leaves_the_reader_for_the_next(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], leaves: bool
) -> None:
    screen.opened, screen.chosen = papers[0], papers[:1]
    verb(desk)
    assert (("advance", papers[:1]) in screen.told) is leaves
    assert (("close",) in screen.told) is leaves


def test_more_than_fifty_papers_ask_once(desk: Desk, screen: Screen) -> None:
    with desk.journal._changes.write() as write:
        founds = [Found(f"Title {number}") for number in range(51)]
        screen.chosen = tuple(one.paper for one in desk.library.take(write, founds, 1.0))
    screen.yes = False
    verbs.archive(desk)
    assert len(screen.asked) == 1
    assert set(states(desk, screen.chosen)) == {"new"}


def test_unread_is_toggled(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:1]
    verbs.toggle_unread(desk)
    assert desk.library.paper(papers[0]).unread is False
    verbs.toggle_unread(desk)
    assert desk.library.paper(papers[0]).unread is True


def test_tags_are_asked_for_and_a_minus_takes_one_off(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers
    screen.answer = "rl, to read"
    verbs.tags(desk)
    screen.answer = "-rl"
    verbs.tags(desk)
    assert {paper.tags for paper in desk.library.papers(papers)} == {("to read",)}
    assert not any("now:" in question for question in screen.asked)
    screen.chosen = papers[:1]
    verbs.tags(desk)
    assert "(now: to read)" in screen.asked[-1]


def test_where_no_tag_changes_nothing_is_offered_to_be_undone(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.answer = papers, "rl"
    verbs.tags(desk)
    verbs.tags(desk)
    assert screen.said == ["3 papers tagged +rl", "Nothing to change: the tags are so already."]
    assert screen.undoable == screen.said[:1]


def test_turning_away_from_the_question_tags_nothing(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers
    verbs.tags(desk)
    assert desk.library.tag_counts() == {}


def test_the_discussion_is_where_people_talk_about_the_paper(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    verbs.discussion(desk)
    assert screen.said == ["Nobody lists a discussion of this paper."]
    page = "https://huggingface.co/papers/2605.00001#community"
    found = Found("Listed", card=Card(discussion=page))
    screen.chosen = (desk.library.keep(found).paper,)
    verbs.discussion(desk)
    assert screen.told == [("browse", page)]


def test_the_web_page_is_the_papers_own(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:1]
    verbs.web_page(desk)
    screen.chosen = papers[2:]
    verbs.web_page(desk)
    assert screen.told == [("browse", "https://arxiv.org/abs/1706.03762")]
    assert screen.said == ["No web page is known for this paper."]
