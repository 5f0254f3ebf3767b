"""The words of the command line."""

from datetime import date

import pytest

from paperdesk.app.grammar import VERBS, parser

TOP = parser("1.2.3")


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["fetch", "--date", "2026-05-29"], "date", date(2026, 5, 29)),
        (["list", "tag:rl", "--limit", "5", "--json"], "limit", 5),
        (["list"], "query", ""),
        (["show", "2401.00001", "--json"], "json", True),
        (["add", "2401.00001", "2401.00002"], "what", ["2401.00001", "2401.00002"]),
        (["tag", "--json", "1", "+rl", "-old"], "words", ["1", "+rl", "-old"]),
        (["state", "inbox", "1", "2"], "papers", ["1", "2"]),
        (["note", "1", "--append", "text"], "append", "text"),
        (["export", "out"], "query", "in:library"),
        (["import", "a.txt", "--date", "2026-03-12"], "files", ["a.txt"]),
        (["index", "--rebuild"], "rebuild", True),
        (["run", "paper.archive", "1"], "command", "paper.archive"),
    ],
)
def test_a_verb_takes_its_words(words: list[str], name: str, value: object) -> None:
    assert getattr(TOP.parse_args(words), name) == value


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["list", "--limit", "0"],
        ["fetch", "--date", "yesterday"],
        ["note", "1", "--append", "a", "--edit", "b"],
        ["export"],
        [],
    ],
)
def test_what_is_off_ends_with_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        TOP.parse_args(words)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_a_command_without_arguments_is_told_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        TOP.parse_args(["run"])
    assert capsys.readouterr().err.endswith("are required: COMMAND\n")


def test_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        TOP.parse_args(["--help"])
    told = capsys.readouterr().out
    assert [verb for verb in VERBS if verb not in told] == []


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", ""])
def test_what_is_no_day_is_wrong_usage_with_a_sentence(
    day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        parser("1").parse_args(["fetch", "--date", day])
    assert f"“{day}” is no day of the calendar: write it as" in capsys.readouterr().err
