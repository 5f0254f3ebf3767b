"""What says that a paper was taken back, and what does not."""

import pytest

from paperdesk.domain.notice import notice, told
from paperdesk.domain.paper import Found


@pytest.mark.parametrize(
    ("title", "abstract", "said"),
    [
        ("RETRACTED: On Cats", "", "retracted"),
        ("Retracted article: On Cats", "", "retracted"),
        ("[WITHDRAWN] On Cats", "", "withdrawn"),
        ("WITHDRAWN - On Cats", "", "withdrawn"),
        ("On Cats", "This paper has been\nwithdrawn by the authors.", "withdrawn"),
        ("On Cats", "This submission was retracted due to an error.", "retracted"),
        ("Retracted papers and who cites them", "Papers are retracted.", ""),
        ("Withdrawn behaviour in cats", "Some were withdrawn.", ""),
        ("On Cats", "filler " * 90 + "this paper has been withdrawn", ""),
    ],
)
def test_a_notice_is_told_from_a_paper_about_notices(title: str, abstract: str, said: str) -> None:
    assert notice(title, abstract) == said


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("This paper has been withdrawn by the author due to a crucial sign error", "withdrawn"),
        ("Withdrawn", "withdrawn"),
        ("12 pages. Paper withdrawn: Lemma 3 is wrong", "withdrawn"),
        ("This article is now retracted; see the note", "retracted"),
        ("(withdrawn)", "withdrawn"),
        ("Withdrawn from ICML, accepted at ICLR", ""),
        ("20 pages, on how papers are withdrawn", ""),
        ("", ""),
    ],
)
def test_a_host_says_beside_it_that_a_paper_was_taken_back(comment: str, said: str) -> None:
    assert told(Found("On Cats", extra={"comment": comment})) == said
