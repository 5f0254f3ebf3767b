"""The verbs, run in this process, as the stories tell them."""

from tests.app.conftest import fetched, verb

__all__ = ["fetched", "verb"]
