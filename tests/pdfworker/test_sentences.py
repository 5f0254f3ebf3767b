"""What a person reads names the page, and counts from one."""

from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.pages import Document, Find, Inspect, Links, Render, Request, Text, Words
from paperdesk.pdfworker import sentences

PAPER = Document(Path("paper.pdf"))


def test_a_page_that_hangs() -> None:
    assert sentences.overdue(Render(PAPER, 11, 1.0), 20.0) == (
        "Page 12 could not be drawn: it took more than 20 s. The rest of the paper can be read."
    )


@pytest.mark.parametrize(
    ("request_", "start"),
    [
        (Inspect(PAPER), "This PDF could not be opened: "),
        (Words(PAPER, 0), "The text of page 1 could not be read: "),
        (Text(PAPER, 1), "The text of page 2 could not be read: "),
        (Links(PAPER, 2), "The links of page 3 could not be read: "),
        (Find(PAPER, "x", 3, 5), "Pages 4 to 6 could not be searched: "),
    ],
)
def test_every_request_has_its_own_beginning(request_: Request[Any], start: str) -> None:
    for sentence in (sentences.died, sentences.damaged, sentences.greedy, sentences.quarantined):
        assert sentence(request_).startswith(start)


def test_a_whole_document_has_no_rest() -> None:
    assert "The rest" not in sentences.died(Inspect(PAPER))


def test_too_large_a_picture_says_what_to_do() -> None:
    assert sentences.too_large(Render(PAPER, 0, 9.0)).endswith("Zoom out.")
