"""The caps on who reads a feed."""

import json
from dataclasses import asdict

from paperdesk.feeds.limits import Limits


def test_a_child_can_be_told_its_limits() -> None:
    limits = Limits(memory=7, seconds=0.5)
    assert Limits(**json.loads(json.dumps(asdict(limits)))) == limits
