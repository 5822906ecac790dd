"""The core's three functions: `step` decides a command, `evolve` folds an event in, `next_deadline` says
when to wake.

Pure and deterministic: the same state, command and arrival give the same events on every node and in every
replay.
"""

from collections.abc import Iterable
from typing import NamedTuple

from app.facilitation import (
    agenda,
    card,
    erasing,
    floor,
    going_round,
    hands,
    knocking,
    merging,
    microphones,
    modes,
    noting,
    people,
    presence,
    process,
    queue,
    rights,
    session,
    signals,
    speaking,
    turns,
    undoing,
)
from app.facilitation.actors import Server
from app.facilitation.breakouts import parting
from app.facilitation.breakouts.inside import Inside, group_for
from app.facilitation.breakouts.inside import check as in_group
from app.facilitation.breakouts.parting import follow, with_inner
from app.facilitation.checks import mixing, polling
from app.facilitation.commands import ClockReached, Command
from app.facilitation.concerns import contact, raising
from app.facilitation.decisions import accepting, drafting, earlier, needs, reviewing, sharing, voices
from app.facilitation.draft import Arrival, Draft, Recorded
from app.facilitation.events import (
    CheckOpened,
    CollectionOpened,
    ConcernRaised,
    ContactInvited,
    DecisionDrafted,
    DeviceAdded,
    GroupHappened,
    IdeasMerged,
    IdeaWritten,
    Knocked,
    KnowledgeAdded,
    LedgerShared,
    NoteWritten,
    NudgeRaised,
    ParticipantJoined,
    PickOpened,
    RemarkMade,
    ResistanceOpened,
    ScoringOpened,
    SpeechCorrected,
    TurnStarted,
    UnclearSaid,
    WrittenSent,
)
from app.facilitation.ideas import collecting, lineage, signing, talking
from app.facilitation.ids import CommandId
from app.facilitation.knowledge import cards, unclear
from app.facilitation.leading import handing
from app.facilitation.nudges.concept import concept as nudges
from app.facilitation.nudges.timing import looked_ahead, next_check
from app.facilitation.perspectives import declaring, publishing
from app.facilitation.picking import voting
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resisting import surveying
from app.facilitation.scoring import rounds
from app.facilitation.state import Answer, Answers, State
from app.facilitation.written import writing

__all__ = [
    "Accepted",
    "Answer",
    "Arrival",
    "Recorded",
    "Refused",
    "caught_up",
    "evolve",
    "next_deadline",
    "replay",
    "step",
]

groups = Concept()


@groups.evolves(GroupHappened)
def happened(state: State, event: GroupHappened, recorded: Recorded) -> State:
    """The group's own state with its event folded in, by the same folds."""
    group = state.breakout.groups[event.group]
    inner = recorded._replace(event=event.event, command_id=None)
    return with_inner(state, group, evolve(group.state, inner))


_CONCEPTS = (
    session.concept,
    people.concept,
    knocking.concept,
    merging.concept,
    erasing.concept,
    card.concept,
    presence.concept,
    hands.concept,
    queue.concept,
    process.concept,
    floor.concept,
    turns.concept,
    modes.concept,
    going_round.concept,
    agenda.concept,
    noting.concept,
    speaking.concept,
    signals.concept,
    microphones.concept,
    undoing.concept,
    collecting.concept,
    talking.concept,
    lineage.concept,
    signing.concept,
    rounds.concept,
    polling.concept,
    mixing.concept,
    surveying.concept,
    voting.concept,
    declaring.concept,
    writing.concept,
    parting.concept,
    groups,
    publishing.concept,
    cards.concept,
    unclear.concept,
    drafting.concept,
    accepting.concept,
    voices.concept,
    reviewing.concept,
    earlier.concept,
    needs.concept,
    sharing.concept,
    contact.concept,
    raising.concept,
    handing.concept,
    nudges,
)
_DECIDERS = {command: rule for concept in _CONCEPTS for command, rule in concept.deciders.items()}
_EVOLVERS = {event: fold for concept in _CONCEPTS for event, fold in concept.evolvers.items()}
_DEADLINES = [deadline for concept in _CONCEPTS for deadline in concept.deadlines]

REMEMBERED = 64
"""So many answers are kept for each actor at least: more than a client can have on the way."""
MOST_WAKES = 100_000
"""More deadlines than this in one step is a rule that does not move on: an error, not a wait."""


class Accepted(NamedTuple):
    """A command that was taken: the new state, the events to append (none: nothing changed), and the
    answer.
    """

    state: State
    recorded: tuple[Recorded, ...]
    answer: Answer


def step(state: State, command: Command, arrival: Arrival) -> Accepted:
    """Decide a command. First does what was due up to now. Raises Refused; then nothing has changed."""
    if state.people.merged:
        command, actor = merging.as_they_stand(state, command, arrival.actor)
        arrival = arrival._replace(actor=actor)
    draft = Draft(state, arrival, evolve)
    remembered = _answered(state, draft.label, arrival.command_id)
    if remembered is not None:
        return Accepted(state, (), remembered)
    _catch_up(draft, draft.at)
    if isinstance(command, ClockReached):
        rights.check(draft.state, arrival.actor, command)
    else:
        group = group_for(draft.state, draft.sender(), command)
        if group is None:
            rights.check(draft.state, arrival.actor, command)
            at: Draft = draft
        else:
            in_group(draft, command, group)
            at = Inside(draft, group)
        before = at.state
        draft.remembered = True
        _DECIDERS[type(command)](at, command)
        queue.reorder(at, before)
    if draft.state is state and _nothing_due(state, draft.at):
        # Nothing has happened, so what is known of the time ahead stands.
        return Accepted(state, (), Answer(state.seq))
    answer = _answered(draft.state, draft.label, arrival.command_id) or Answer(draft.state.seq)
    return Accepted(_settled(draft.state, draft.at), tuple(draft.recorded), answer)


