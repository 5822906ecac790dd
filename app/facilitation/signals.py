"""Signals: "Slow down", "I don't follow", "I need a minute".

From every screen, in every mode, without a queue, a dose or a name to the room. Who cannot follow has to
say so at once or not at all, and few do it aloud. The first two reach whoever speaks and the facilitators,
without a name; a minute is somebody's own, so facilitators are told whose; or one person alone, a supporter
or a facilitator whom the sender chose, for not everybody who needs one wants to be seen by all who lead.
"""

from collections import Counter

from app.facilitation.commands import AnswerSignal, SendSignal
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import SignalAnswered, SignalSent, SignalsFaded
from app.facilitation.ids import ParticipantId, Role, SignalKind, Status
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Asked, Signals, State

concept = Concept()

SHOWN_MS = 90_000
"""How long "Slow down" and "I don't follow" are shown unanswered: after that the talk is elsewhere. A minute
stays until somebody has seen to it."""
MOST_SHOWN = 50
"""More than this at once tells nobody more."""
NAMED = SignalKind.minute


def speakers(state: State) -> tuple[ParticipantId, ...]:
    """Who speaks just now: whose turn it is, else everybody who is heard."""
    turn = state.floor.turn
    if turn is not None:
        return (turn.participant,)
    heard = {who for who, _ in state.sources.open}
    if state.session.colocated:
        # A device that hears another's voice says nothing of its own person.
        heard &= {one.participant for one in state.speech.speaking(state.last_at)}
    return tuple(sorted(heard))


@concept.decides(SendSignal)
def send(draft: Draft, command: SendSignal) -> None:
    """Say it; the same again from the same person, while it is shown, changes nothing."""
    if draft.state.session.status is not Status.open:
        raise Refused("not_open", "The meeting has not begun, or is over.")
    for_somebody = command.participant is not None
    sender = draft.participant(command.participant).id if for_somebody else draft.sender()
    if not for_somebody and draft.by_facilitator():
        # A card was held up: whose it was matters to nobody but for a minute.
        sender = None
    if command.signal is NAMED and sender is None:
        raise Refused("unknown_participant", "Say who needs a minute.")
    if command.signal is NAMED or command.to is not None:
        _need_a_minute(draft, command, sender)
        return
    shown = draft.state.signals.asked
    if sender is not None and any(one.signal is command.signal and one.by == sender for one in shown):
        return
    if len(_fading(draft.state)) >= MOST_SHOWN:
        return
    to = tuple(who for who in speakers(draft.state) if who != sender)
    draft.emit(SignalSent(command.signal, sender, to))


def _need_a_minute(draft: Draft, command: SendSignal, sender: ParticipantId | None) -> None:
    """A minute, for all facilitators or for one person's eyes; said anew to another, it is theirs instead."""
    to: tuple[ParticipantId, ...] = ()
    if command.to is not None:
        told = draft.participant(command.to)
        if command.signal is not NAMED:
            raise Refused("not_one", "Only that you need a minute can be told to one person alone.")
        if told.role not in (Role.supporter, Role.facilitator) or not told.here or told.id == sender:
            raise Refused("stale", f"{told.name} is no supporter or facilitator who is here. Choose another.")
        to = (told.id,)
    known = [one for one in draft.state.signals.asked if one.signal is NAMED and one.by == sender]
    if any(one.to == to for one in known):
        return
    if known:
        draft.emit(SignalAnswered(NAMED, sender))
    draft.emit(SignalSent(NAMED, sender, to))


@concept.decides(AnswerSignal)
def answer(draft: Draft, command: AnswerSignal) -> None:
    """It was seen. Who speaks may answer what reached them; a minute is for facilitators and its owner, or
    for whom alone it was told to.
    """
    me, steers = draft.sender(), draft.by_facilitator()
    about = [one for one in draft.state.signals.asked if one.signal is command.signal]
    if command.signal is not NAMED:
        if about and (steers or any(me in one.to for one in about)):
            draft.emit(SignalAnswered(command.signal, None))
        return
    for one in about:
        meant = one.by == command.participant if command.participant is not None else me in one.to
        if meant and (me in one.to or one.by == me or (steers and not one.to)):
            draft.emit(SignalAnswered(NAMED, one.by))


def _fading(state: State) -> list[int]:
    return [one.at for one in state.signals.asked if one.signal is not NAMED]


def _fades_at(state: State) -> int | None:
    fading = _fading(state) if state.signals.asked else []
    return min(fading) + SHOWN_MS if fading else None


@concept.wakes(_fades_at)
def fade(draft: Draft, deadline: int) -> None:
    """What nobody answered goes by itself."""
    draft.emit(SignalsFaded(deadline - SHOWN_MS))


@concept.evolves(SignalSent)
def sent(state: State, event: SignalSent, recorded: Recorded) -> State:
    """Shown from now on, and counted for the report; a minute that one person alone was told is no figure for
    everybody.
    """
    one = Asked(event.signal, event.participant, event.to, recorded.at)
    signals = state.signals._replace(asked=(*state.signals.asked, one))
    if event.signal is not NAMED or not event.to:
        sent_so_far = {**signals.sent, event.signal: signals.sent.get(event.signal, 0) + 1}
        signals = signals._replace(sent=sent_so_far)
    return state._replace(signals=signals)


def _kept(state: State, kept: tuple[Asked, ...]) -> State:
    return state._replace(signals=state.signals._replace(asked=kept))


@concept.evolves(SignalAnswered)
def answered(state: State, event: SignalAnswered, _: Recorded) -> State:
    """Shown no longer."""
    return _kept(
        state,
        tuple(
            one
            for one in state.signals.asked
            if one.signal is not event.signal or (event.signal is NAMED and one.by != event.participant)
        ),
    )


@concept.evolves(SignalsFaded)
def faded(state: State, event: SignalsFaded, _: Recorded) -> State:
    """The older ones go, minutes stay."""
    asked = state.signals.asked
    return _kept(state, tuple(one for one in asked if one.signal is NAMED or one.at > event.until_at))


def for_desk(signals: Signals) -> dict[SignalKind, int]:
    """How many ask for what, without names."""
    return dict(Counter(one.signal for one in signals.asked if one.signal is not NAMED))


def minutes(signals: Signals) -> dict[ParticipantId, int]:
    """Who needs a minute and told all facilitators, and since when."""
    return {
        one.by: one.at for one in signals.asked if one.signal is NAMED and one.by is not None and not one.to
    }


def confided(signals: Signals, participant: ParticipantId) -> dict[ParticipantId, int]:
    """Who needs a minute and told this person alone, and since when."""
    return {
        one.by: one.at
        for one in signals.asked
        if one.signal is NAMED and one.by is not None and participant in one.to
    }


def reached(signals: Signals, participant: ParticipantId) -> dict[SignalKind, int]:
    """How many ask this person, who speaks, for what."""
    return dict(Counter(o.signal for o in signals.asked if participant in o.to and o.signal is not NAMED))


def own(signals: Signals, participant: ParticipantId) -> list[SignalKind]:
    """What this person has asked for and is still shown."""
    return [one.signal for one in signals.asked if one.by == participant]
