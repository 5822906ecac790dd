"""One person who stands twice in the room becomes one: who joined on a phone and was seated from a list, or
came in twice.

Why for people: who counts twice is due two shares of the talk, is asked twice and makes a vote weigh double;
and their own screen shows them half of what they did. So all that either did is theirs, once: talk that two
sources heard of them is heard once, and of two hands the one that was up first stays. Where both answered the
same question, the answer of whom the facilitator keeps counts. It is not taken back: nobody could say
afterwards which of the two did what came later.

What a facilitator had written down for somebody without a device is theirs on the device as well: an
objection is open until who made it says that it is met, and nobody else may say so.

The links of both lead to the one who stays. What was told by perspective, and ballots that were mixed, were
made without anybody's name, and stay as they were.
"""

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from app.facilitation.actors import Actor, Person, label
from app.facilitation.checks.record import Check
from app.facilitation.commands import MergePeople
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import HandLowered, ParticipantsMerged, ProcessCleared, SpeechEnded
from app.facilitation.ids import Consent, ParticipantId
from app.facilitation.muting import release
from app.facilitation.nudges.record import Nudges, QuietCase
from app.facilitation.people import heard_as, not_lost
from app.facilitation.picking.record import Pick
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resisting.record import Survey
from app.facilitation.scoring.record import Round
from app.facilitation.scoring.rounds import results_of
from app.facilitation.speech.merging import merged as as_heard
from app.facilitation.state import Answers, Card, Participant, State, Undoable

concept = Concept()

K = TypeVar("K")
T = TypeVar("T")


@concept.decides(MergePeople)
def merge(draft: Draft, command: MergePeople) -> None:
    """Both are one; what can be under way only once for a person is settled first."""
    person, other = draft.participant(command.participant), draft.participant(command.other)
    if person.id == other.id:
        raise Refused("stale", "That is one person here already.")
    if person.removed or other.removed:
        raise Refused("removed", "One of the two was taken out. Let them in again first.")
    if person.role is not other.role:
        raise Refused("not_one", "They have different parts here. Give both the same part first.")
    if draft.state.breakout.since_at is not None:
        raise Refused("stale", "People are in groups just now. Call them back first.")
    _require_theirs(draft.state, person, other)
    queue, sources = draft.state.queue, draft.state.sources
    hands = [queue.hands[each.id] for each in (person, other) if each.id in queue.hands]
    if len(hands) == 2:
        draft.emit(HandLowered(max(hands, key=lambda hand: hand.asked_at).participant))
    if person.id in queue.process and other.id in queue.process:
        draft.emit(ProcessCleared(other.id, answered=False))
    if person.id in sources.microphones:
        release(draft, other.id, draft.at)
    for (participant, source), speech in list(draft.state.sources.open.items()):
        if participant == other.id and (person.id, source) in sources.open:
            draft.emit(SpeechEnded(other.id, source, max(speech.from_at, draft.at)))
    draft.emit(ParticipantsMerged(person.id, other.id))


def _require_theirs(state: State, person: Participant, other: Participant) -> None:
    """Nobody reads by this what somebody else was asked or wrote alone.

    A facilitator can come in on a second device under any name. So of two devices each has to say so; and who
    has no device has given nothing that is open and would stand on the device of the other.
    """
    for one in (person, other):
        if person.own_device and other.own_device and Consent.one_person not in one.consents:
            raise Refused(
                "no_consent",
                f"Both came in on a device of their own. {one.name} has to say first: I stand here twice.",
            )
    check = state.checks.now
    if (check is not None and not check.named) or state.scores.now or state.surveys.now or state.picks.now:
        raise Refused("stale", "People are asked without names just now. Close that first.")


def as_they_stand(state: State, command: T, actor: Actor) -> tuple[T, Actor]:
    """A command and who sends it, with those who went into somebody else as the person they are now."""
    for other, kept in state.people.merged.items():
        command = _exchanged(command, other, kept)
    return command, as_known_now(state, actor)


