"""Knocking: somebody has the code of a room that is locked, and asks to be let in.

Why for people: a lock keeps out whoever got hold of the code, and with them whoever is late. A knock costs
the meeting one line on the console, and the page that waits opens by itself. Who knocks is nobody of the
session until a facilitator lets them in. A knock that nobody answers is over after a while, so that no line
of names stays on the console.
"""

from app.facilitation.commands import AnswerKnock, Knock
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import Knocked, KnockEnded, ParticipantJoined
from app.facilitation.ids import ParticipantId, Role
from app.facilitation.people import check_room_for, free_name, same_name
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import AtDoor, State

concept = Concept()

LASTS_MS = 5 * 60_000
"""Longer than anybody at a door believes that they were heard (wall time: they wait outside the session)."""
MOST_WAITING = 20
"""More at once are no late people, but somebody with a program."""


@concept.decides(Knock)
def knock(draft: Draft, command: Knock) -> None:
    """Wait at the door, under a name that is free."""
    state = draft.state
    if not state.session.locked:
        raise Refused("stale", "The room is open: join it.")
    check_room_for(state, 1)
    name = free_name(state, command.name)
    if any(same_name(one.name) == same_name(name) for one in state.knocks.values()):
        raise Refused("name_taken", f"Somebody called {name} waits already. Add a letter or a second name.")
    if len(state.knocks) >= MOST_WAITING:
        raise Refused("too_many", "Many people wait already. Try again in a few minutes.")
    draft.emit(Knocked(ParticipantId(draft.arrival.new_id), name, command.place, command.watches))


@concept.decides(AnswerKnock)
def answer(draft: Draft, command: AnswerKnock) -> None:
    """Let them in, or not: of two facilitators who answer together one is told that it was done."""
    waiting = draft.state.knocks.get(command.participant)
    if waiting is None:
        raise Refused("stale", "Nobody of that name waits any more.")
    if command.let_in:
        let_in(draft, waiting)
    else:
        draft.emit(KnockEnded(waiting.id, "turned_away"))


def let_in(draft: Draft, waiting: AtDoor) -> None:
    """They are in, as who they knocked. Raises Refused where their name was taken meanwhile."""
    name = free_name(draft.state, waiting.name)
    role = Role.observer if waiting.watches else Role.participant
    draft.emit(KnockEnded(waiting.id, "let_in"))
    draft.emit(ParticipantJoined(waiting.id, name, role, waiting.place, False, waiting.watches))


def open_to_all(draft: Draft) -> None:
    """The room was opened: who waits is in. Whose name was taken meanwhile joins by the code, as all do."""
    taken = {same_name(one.name) for one in draft.state.people.by_id.values() if not one.removed}
    for waiting in list(draft.state.knocks.values()):
        if same_name(waiting.name) in taken:
            draft.emit(KnockEnded(waiting.id, "turned_away"))
        else:
            let_in(draft, waiting)


def _next_lapses_at(state: State) -> int | None:
    if not state.knocks:
        return None
    return min(one.at for one in state.knocks.values()) + state.session.wall_ms(LASTS_MS)


@concept.wakes(_next_lapses_at)
def lapse(draft: Draft, deadline: int) -> None:
    """Nobody answered."""
    lasts = draft.state.session.wall_ms(LASTS_MS)
    for one in list(draft.state.knocks.values()):
        if one.at + lasts <= deadline:
            draft.emit(KnockEnded(one.id, "lapsed"))


@concept.evolves(Knocked)
def knocked(state: State, event: Knocked, recorded: Recorded) -> State:
    """At the door."""
    one = AtDoor(event.participant, event.name, event.place, event.watches, recorded.at)
    return state._replace(knocks={**state.knocks, one.id: one})


@concept.evolves(KnockEnded)
def ended(state: State, event: KnockEnded, _: Recorded) -> State:
    """At the door no longer."""
    return state._replace(
        knocks={name: one for name, one in state.knocks.items() if name != event.participant}
    )
