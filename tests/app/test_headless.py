"""A desk without a screen."""

import pytest

from paperdesk.app.headless import NoScreen, Spoken, headless
from paperdesk.commands.table import command
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import PaperId
from paperdesk.infra.paths import Home


def known(word: str) -> PaperId:
    return PaperId(int(word))


def test_what_is_said_copied_or_browsed_is_kept_for_stdout() -> None:
    spoken = Spoken(known)
    spoken.say("Done.", undo=True)
    spoken.copy("a title")
    spoken.browse("https://example.org")
    assert spoken.said == ["Done.", "a title", "https://example.org"]


def test_what_went_wrong_can_be_taken_back() -> None:
    spoken = Spoken(known)
    spoken.problems = ["Daily: No answer.", "The disk is full."]
    spoken.withdraw("Daily: ")
    assert spoken.problems == ["The disk is full."]


def test_what_went_wrong_is_kept_for_stderr() -> None:
    spoken = Spoken(known)
    spoken.complain(NotFound("It is not here."))
    assert (spoken.said, spoken.problems) == ([], ["It is not here."])


def test_questions_take_the_answers_that_were_given_in_turn() -> None:
    spoken, taken = Spoken(known), list[str]()
    spoken.answers = ["A name", "topic / sub", "Nothing", "tag:x"]
    assert spoken.ask_text("Name?") == "A name"
    spoken.choose("Into…", ("Topic", "Topic / Sub"), taken.append)
    with pytest.raises(NotFound, match="“Nothing” is not offered"):
        spoken.choose("Into…", ("Topic",), taken.append)
    assert (taken, spoken.write_query("Which?", "")) == (["Topic / Sub"], "tag:x")
    with pytest.raises(Refused, match="needs the window"):
        spoken.choose("Into…", ("Topic",), taken.append)


@pytest.mark.parametrize("ask", ["ask_text", "ask_folder", "ask_files"])
def test_a_question_needs_the_window(ask: str) -> None:
    with pytest.raises(Refused, match="needs the window"):
        getattr(Spoken(known), ask)("Which?")


def test_a_command_that_moves_on_the_screen_needs_the_window() -> None:
    with pytest.raises(Refused, match="needs the window"):
        NoScreen().scroll_screens(1)


def test_moving_on_after_a_verb_needs_none() -> None:
    NoScreen().advance([PaperId(1)])
    NoScreen().reload()


def test_the_library_is_closed_afterwards(home: Home) -> None:
    with headless() as desk:
        desk.choose([])
        row = command("copy.key")
        assert row is not None
    assert home.database.exists()
    assert not home.database.with_name("library.db-wal").exists()


def test_a_paper_that_is_sought_is_the_one_that_the_answer_names() -> None:
    spoken, taken = Spoken(known), list[PaperId]()
    spoken.answers = ["7"]
    spoken.find_paper("Which?", taken.append)
    assert taken == [7]


def test_what_nothing_brings_back_is_done_only_where_that_is_the_answer() -> None:
    spoken = Spoken(known)
    assert spoken.confirm("Tag 60 papers?", "Tag")
    with pytest.raises(Refused, match="window"):
        spoken.confirm("Delete for good: 2 papers?", "Delete")
    spoken.answers = ["no", "delete"]
    assert [spoken.confirm("Delete for good: 2 papers?", "Delete") for _ in range(2)] == [
        False,
        True,
    ]
