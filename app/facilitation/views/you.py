"""The `you` layer: one participant's own facts, seen by nobody else. A device without a person has one,
too.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from app.facilitation import rights
from app.facilitation.actors import Device, Person, label
from app.facilitation.checks.views import own_check
from app.facilitation.concerned import Concerned
from app.facilitation.concerns.views import own_concerns
from app.facilitation.decisions.views import own_decisions
from app.facilitation.hands import may_reclaim
from app.facilitation.ideas.views import own_ideas
from app.facilitation.ids import DeviceId, DeviceScope, ParticipantId, Role
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.knowledge.views import own_knowledge
from app.facilitation.leading.views import own_lead
from app.facilitation.nudges.views import own_nudges
from app.facilitation.perspectives.views import own_perspective
from app.facilitation.picking.views import own_pick
from app.facilitation.resisting.views import own_resistance
from app.facilitation.scoring.views import own_scoring
from app.facilitation.signals import confided, reached
from app.facilitation.signals import own as own_signals
from app.facilitation.state import Participant, State
from app.facilitation.written.views import own_written


def _who(state: State, participant: ParticipantId) -> JsonDict:
    """Who one is here, and what one may do."""
    person = state.people.by_id[participant]
    view: JsonDict = {
        "participant": participant,
        "role": person.role.value,
        "removed": person.removed,
        "rights": _listed(rights.may(state, participant)),
        "card": _card(person),
    }
    if person.role is Role.supporter:
        view["supports"] = [
            one.id for one in state.people.by_id.values() if one.card.supporter == participant
        ]
    if person.consents:
        view["consents"] = {to.value: given_at for to, given_at in person.consents.items()}
    perspective = own_perspective(person)
    if perspective is not None:
        view["perspective"] = perspective
    return view


def _invitations(state: State, participant: ParticipantId) -> JsonDict:
    return {"invitations": own_nudges(state, participant)}


def _microphone(state: State, participant: ParticipantId) -> JsonDict:
    microphone = state.sources.microphones.get(participant)
    return {} if microphone is None else {"microphone": {"listener": microphone.listener}}


def _group(state: State, participant: ParticipantId) -> JsonDict:
    """In which group one is, while there are groups."""
    group = state.breakout.of(participant)
    return {} if group is None else {"group": group.id}


def _where(state: State, participant: ParticipantId) -> State:
    """Whose floor and queue are one's own: one's group's, while there are groups."""
    group = state.breakout.of(participant)
    return state if group is None else group.state


def _hand(state: State, participant: ParticipantId) -> JsonDict:
    state = _where(state, participant)
    hand = state.queue.hands.get(participant)
    if hand is None:
        return {}
    return {
        "hand": {
            "asked_at": hand.asked_at,
            "ready": hand.ready and not hand.composing,
            "composing": hand.composing,
            "asks": hand.asks.value,
            "why_own": state.queue.whys.get(participant, "asked_first"),
        }
    }


def _process(state: State, participant: ParticipantId) -> JsonDict:
    point = state.queue.process.get(participant)
    return {} if point is None else {"process": point.about.value}


def _ready_to_move_on(state: State, participant: ParticipantId) -> JsonDict:
    return {"ready_to_move_on": True} if participant in state.agenda.ready else {}


def _of_the_floor(state: State, participant: ParticipantId) -> JsonDict:
    """What somebody may say about the floor just now."""
    state = _where(state, participant)
    view: JsonDict = {}
    if state.floor.last is not None and may_reclaim(state, participant):
        view["may_reclaim"] = state.floor.last.id
    turn = state.floor.turn
    if turn is not None and turn.participant == participant:
        view["may_extend"] = turn.extended_ms == 0 and turn.limit_ms > 0
    return view


def _signals(state: State, participant: ParticipantId) -> JsonDict:
    view: JsonDict = {}
    if state.signals.asked:
        asks = own_signals(state.signals, participant)
        if asks:
            view["signals"] = [signal.value for signal in asks]
        of_me = reached(state.signals, participant)
        if of_me:
            view["asked_of_me"] = {signal.value: n for signal, n in of_me.items()}
        to_me = confided(state.signals, participant)
        if to_me:
            view["minutes_of"] = {str(who): since_at for who, since_at in to_me.items()}
    return view