def _catch_up(draft: Draft, now: int) -> None:
    """Do everything that was due, in order of its date."""
    for _ in range(MOST_WAKES):
        state = draft.state
        if _nothing_due(state, now):
            return
        deadline, due = now + 1, None
        for when, rule in _DEADLINES:
            at = when(state)
            if at is not None and at < deadline:
                deadline, due = at, rule
        if due is None:
            return
        due(draft, deadline)
        queue.reorder(draft, state)
        looked_at = max(deadline, draft.state.looked_at)
        looked = draft.state._replace(looked_at=looked_at, wake_at=0)
        watch, outlook, _ = looked_ahead(looked)
        draft.state = looked._replace(watch=watch, outlook=outlook)
    raise RuntimeError("a deadline did not move on after it was served")


def _nothing_due(state: State, now: int) -> bool:
    return state.wake_at is None or state.wake_at > now


def next_deadline(state: State) -> int | None:
    """When the session next has something to do by itself (session ms), or None."""
    if state.wake_at != 0:
        return state.wake_at
    return min((at for when, _ in _DEADLINES if (at := when(state)) is not None), default=None)


def evolve(state: State, recorded: Recorded) -> State:
    """Fold one event in. Every event that was ever accepted can be folded; nothing is refused here."""
    event = recorded.event
    after = _EVOLVERS[type(event)](state, event, recorded)
    if after.breakout.since_at is not None:
        after = follow(state, after, recorded.at)
    if after.people is not state.people or after.session is not state.session:
        after = handing.attended(after, recorded.at)
    undo = undoing.remember(state, after, recorded)
    memory = after.memory
    if recorded.command_id is not None and recorded.actor is not None:
        memory = _remember(after, recorded, recorded.actor, recorded.command_id)
    return after.recorded(undo, memory, recorded.seq, max(recorded.at, after.last_at))


def replay(recorded: Iterable[Recorded], state: State | None = None) -> State:
    """The state that a log leads to."""
    folded = state if state is not None else State.empty()
    for entry in recorded:
        folded = evolve(folded, entry)
    return caught_up(folded)


def caught_up(folded: State) -> State:
    """A state that was folded from what is in the log, ready to be decided on.

    Whoever appended a batch had first done what was due by then: a node that looked at that time again, with
    what it knows of later, would find and date things that never were.
    """
    return _settled(folded, folded.last_at)


def _settled(state: State, at: int) -> State:
    """The same state, with what a live session needs at hand: figures settled, deadlines looked at up to
    `at`, and until when nudging need not look.

    None of it is a fact; folding a whole log does this once, at its end, and not for every event.
    """
    looked = state._replace(speech=state.speech.advance(at), looked_at=at, wake_at=0)
    watch, outlook, check_at = looked_ahead(looked)
    deadlines = [check_at if when is next_check else when(looked) for when, _ in _DEADLINES]
    wake_at = min([each for each in deadlines if each is not None], default=None)
    return looked._replace(watch=watch, outlook=outlook, wake_at=wake_at)


def clock_reached(state: State, deadline: int) -> Accepted:
    """What a timer sends: decided like any other command; of two nodes that wake, the second finds nothing
    due.
    """
    arrival = Arrival(CommandId(""), Server(), deadline, "", 0)
    return step(state, ClockReached(deadline), arrival)


def _answered(state: State, actor: str, command: CommandId) -> Answer | None:
    known = state.memory.get(actor)
    return None if known is None else known.of(command)


def _remember(state: State, recorded: Recorded, actor: str, command: CommandId) -> dict[str, Answers]:
    newer, older = state.memory.get(actor, _NOTHING)
    before = newer.get(command)
    field = _MAKES.get(type(recorded.event))
    made: str | None = None if field is None else getattr(recorded.event, field)
    if before is not None:
        made = before.made or made
    elif len(newer) >= REMEMBERED:
        newer, older = {}, newer
    return {**state.memory, actor: Answers({**newer, command: Answer(recorded.seq, made)}, older)}


_NOTHING = Answers()


_MAKES: dict[type, str] = {
    ParticipantJoined: "participant",
    Knocked: "participant",
    DeviceAdded: "device",
    TurnStarted: "turn",
    SpeechCorrected: "correction",
    NudgeRaised: "nudge",
    CollectionOpened: "collection",
    IdeaWritten: "idea",
    IdeasMerged: "idea",
    RemarkMade: "remark",
    ScoringOpened: "round",
    CheckOpened: "check",
    ResistanceOpened: "survey",
    PickOpened: "pick",
    KnowledgeAdded: "card",
    UnclearSaid: "unclear",
    DecisionDrafted: "decision",
    LedgerShared: "link",
    WrittenSent: "written",
    NoteWritten: "note",
    ContactInvited: "link",
    ConcernRaised: "concern",
}
"""Events that bring something into the world, and the field with its id."""
