import gc

import pytest

from paperdesk.infra.unlooked import unlooked


def test_garbage_is_looked_for_again_once_the_last_has_done() -> None:
    with unlooked():
        with pytest.raises(ZeroDivisionError), unlooked():
            _ = 1 / 0
        assert not gc.isenabled()
    assert gc.isenabled()
