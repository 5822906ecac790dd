"""Answers that are hidden until all are shown: to a round of scoring, a check, a survey of resistance.

Who has a device answers alone, or through the supporter whom they named. For somebody without one a
facilitator types what they say; that must not tell what was answered before, nor change what somebody
answered by themself.
"""

from collections.abc import Collection
from typing import Protocol

from app.facilitation.draft import Draft
from app.facilitation.ids import ParticipantId, Role
from app.facilitation.refusals import Refused
from app.facilitation.state import Participant, State

FEWEST = 3
"""Below this many answers without names a result would show whose they are: none is shown, and nothing
follows from it.
"""


class Sealed(Protocol):
    """What everybody is asked, with answers that nobody sees before it closes."""

    def givers(self) -> Collection[ParticipantId]:
        """Who has said anything."""


def asked(state: State, sealed: Sealed | None) -> int:
    """How many are asked: who is here and counted, and whoever has answered; 0 where nothing is open."""
    if sealed is None:
        return 0
    here = {person.id for person in state.people.by_id.values() if person.counted and person.here}
    return len(here.union(sealed.givers()))


def left_out(state: State) -> int:
    """How many are here and not asked: they facilitate, support somebody or watch."""
    return sum(
        person.here and not person.removed and person.role is not Role.participant
        for person in state.people.by_id.values()
    )


def by_hand(state: State) -> list[ParticipantId]:
    """Who is asked and has no device here: a phone is handed to them, or they answer on paper."""
    people = (state.people.by_id[each] for each in state.people.order)
    return [person.id for person in people if person.counted and person.here and not person.connections]


def giver(draft: Draft, participant: ParticipantId | None) -> Participant:
    """Whose answer it is. Raises Refused (`not_allowed`, `unknown_participant`)."""
    person = draft.participant(participant)
    if not person.counted:
        raise Refused("not_allowed", "Only participants answer; who facilitates or watches is not counted.")
    if typed(draft, person) and person.connections and not supported(draft, person):
        raise Refused("not_allowed", f"{person.name} has a device here, and answers alone.")
    return person


def supported(draft: Draft, person: Participant) -> bool:
    """Whether the sender is the supporter whom this person named on their card: they chose who types."""
    sender = draft.state.person(draft.sender() or ParticipantId(""))
    return sender is not None and sender.role is Role.supporter and person.card.supporter == sender.id


def typed(draft: Draft, person: Participant) -> bool:
    """Whether somebody else types it. Then the same answer again is news, too: were it none, whoever types
    would learn which one it was.
    """
    return person.id != draft.sender()
