"""The `you` layer: one participant's own facts, seen by nobody else. A device without a person has one,
too.
"""

from functools import cache

from app.facilitation import rights
from app.facilitation.actors import Person, label
from app.facilitation.checks.views import own_check
from app.facilitation.hands import may_reclaim
from app.facilitation.ideas.views import own_ideas
from app.facilitation.ids import DeviceId, DeviceScope, ParticipantId, Role
from app.facilitation.nudges.views import own_nudges
from app.facilitation.resisting.views import own_resistance
from app.facilitation.scoring.views import own_scoring
from app.facilitation.signals import own as own_signals
from app.facilitation.signals import reached
from app.facilitation.state import Participant, State
from app.facilitation.views.rendering import Json, JsonDict


def _of_the_floor(state: State, participant: ParticipantId) -> JsonDict:
    """What somebody asked for or may say about the floor just now."""
    view: JsonDict = {}
    if participant in state.agenda.ready:
        view["ready_to_move_on"] = True
    if participant in state.queue.process:
        view["process"] = state.queue.process[participant].about.value
    if state.floor.last is not None and may_reclaim(state, participant):
        view["may_reclaim"] = state.floor.last.id
    turn = state.floor.turn
    if turn is not None and turn.participant == participant:
        view["may_extend"] = turn.extended_ms == 0 and turn.limit_ms > 0
    return view


def you_view(state: State, participant: ParticipantId) -> JsonDict:
    """What one person sees of themselves. Raises KeyError when they are not in the session."""
    person = state.people.by_id[participant]
    view: JsonDict = {
        "participant": participant,
        "role": person.role.value,
        "removed": person.removed,
        "rights": _listed(rights.may(state, participant)),
        "card": _card(person),
        "invitations": own_nudges(state, participant),
    }
    if person.role is Role.supporter:
        view["supports"] = [
            one.id for one in state.people.by_id.values() if one.card.supporter == participant
        ]
    if person.consents:
        view["consents"] = {to.value: given_at for to, given_at in person.consents.items()}
    microphone = state.sources.microphones.get(participant)
    if microphone is not None:
        view["microphone"] = {"listener": microphone.listener}
    hand = state.queue.hands.get(participant)
    if hand is not None:
        why = state.queue.whys.get(participant, "asked_first")
        view["hand"] = {
            "asked_at": hand.asked_at,
            "ready": hand.ready and not hand.composing,
            "composing": hand.composing,
            "asks": hand.asks.value,
            "why_own": why,
        }
    view |= _of_the_floor(state, participant)
    if state.signals.asked:
        asks = own_signals(state.signals, participant)
        if asks:
            view["signals"] = [signal.value for signal in asks]
        of_me = reached(state.signals, participant)
        if of_me:
            view["asked_of_me"] = {signal.value: n for signal, n in of_me.items()}
    view |= _weighing(state, person)
    undo = newest_undo(state, participant)
    if undo is not None:
        view["undo"] = undo
    return view


def _weighing(state: State, person: Participant) -> JsonDict:
    """One's own ideas, scores, resistance and answers: what nobody else is shown as theirs."""
    view: JsonDict = {}
    if any(idea.belongs_to(person.id) for idea in state.ideas.by_id.values()):
        view["ideas"] = own_ideas(state.ideas, person.id)
    scoring = own_scoring(state.scores, state.session.id, person.id) if person.counted else None
    if scoring is not None:
        view["scoring"] = scoring
    resistance = own_resistance(state.surveys, person.id)
    if resistance is not None:
        view["resistance"] = resistance
    check = own_check(state.checks, person.id)
    if check is not None:
        view["check"] = check
    return view


def _card(person: Participant) -> JsonDict:
    card = person.card
    view: JsonDict = {
        "bring_in": card.bring_in.value,
        "more_time": card.more_time,
        "no_clock": card.no_clock,
        "no_microphone": card.no_microphone,
    }
    if card.supporter is not None:
        view["supporter"] = card.supporter
    return view


@cache
def _listed(commands: tuple[str, ...]) -> list[Json]:
    """The same list each time, so that a patch is found without comparing its items."""
    return list(commands)


def newest_undo(state: State, participant: ParticipantId) -> dict[str, Json] | None:
    """The last action of this person that can be taken back."""
    actor = label(Person(participant))
    own = [u for u in state.undo.values() if u.actor == actor]
    if not own:
        return None
    newest = max(own, key=lambda u: u.seq)
    return {"command": newest.command, "what": newest.do}


def device_view(state: State, device: DeviceId) -> JsonDict:
    """What a shared screen or a helper's phone sees of itself. Raises KeyError when it is not of this
    session.
    """
    equipment = state.devices[device]
    taps: list[Json] = ["speech.start", "speech.still", "speech.stop", "coverage.set"]
    return {
        "device": device,
        "scope": equipment.scope.value,
        "revoked": equipment.revoked,
        "rights": taps if equipment.scope is DeviceScope.tap else [],
    }
