"""The word index on disk; Whoosh's only door.

Whoosh keeps the schema, the segments, their merging and the table of contents;
how a text becomes words (`domain.words`) and how found words become an answer
(`matching`) is ours. Only ids are stored: the texts stay in the library.

*Why postings are read block by block:* Whoosh's own matchers decode one posting
at a time, which is a hundred times what an answer while typing may cost. The
members of the pinned version that this reads are named in `_blocks` only.
"""

# Whoosh is typed in half: what it hands out without a type is called here only.
# mypy: allow-untyped-calls

import contextlib
import math
import pickle
import struct
import zlib
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats, versionstring
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import FileIndex, LockError
from whoosh.index import IndexError as WhooshError
from whoosh.lang.porter2 import stem as _stem
from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import CorruptIndexError, SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length
from whoosh.writing import IndexingError

from paperdesk.domain.words import places
from paperdesk.search.documents import NUMBERS, TEXTS, Batch, Postings, Spots
from paperdesk.search.lexicon import Lexicon, read_lexicon, words_in, write_lexicon

STAMP = f"2 {versionstring()}"
"""What an index was made with: our number, to be raised with any change to what
is written, and Whoosh's."""

LINE_GAP = 64
"""Positions from one author's name to the next, so that no phrase spans two."""

_MERGE_AT = 6
_SETTLED = 5_000
_HOLLOW = 0.5
_DAMAGE = (
    OSError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    MemoryError,
    NameError,
    struct.error,
    zlib.error,
    pickle.PickleError,
    WhooshError,
    FileFormatError,
    CorruptIndexError,
    LockError,
    IndexingError,
)


class Damaged(Exception):
    """The index on disk is not what it should be; it must be built again."""


class Unfinished(Exception):
    """A commit is in, but its list of words is still being written."""


class Words(fields.FieldType):
    """A field of words with their positions; by lines, each stands apart."""

    def __init__(self, *, lines: bool = False) -> None:
        unused: Any = None
        super().__init__(formats.Positions(), unused, scorable=True)
        self.lines = lines

    def index(
        self, value: str, **_options: object
    ) -> Generator[tuple[bytes, int, float, bytes], None, None]:
        """Each word of a text: its bytes, how often, its weight, its positions."""
        found = _apart(value) if self.lines else places(value)
        for word, at in found.items():
            yield word.encode(), len(at), float(len(at)), array("I", at).tobytes()


