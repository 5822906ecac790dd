"""A law that every test of nudging holds, whatever it is about: a kind that is not asked again, because nothing
changed that it is made of, would have said the same.
"""

from collections.abc import Iterator

import pytest

from app.facilitation.nudges import timing
from app.facilitation.nudges.watch import Watch, watching
from app.facilitation.state import State


@pytest.fixture(autouse=True)
def who_is_not_asked_would_have_said_the_same(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(timing, "watching", _checked)
    yield


def _checked(state: State) -> Watch:
    found, anew = watching(state), watching(state._replace(watch=None))
    assert [part.held for part in found.parts] == [part.held for part in anew.parts]
    assert (found.next_at, found.gate_at, found.waits) == (anew.next_at, anew.gate_at, anew.waits)
    return found
