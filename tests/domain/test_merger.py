"""What stays of papers that are one, unless somebody says otherwise."""

from paperdesk.domain.merger import Portrait, differing, picks, survivor
from paperdesk.domain.paper import PaperId

BARE = Portrait(PaperId(1), {"title": "A", "doi": "10.1/x", "arxiv": ""}, weight=(0,))
RICH = Portrait(PaperId(2), {"title": "B", "doi": "", "arxiv": ""}, weight=(1,))


def test_who_has_more_stays_and_among_equals_the_older() -> None:
    assert survivor([BARE, RICH]) == 2
    assert survivor([RICH, Portrait(PaperId(1), {}, weight=(1,))]) == 1


def test_its_fields_stay_and_the_others_fill_them_in() -> None:
    chosen = picks([BARE, RICH], PaperId(2))
    assert (chosen["title"], chosen["doi"], chosen["arxiv"]) == (2, 1, 2)


def test_only_what_differs_is_to_be_decided() -> None:
    assert differing([BARE, RICH]) == ("title", "doi")