def _ideas(state: State, participant: ParticipantId) -> JsonDict:
    if any(idea.belongs_to(participant) for idea in state.ideas.by_id.values()):
        return {"ideas": own_ideas(state.ideas, participant)}
    return {}


def _scoring(state: State, participant: ParticipantId) -> JsonDict:
    if not state.people.by_id[participant].counted:
        return {}
    scoring = own_scoring(state.scores, state.session.id, participant)
    return {} if scoring is None else {"scoring": scoring}


def _resistance(state: State, participant: ParticipantId) -> JsonDict:
    resistance = own_resistance(state.surveys, participant)
    return {} if resistance is None else {"resistance": resistance}


def _pick(state: State, participant: ParticipantId) -> JsonDict:
    pick = own_pick(state.picks, participant)
    return {} if pick is None else {"pick": pick}


def _check(state: State, participant: ParticipantId) -> JsonDict:
    check = own_check(state.checks, participant)
    return {} if check is None else {"check": check}


def _knowledge(state: State, participant: ParticipantId) -> JsonDict:
    knowledge = own_knowledge(state.knowledge, participant)
    return {} if knowledge is None else {"knowledge": knowledge}


def _decisions(state: State, participant: ParticipantId) -> JsonDict:
    decisions = own_decisions(state, participant)
    return {} if decisions is None else {"decisions": decisions}


def _undo(state: State, participant: ParticipantId) -> JsonDict:
    undo = newest_undo(state, participant)
    return {} if undo is None else {"undo": undo}


Part: TypeAlias = Callable[[State, ParticipantId], JsonDict]
"""Makes some of the fields of a `you` layer; no two make the same field."""

_PARTS: tuple[tuple[Part, tuple[str, ...]], ...] = (
    (_who, ("people", "lead")),
    (own_lead, ("lead",)),
    (_invitations, ("nudges",)),
    (_microphone, ("sources",)),
    (_group, ("breakout",)),
    (_hand, ("queue", "breakout")),
    (own_written, ("queue", "writings")),
    (_process, ("queue",)),
    (_ready_to_move_on, ("agenda",)),
    (_of_the_floor, ("floor", "breakout")),
    (_signals, ("signals",)),
    (_ideas, ("ideas",)),
    (_scoring, ("scores", "session", "people")),
    (_resistance, ("surveys",)),
    (_pick, ("picks",)),
    (_check, ("checks",)),
    (_knowledge, ("knowledge",)),
    (_decisions, ("decisions",)),
    (own_concerns, ("concerns",)),
    (_undo, ("undo",)),
)
"""With the sections of the state that each is made of."""

_concerned = Concerned(_PARTS)


def you_view(state: State, participant: ParticipantId) -> JsonDict:
    """What one person sees of themselves. Raises KeyError when they are not in the session."""
    view: JsonDict = {}
    for part, _ in _PARTS:
        view |= part(state, participant)
    return view


def you_changed(state: State, participant: ParticipantId, was: State) -> tuple[JsonDict, JsonDict]:
    """Of what one person sees of themselves, the fields that may differ between two states: as they were,
    and as they are."""
    before: JsonDict = {}
    after: JsonDict = {}
    for part in _concerned(was, state):
        before |= part(was, participant)
        after |= part(state, participant)
    return before, after


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
    for action in reversed(tuple(state.undo.values())):
        if action.actor == actor:
            return {"command": action.command, "what": action.do}
    return None


def device_view(state: State, device: DeviceId) -> JsonDict:
    """What a shared screen or a helper's phone sees of itself. Raises KeyError when it is not of this
    session.
    """
    equipment = state.devices[device]
    view: JsonDict = {
        "device": device,
        "scope": equipment.scope.value,
        "revoked": equipment.revoked,
        "rights": _listed(rights.device_may(equipment.scope)),
    }
    if equipment.scope is DeviceScope.notes:
        by = label(Device(device, equipment.scope))
        view["notes"] = [note.id for note in state.agenda.notes.values() if note.by == by]
    return view
