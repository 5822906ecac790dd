"""Opening the vote, marking, and what is talked about then.

Why for people: nobody scores thirty ideas with care. Which ones are talked about is a choice of the group,
not of who holds the list; and a mark that one can see moves the next one, so nobody sees any before it
closes.
"""

from dataclasses import replace

from app.facilitation.answering import FEWEST, asked, giver, left_out, typed
from app.facilitation.commands import ClosePick, GivePick, OpenPick
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import IdeasShortlisted, PickClosed, PickGiven, PickOpened
from app.facilitation.ideas.record import IdeaState
from app.facilitation.ideas.talking import MOST_AT_ONCE
from app.facilitation.ids import IdeaId, IdeaKind, PickId
from app.facilitation.merit.cut import cut
from app.facilitation.picking.record import MOST_MARKS, Pick
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()


def proposals(state: State) -> tuple[IdeaId, ...]:
    """The ways that stand on the screens."""
    ideas = state.ideas
    return tuple(
        idea
        for idea in ideas.order
        if ideas.by_id[idea].what is IdeaKind.proposal and ideas.by_id[idea].state is IdeaState.published
    )


@concept.decides(OpenPick)
def open_pick(draft: Draft, _: OpenPick) -> None:
    """One vote at a time, and only where there is something to cut."""
    require_open(draft)
    if draft.state.picks.open is not None:
        raise Refused("picking", "People are choosing already. Close that first.")
    ideas = proposals(draft.state)
    if len(ideas) <= MOST_AT_ONCE:
        raise Refused(
            "few_enough", f"There are {len(ideas)} ideas: up to {MOST_AT_ONCE} can all be talked about."
        )
    draft.emit(PickOpened(PickId(draft.arrival.new_id), ideas))


def open_now(draft: Draft, pick: PickId) -> Pick:
    """The vote that is open. Raises Refused (`stale`)."""
    now = draft.state.picks.now
    if now is None or now.id != pick:
        raise Refused("stale", "People are not choosing any more.")
    return now


@concept.decides(GivePick)
def give(draft: Draft, command: GivePick) -> None:
    """One answer a person; the last one counts."""
    now = open_now(draft, command.pick)
    person = giver(draft, command.participant)
    ideas = tuple(dict.fromkeys(command.ideas))
    if not set(ideas) <= set(now.ideas):
        raise Refused("unknown_idea", "That idea is not among those to choose from.")
    if len(ideas) > MOST_MARKS:
        raise Refused("too_many", f"Choose up to {MOST_MARKS}.")
    if typed(draft, person) or now.marks.get(person.id) != ideas:
        draft.emit(PickGiven(now.id, person.id, ideas))


@concept.decides(ClosePick)
def close(draft: Draft, command: ClosePick) -> None:
    """The result, to all at once; what was put together, split or held back meanwhile is no longer there."""
    now = open_now(draft, command.pick)
    counts, there = now.counts(), set(proposals(draft.state))
    marks = {idea: counts[idea] for idea in now.ideas if idea in there}
    few = len(now.marks) < FEWEST
    chosen, tied, free = ((), (), 0) if few else cut(marks, MOST_AT_ONCE)
    draft.emit(
        PickClosed(now.id, asked(draft.state, now), left_out(draft.state), chosen, tied, free if tied else 0)
    )
    if chosen and chosen != draft.state.ideas.shortlist:
        draft.emit(IdeasShortlisted(chosen))


def _with(state: State, pick: Pick, *, is_open: bool) -> State:
    by_id = {**state.picks.by_id, pick.id: pick}
    return state._replace(picks=replace(state.picks, by_id=by_id, open=pick.id if is_open else None))


@concept.evolves(PickOpened)
def opened(state: State, event: PickOpened, recorded: Recorded) -> State:
    """Everybody is asked."""
    return _with(state, Pick(event.pick, event.ideas, recorded.at), is_open=True)


@concept.evolves(PickGiven)
def given(state: State, event: PickGiven, _: Recorded) -> State:
    """The last answer counts."""
    now = state.picks.by_id[event.pick]
    return _with(state, replace(now, marks={**now.marks, event.giver: event.ideas}), is_open=True)


@concept.evolves(PickClosed)
def closed(state: State, event: PickClosed, recorded: Recorded) -> State:
    """The result stands."""
    now = replace(
        state.picks.by_id[event.pick],
        asked=event.asked,
        left_out=event.left_out,
        chosen=event.chosen,
        tied=event.tied,
        free=event.free,
        closed_at=recorded.at,
    )
    return _with(state, now, is_open=False)
