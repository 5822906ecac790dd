"""Two laws that every test of nudging holds, whatever it is about: a kind that is not asked again, because
nothing changed that it is made of, would have said the same; and one that is not looked for would have found
nothing.
"""

from collections.abc import Iterable

import pytest

from app.facilitation.nudges import timing
from app.facilitation.nudges.check import Found
from app.facilitation.nudges.rule import Finding, Rule
from app.facilitation.nudges.watch import Watch, held, watching
from app.facilitation.state import State

_found_by = Found._found_by


@pytest.fixture(autouse=True)
def who_is_not_asked_would_have_said_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "watching", _watching)
    monkeypatch.setattr(Found, "_found_by", _finding)


def _watching(state: State) -> Watch:
    found, anew = watching(state), watching(state._replace(watch=None))
    assert [part.held for part in found.parts] == [part.held for part in anew.parts]
    assert (found.next_at, found.gate_at, found.waits) == (anew.next_at, anew.gate_at, anew.waits)
    return found


def _finding(self: Found, rule: Rule) -> Iterable[Finding]:
    look = self._look
    if not rule.by_speech:
        assert {one.key for one in rule.find(look)} <= set(held(look.state, rule, look.at))
    return _found_by(self, rule)