def _apart(value: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(value.split("\n")):
        for word, positions in places(line).items():
            found.setdefault(word, []).extend(at + number * LINE_GAP for at in positions)
    return found


def stem(word: str) -> str:
    """What stays of an English word without its ending (Porter's second rules)."""
    return str(_stem(word))


@contextlib.contextmanager
def undamaged() -> Iterator[None]:
    """Say `Damaged` for whatever Whoosh stumbles over in broken files."""
    try:
        yield
    except _DAMAGE as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


class _Files(FileStorage):
    """The files of a folder; what a reader that failed left open can be closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._left: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading, and remember it while it is open."""
        file = super().open_file(name, **options)
        self._left = [one for one in self._left if not one.is_closed]
        self._left.append(file)
        return file

    def close(self) -> None:
        """Close what is still open."""
        for file in self._left:
            if not file.is_closed:
                file.close()
        self._left.clear()


class Segment:
    """A part of the index that never changes, save that documents leave it."""

    def __init__(self, folder: Path, reader: Any) -> None:
        self.name: str = reader.segment().segment_id()
        self.count: int = reader.doc_count_all()
        self.lexicon: Lexicon
        self._reader = reader
        self._storage = reader.storage()
        try:
            self.lexicon = read_lexicon(_lexicon_path(folder, self.name))
        except (OSError, ValueError, IndexError) as error:
            reader.close()
            raise Unfinished(self.name) from error

    def postings(self, text: str, word: str) -> Postings | None:
        """Where a word stands in one of the fields; None for nowhere."""
        documents, counts = array("I"), array("f")
        with undamaged():
            for ids, weights, _ in self._blocks(text, word.encode()):
                documents.extend(ids)
                counts.extend(weights)
        return Postings(documents, counts) if documents else None

    def spots(self, text: str, word: str) -> Spots | None:
        """Every place of a word in one of the fields; None for nowhere."""
        documents, sizes, positions = array("I"), array("I"), bytearray()
        with undamaged():
            for ids, weights, values in self._blocks(text, word.encode()):
                documents.extend(ids)
                sizes.extend(map(int, weights))
                positions += b"".join(values)
        return Spots(documents, sizes, array("I", bytes(positions))) if documents else None

    def holding(self, name: str, value: str) -> list[int]:
        """The documents with a key or of a group."""
        with undamaged():
            return [one for ids, _, _ in self._blocks(name, value.encode()) for one in ids]

    def numbers(self, name: str) -> "array[int]":
        """A column, one number a document."""
        with undamaged():
            return self._column(name, array("i"), swapped=True)

    def lengths(self, text: str) -> "array[int]":
        """How many words each document has in a field, as places in `LENGTHS`."""
        with undamaged():
            return self._column(f"_{text}_len", array("B"))

    def reference(self, document: int) -> str:
        """What the document was given to be known by, outside."""
        with undamaged():
            return str(self._reader.stored_fields(document).get("ref", ""))

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def _column(self, name: str, column: "array[Any]", *, swapped: bool = False) -> "array[Any]":
        """A column's file as it lies there: big-endian, without trailing zeros."""
        path = W3Codec.column_filename(self._reader.segment(), name)
        if self._storage.file_exists(path):
            with contextlib.closing(self._storage.open_file(path)) as file:
                column.frombytes(file.read())
        if swapped:
            column.byteswap()
        column.frombytes(bytes(column.itemsize * (self.count - len(column))))
        return column

    def _blocks(self, name: str, word: bytes) -> Iterator[tuple[Any, Any, Any]]:
        """Document numbers, weights and values of a term, block by block."""
        try:
            matcher: Any = self._reader.postings(name, word)
        except TermNotFound:
            return
        if isinstance(matcher, FilterMatcher):
            # It leaves out, one by one, what has left the segment; snapshots know that.
            matcher = matcher.child
        while matcher.is_active():
            matcher.id(), matcher.weight(), matcher.value()
            yield matcher._ids, matcher._weights, matcher._values
            matcher._next_block()


class Index:
    """A folder with an index: what is in it, and one commit after the other."""

    def __init__(self, folder: Path, *, new: bool = False) -> None:
        """Open the index in a folder, or begin a new one there."""
        self._folder = folder
        if new:
            folder.mkdir(parents=True, exist_ok=True)
        self._storage = _Files(folder)
        with undamaged(), self._tidy():
            make = FileIndex.create if new else FileIndex
            self._index = make(self._storage, _schema() if new else None, "words")

    def generation(self) -> int:
        """A number that grows with every commit, by whichever process."""
        with undamaged():
            return int(self._index.latest_generation())

    def segments(self, opened: dict[str, Segment]) -> list[tuple[Segment, frozenset[int]]]:
        """The segments and what has left them; those in `opened` are used again."""
        found: list[tuple[Segment, frozenset[int]]] = []
        try:
            with undamaged(), self._tidy():
                for one in self._index._segments():
                    segment = opened.get(one.segment_id()) or self._open(one)
                    found.append((segment, frozenset(one.deleted_docs() or ())))
        except (Damaged, Unfinished):
            for segment, _ in found:
                if segment.name not in opened:
                    segment.close()
            raise
        return found

    def write(self, batch: Batch) -> None:
        """Write a batch in one commit; cut short, the index is as before."""
        with undamaged():
            writer = self._index.writer(codec=_codec(), compound=False, limitmb=32)
            try:
                self._fill(writer, batch)
            except BaseException:
                writer.cancel()
                raise
            writer.commit(mergetype=_merge)
        self.finish()

    def finish(self) -> None:
        """Write the words of segments that lack them, and drop those of segments gone.

        For the holder of the lock: after a commit, and after a process was
        killed in between.
        """
        with undamaged():
            kept = set()
            for segment in self._index._segments():
                path = _lexicon_path(self._folder, segment.segment_id())
                kept.add(path)
                if not _readable(path):
                    with contextlib.closing(self._reader(segment)) as reader:
                        write_lexicon(path, words_in(reader))
            for path in self._folder.glob(_LEXICON.format("*")):
                if path not in kept:
                    path.unlink(missing_ok=True)

    def _open(self, segment: Any) -> Segment:
        return Segment(self._folder, self._reader(segment))

    def _fill(self, writer: Any, batch: Batch) -> None:
        terms = [("key", key) for key in batch.gone]
        terms += [("group", group) for group in batch.groups_gone]
        base = 0
        for segment in writer.segments:
            with contextlib.closing(self._reader(segment)) as reader:
                _delete(writer, reader, base, terms)
            base += segment.doc_count_all()
        for document in batch.documents:
            writer.add_document(
                key=document.key,
                group=document.group or None,
                ref=document.ref or None,
                paper=document.paper,
                kind=document.kind,
                page=document.page,
                **{name: text for name, text in document.texts.items() if text},
            )

    def _reader(self, segment: Any) -> SegmentReader:
        """A reader with files of its own, none of which stays open if it fails."""
        files = _Files(self._folder)
        try:
            return SegmentReader(files, self._index.schema, segment)
        except _DAMAGE:
            files.close()
            raise

    @contextlib.contextmanager
    def _tidy(self) -> Iterator[None]:
        """Leave no file open when the table of contents cannot be read."""
        try:
            yield
        except _DAMAGE:
            self._storage.close()
            raise


def _delete(writer: Any, reader: Any, base: int, terms: Iterable[tuple[str, str]]) -> None:
    for name, value in terms:
        term = (name, value.encode())
        if term in reader:
            for document in reader.postings(*term).all_ids():
                writer.delete_document(base + document)


def _merge(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge small segments of one size; what is large and whole is left alone."""
    tiers: dict[int, list[Any]] = {}
    kept = []
    for segment in segments:
        alive = segment.doc_count_all() - segment.deleted_count()
        hollow = segment.deleted_count() > _HOLLOW * segment.doc_count_all()
        if not alive:
            continue
        if segment.doc_count_all() > _SETTLED and not hollow:
            kept.append(segment)
        else:
            tiers.setdefault(int(math.log(alive, _MERGE_AT)), []).append(segment)
    for tier in tiers.values():
        if len(tier) < _MERGE_AT:
            kept.extend(tier)
            continue
        for segment in tier:
            with contextlib.closing(SegmentReader(writer.storage, writer.schema, segment)) as one:
                writer.add_reader(one)
    return kept


def _codec() -> W3Codec:
    """Whoosh's own, in blocks that suit reading whole lists."""
    codec = W3Codec(blocklimit=1024, compression=1)
    codec.length_stats = False
    return codec


def _schema() -> fields.Schema:
    number: Callable[[], Any] = lambda: fields.COLUMN(columns.NumericColumn("i"))  # noqa: E731
    return fields.Schema(
        key=fields.ID(),
        group=fields.ID(),
        ref=fields.STORED(),
        **{name: number() for name in NUMBERS},
        **{name: Words(lines=name == "authors") for name in TEXTS},
    )


_LEXICON = "lexicon-{}"


def _lexicon_path(folder: Path, segment: str) -> Path:
    return folder / _LEXICON.format(segment)


def _readable(lexicon: Path) -> bool:
    try:
        read_lexicon(lexicon)
    except (OSError, ValueError, IndexError):
        return False
    return True


LENGTHS = array("f", (byte_to_length(code) for code in range(256)))
"""The lengths that texts are said to have: exact for short ones, rough for long."""
