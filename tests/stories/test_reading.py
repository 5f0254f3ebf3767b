"""Stories of papers that are kept, read, annotated, found again and exported."""

from pathlib import Path

from tests.app.conftest import Verb


def test_a_morning_in_commands(fetched: Verb, tmp_path: Path) -> None:
    first, second, third = (paper["citekey"] for paper in fetched("list", "--json").value[:3])
    fetched("state", "shortlist", first, second)
    fetched("run", "paper.archive", third)
    fetched("tag", first, "+to read")
    fetched("note", first, "--append", "A *fine* idea: xylophone.")
    assert fetched("run", "paper.download", first).code == 0

    assert [hit["kind"] for hit in fetched("search", "xylophone", "--json").value] == ["note"]
    kept = fetched("list", "state:shortlist", "--json").value
    assert {paper["citekey"] for paper in kept} == {first, second}
    assert fetched("list", "in:library has:pdf", "--json").value[0]["citekey"] == first

    exported = fetched("export", str(tmp_path / "vault"), "--json").value
    assert {file["result"] for file in exported} == {"new"}
    texts = [Path(file["path"]).read_text("utf-8") for file in exported]
    (text,) = [text for text in texts if "xylophone" in text]
    assert text.startswith("---\n")
    assert "to read" in text
    again = fetched("export", str(tmp_path / "vault"), "--json").value
    assert {file["result"] for file in again} == {"unchanged"}


def test_the_full_text_of_a_downloaded_paper_is_found_by_page(fetched: Verb) -> None:
    paper = fetched("list", "--limit", "1", "--json").value[0]
    fetched("run", "paper.download", str(paper["id"]))
    hits = fetched("search", f'references title:"{paper["title"]}"', "--json").value
    assert not hits or all(hit["paper"] == paper["id"] for hit in hits)
    pages = [hit for hit in fetched("search", "the of and", "--json").value if hit["page"]]
    assert pages
    assert {hit["paper"] for hit in pages} == {paper["id"]}


def test_everything_done_can_be_undone_and_done_again(fetched: Verb) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fresh = fetched("show", paper, "--json").value
    fetched("state", "later", paper)
    fetched("tag", paper, "+rl")
    fetched("note", paper, "--append", "Words.")
    done = fetched("show", paper, "--json").value
    for _ in range(3):
        assert fetched("run", "edit.undo").code == 0
    assert fetched("show", paper, "--json").value == fresh
    for _ in range(3):
        fetched("run", "edit.redo")
    assert fetched("show", paper, "--json").value == done


def test_a_deleted_index_is_made_again(fetched: Verb, tmp_path: Path) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Quetzalcoatl.")
    assert fetched("search", "quetzalcoatl", "--json").value
    index = tmp_path / "my desk" / "index"
    for file in sorted(index.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    fetched("index")
    assert fetched("search", "quetzalcoatl", "--json").value


def test_a_damaged_index_is_no_reason_to_stop(fetched: Verb, tmp_path: Path) -> None:
    paper = str(fetched("list", "--limit", "1", "--json").value[0]["id"])
    fetched("note", paper, "--append", "Quetzalcoatl.")
    assert fetched("search", "quetzalcoatl", "--json").value
    for file in (tmp_path / "my desk" / "index").rglob("*"):
        if file.is_file():
            file.write_bytes(b"\x00garbage" * 40)
    said = fetched("search", "quetzalcoatl", "--json")
    assert said.code == 0
    fetched("index", "--rebuild")
    assert fetched("search", "quetzalcoatl", "--json").value
