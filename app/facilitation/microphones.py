"""Microphones of people's own devices: who said yes, and which device listens.

A device that listens covers its person, silence included; so it must be known to listen. It does from its
claim until it says that it does not, or until its connection is lost.
"""

from collections.abc import Mapping

from app.facilitation.commands import ClaimMicrophone, ReleaseMicrophone, SetColocated, SetConsent
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import ColocatedSet, ConsentSet, MicrophoneClaimed, MicrophoneReleased
from app.facilitation.ids import Consent, ParticipantId, Place
from app.facilitation.muting import among_others, listens_in_group, release
from app.facilitation.perspectives.declaring import take_back
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.speaking import heard_at
from app.facilitation.speech import Source
from app.facilitation.state import Microphone, State

concept = Concept()

LONGEST_LISTENER = 64
"""A page names itself by a few random characters."""


@concept.decides(SetConsent)
def set_consent(draft: Draft, command: SetConsent) -> None:
    """Yes or no to what somebody is asked for; with the no that stops at once."""
    person = draft.participant(None)
    if (command.to in person.consents) == command.given:
        return
    match command:
        case SetConsent(Consent.microphone, given=False):
            release(draft, person.id, draft.at)
        case SetConsent(Consent.perspective, given=False):
            take_back(draft, person)
            return
    draft.emit(ConsentSet(person.id, command.to, command.given))


@concept.decides(ClaimMicrophone)
def claim(draft: Draft, command: ClaimMicrophone) -> None:
    """The last device to claim has it; what another one of theirs was hearing ends now."""
    require_open(draft)
    person = draft.participant(None)
    connection = draft.arrival.connection
    if connection not in person.connections or connection is None:
        raise Refused("not_listening", "A microphone is claimed over a live connection, and ends with it.")
    if not 0 < len(command.listener) <= LONGEST_LISTENER:
        raise Refused("malformed", f"A listener's name has 1 to {LONGEST_LISTENER} characters.")
    if Consent.microphone not in person.consents:
        raise Refused("no_consent", "Say first that this device may notice when you talk.")
    if person.card.no_microphone:
        raise Refused(
            "not_allowed", "You said that no microphone should count for you. Your turns and taps do."
        )
    if person.place is Place.in_room and not command.alone and not draft.state.session.colocated:
        raise Refused(
            "near_others", "Other people are near this device. Press “I'm speaking” when you speak instead."
        )
    held = draft.state.sources.microphones.get(person.id)
    if held == Microphone(command.listener, connection, command.alone):
        return
    if held is not None and held.listener != command.listener:
        release(draft, person.id, draft.at)
    draft.emit(MicrophoneClaimed(person.id, command.listener, connection, command.alone))
    listens_in_group(draft, person.id)


@concept.decides(ReleaseMicrophone)
def let_go(draft: Draft, command: ReleaseMicrophone) -> None:
    """A device says that it does not listen any more, and since when."""
    person = draft.participant(None)
    held = draft.state.sources.microphones.get(person.id)
    if held is not None and held.listener == command.listener:
        release(draft, person.id, heard_at(draft, command.ago_ms, None, None))


@concept.decides(SetColocated)
def set_colocated(draft: Draft, command: SetColocated) -> None:
    """Devices may listen with others near, or stop doing so."""
    if command.on == draft.state.session.colocated:
        return
    if not command.on:
        for participant in list(draft.state.sources.microphones):
            if among_others(draft.state, participant):
                release(draft, participant, draft.at)
    draft.emit(ColocatedSet(command.on))


@concept.evolves(ColocatedSet)
def colocated_set(state: State, event: ColocatedSet, _: Recorded) -> State:
    """From the next stretch of speech on."""
    return state._replace(session=state.session._replace(colocated=event.on))


@concept.evolves(ConsentSet)
def consent_set(state: State, event: ConsentSet, recorded: Recorded) -> State:
    """Said, and when."""
    person = state.people.by_id[event.participant]
    consents = dict(person.consents)
    if event.given:
        consents[event.to] = recorded.at
    else:
        del consents[event.to]
    return state.with_person(person._replace(consents=consents))


@concept.evolves(MicrophoneClaimed)
def claimed(state: State, event: MicrophoneClaimed, recorded: Recorded) -> State:
    """Covered from now on."""
    held = Microphone(event.listener, event.connection, event.alone)
    microphones = {**state.sources.microphones, event.participant: held}
    return _covered(state, event.participant, microphones, recorded.at, True)


@concept.evolves(MicrophoneReleased)
def released(state: State, event: MicrophoneReleased, _: Recorded) -> State:
    """Covered no longer, since it was last known to listen."""
    return unheard_by(state, event.participant, event.since_at)


def unheard_by(state: State, participant: ParticipantId, since_at: int) -> State:
    """Somebody's microphone does not listen any more, if it did."""
    if participant not in state.sources.microphones:
        return state
    microphones = {who: held for who, held in state.sources.microphones.items() if who != participant}
    return _covered(state, participant, microphones, since_at, False)


def _covered(
    state: State,
    participant: ParticipantId,
    microphones: Mapping[ParticipantId, Microphone],
    at: int,
    on: bool,
) -> State:
    covered = state.sources.covers.get(Source.mic, frozenset())
    covers = {
        **state.sources.covers,
        Source.mic: covered | {participant} if on else covered - {participant},
    }
    sources = state.sources._replace(covers=covers, microphones=microphones)
    return state._replace(sources=sources, speech=state.speech.cover(participant, Source.mic, at, on))
