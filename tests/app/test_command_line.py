"""One JSON value on stdout, sentences on stderr, and three exit codes."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from paperdesk.app import verbs
from paperdesk.infra.paths import Home
from tests.app.conftest import PROJECT, Verb
from tests.conftest import World

PAPER_KEYS = {
    "id", "title", "authors", "abstract", "date", "days", "arxiv", "doi", "url", "state",
    "tags", "unread", "upvotes", "sources", "file", "citekey",
}  # fmt: skip


def test_every_verb_answers_with_one_json_value(fetched: Verb, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("A whole new note.")
    (tmp_path / "page.txt").write_text("Mar 12\n\nA Title of a Paper\n\n" + "An abstract. " * 40)
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    for words in (
        ("fetch",), ("list",), ("show", paper), ("add", "2605.13857"), ("search", "model"),
        ("tag", paper, "+rl"), ("state", "inbox", paper), ("note", paper, "--edit", "note.md"),
        ("export", "out"), ("import", "page.txt", "--date", "2026-03-12"), ("index",),
        ("run", "copy.title", paper),
    ):  # fmt: skip
        said = fetched(*words, "--json")
        assert said.code == 0, (words, said.err)
        assert json.loads(said.out) is not None
        assert said.err == ""


def test_a_paper_has_the_names_that_every_version_keeps(fetched: Verb) -> None:
    papers = fetched("list", "--json").value
    assert len(papers) > 40
    assert all(paper.keys() >= PAPER_KEYS for paper in papers)
    assert all(isinstance(name, str) for paper in papers for name in paper["authors"])
    assert {paper["state"] for paper in papers} == {"new"}


def test_show_adds_the_note_and_the_highlights(fetched: Verb) -> None:
    paper = fetched("list", "--limit", "1", "--json").value[0]
    fetched("note", str(paper["id"]), "--append", "Read again.")
    shown = fetched("show", paper["arxiv"], "--json").value
    assert shown.keys() >= PAPER_KEYS | {"note", "highlights"}
    assert (shown["id"], shown["note"], shown["highlights"]) == (paper["id"], "Read again.", [])


@pytest.mark.parametrize("by", ["id", "citekey", "arxiv"])
def test_a_paper_is_named_in_several_ways(fetched: Verb, by: str) -> None:
    paper = fetched("list", "--limit", "1", "--json").value[0]
    assert fetched("show", str(paper[by]), "--json").value["id"] == paper["id"]


def test_a_limit_limits(fetched: Verb) -> None:
    assert len(fetched("list", "--limit", "3", "--json").value) == 3


def test_a_day_keeps_the_order_of_its_source(fetched: Verb) -> None:
    papers = fetched("list", "day:2026-05-29", "--json").value
    upvotes = [paper["upvotes"] for paper in papers]
    assert upvotes == sorted(upvotes, reverse=True)


def test_tags_come_and_go_with_the_options_anywhere(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    assert fetched("tag", paper, "+rl", "+to read", "--json").value[0]["tags"] == ["rl", "to read"]
    assert fetched("tag", "--json", paper, "-rl").value[0]["tags"] == ["to read"]


def test_a_second_fetch_adds_nothing(fetched: Verb) -> None:
    (row,) = fetched("fetch", "--json").value
    assert (row["added"], row["error"]) == (0, None)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "no such paper"),
        ("state", "inbox", "999999"),
        ("note", "999999", "--append", "x"),
        ("tag", "999999", "+x"),
        ("import", "no such file.txt"),
        ("fetch", "--source", "nowhere"),
        ("run", "paper.archive", "999999"),
        ("run", "go.inbox"),
    ],
)
def test_what_cannot_be_met_is_a_sentence_and_code_1(verb: Verb, words: tuple[str, ...]) -> None:
    said = verb(*words, "--json")
    assert said.code == 1
    assert said.err.startswith("paperdesk: ")
    assert said.err.rstrip()[-1] in ".?"
    assert "Traceback" not in said.err
    assert said.out == "" or json.loads(said.out) is not None


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("similar", "1"),
        ("state", "reading", "1"),
        ("tag", "1"),
        ("tag", "+rl"),
        ("list", "--limit", "-1"),
        ("list", "--no-such-option"),
        ("fetch", "--date", "29 May"),
        ("run", "no.such-command"),
        ("note",),
    ],
)
def test_wrong_usage_is_a_sentence_and_code_2(verb: Verb, words: tuple[str, ...]) -> None:
    said = verb(*words)
    assert said.code == 2
    assert said.out == ""
    assert "paperdesk" in said.err
    assert "Traceback" not in said.err


def test_a_source_that_fails_is_named_in_the_value_and_on_stderr(world: World, verb: Verb) -> None:
    world.fault("status", code=404)
    said = verb("fetch", "--json")
    assert said.code == 1
    (row,) = said.value
    assert row["added"] == 0
    assert row["error"].endswith(".")
    assert row["error"] in said.err


def test_of_several_papers_to_add_the_good_ones_are_added(world: World, verb: Verb) -> None:
    said = verb("add", "2605.13857", "what is this", "--json")
    assert said.code == 1
    good, bad = said.value
    assert (good["result"], good["error"]) == ("added", None)
    assert (bad["paper"], bad["result"]) == (None, "failed")
    assert bad["error"] in said.err
    assert verb("add", "arxiv.org/abs/2605.13857", "--json").value[0]["result"] == "known"


def test_an_export_names_every_file_and_what_became_of_it(fetched: Verb, tmp_path: Path) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("state", "inbox", paper)
    (planned,) = fetched("export", "out", "--dry-run", "--json").value
    assert (planned["result"], Path(planned["path"]).exists()) == ("new", False)
    (written,) = fetched("export", "out", "--json").value
    assert (written["result"], Path(written["path"]).parent) == ("new", tmp_path / "out")
    Path(written["path"]).write_text("Somebody else wrote this.")
    said = fetched("export", "out", "--json")
    assert (said.code, said.value[0]["result"]) == (1, "conflict")
    assert Path(written["path"]).read_text() == "Somebody else wrote this."


def test_without_json_there_are_lines_to_read(fetched: Verb) -> None:
    said = fetched("list", "--limit", "2")
    assert len(said.out.splitlines()) == 2
    assert said.err == ""


def test_a_reader_who_leaves_early_is_no_fault(fetched: Verb, home: Home) -> None:
    pipe = "import sys; sys.stdin.readline()"
    python = shlex.quote(sys.executable)
    line = f"{python} -m paperdesk list --json | {python} -c '{pipe}'"
    done = subprocess.run(
        ("sh", "-c", line), capture_output=True, text=True, timeout=60, cwd=PROJECT, check=True
    )
    assert done.stderr == ""


def test_a_query_may_begin_with_a_minus(fetched: Verb) -> None:
    assert len(fetched("list", "-state:new", "--json").value) == 0
    assert len(fetched("list", "-state:later", "--json", "--limit", "7").value) == 7
    assert fetched("search", "-agent", "--json").code == 0


def test_who_is_stopped_says_so_in_a_sentence(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> verbs.Reply:
        raise KeyboardInterrupt

    monkeypatch.setitem(verbs.VERBS, "list", stop)
    said = verb("list")
    assert (said.code, said.out) == (1, "")
    assert said.err == "paperdesk: stopped; what had been done until then is kept.\n"
