"""An equal share of the floor for each perspective, where the room said so before it opened.

8 professionals and 2 people with lived experience are not 80 to 20. Of the talk at any moment whoever has no
label beside their name is due 1/n as everywhere; the rest is split equally over the labels that are present,
then by head: with n people counted, u of them without a label, m labels and n_l people of one label, each of
these is due (n - u) / (m · n_l · n). All dues sum to the talk of all, as without it.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech import DUE_SCALE, MIN_EXPECTED_MS, Figures
from app.facilitation.speech.figures import PersonFigures, in_ms
from app.facilitation.speech.stays import Stays, stays
from app.facilitation.state import State


def figures(
    state: State, now: int, since: int | None = None, apart: Container[ParticipantId] = frozenset()
) -> Figures:
    """The figures of the session, or from `since` on, each person beside the share that is fair here."""
    plain = state.speech.figures(now, since, apart)
    if not state.perspectives.equal_share:
        return plain
    dues = weighed(state, now, since)
    return replace(plain, people={who: _with_due(own, dues.get(who, 0)) for who, own in plain.people.items()})


def standings(
    state: State, now: int, who: Iterable[ParticipantId]
) -> Mapping[ParticipantId, tuple[int, int]]:
    """For each of these how far they are behind the share that is fair here, in ms, and their turns."""
    wanted = list(who)
    plain = state.speech.standings(now, wanted)
    if not state.perspectives.equal_share:
        return plain
    dues, people = weighed(state, now), state.speech.figures(now).people
    return {
        one: (in_ms(dues.get(one, 0)) - people[one].counted_talk_ms, turns)
        for one, (_, turns) in plain.items()
    }


def weighed(state: State, now: int, since: int | None = None) -> dict[ParticipantId, int]:
    """What everybody was due up to `now`, in units of 1/DUE_SCALE ms; from `since` on, where it is given."""
    return shares(stays(state.speech, now), state.perspectives.beside, since)


class _Edge(NamedTuple):
    at: int
    begins: bool
    who: ParticipantId
    label: str


def shares(
    counted: Stays, beside: Mapping[ParticipantId, tuple[tuple[int, str], ...]], since: int | None
) -> dict[ParticipantId, int]:
    """The dues that follow from who was counted when, with which label beside their name since when.

    One sweep over all changes: a running sum for each label, and for each person its growth while they were
    there. So it costs the changes, not the people times the changes.
    """
    edges: list[_Edge] = []
    for who, spans in counted.people.items():
        for start, end in spans:
            for a, b, label in _labelled(beside.get(who, ()), start, end):
                edges += (_Edge(a, True, who, label), _Edge(b, False, who, label))
    edges.sort(key=itemgetter(0, 1))
    heads: dict[str, int] = {}
    sums: dict[str, int] = {}
    began: dict[ParticipantId, int] = {}
    dues: dict[ParticipantId, int] = {}
    room_due = counted.room_due(since) if since is not None else 0
    for edge in edges:
        grown = max(0, counted.room_due(edge.at) - room_due)
        room_due += grown
        if grown:
            _grow(sums, heads, grown)
        if edge.begins:
            heads[edge.label] = heads.get(edge.label, 0) + 1
            began[edge.who] = sums.setdefault(edge.label, 0)
        else:
            heads[edge.label] -= 1
            dues[edge.who] = dues.get(edge.who, 0) + sums[edge.label] - began.pop(edge.who)
    return dues


def _grow(sums: dict[str, int], heads: Mapping[str, int], grown: int) -> None:
    """Add what each of these was due while the room's running 1/n grew by `grown`."""
    labels = [label for label, n in heads.items() if label and n]
    with_label = sum(heads[label] for label in labels)
    for label, n in heads.items():
        if n:
            sums[label] += grown * with_label // (len(labels) * n) if label else grown


def _labelled(said: tuple[tuple[int, str], ...], start: int, end: int) -> list[tuple[int, int, str]]:
    """A span cut where the label beside a name changes."""
    pieces: list[tuple[int, int, str]] = []
    label = ""
    for at, next_label in said:
        if at >= end:
            break
        if start < at:
            pieces.append((start, at, label))
            start = at
        label = next_label
    pieces.append((start, end, label))
    return pieces


def _with_due(own: PersonFigures, due: int) -> PersonFigures:
    enough = due >= MIN_EXPECTED_MS * DUE_SCALE
    ratio = own.counted_talk_ms * DUE_SCALE / due if enough else None
    return own._replace(expected_ms=in_ms(due), ratio=ratio, due=due)