A = TypeVar("A", bound=Actor)


def as_known_now(state: State, actor: A) -> A:
    """Who acts by a token or a device that may be of before they were merged."""
    if isinstance(actor, Person) and actor.participant in state.people.merged:
        return cast("A", Person(state.people.stands(actor.participant)))
    return actor


@concept.evolves(ParticipantsMerged)
def merged(state: State, event: ParticipantsMerged, recorded: Recorded) -> State:
    """Everything that was the other's is theirs, in every section."""
    kept, other = event.participant, event.other
    one = _one(state.people.by_id[kept], state.people.by_id[other])
    state = _asked_once(state, kept, other)
    speech = as_heard(state.speech, kept, other)
    apart = state._replace(undo=_undo(state.undo, kept, other), memory=_memory(state.memory, kept, other))
    state = _exchanged(apart, other, kept)
    people, nudges = state.people, state.nudges
    state = state._replace(
        speech=speech,
        people=people._replace(merged={**people.merged, other: kept}),
        nudges=nudges._replace(cases=_cases(nudges)),
        outlook=None,
        watch=None,
    )
    if one.lost_at is None:
        state = not_lost(state, kept)
    else:
        lost = {**state.people.lost, kept: one.lost_at}
        state = state._replace(people=state.people._replace(lost=lost))
    return _weighed_once(heard_as(state, _exchanged(one, other, kept), recorded.at), kept)


def _one(kept: Participant, other: Participant) -> Participant:
    """Who stays, with what is the other's."""
    connections = kept.connections | other.connections
    seated = kept.seated or other.seated
    consents = {**other.consents, **kept.consents}
    consents.pop(Consent.one_person, None)
    lost = [each for each in (kept.lost_at, other.lost_at) if each is not None]
    return kept._replace(
        joined_at=min(kept.joined_at, other.joined_at),
        seated=seated,
        here=kept.here or other.here,
        connections=connections,
        lost_at=max(lost) if lost and not (seated or connections) else None,
        away=kept.away and other.away,
        listening=kept.listening or other.listening,
        card=other.card if kept.card == Card() else kept.card,
        consents=consents,
        perspective=kept.perspective if kept.perspective is not None else other.perspective,
        watches=kept.watches or other.watches,
        own_device=kept.own_device or other.own_device,
    )


S = TypeVar("S", Check, Round, Survey, Pick)
"""Something that everybody was asked, each for themself."""


def _asked_once(state: State, kept: ParticipantId, other: ParticipantId) -> State:
    """Where both were among those who were asked, so many fewer were."""
    facts = state.speech.facts.people

    def was_asked(who: ParticipantId, at: int) -> bool:
        said = facts.get(who)
        return said is not None and said.present.at(at) and said.counts.at(at)

    def once(every: Mapping[K, S], apart: Container[K] = ()) -> dict[K, S]:
        found = dict(every)
        for each, one in every.items():
            at, givers = one.closed_at, one.givers()
            if at is None or each in apart:
                continue
            if all(who in givers or was_asked(who, at) for who in (kept, other)):
                found[each] = replace(one, asked=one.asked - 1)
        return found

    mixed = {each for each, one in state.checks.by_id.items() if one.ballots}
    return state._replace(
        checks=replace(state.checks, by_id=once(state.checks.by_id, mixed)),
        scores=replace(state.scores, rounds=once(state.scores.rounds)),
        surveys=replace(state.surveys, by_id=once(state.surveys.by_id)),
        picks=replace(state.picks, by_id=once(state.picks.by_id)),
    )


def _weighed_once(state: State, kept: ParticipantId) -> State:
    """Closed rounds in which they scored say what they say of one person; what they said by perspective was
    made of counts alone, and stands.
    """
    rounds = dict(state.scores.rounds)
    for each, one in rounds.items():
        if one.results is not None and kept in one.givers():
            groups = _each_once(one.groups)
            anew = replace(one, groups=groups)
            results = replace(results_of(anew), by_perspective=one.results.by_perspective)
            rounds[each] = replace(anew, results=results)
    return state._replace(scores=replace(state.scores, rounds=rounds))


