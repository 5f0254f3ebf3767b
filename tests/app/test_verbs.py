"""What each verb does, beyond its shape."""

import re
import shlex
import sys
from datetime import date
from pathlib import Path

import pytest

from paperdesk.app import care
from paperdesk.app.grammar import VERBS as WORDS
from paperdesk.app.headless import headless
from paperdesk.app.verbs import ANY_WORD, VERBS
from paperdesk.domain.focus import Spell
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Action, Rule
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.rules import Rules
from tests.app.conftest import Verb
from tests.conftest import World
from tests.feeds.test_opml import file
from tests.feeds.test_outlines import TWO

DAY = "2026-05-28"


def test_every_verb_of_the_grammar_does_something() -> None:
    assert VERBS.keys() | care.VERBS.keys() == WORDS.keys()
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


def write_script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: str) -> None:
    """Be an editor that does what these lines of shell do with $1."""
    script = tmp_path / "an editor.sh"
    script.write_text(lines)
    monkeypatch.setenv("VISUAL", f"sh '{script}'")


def test_a_note_is_written_in_an_editor_and_ends_as_it_did(
    fetched: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Old.")
    write_script(monkeypatch, tmp_path, "echo 'New.\r' >> \"$1\"")
    said = fetched("note", paper, "--edit")
    assert (said.code, said.out, said.err) == (0, "Old.\nNew.\n", "")


def test_what_is_written_while_the_editor_is_open_is_kept_and_it_says_so(
    fetched: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Old.")
    note = f"{shlex.quote(sys.executable)} -m paperdesk note {paper} --append Meanwhile. >&2"
    write_script(monkeypatch, tmp_path, f"{note}; echo 'New.' > \"$1\"")
    said = fetched("note", paper, "--edit", "--json")
    assert (said.code, said.value["note"]) == (0, "New.\n\nMeanwhile.")
    assert "both texts are in it" in said.err


def test_a_note_emptied_in_the_editor_is_gone_and_it_says_how_to_get_it_back(
    fetched: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Old.")
    write_script(monkeypatch, tmp_path, '> "$1"')
    said = fetched("note", paper, "--edit", "--json")
    assert (said.code, said.value["note"]) == (0, "")
    assert "Undo in the window brings it back." in said.err


@pytest.mark.parametrize("lines", ["exit 3", "echo New. >> $1; exit 3", "printf '\\377' > $1"])
def test_an_editor_that_fails_leaves_the_note_and_what_was_written(
    fetched: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Old.")
    write_script(monkeypatch, tmp_path, lines)
    said = fetched("note", paper, "--edit")
    assert (said.code, said.out) == (1, "")
    written = re.search(r"What you wrote is in (.*)\.$", said.err)
    assert written is not None if "$1" in lines else "The note is as it was." in said.err
    assert written is None or Path(written[1]).exists()
    assert fetched("note", paper).out == "Old.\n"


def test_a_search_brings_its_index_up_to_date_first(fetched: Verb) -> None:
    paper = fetched("list", "--limit", "1", "--json").value[0]
    fetched("note", str(paper["id"]), "--append", "Zanzibar is far away.")
    (hit,) = fetched("search", "zanzibar", "--json").value
    assert (hit["kind"], hit["paper"], hit["title"]) == ("note", paper["id"], paper["title"])
    assert "Zanzibar" in hit["snippet"]


def test_a_search_says_when_any_of_the_words_counts(fetched: Verb) -> None:
    said = fetched("search", "learning zanzibar", "--json")
    assert (said.code, said.err) == (0, f"paperdesk: {ANY_WORD}\n")
    assert said.value
    assert fetched("search", "learning").err == ""
    assert fetched("search", "zanzibar unheard", "--json").err == ""


def test_the_index_is_rebuilt(fetched: Verb) -> None:
    assert fetched("index", "--rebuild", "--json").value == {"waiting": 0}
    assert fetched("search", "language model", "--json").value


def test_a_command_of_the_window_is_run_on_papers(fetched: Verb) -> None:
    first, second = fetched("list", "--limit", "2", "--json").value
    fetched("run", "paper.archive", str(first["id"]), str(second["id"]))
    assert len(fetched("list", "state:dismissed", "--json").value) == 2


def test_collections_are_made_filled_and_listed_without_a_window(fetched: Verb) -> None:
    first, second = (str(one["id"]) for one in fetched("list", "--limit", "2", "--json").value)
    assert fetched("run", "collection.new", "--answer", "Topic").code == 0
    within = ("--answer", "Topic", "--answer", "Sub")
    assert fetched("run", "collection.new-within", *within).out == "Collection made: Topic / Sub\n"
    fetched("run", "collection.add", first, second, "--answer", "topic / sub")
    for query in ("collection:topic", 'collection:"Topic / Sub"', "state:inbox has:collection"):
        assert len(fetched("list", query, "--json").value) == 2
    assert fetched("list", "directly:topic", "--json").value == []
    fetched("run", "collection.new-smart", "--answer", "Left", "--answer", "collection:Sub")
    assert len(fetched("list", "collection:left", "--json").value) == 2
    fetched("run", "collection.take-out", second, "--answer", "Topic / Sub")
    assert [one["id"] for one in fetched("list", "collection:sub", "--json").value] == [int(first)]
    assert fetched("run", "collection.new", "--answer", "a/b").code == 1
    made = fetched("run", "collection.add", first, "--answer", "Fresh / Deep")
    assert made.out == "1 paper put into “Fresh / Deep”\n"
    fetched("run", "edit.undo")
    fetched("run", "edit.undo")
    assert fetched("run", "collection.new").code == 1
    fetched("run", "edit.undo")
    assert len(fetched("list", "collection:sub", "--json").value) == 2


def test_a_pdf_is_downloaded_by_a_command_of_the_window(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    assert fetched("run", "paper.download", paper).code == 0
    file = Path(fetched("show", paper, "--json").value["file"])
    assert file.read_bytes().startswith(b"%PDF")


def test_an_import_is_repeated_without_a_second_day(
    verb: Verb, shared_data: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes((shared_data / "seed_page.txt").read_bytes())
    verb("import", str(page), "--date", "2026-03-12")
    assert verb("import", str(page), "--date", "2999-01-01").code == 1
    said = verb("import", str(page), "--date", "2025-03-12")
    assert said.out.splitlines() == [
        "0 added, 92 here already",
        f"{page}: moved from 2026-03-12 to 2025-03-12",
    ]
    papers = verb("list", "--json").value
    assert [paper["days"] for paper in papers] == [["2025-03-12"]] * 92


def test_a_folder_without_a_name_is_wrong_usage(verb: Verb) -> None:
    assert verb("export", "").code == 2


@pytest.mark.parametrize("words", [("list",), ("search",), ("export", "out")])
def test_a_wrong_value_in_a_query_is_wrong_usage(
    verb: Verb, words: tuple[str, ...], tmp_path: Path
) -> None:
    said = verb(*words, "cat state:bogus", "--json")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("paperdesk: No state is called “bogus”. States: new, ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("query", ["agen", "learning", "agents -mode", "quanti OR title:rea"])
def test_list_and_search_find_the_same_papers(fetched: Verb, query: str) -> None:
    listed = {paper["id"] for paper in fetched("list", query, "--json").value}
    hits = fetched("search", query, "--json").value
    assert listed
    assert {hit["paper"] for hit in hits if hit["kind"] == "feed"} == listed


def test_what_is_fetched_is_held_against_the_rules(world: World, verb: Verb, home: Home) -> None:
    verb("list")
    database = Database(home.database)
    changes = Changes(database, Bus())
    Rules(changes, Journal(changes)).save(Rule("Models", "title:model", Action.HIDE))
    database.close()
    verb("fetch", "--date", DAY)
    muted = {paper["id"] for paper in verb("list", 'rule:"models"', "--json").value}
    shown = {paper["id"] for paper in verb("list", f"day:{DAY}", "--json").value}
    assert muted
    assert shown
    assert not muted & shown
    assert verb("run", "edit.undo", "--json").value["said"][0].startswith("Undone: Rule “Models”")
    assert muted <= {paper["id"] for paper in verb("list", f"day:{DAY}", "--json").value}


def test_a_bibliography_is_imported_and_each_entry_reported(verb: Verb, tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text("@misc{a, title={One}}\n@misc{b, title={Two}}\n@misc{c, year=1}")
    rows = verb("import", str(path), "--json").value
    assert [(row["input"], row["result"]) for row in rows] == [
        ("a", "added"), ("b", "added"), ("c", "failed")
    ]  # fmt: skip
    assert rows[2]["error"] == "It has no title (line 3)."
    assert [row["result"] for row in verb("import", str(path), "--json").value][:2] == ["known"] * 2
    assert {paper["citekey"] for paper in verb("list", "--json").value} == {"a", "b"}


def test_a_list_of_sources_is_imported_and_each_line_reported(verb: Verb, tmp_path: Path) -> None:
    path = tmp_path / "mine.opml"
    path.write_bytes(file(TWO))
    rows = verb("import", str(path), "--json").value
    assert [row["result"] for row in rows] == ["added", "added", "known", "failed", "failed"]
    assert rows[3]["input"] == "javascript:alert(1)"
    assert rows[4]["error"]


def test_a_shown_paper_tells_how_far_it_is_read_and_how_long_that_took(
    fetched: Verb, home: Home
) -> None:
    paper = fetched("list", "--json", "--limit", "1").value[0]["id"]
    untouched = fetched("show", str(paper), "--json").value["reading"]
    assert (untouched["status"], untouched["minutes"]) == ("unstarted", 0)
    with headless() as desk:
        spell = Spell("Method", 840.0, 500)
        desk.rooms.times.record(PaperId(paper), date(2026, 6, 1), [spell], [0, 1], 4)
    assert fetched("show", str(paper), "--json").value["reading"] == {
        "status": "reading",
        "percent": 50,
        "furthest": 2,
        "pages": 4,
        "seen": [[1, 2]],
        "minutes": 14.0,
        "sections": {"Method": 14.0},
    }
    said = fetched("show", str(paper)).out
    assert "Reading, 50 %: 2 of 4 pages seen (1–2), in 14 min" in said


def test_reading_times_are_in_nothing_that_is_exported_or_listed(
    fetched: Verb, tmp_path: Path
) -> None:
    paper = fetched("list", "--json", "--limit", "1").value[0]["id"]
    fetched("state", "shortlist", str(paper))
    with headless() as desk:
        spell = Spell("A telling section", 4_321.0, 9_876)
        desk.rooms.times.record(PaperId(paper), date(2026, 6, 1), [spell], [0, 1, 2], 4)
        assert desk.rooms.library.paper(PaperId(paper)).minutes > 72
    fetched("export", str(tmp_path / "vault"), "state:shortlist")
    (written,) = (tmp_path / "vault").glob("*.md")
    told = [
        written.read_text("utf-8"),
        *(fetched(*asked, "--json").out for asked in (("list", "in:library"), ("search", "the"))),
        fetched("list", "in:library").out,
    ]
    for text in told:
        assert not re.search(r"telling section|4321|72\.0|9876", text)
    assert "minutes" not in fetched("list", "in:library", "--json").value[0]


def test_a_remark_is_written_without_a_window(fetched: Verb) -> None:
    paper = str(fetched("list", "--json", "--limit", "1").value[0]["id"])
    said = fetched("run", "paper.remark", paper, "--answer", "Seen at the group")
    assert said.out == "1 paper remarked on\n"
    assert fetched("show", paper, "--json").value["remark"] == "Seen at the group"
