from pathlib import Path

import pytest

from paperdesk.search.documents import Batch, Document, Kind
from paperdesk.search.index import Index
from paperdesk.search.snapshot import Recent, Snapshot


def document(key: int, text: str) -> Document:
    return Document(f"k{key}", Kind.PAPER, key, {"title": text}, ref=str(key))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    index = Index(tmp_path / "index", new=True)
    index.write(Batch([document(1, "cat dog"), document(2, "cat")]))
    index.write(Batch([document(3, "cat catalogue")]))
    return index


def test_segments_are_numbered_through(index: Index) -> None:
    snapshot = Snapshot(index, Recent(1 << 20))
    assert snapshot.papers.tolist() == [1, 2, 3]
    assert [snapshot.reference(number) for number in range(3)] == ["1", "2", "3"]
    found = [snapshot.counts(*part, "title", "cat") for part in snapshot.parts()]
    assert [one[0].tolist() for one in found if one] == [[0, 1], [2]]
    assert snapshot.words("cat", 9) == {"cat": 3, "catalogue": 1}
    assert snapshot.words("cat", 1) == {"cat": 3}
    snapshot.close()


def test_a_later_snapshot_sees_more_and_less(index: Index) -> None:
    before = Snapshot(index, Recent(1 << 20))
    index.write(Batch([document(4, "cat")], gone=["k1"]))
    after = Snapshot(index, Recent(1 << 20), before)
    assert after.generation > before.generation
    assert sorted(after.papers[after.alive].tolist()) == [2, 3, 4]
    after.close()


def test_reading_ahead_reads_every_long_list_once(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", new=True)
    index.write(Batch(document(number, "cat dog") for number in range(300)))
    snapshot = Snapshot(index, Recent(1 << 20))
    names = [segment.name for segment in snapshot.segments]
    assert sorted(snapshot.warm(names)) == ["cat", "dog"]
    assert list(snapshot.warm([])) == []
    snapshot.close()


def test_what_was_read_longest_ago_makes_room() -> None:
    recent, reads = Recent(10), []

    def get(key: str) -> str:
        def read() -> str:
            reads.append(key)
            return key

        return recent.get((key,), read, lambda _: 4)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert get(key) == key
    assert reads == ["a", "b", "c", "b"]
