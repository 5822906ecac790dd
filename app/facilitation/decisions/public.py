"""What anybody may read of the ledger: all of it that was accepted, and nobody's name who did not say so."""

import re
import unicodedata
from collections.abc import Iterable

from app.facilitation.decisions.views import room_decisions
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State

SOMEBODY = "[…]"
"""What stands in the place of a name; pages say what it means."""
SHORTEST_PART = 2
"""A part of a name with fewer letters is no word that one would know somebody by."""
WORDS = frozenset(
    {
        "statement",
        "asks",
        "text",
        "lost",
        "bears",
        "asked",
        "affected",
        "costs",
        "conditions",
        "owner",
        "mitigation",
        "review_how",
        "limit_reason",
        "needs",
        "because",
        "answer",
        "name",
        "took",
        "earlier",
        "options",
    }
)
"""The fields in which somebody may have written a name."""
OF_WORDS = "typed"
"""A field that holds words by their ids: options of a survey that are no ideas."""


def public_ledger(state: State) -> JsonDict:
    """The page "You said, we did": `{"session", "needs", "order", "by_id"}`; drafts are nobody else's."""
    hidden = _names(state)
    shown = _without(room_decisions(state, drafts=False), hidden)
    assert isinstance(shown, dict)
    by_id = shown["by_id"]
    assert isinstance(by_id, dict)
    for decision in by_id.values():
        assert isinstance(decision, dict)
        signed(state, decision)
    session = state.session
    head: JsonDict = {
        "name": _masked(session.name, hidden),
        "purpose": session.purpose.value,
        "number": session.number,
    }
    if session.opened_at is not None:
        head["opened_at"] = session.opened_at
    return {"session": head, **shown}


def without_names(state: State, view: Json) -> Json:
    """A view of what people wrote, with `SOMEBODY` for the names of who did not let theirs be shown."""
    return _without(view, _names(state))


def names_in(state: State, texts: Iterable[str]) -> tuple[str, ...]:
    """The names of those who did not let theirs be shown that stand in these words, or a part of one does."""
    said = list(texts)
    return tuple(
        name
        for name in sorted(_hidden(state))
        if (pattern := _finding((name,))) is not None and any(map(pattern.search, said))
    )


def _names(state: State) -> re.Pattern[str] | None:
    return _finding(_hidden(state))


def _hidden(state: State) -> set[str]:
    """The names of all who did not let theirs be shown, here or where a decision comes from."""
    named = state.decisions.named
    names = {person.name for person in state.people.by_id.values() if person.id not in named}
    for decision in state.decisions.by_id.values():
        names |= set(decision.origin.names) if decision.origin is not None else set()
    return {unicodedata.normalize("NFC", name) for name in names if name}


def _finding(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds names: whole in any letters, parts as written."""
    whole = set(names)
    parts = {part for name in whole for part in name.split() if len(part) >= SHORTEST_PART}
    if not whole:
        return None
    longest_first = sorted(whole, key=lambda name: (-len(name), name))
    any_case = "|".join(re.escape(name) for name in longest_first)
    as_written = "|".join(re.escape(part) for part in sorted(parts - whole)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:(?i:{any_case})|{as_written})(?!\w)")


def _masked(text: str, hidden: re.Pattern[str] | None) -> str:
    return text if hidden is None else hidden.sub(SOMEBODY, unicodedata.normalize("NFC", text))


def _without(value: Json, hidden: re.Pattern[str] | None, written: bool = False) -> Json:
    if isinstance(value, str):
        return _masked(value, hidden) if written else value
    if isinstance(value, list):
        return [_without(each, hidden, written) for each in value]
    if isinstance(value, dict):
        return {
            name: _each_without(each, hidden) if name == OF_WORDS else _without(each, hidden, name in WORDS)
            for name, each in value.items()
        }
    return value


def _each_without(value: Json, hidden: re.Pattern[str] | None) -> Json:
    assert isinstance(value, dict)
    return {each: _without(words, hidden, written=True) for each, words in value.items()}


def signed(state: State, decision: JsonDict) -> JsonDict:
    """A decision with names in place of ids, with the words of those who said that theirs may stand there."""
    for part in ("dissents", "late"):
        said = decision[part]
        assert isinstance(said, dict)
        words = said["by_id"]
        assert isinstance(words, dict)
        for word in words.values():
            assert isinstance(word, dict)
            who = word.pop("by", None)
            person = state.person(ParticipantId(str(who))) if who is not None else None
            if person is not None and not person.erased:
                word["name"] = person.name
    return decision
