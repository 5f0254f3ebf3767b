"""The pool with workers that misbehave to order, and with the real one."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.errors import BadDocument, Cancelled, NotFound, PaperDeskError, Refused
from paperdesk.domain.pages import Document, Find, Inspect, Links, Pages, Picture, Render, Text
from paperdesk.pdfworker import Pool
from paperdesk.pdfworker.wishes import AWAITED

MakePool = Callable[..., Pool]
MakePdf = Callable[..., Document]
Children = Callable[[], set[int]]
Eventually = Callable[[Callable[[], bool]], None]

ORPHAN = """
import pathlib, sys, time
from paperdesk.domain.errors import NotFound
from paperdesk.domain.pages import Document, Inspect
from paperdesk.pdfworker import Pool
pool = Pool(sys.argv[1:], lambda callback: callback(), workers=1)
try:
    pool.call(Inspect(Document(pathlib.Path("/nowhere"))))
except NotFound:
    tasks = pathlib.Path("/proc/self/task").glob("*/children")
    print(*[task.read_text() for task in tasks], flush=True)
time.sleep(600)
"""


def order(needle: str, page: int = 0, path: Path = Path("x")) -> Find:
    """What the fake worker takes as an order."""
    return Find(Document(path), needle, page, page)


def ignore(_answer: object) -> None:
    """For those who do not care about the answer."""


def log_of(folder: Path) -> list[str]:
    return (folder / "log").read_text().splitlines()


def test_an_answer_comes_back(make_pool: MakePool, fake: list[str]) -> None:
    pages: Pages = make_pool(fake)
    assert pages.call(order("echo", 7))[0].page == 7


def test_answers_come_through_deliver(fake: list[str], eventually: Eventually) -> None:
    waiting: list[Callable[[], None]] = []
    answers: list[Any] = []
    pool = Pool(fake, waiting.append)
    pool.ask(order("echo"), answers.append, ignore)
    eventually(lambda: bool(waiting))
    assert not answers
    waiting[0]()
    assert answers[0][0].page == 0
    pool.close()


def test_a_cancelled_request_says_nothing(make_pool: MakePool, fake: list[str]) -> None:
    pool = make_pool(fake)
    answers: list[Any] = []
    pool.ask(order("dawdle"), answers.append, answers.append).cancel()
    pool.call(order("echo"))
    assert answers == []


def test_a_cancelled_request_is_not_even_tried(
    make_pool: MakePool, fake: list[str], tmp_path: Path
) -> None:
    pool = make_pool(fake)
    running = pool.ask(order("dawdle", 1, tmp_path), ignore, ignore)
    pool.ask(order("echo", 2, tmp_path), ignore, ignore).cancel()
    pool.call(order("echo", 3, tmp_path))
    assert log_of(tmp_path) == ["dawdle 1", "echo 3"]
    running.cancel()


def test_the_urgent_goes_first_and_then_the_latest(
    make_pool: MakePool, fake: list[str], tmp_path: Path, eventually: Eventually
) -> None:
    pool = make_pool(fake)
    answers: list[Any] = []
    pool.ask(order("dawdle", 0, tmp_path), answers.append, ignore)
    eventually((tmp_path / "log").exists)
    for page, urgency in ((1, 0), (2, 0), (3, 5), (4, -1)):
        pool.ask(order("echo", page, tmp_path), answers.append, ignore, urgency=urgency)
    eventually(lambda: len(answers) == 5)
    assert log_of(tmp_path) == ["dawdle 0", "echo 3", "echo 2", "echo 1", "echo 4"]


def test_the_same_request_is_met_once(
    make_pool: MakePool, fake: list[str], tmp_path: Path, eventually: Eventually
) -> None:
    pool = make_pool(fake)
    answers: list[Any] = []
    for _ in range(3):
        pool.ask(order("dawdle", 0, tmp_path), answers.append, ignore)
    eventually(lambda: len(answers) == 3)
    assert log_of(tmp_path) == ["dawdle 0"]


def test_a_worker_that_dies_fails_only_its_request(make_pool: MakePool, fake: list[str]) -> None:
    pool = make_pool(fake)
    with pytest.raises(BadDocument, match=r"Pages 5 to 5 .* stopped over it\. The rest"):
        pool.call(order("die", 4))
    assert pool.call(order("echo"))


def test_the_others_in_the_queue_are_answered(
    make_pool: MakePool, fake: list[str], eventually: Eventually
) -> None:
    pool = make_pool(fake)
    answers: list[Any] = []
    pool.ask(order("die"), ignore, answers.append, urgency=1)
    for page in range(3):
        pool.ask(order("echo", page), answers.append, ignore)
    eventually(lambda: len(answers) == 4)
    assert sum(isinstance(answer, BadDocument) for answer in answers) == 1


def test_every_request_is_settled_whoever_is_killed(
    make_pool: MakePool, fake: list[str], children: Children, eventually: Eventually
) -> None:
    pool = make_pool(fake, workers=2)
    outcomes: list[Any] = []
    before = children()
    for page in range(200):
        pool.ask(order("echo", page), outcomes.append, outcomes.append)
        if page % 50 == 49:
            for worker in children() - before:
                os.kill(worker, signal.SIGKILL)
    eventually(lambda: len(outcomes) == 200)
    assert sum(isinstance(outcome, tuple) for outcome in outcomes) >= 190


def test_a_worker_that_hangs_is_ended(make_pool: MakePool, fake: list[str]) -> None:
    pool = make_pool(fake, seconds=1.0)
    with pytest.raises(BadDocument, match=r"took more than 1 s\. The rest"):
        pool.call(order("hang"))
    assert pool.call(order("echo"))


def test_a_worker_that_talks_nonsense_is_replaced(make_pool: MakePool, fake: list[str]) -> None:
    pool = make_pool(fake)
    first = pool.call(order("who"))[0].page
    with pytest.raises(BadDocument):
        pool.call(order("lie"))
    assert pool.call(order("who", 1))[0].page != first


def test_a_page_that_ends_two_workers_is_left_alone(
    make_pool: MakePool, fake: list[str], tmp_path: Path
) -> None:
    pool = make_pool(fake)
    for _ in range(3):
        with pytest.raises(BadDocument) as failure:
            pool.call(order("die", 0, tmp_path / "paper.pdf"))
    assert "so it is left alone" in str(failure.value)


def test_a_worker_killed_while_idle_is_replaced_unnoticed(
    make_pool: MakePool, fake: list[str], eventually: Eventually
) -> None:
    pool = make_pool(fake)
    worker = pool.call(order("who"))[0].page
    os.kill(worker, signal.SIGKILL)
    eventually(lambda: not alive(worker))
    assert pool.call(order("echo"))


def test_a_command_that_does_not_exist_is_said_in_a_sentence(make_pool: MakePool) -> None:
    with pytest.raises(Refused, match="could not be started"):
        make_pool(["/nowhere/paperdesk"]).call(order("echo"))


def test_a_worker_that_never_gets_ready_is_said_in_a_sentence(
    make_pool: MakePool, fake: list[str]
) -> None:
    with pytest.raises(Refused, match="could not be started"):
        make_pool([*fake, "mute"]).call(order("echo"))


def test_the_worker_that_has_the_document_is_preferred(
    make_pool: MakePool, fake: list[str], tmp_path: Path
) -> None:
    pool = make_pool(fake, workers=2)
    pool.warm()
    one = pool.call(order("who", 0, tmp_path / "a"))[0].page
    for page in range(1, 6):
        assert pool.call(order("who", page, tmp_path / "a"))[0].page == one


def test_an_idle_worker_helps_with_a_document_that_keeps_the_other_busy(
    make_pool: MakePool, fake: list[str], eventually: Eventually
) -> None:
    pool = make_pool(fake, workers=2)
    pool.warm()
    eventually(lambda: all(member.idle for member in pool._members))
    answers: queue.Queue[str] = queue.Queue()
    pool.ask(order("dawdle"), lambda _: answers.put("late"), ignore, urgency=AWAITED + 1)
    pool.ask(order("who", 1), lambda _: answers.put("soon"), ignore, urgency=AWAITED)
    assert [answers.get(timeout=20) for _ in range(2)] == ["soon", "late"]


def test_a_call_that_takes_too_long_is_given_up(make_pool: MakePool, fake: list[str]) -> None:
    with pytest.raises(Refused, match="not read in time"):
        make_pool(fake).call(order("dawdle"), timeout=0.05)


def test_closing_tells_those_who_wait(fake: list[str]) -> None:
    pool = Pool(fake, lambda callback: callback(), workers=1)
    outcomes: list[PaperDeskError] = []

    def wait() -> None:
        with pytest.raises(Cancelled):
            pool.call(order("hang"))
        outcomes.append(Cancelled())

    threads = [threading.Thread(target=wait) for _ in range(2)]
    for thread in threads:
        thread.start()
    pool.close()
    for thread in threads:
        thread.join(30)
    assert len(outcomes) == 2


def test_a_closed_pool_answers_nothing_more(fake: list[str]) -> None:
    pool = Pool(fake, lambda callback: callback())
    pool.close()
    with pytest.raises(Cancelled):
        pool.call(order("echo"))


def test_closing_leaves_no_process(fake: list[str], children: Children) -> None:
    before = children()
    pool = Pool(fake, lambda callback: callback())
    pool.warm()
    pool.call(order("echo"))
    pool.close()
    assert children() == before


def test_workers_end_when_the_window_is_killed(real: list[str], eventually: Eventually) -> None:
    window = subprocess.Popen([sys.executable, "-c", ORPHAN, *real], stdout=subprocess.PIPE)
    assert window.stdout is not None
    worker = int(window.stdout.readline())
    window.kill()
    window.wait()
    window.stdout.close()
    eventually(lambda: not alive(worker))


def alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("page", [0, 1])
def test_memory_that_is_not_what_it_seems_is_refused(
    make_pool: MakePool, fake: list[str], page: int
) -> None:
    pool = make_pool(fake)
    with pytest.raises(BadDocument):
        pool.call(Render(Document(Path("x")), page, 1.0))
    assert pool.leased == 0


def test_a_picture_is_leased_and_its_memory_used_again(pool: Pool, make_pdf: MakePdf) -> None:
    document = make_pdf("one", "two")
    first = pool.call(Render(document, 0, 4.0))
    assert pool.leased == first.stride * first.height == len(first.pixels)
    held = descriptors()
    for _ in range(5):
        first.release()
        first = pool.call(Render(document, 1, 4.0))
    assert descriptors() == held
    first.release()
    assert pool.leased == 0


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_a_small_picture_needs_no_descriptor(pool: Pool, make_pdf: MakePdf) -> None:
    document = make_pdf("one")
    tiles = [pool.call(Render(document, 0, 2.0, (0, 0, 64, 64)))]
    held = descriptors()
    tiles += [pool.call(Render(document, 0, 2.0, (0, 0, 64, 65 + n))) for n in range(9)]
    # Fewer is well: what other tests of this process left behind may go meanwhile.
    assert descriptors() <= held
    for tile in tiles:
        tile.release()
    assert pool.leased == 0


def test_a_picture_that_two_wait_for_is_one_picture(
    pool: Pool, make_pdf: MakePdf, eventually: Eventually
) -> None:
    pictures: list[Picture] = []
    for _ in range(2):
        pool.ask(Render(make_pdf("one"), 0, 4.0), pictures.append, ignore)
    eventually(lambda: len(pictures) == 2)
    assert pool.leased == len(pictures[0].pixels)
    pictures[0].release()
    assert bytes(pictures[1].pixels[:3]) == b"\xff\xff\xff"
    pictures[1].release()
    assert pool.leased == 0


def test_a_cancelled_picture_gives_its_memory_back(
    pool: Pool, make_pdf: MakePdf, eventually: Eventually
) -> None:
    document = make_pdf("one")
    pool.ask(Render(document, 0, 4.0), ignore, ignore).cancel()
    pool.call(Text(document, 0))
    eventually(lambda: pool.leased == 0)


def test_pictures_beyond_the_cap_are_refused(
    make_pool: MakePool, real: list[str], make_pdf: MakePdf
) -> None:
    pool = make_pool(real, leased=1000)
    document = make_pdf("one")
    first = pool.call(Render(document, 0, 1.0))
    with pytest.raises(Refused, match="Too many pages"):
        pool.call(Render(document, 0, 2.0))
    first.release()
    pool.call(Render(document, 0, 2.0)).release()


def test_a_real_worker_killed_in_the_middle_fails_one_request(
    make_pool: MakePool,
    real: list[str],
    make_pdf: MakePdf,
    children: Children,
    eventually: Eventually,
) -> None:
    pool = make_pool(real)
    document = busy_page(make_pdf("one"))
    before = children()
    pool.call(Inspect(document))
    (worker,) = children() - before
    idle = ticks(worker)
    failures: list[PaperDeskError] = []
    pool.ask(Render(document, 0, 8.0), ignore, failures.append)
    eventually(lambda: ticks(worker) > idle + 10)
    os.kill(worker, signal.SIGKILL)
    eventually(lambda: bool(failures))
    assert "Page 1 could not be drawn" in str(failures[0])
    assert pool.call(Links(document, 0)) == ()


def busy_page(document: Document) -> Document:
    """A document whose page takes seconds to draw."""
    strokes = b"0 0 m 400 600 l 0 600 l 400 0 l S\n" * 20_000
    path = document.path.with_name("busy.pdf")
    with pymupdf.open(document.path) as source:
        content = source.get_new_xref()
        source.update_object(content, "<<>>")
        source.update_stream(content, strokes)
        source[0].set_contents(content)
        source.save(path)
    return Document(path)


def ticks(process: int) -> int:
    """The processor time of a process, in hundredths of a second."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def test_a_real_worker_that_hangs_is_replaced(
    make_pool: MakePool, real: list[str], make_pdf: MakePdf, children: Children
) -> None:
    pool = make_pool(real, seconds=1.0)
    document = make_pdf("one")
    before = children()
    pool.warm()
    pool.call(Inspect(document))
    (worker,) = children() - before
    os.kill(worker, signal.SIGSTOP)
    with pytest.raises(BadDocument, match="Page 1 could not be drawn: it took more than 1 s"):
        pool.call(Render(document, 0, 1.0))
    assert pool.call(Text(document, 0)).strip() == "one"


def test_a_page_that_wants_all_memory_is_refused_and_survived(
    make_pool: MakePool, real: list[str], make_pdf: MakePdf
) -> None:
    pool = make_pool(real, memory=450 * 2**20, pixels=10**9)
    document = make_pdf("one")
    with pytest.raises(Refused, match="Page 1 could not be drawn: it needs too much memory"):
        pool.call(Render(document, 0, 40.0))
    pool.call(Render(document, 0, 1.0)).release()


def test_a_forgotten_document_is_read_again(pool: Pool, make_pdf: MakePdf) -> None:
    document = make_pdf("one")
    pool.call(Inspect(document))
    document.path.unlink()
    pool.forget(document)
    with pytest.raises(NotFound, match="is not there"):
        pool.call(Inspect(document))


def test_a_file_that_has_changed_is_opened_anew(pool: Pool, make_pdf: MakePdf) -> None:
    assert len(pool.call(Inspect(make_pdf("one"))).pages) == 1
    assert len(pool.call(Inspect(make_pdf("one", "two"))).pages) == 2


def test_the_window_never_imports_pymupdf() -> None:
    code = "import sys, paperdesk.pdfworker; sys.exit('pymupdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