def _each_once(groups: tuple[tuple[ParticipantId, ...], ...]) -> tuple[tuple[ParticipantId, ...], ...]:
    """Opinion groups with everybody in the first that they were in."""
    seen: set[ParticipantId] = set()
    made = []
    for members in groups:
        made.append(tuple(who for who in members if who not in seen))
        seen.update(members)
    return tuple(made)


def _undo(undo: Mapping[str, Undoable], kept: ParticipantId, other: ParticipantId) -> Mapping[str, Undoable]:
    """What can still be taken back: nothing that the other did, or that was done about them."""

    def stands(kind: str, one: Undoable) -> bool:
        about = {*kind.split(":"), one.participant, None if one.hand is None else one.hand.participant}
        return one.actor != label(Person(other)) and about.isdisjoint((kept, other))

    return {kind: one for kind, one in undo.items() if stands(kind, one)}


def _memory(
    memory: Mapping[str, Answers], kept: ParticipantId, other: ParticipantId
) -> Mapping[str, Answers]:
    """What both were answered: a resend of either is still applied once."""
    theirs = memory.get(label(Person(other)))
    if theirs is None:
        return memory
    own = memory.get(label(Person(kept)), Answers())
    both = Answers({**theirs.newer, **own.newer}, {**theirs.older, **own.older})
    left = {who: answers for who, answers in memory.items() if who != label(Person(other))}
    return {**left, label(Person(kept)): both}


def _cases(nudges: Nudges) -> tuple[QuietCase, ...]:
    """Of each person and kind one case that is followed, the first."""
    first: dict[tuple[ParticipantId, str], QuietCase] = {}
    for case in nudges.cases:
        first.setdefault((case.participant, case.rule), case)
    return tuple(first.values())


def _exchanged(value: T, other: str, kept: str) -> T:
    """A value with one id in the place of another wherever it stands; the same object where it does not.

    Of two entries of a mapping that become one, the fields of `kept` stand before those of `other`; in a
    sequence of ids each stands once, where it stood first.
    """
    return cast("T", _exchange(value, other, kept))


def _exchange(value: object, other: str, kept: str) -> object:
    if isinstance(value, str):
        return kept if value == other else value
    if isinstance(value, tuple):
        return _exchange_tuple(value, other, kept)
    if isinstance(value, frozenset):
        members = frozenset(_exchange(each, other, kept) for each in value)
        return value if members == value else members
    if isinstance(value, Mapping):
        return _exchange_mapping(value, other, kept)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: now
            for each in fields(value)
            if (now := _exchange(was := getattr(value, each.name), other, kept)) is not was
        }
        return replace(value, **changed) if changed else value
    return value


def _exchange_tuple(value: tuple[object, ...], other: str, kept: str) -> object:
    after = [_exchange(each, other, kept) for each in value]
    if all(now is was for now, was in zip(after, value, strict=True)):
        return value
    make = getattr(value, "_make", None)
    if make is not None:
        return make(after)
    return tuple(each for place, each in enumerate(after) if each != kept or after.index(each) == place)


def _exchange_mapping(value: Mapping[object, object], other: str, kept: str) -> object:
    after: dict[object, object] = {}
    same = True
    for key, was in value.items():
        to, now = _exchange(key, other, kept), _exchange(was, other, kept)
        same = same and to is key and now is was
        if to not in after:
            after[to] = now
        else:
            after[to] = _joined(now, after[to]) if to is key else _joined(after[to], now)
    return value if same else after


def _joined(own: object, others: object) -> object:
    """What stands for both: their own; of mappings what either has."""
    if not isinstance(own, Mapping) or not isinstance(others, Mapping):
        return own
    joined = {key: _joined(own[key], each) if key in own else each for key, each in others.items()}
    return {**joined, **{key: each for key, each in own.items() if key not in joined}}
