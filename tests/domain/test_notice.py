"""What says that a paper was taken back, and what does not."""

import pytest

from paperdesk.domain.notice import notice


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
