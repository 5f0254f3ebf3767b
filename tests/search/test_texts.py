from pathlib import Path

from paperdesk.search.texts import Progress, Texts


def test_texts_are_kept_page_by_page(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "cache" / "pages.db")
    assert texts.progress(1, "digest") == Progress(0, 0, 0)
    texts.keep(1, 0, ["one", "two"], 0)
    texts.keep(1, 2, ["three"], 1)
    texts.indexed(1, 2)
    assert texts.progress(1, "digest") == Progress(3, 2, 1)
    assert texts.pages(1, 1, 5) == ["two", "three"]
    texts.start_over()
    assert texts.progress(1, "digest").indexed == 0
    texts.close()


def test_other_bytes_are_read_anew(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "pages.db")
    texts.progress(1, "old")
    texts.keep(1, 0, ["one"], 0)
    assert texts.progress(1, "new") == Progress(0, 0, 0)
    assert texts.pages(1, 0, 1) == []
    texts.close()


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "pages.db").write_bytes(b"no database " * 100)
    texts = Texts(tmp_path / "pages.db")
    assert texts.progress(1, "digest") == Progress(0, 0, 0)
    texts.close()


def test_where_the_disk_takes_nothing_texts_live_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    texts = Texts(tmp_path / "cache" / "pages.db")
    texts.progress(1, "digest")
    texts.keep(1, 0, ["one"], 0)
    assert list(texts.pages(1, 0, 1)) == ["one"]
    texts.close()
