"""What each verb does, beyond its shape."""

from datetime import date
from pathlib import Path

from paperdesk.app.grammar import VERBS as WORDS
from paperdesk.app.verbs import VERBS
from tests.app.conftest import Verb
from tests.conftest import World

DAY = "2026-05-28"


def test_every_verb_of_the_grammar_does_something() -> None:
    assert VERBS.keys() == WORDS.keys()
    assert all(verb.__doc__ for verb in VERBS.values())


def test_a_named_day_is_fetched(world: World, verb: Verb) -> None:
    verb("fetch", "--date", DAY)
    papers = verb("list", f"day:{DAY}", "--json").value
    assert papers
    assert all(DAY in paper["days"] for paper in papers)
    assert all(date.fromisoformat(paper["date"]) <= date.fromisoformat(DAY) for paper in papers)


def test_a_named_source_is_asked_alone(world: World, verb: Verb) -> None:
    (row,) = verb("fetch", "--source", "hugging face daily papers", "--json").value
    assert row["source"] == "Hugging Face Daily Papers"


def test_a_state_can_be_undone_by_the_window_s_command(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    assert fetched("state", "later", paper, "--json").value[0]["state"] == "later"
    said = fetched("run", "edit.undo", "--json").value["said"]
    assert said[0].startswith("Undone: ")
    assert fetched("show", paper, "--json").value["state"] == "new"


def test_a_note_grows_and_is_replaced(fetched: Verb, tmp_path: Path) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    assert fetched("note", paper, "--json").value["note"] == ""
    fetched("note", paper, "--append", "One.")
    assert fetched("note", paper, "--append", "Two.", "--json").value["note"] == "One.\n\nTwo."
    (tmp_path / "new.md").write_text("Three: é ∫\n", "utf-8")
    said = fetched("note", paper, "--edit", str(tmp_path / "new.md"), "--json")
    assert said.value["note"].strip() == "Three: é ∫"


def test_a_note_that_is_no_text_is_refused(fetched: Verb, tmp_path: Path) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    (tmp_path / "new.md").write_bytes(b"\xff\xfe\x00")
    said = fetched("note", paper, "--edit", str(tmp_path / "new.md"))
    assert said.code == 1
    assert "cannot be read as text" in said.err


def test_a_search_brings_its_index_up_to_date_first(fetched: Verb) -> None:
    paper = fetched("list", "--limit", "1", "--json").value[0]
    fetched("note", str(paper["id"]), "--append", "Zanzibar is far away.")
    (hit,) = fetched("search", "zanzibar", "--json").value
    assert (hit["kind"], hit["paper"], hit["title"]) == ("note", paper["id"], paper["title"])
    assert "Zanzibar" in hit["snippet"]


def test_the_index_is_rebuilt(fetched: Verb) -> None:
    assert fetched("index", "--rebuild", "--json").value == {"waiting": 0}
    assert fetched("search", "language model", "--json").value


def test_a_command_of_the_window_is_run_on_papers(fetched: Verb) -> None:
    first, second = fetched("list", "--limit", "2", "--json").value
    fetched("run", "paper.archive", str(first["id"]), str(second["id"]))
    assert len(fetched("list", "state:dismissed", "--json").value) == 2


def test_a_pdf_is_downloaded_by_a_command_of_the_window(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    assert fetched("run", "paper.download", paper).code == 0
    file = Path(fetched("show", paper, "--json").value["file"])
    assert file.read_bytes().startswith(b"%PDF")
