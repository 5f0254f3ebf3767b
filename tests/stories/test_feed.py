"""Stories of days that come, and come again."""

from pathlib import Path

from tests.app.conftest import Verb
from tests.conftest import World

DAY = "2026-03-12"
KNOWN = "Stacking Your Transformers"
"""Begins the one title of the saved page that stands in the recordings."""


def test_two_days_are_read_one_after_the_other(world: World, verb: Verb) -> None:
    verb("fetch", "--date", "2026-05-28")
    before = {paper["id"] for paper in verb("list", "--json").value}
    verb("fetch", "--date", "2026-05-29")
    after = verb("list", "--json").value
    assert before < {paper["id"] for paper in after}
    assert all(paper["days"] for paper in after)


def test_a_paper_keeps_its_state_and_note_when_its_day_is_fetched_again(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("state", "later", paper)
    fetched("tag", paper, "+mine")
    fetched("note", paper, "--append", "Mine.")
    fetched("fetch", "--date", "2026-05-29")
    shown = fetched("show", paper, "--json").value
    assert (shown["state"], shown["tags"], shown["note"]) == ("later", ["mine"], "Mine.")


def test_a_saved_page_is_imported_once_however_often_it_is_given(
    verb: Verb, shared_data: Path
) -> None:
    page = str(shared_data / "seed_page.txt")
    first = verb("import", page, "--date", DAY, "--json").value
    again = verb("import", page, "--date", DAY, "--json").value
    assert {row["result"] for row in first} == {"added"}
    assert {row["result"] for row in again} == {"known"}
    assert [row["paper"] for row in first] == [row["paper"] for row in again]
    assert len(verb("list", f"day:{DAY}", "--json").value) == len(first) == 92


def test_a_row_of_a_saved_page_and_the_same_paper_with_its_id_become_one(
    world: World, verb: Verb, shared_data: Path
) -> None:
    verb("import", str(shared_data / "seed_page.txt"), "--date", DAY)
    (row,) = verb("list", f'title:"{KNOWN}"', "--json").value
    verb("note", str(row["id"]), "--append", "Seen on a saved page.")
    verb("add", "2405.15319")
    (merged,) = verb("list", f'title:"{KNOWN}"', "--json").value
    assert (merged["id"], merged["arxiv"]) == (row["id"], "2405.15319")
    assert verb("show", "2405.15319", "--json").value["note"] == "Seen on a saved page."
    assert len(verb("list", "--json").value) == 92


def test_a_host_that_was_away_is_asked_again_later(world: World, verb: Verb) -> None:
    world.fault("html")
    assert verb("fetch").code == 1
    assert verb("list", "--json").value == []
    world.heal()
    assert verb("fetch").code == 0
    assert verb("list", "--json").value
