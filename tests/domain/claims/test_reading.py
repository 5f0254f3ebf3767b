import gzip
import hashlib
import json
import math
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain import daily
from paperdesk.domain.claims import claims, reading
from paperdesk.domain.facts import AMOUNTS, NAMES, Fact, name_key
from paperdesk.domain.lines import one_line, paragraphs

LABELS = Path(__file__).parent / "labels" / "facts.jsonl"

FLOORS = {
    "params": (0.9, 0.9),
    "bits": (0.9, 0.7),
    "speedup": (0.9, 0.9),
    "compression": (0.75, 0.75),
    "context": (0.9, 0.8),
    "dataset": (0.88, 0.8),
    "code": (0.95, 0.95),
}
"""Precision and recall below which the rules have become worse, on papers held out."""

_PIECES = st.sampled_from(
    ["7B", "3x", " faster", "4-bit", "the ", "dataset", "A", "aB", ", ", " and ", "-", "$", "1",
     "\\times", "128k", " context", ".", "(", "benchmark", "http://a.b", "two orders of magnitude"]
)  # fmt: skip


def test_a_fact_stands_once_where_it_is_first_said() -> None:
    found = claims("A 7B model", "The 7B model is 3x faster on GSM8K, and GSM-8K is hard.")
    assert found == (
        Fact("params", 7e9, "7B", "title", 2, 4),
        Fact("speedup", 3.0, "3x", "abstract", 16, 18),
        Fact("dataset", None, "GSM8K", "abstract", 29, 34),
    )


def test_what_is_no_number_of_anything_says_nothing() -> None:
    assert claims("On the unreasonable", "Nothing here counts, and 2 plus 2 is 4.") == ()


@given(title=st.text(), abstract=st.lists(_PIECES | st.text(max_size=3)).map("".join))
def test_the_words_of_every_fact_are_there(title: str, abstract: str) -> None:
    for fact in claims(title, abstract):
        text = title if fact.place == "title" else abstract
        assert 0 <= fact.start < fact.stop <= len(text)
        assert (fact.value is not None) == (fact.name in AMOUNTS)
        assert fact.value is None or (math.isfinite(fact.value) and fact.value >= 0)


@pytest.mark.parametrize(
    "piece",
    ["7B ", "1,", "2-", "2-4x and ", "A", "A, ", "the A ", "dataset ", "introduce A ", "a^", "$",
     "http://", "\\times", " ", "1", "compression ratio of 1, ", "order of magnitude "],
)  # fmt: skip
def test_no_text_takes_long(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 100_000)
    before = time.thread_time()
    claims("", (piece * 100_000)[:100_000])
    assert time.thread_time() - before < 5


def test_precision_and_recall_on_papers_held_out(
    shared_data: Path, record_property: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    scores = _scores(_texts(shared_data), half="held out")
    with capsys.disabled():
        sys.stdout.write(f"\nFacts of abstracts, on papers held out:\n{_table(scores)}\n")
    for name, (right, found, true) in scores.items():
        precision, recall = FLOORS[name]
        record_property(name, (right, found, true))
        assert right / found >= precision, name
        assert right / true >= recall, name


def _scores(texts: dict[str, tuple[str, str]], *, half: str) -> dict[str, tuple[int, int, int]]:
    """Of each fact: how many are right, found and true."""
    scores = dict.fromkeys(NAMES, (0, 0, 0))
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        paper = json.loads(line)
        if paper["half"] != half or paper["key"] not in texts:
            continue
        title, abstract = texts[paper["key"]]
        assert hashlib.sha256(f"{title}\n{abstract}".encode()).hexdigest()[:16] == paper["text"]
        true = {_compared(name, value) for name, value, *_ in paper["facts"]}
        found = {
            _compared(fact.name, fact.text if fact.value is None else fact.value)
            for fact in claims(title, abstract)
        }
        for name in NAMES:
            mine, theirs = ({one for one in ones if one[0] == name} for ones in (found, true))
            more = (len(mine & theirs), len(mine), len(theirs))
            scores[name] = tuple(map(sum, zip(scores[name], more, strict=True)))  # type: ignore[assignment]
    return scores


def _table(scores: dict[str, tuple[int, int, int]]) -> str:
    return "\n".join(
        f"  {name:12} precision {_share(right, found)}   recall {_share(right, true)}"
        for name, (right, found, true) in scores.items()
    )


def _compared(name: str, value: float | str) -> tuple[str, object]:
    if isinstance(value, str):
        return name, name_key(value) if name == "dataset" else value.rstrip("/").lower()
    return name, round(value, 4)


def _share(part: int, whole: int) -> str:
    """A share with its Wilson interval at 95 %."""
    if not whole:
        return "none"
    z, share = 1.96, part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    wide = z / (1 + z * z / whole) * math.sqrt(share * (1 - share) / whole + (z / whole / 2) ** 2)
    return f"{part:3}/{whole:<3} {share:.2f} [{middle - wide:.2f}, {middle + wide:.2f}]"


def _texts(data: Path) -> dict[str, tuple[str, str]]:
    """The recordings that labels are about, by their keys."""
    return {
        key: (title, abstract.strip())
        for source in (_of_days(data), _of_the_catalogue(data), _of_the_collection(data))
        for key, title, abstract in source
    }


def _of_days(data: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(data.glob("hf_daily/*/*.json"), reverse=True):
        for record in json.loads(file.read_text(encoding="utf-8")):
            found = daily.found(record)
            yield f"daily:{found.arxiv}", found.title, found.abstract


def _of_the_catalogue(data: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(data.glob("arxiv_api/arxiv.py/*.json"), reverse=True):
        body = json.loads(file.read_text(encoding="utf-8"))["body"]
        if not body.startswith("<?xml"):
            continue
        for entry in ElementTree.fromstring(body.encode()).iterfind("{*}entry"):
            number = re.sub(r"v\d+$", "", (entry.findtext("{*}id") or "").rpartition("abs/")[2])
            title = one_line(entry.findtext("{*}title"))
            yield f"arxiv:{number}", title, paragraphs(entry.findtext("{*}summary"))


def _of_the_collection(data: Path) -> Iterator[tuple[str, str, str]]:
    file = data / "scale" / "paperlists_title_abstract.jsonl.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            yield f"scale:{number}", " ".join(record["title"].split()), record["abstract"] or ""
