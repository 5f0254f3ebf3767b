"""The limits as the worker gets them."""

import dataclasses
import json

from paperdesk.pdfworker.limits import Limits


def test_limits_survive_the_way_to_the_worker() -> None:
    limits = Limits(seconds=0.5, pixels=7)
    assert Limits(**json.loads(json.dumps(dataclasses.asdict(limits)))) == limits


def test_the_largest_picture_fits_into_what_may_be_held() -> None:
    assert Limits().pixels * 3 < Limits().leased < Limits().memory
