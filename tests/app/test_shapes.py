"""The shapes that other programs rely on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from paperdesk.app import shapes
from paperdesk.domain.hit import Hit, HitKind
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.export import Outcome, Result

PAPER = Paper(PaperId(7), "A Title", ("Ada Lovelace",), "Words.", date(2026, 5, 29))

NOW = datetime(2026, 5, 29, tzinfo=UTC)
FILES = Path("papers")


def test_a_file_is_named_in_full() -> None:
    here = replace(PAPER, file="7/a.pdf")
    assert shapes.paper(here, FILES)["file"] == str(FILES / "7" / "a.pdf")
    assert shapes.paper(PAPER, FILES)["file"] is None


def test_days_are_iso_text() -> None:
    assert shapes.paper(PAPER, FILES)["date"] == "2026-05-29"


def test_an_unknown_date_is_null() -> None:
    assert shapes.paper(Paper(PaperId(7), "A Title"), FILES)["date"] is None


def test_a_whole_paper_has_its_note_and_highlights() -> None:
    anchor = Anchor(0, (), "words")
    mark = Highlight(HighlightId("h1"), PaperId(7), anchor, Colour.GREEN, NOW, "so true")
    whole = shapes.whole(PAPER, FILES, "My note.", [mark], {Colour.GREEN: "claim"})
    assert whole["note"] == "My note."
    assert whole["highlights"] == [
        {
            "id": "h1",
            "page": 1,
            "pages": [1],
            "label": "",
            "text": "words",
            "colour": "green",
            "means": "claim",
            "comment": "so true",
            "kind": "highlight",
            "tags": [],
            "fate": "",
        }
    ]


def test_a_page_counts_from_one() -> None:
    hit = Hit(HitKind.PAGE, PaperId(7), "A Title", "a snippet", 1.5, page=0)
    assert shapes.hit(hit)["page"] == 1
    assert shapes.hit(hit)["kind"] == "page"


def test_a_hit_without_a_page_has_none() -> None:
    assert shapes.hit(Hit(HitKind.PAPER, PaperId(7), "A Title", "", 1.0))["page"] is None


def test_an_outcome_says_what_became_of_a_file() -> None:
    made = shapes.outcome(Outcome(PaperId(7), Path("a.md"), Result.NEW))
    assert (made["path"], made["paper"], made["result"]) == ("a.md", 7, "new")
