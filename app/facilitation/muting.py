"""How a microphone stops: said, consent taken back, its connection lost, its person taken out or moved. While
there are groups it listens in its person's group, and stops there, too.
"""

from app.facilitation.draft import Draft
from app.facilitation.events import GroupHappened, MicrophoneClaimed, MicrophoneReleased, SpeechEnded
from app.facilitation.ids import ConnectionId, ParticipantId, Place
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from app.facilitation.state import State


def require_held(draft: Draft, participant: ParticipantId) -> None:
    """Refuse (`not_listening`) what does not come from the device that has this person's microphone."""
    held = draft.state.sources.microphones.get(participant)
    if held is None or draft.sender() != participant or draft.arrival.connection != held.connection:
        raise Refused(
            "not_listening", "This device does not have your microphone: another one of yours has, or none."
        )


def among_others(state: State, participant: ParticipantId) -> bool:
    """Whether somebody's microphone listens in the room with others near, whose voices it hears, too."""
    held = state.sources.microphones.get(participant)
    return held is not None and not held.alone and state.people.by_id[participant].place is Place.in_room


def release(draft: Draft, participant: ParticipantId, since_at: int) -> None:
    """Whoever's microphone listens, it has not done so since then; what it heard ends there."""
    if participant not in draft.state.sources.microphones:
        return
    speech = draft.state.sources.open.get((participant, Source.mic))
    if speech is not None:
        draft.emit(SpeechEnded(participant, Source.mic, max(speech.from_at, since_at)))
    draft.emit(MicrophoneReleased(participant, since_at))
    group = draft.state.breakout.of(participant)
    if group is not None and participant in group.state.sources.microphones:
        heard = group.state.sources.open.get((participant, Source.mic))
        if heard is not None:
            ended = SpeechEnded(participant, Source.mic, max(heard.from_at, since_at))
            draft.emit(GroupHappened(group.id, ended))
        draft.emit(GroupHappened(group.id, MicrophoneReleased(participant, since_at)))


def listens_in_group(draft: Draft, participant: ParticipantId) -> None:
    """Somebody's microphone, where they have one, listens in the group that they are in, where they are in
    one; what it was hearing before ends.
    """
    held = draft.state.sources.microphones.get(participant)
    group = draft.state.breakout.of(participant)
    if held is None or group is None:
        return
    heard = draft.state.sources.open.get((participant, Source.mic))
    if heard is not None:
        draft.emit(SpeechEnded(participant, Source.mic, max(heard.from_at, draft.at)))
    claimed = MicrophoneClaimed(participant, held.listener, held.connection, held.alone)
    draft.emit(GroupHappened(group.id, claimed))


def release_lost(draft: Draft, connection: ConnectionId, since_at: int) -> None:
    """A connection's last sign of life was at `since_at`: what came over it had come by then, so whoever was
    talking was talking until then, and afterwards nobody listens.
    """
    for participant, held in list(draft.state.sources.microphones.items()):
        if held.connection == connection:
            group = draft.state.breakout.of(participant)
            where = draft.state if group is None else group.state
            speech = where.sources.open.get((participant, Source.mic))
            known_at = since_at if speech is None else max(since_at, speech.heard_at)
            release(draft, participant, known_at)


def release_all(draft: Draft) -> None:
    """The session is over, and with it what the microphones were for."""
    for participant in list(draft.state.sources.microphones):
        release(draft, participant, draft.at)
