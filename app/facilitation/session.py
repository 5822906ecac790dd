"""The sitting itself: created, opened, ended, reopened; and its clock."""

from app.facilitation.commands import (
    AdvanceClock,
    ClockReached,
    CreateSession,
    EndSession,
    OpenSession,
    ReopenSession,
    SetLocked,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    BreakoutEnded,
    GapEnded,
    ItemEnded,
    LockedSet,
    SessionCreated,
    SessionEnded,
    SessionOpened,
    SessionReopened,
    SpeechEnded,
    TurnEnded,
)
from app.facilitation.ids import Status
from app.facilitation.knocking import open_to_all
from app.facilitation.muting import release_all
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.speech import Hearing
from app.facilitation.state import Floor, Session, State

concept = Concept()


def require_open(draft: Draft) -> None:
    """Refuse what only makes sense while the sitting is under way."""
    match draft.state.session.status:
        case Status.planned:
            raise Refused("not_open", "The session has not been opened yet. A facilitator opens it.")
        case Status.ended:
            raise Refused("ended", "The session has ended. A facilitator can reopen it.")
        case Status.open:
            return


@concept.decides(CreateSession)
def create(draft: Draft, command: CreateSession) -> None:
    """Found the session; nothing can come before this."""
    if draft.state.seq:
        raise Refused("already_open", "This session exists already.")
    draft.emit(
        SessionCreated(
            session=command.session,
            code=command.code,
            name=command.name,
            purpose=command.purpose,
            setting=command.setting,
            number=command.number,
            clock=command.clock,
            mode=command.mode,
            policy=command.policy,
            turn_limit_ms=command.turn_limit_ms,
            practice=command.practice,
        )
    )


@concept.decides(OpenSession)
def open_session(draft: Draft, _: OpenSession) -> None:
    """Open the sitting."""
    match draft.state.session.status:
        case Status.open:
            raise Refused("already_open", "The session is open already.")
        case Status.ended:
            raise Refused("ended", "The session has ended. Reopen it to go on, or start a new one.")
        case Status.planned:
            draft.emit(SessionOpened())


@concept.decides(EndSession)
def end_session(draft: Draft, _: EndSession) -> None:
    """End the sitting: the turn ends, whoever is heard is heard until now, and nothing is counted after."""
    require_open(draft)
    turn = draft.state.floor.turn
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "session"))
    release_all(draft)
    if draft.state.breakout.since_at is not None:
        draft.emit(BreakoutEnded())
    for waits in draft.state.floor.aside:
        draft.emit(TurnEnded(waits.id, "session"))
    if draft.state.floor.gap is not None:
        draft.emit(GapEnded())
    if draft.state.agenda.current is not None:
        draft.emit(ItemEnded(draft.state.agenda.current))
    for (participant, source), speech in list(draft.state.sources.open.items()):
        draft.emit(SpeechEnded(participant, source, max(speech.from_at, draft.at)))
    draft.emit(SessionEnded())


@concept.decides(ReopenSession)
def reopen_session(draft: Draft, _: ReopenSession) -> None:
    """Go on with a sitting that was ended."""
    if draft.state.session.status is not Status.ended:
        raise Refused("already_open", "Only a session that has ended can be reopened.")
    draft.emit(SessionReopened())


@concept.decides(SetLocked)
def set_locked(draft: Draft, command: SetLocked) -> None:
    """Only who is here, or whoever has the code: then they come in who waited."""
    if command.locked == draft.state.session.locked:
        return
    draft.emit(LockedSet(command.locked))
    open_to_all(draft)


@concept.evolves(LockedSet)
def locked_set(state: State, event: LockedSet, _: Recorded) -> State:
    """Locked, or open again."""
    return state._replace(session=state.session._replace(locked=event.locked))


@concept.decides(AdvanceClock)
def advance(draft: Draft, _: AdvanceClock) -> None:
    """Let a driven clock go on; what is due on the way has been decided before this is.

    A time that is past already changes nothing, and is no mistake: where nothing was due on the way the log
    holds no trace of the command, and whoever lost its answer with the server sends it again.
    """
    if draft.state.session.clock.kind != "driven":
        raise Refused("not_allowed", "This session follows a clock of its own; it cannot be moved.")


@concept.decides(ClockReached)
def reached(_: Draft, __: ClockReached) -> None:
    """The timer woke the session; `step` has done what was due."""


@concept.evolves(SessionCreated)
def created(state: State, event: SessionCreated, recorded: Recorded) -> State:
    """A session that waits to be opened."""
    session = Session(
        id=event.session,
        code=event.code,
        name=event.name or event.code,
        purpose=event.purpose,
        setting=event.setting,
        number=event.number,
        clock=event.clock,
        practice=event.practice,
        status=Status.planned,
        created_at=recorded.at,
    )
    floor = Floor(mode=event.mode, policy=event.policy, limit_ms=event.turn_limit_ms)
    return state._replace(session=session, floor=floor)


@concept.evolves(SessionOpened)
def opened(state: State, _: SessionOpened, recorded: Recorded) -> State:
    """From now on who is here is counted, by the sources that listen."""
    at = recorded.at
    speech = Hearing().begin(at)
    for person in state.people.by_id.values():
        speech = speech.counts(person.id, at, person.counted)
        speech = speech.present(person.id, at, person.here and not person.away)
    for source, covered in state.sources.covers.items():
        for participant in sorted(covered):
            speech = speech.cover(participant, source, at, True)
    if state.floor.by_turns:
        speech = speech.floor_covers_all(at, True)
    if state.floor.out_of_balance:
        speech = speech.suspend(at, True)
    session = state.session._replace(status=Status.open, opened_at=at)
    return state._replace(session=session, speech=speech)


@concept.evolves(SessionEnded)
def ended(state: State, _: SessionEnded, recorded: Recorded) -> State:
    """Nothing is counted from now on."""
    session = state.session._replace(status=Status.ended, ended_at=recorded.at)
    return state._replace(session=session, speech=state.speech.suspend(recorded.at, True))


@concept.evolves(SessionReopened)
def reopened(state: State, _: SessionReopened, recorded: Recorded) -> State:
    """Counting goes on; the time between is nobody's."""
    session = state.session._replace(status=Status.open, ended_at=None)
    # The time between was a break, whoever took it.
    floor = state.floor._replace(rested_at=recorded.at)
    return state._replace(
        session=session, floor=floor, speech=state.speech.suspend(recorded.at, state.floor.out_of_balance)
    )
