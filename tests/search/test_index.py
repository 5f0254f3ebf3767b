import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from paperdesk.domain.words import places
from paperdesk.search.documents import Batch, Document, Kind
from paperdesk.search.index import LENGTHS, Damaged, Index, Segment, Unfinished

Read = Callable[[Index], list[tuple[Segment, frozenset[int]]]]


def document(key: str, text: str, *, group: str = "", authors: str = "") -> Document:
    texts = {"text": text, "authors": authors}
    return Document(key, Kind.PAGE, 7, texts, page=3, group=group, ref=key)


@pytest.fixture
def read() -> Iterator[Read]:
    """Opens the segments of an index, and closes them when the test is over."""
    with contextlib.ExitStack() as opened:

        def read(index: Index) -> list[tuple[Segment, frozenset[int]]]:
            found = index.segments({})
            for segment, _ in found:
                opened.callback(segment.close)
            return found

        yield read


def keys(found: list[tuple[Segment, frozenset[int]]]) -> list[str]:
    """The documents that are there."""
    return sorted(
        segment.reference(one)
        for segment, gone in found
        for one in range(segment.count)
        if one not in gone
    )


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index", new=True)


def test_what_is_written_can_be_read_by_another(index: Index, read: Read, tmp_path: Path) -> None:
    text = "the cat and the hat, pre-training"
    index.write(Batch([document("a", "nothing"), document("b", text)]))
    ((segment, _),) = read(Index(tmp_path / "index"))
    found = segment.postings("text", "the")
    assert found is not None
    assert (found.documents.tolist(), found.counts.tolist()) == ([1], [2.0])
    assert segment.numbers("paper").tolist() == [7, 7]
    assert segment.numbers("page").tolist() == [3, 3]
    lengths = [LENGTHS[code] for code in segment.lengths("text")]
    assert lengths == [1.0, float(sum(map(len, places(text).values())))]
    assert segment.lengths("title").tolist() == [0, 0]


def test_every_place_of_a_word_is_kept(index: Index, read: Read) -> None:
    index.write(Batch([document("a", "cat dog cat"), document("b", "a cat")]))
    ((segment, _),) = read(index)
    spots = segment.spots("text", "cat")
    assert spots is not None
    assert (spots.documents.tolist(), spots.sizes.tolist()) == ([0, 1], [2, 1])
    assert spots.positions.tolist() == [0, 2, 1]


def test_long_lists_are_read_whole(index: Index, read: Read) -> None:
    index.write(Batch([document(str(number), "cat " * (number % 3 + 1)) for number in range(3000)]))
    ((segment, _),) = read(index)
    found = segment.postings("text", "cat")
    assert found is not None
    assert found.documents.tolist() == list(range(3000))
    assert found.counts.tolist() == [float(number % 3 + 1) for number in range(3000)]


def test_authors_stand_apart(index: Index, read: Read) -> None:
    index.write(Batch([document("a", "", authors="Kaiming He\nXiangyu Zhang")]))
    ((segment, _),) = read(index)
    he, xiangyu = segment.spots("authors", "he"), segment.spots("authors", "xiangyu")
    assert he is not None
    assert xiangyu is not None
    assert xiangyu.positions[0] - he.positions[0] > 16


def test_a_document_takes_the_place_of_its_older_self(index: Index, read: Read) -> None:
    index.write(Batch([document("a", "old"), document("b", "other")]))
    index.write(Batch([document("a", "new")], gone=["a"]))
    assert keys(read(index)) == ["a", "b"]


def test_documents_leave_by_key_and_by_group(index: Index, read: Read) -> None:
    pages = [document(f"f{page}", "x", group="f") for page in range(3)]
    index.write(Batch([*pages, document("a", "x"), document("b", "x")]))
    index.write(Batch(gone=["a", "unknown"], groups_gone=["f"]))
    assert keys(read(index)) == ["b"]


def test_small_segments_are_merged_and_lose_nothing(index: Index, read: Read) -> None:
    for number in range(40):
        index.write(Batch([document(str(number), f"word{number} common")]))
    assert keys(read(index)) == sorted(map(str, range(40)))
    assert len(read(index)) < 12


def test_open_segments_are_used_again(index: Index, read: Read) -> None:
    index.write(Batch([document("a", "x")]))
    opened = {segment.name: segment for segment, _ in read(index)}
    before = index.generation()
    index.write(Batch([document("b", "x")]))
    assert index.generation() > before
    again = {segment.name: segment for segment, _ in index.segments(opened)}
    assert opened.items() < again.items()
    for name in again.keys() - opened.keys():
        again[name].close()


def test_a_commit_without_its_words_is_finished_by_the_next_writer(
    index: Index, read: Read, tmp_path: Path
) -> None:
    index.write(Batch([document("a", "cat")]))
    next((tmp_path / "index").glob("lexicon-*")).unlink()
    with pytest.raises(Unfinished):
        index.segments({})
    index.finish()
    assert keys(read(index)) == ["a"]


def test_a_batch_that_fails_leaves_the_index_as_it_was(index: Index, read: Read) -> None:
    index.write(Batch([document("a", "cat")]))

    def documents() -> list[Document]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.write(Batch(one for one in documents()))
    index.write(Batch([document("b", "dog")]))
    assert keys(read(index)) == ["a", "b"]


@pytest.mark.parametrize("pattern", ["*.toc", "*.trm", "*.pst"])
@pytest.mark.parametrize("data", [b"", b"\x00" * 64, b"rubbish " * 100])
def test_damage_is_called_by_its_name(
    index: Index, read: Read, tmp_path: Path, pattern: str, data: bytes
) -> None:
    index.write(Batch([document("a", "cat")]))
    for path in (tmp_path / "index").glob(pattern):
        path.write_bytes(data)
    with pytest.raises(Damaged):
        for segment, _ in read(Index(tmp_path / "index")):
            segment.postings("text", "cat")


@pytest.mark.parametrize("gone", ["ab", "c", "e", "abcd"])
def test_a_segment_that_documents_have_left_is_read_when_it_is_opened_anew(
    index: Index, read: Read, tmp_path: Path, gone: str
) -> None:
    index.write(Batch([document(key, f"cat {key}", group="g") for key in "abcde"]))
    index.write(Batch([], list(gone)))
    ((segment, left),) = read(Index(tmp_path / "index"))
    found, spots = segment.postings("text", "cat"), segment.spots("text", "cat")
    assert found is not None
    assert spots is not None
    stay = {"abcde".index(key) for key in set("abcde") - set(gone)}
    assert set(found.documents) - left == stay == set(spots.documents) - left
    assert set(segment.holding("group", "g")) - left == stay
