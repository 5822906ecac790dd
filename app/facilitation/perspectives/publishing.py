"""The balance by perspective: made at an item's end or every 10 minutes, rounded to 10 per cent, so that
nobody's talk moves it visibly.

Each is of the span since the last, so that no two can be subtracted from each other; and a span has talk of
three people or more, so that nobody can cut one out in which a single person speaks.
"""

from collections.abc import Mapping

from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import BalancePublished, GroupShare
from app.facilitation.ids import ParticipantId
from app.facilitation.perspectives.equal_share import shares
from app.facilitation.perspectives.record import GroupPart, Published
from app.facilitation.perspectives.showing import LEAST, members
from app.facilitation.registry import Concept
from app.facilitation.speech.stays import stays
from app.facilitation.state import State

concept = Concept()

EVERY_MS = 600_000
SHORTEST_MS = 300_000
"""An item's end publishes nothing sooner than this after the last: a short span is one person's turn."""
STEP = 10
"""Per cent: what is rounded to this hides the turn of one among many."""


def _since(state: State) -> int | None:
    published = state.perspectives.published
    return published[-1].until_at if published else state.session.opened_at


def _due(state: State) -> int | None:
    own = state.perspectives
    if not own.asked:
        return None
    since = _since(state)
    if since is None or (own.told_ms == state.speech.told_ms and not state.speech.facts.running):
        return None
    ended_at = state.session.ended_at
    if ended_at is not None:
        return ended_at if ended_at - since >= SHORTEST_MS else None
    ends = (item.ended_at for item in state.agenda.items.values() if item.ended_at is not None)
    soonest = since + SHORTEST_MS
    return min((at for at in ends if soonest <= at), default=since + EVERY_MS)


@concept.wakes(_due)
def publish(draft: Draft, deadline: int) -> None:
    """Publish the span since the last; where no group can be shown, that it is over."""
    since = _since(draft.state)
    assert since is not None, "only what has begun has a span"
    until = min(deadline, since + EVERY_MS)
    draft.emit(BalancePublished(since, until, _groups(draft.state, since, until)))


def _groups(state: State, since: int, until: int) -> tuple[GroupShare, ...]:
    said = state.speech.between(since, until, until)
    talk = {who: own.talk_ms for who, own in said.items()}
    if sum(ms > 0 for ms in talk.values()) < LEAST:
        return ()
    people = state.people.by_id
    groups = members(people[who] for who in said if who in people)
    beside = state.perspectives.beside if state.perspectives.equal_share else {}
    dues = shares(stays(state.speech, until), beside, since)
    return tuple(
        GroupShare(label, _per_cent(talk, who), _per_cent({one: dues.get(one, 0) for one in said}, who))
        for label, who in groups.items()
    )


def _per_cent(parts: Mapping[ParticipantId, int], who: frozenset[ParticipantId]) -> int:
    """What these have of the whole, rounded half up to STEP."""
    whole, part = sum(parts.values()), sum(parts[one] for one in who)
    steps = 100 // STEP
    return (2 * steps * part + whole) // (2 * whole) * STEP if whole else 0


@concept.evolves(BalancePublished)
def published(state: State, event: BalancePublished, _: Recorded) -> State:
    """One more span."""
    groups = tuple(GroupPart(one.label, one.talk, one.fair) for one in event.groups)
    own = state.perspectives
    own = own._replace(
        published=(*own.published, Published(event.since_at, event.until_at, groups)),
        told_ms=state.speech.told_ms,
    )
    return state._replace(perspectives=own)
