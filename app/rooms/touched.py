"""Whose own facts a batch changed: their `you` layers are looked at again, nobody else's.

Follows what `views.you` is made from. `tests/rooms/test_layers.py` holds that nobody is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from app.facilitation.actors import person_of
from app.facilitation.concerned import Concerned
from app.facilitation.ids import ParticipantId
from app.facilitation.state import State

K = TypeVar("K")
V = TypeVar("V")


def touched(was: State, now: State) -> set[ParticipantId]:
    """The participants whose `you` layer may differ between two states of one session."""
    whom: set[ParticipantId] = set()
    for finds in _concerned(was, now):
        whom.update(finds(was, now))
    return whom


def _changed(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose place among people changed, and whom they took or let go as a supporter."""
    for participant in _differing(was.people.by_id, now.people.by_id):
        yield participant
        cards = {one.card for one in (was.person(participant), now.person(participant)) if one is not None}
        if len(cards) > 1:
            yield from (card.supporter for card in cards if card.supporter is not None)


def _asking(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose hand, place in the queue or point of process changed."""
    yield from _differing(was.queue.hands, now.queue.hands)
    yield from _differing(was.queue.whys, now.queue.whys)
    yield from _differing(was.queue.process, now.queue.process)


def _heard(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose microphone changed."""
    return _differing(was.sources.microphones, now.sources.microphones)


def _undoing(was: State, now: State) -> Iterator[ParticipantId]:
    """Who can take back something that they could not, or can no longer."""
    for kind in _differing(was.undo, now.undo):
        for undoable in (was.undo.get(kind), now.undo.get(kind)):
            who = person_of(undoable.actor) if undoable is not None else None
            if who is not None:
                yield who


def _signalled(was: State, now: State) -> Iterator[ParticipantId]:
    """Who sent or was sent a signal that is shown in one of the two alone."""
    for one in set(was.signals.asked) ^ set(now.signals.asked):
        yield from one.to
        if one.by is not None:
            yield one.by


def _scorers(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own answers changed; everybody, when a round opens or closes."""
    if now.scores.open != was.scores.open:
        yield from now.people.order
    if now.scores.open is None:
        return
    before, after = was.scores.rounds.get(now.scores.open), now.scores.rounds[now.scores.open]
    for idea, answers in after.answers.items():
        yield from _differing(before.answers.get(idea, {}) if before is not None else {}, answers)


def _givers(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own resistance changed; all who answered, when a survey closes."""
    for survey_id in _differing(was.surveys.by_id, now.surveys.by_id):
        before, after = was.surveys.by_id.get(survey_id), now.surveys.by_id[survey_id]
        if after.closed_at is not None:
            yield from after.givers()
            continue
        for option, levels in after.levels.items():
            yield from _differing(before.levels.get(option, {}) if before is not None else {}, levels)


def _pickers(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own marks changed; all who answered, when the vote closes."""
    for pick_id in _differing(was.picks.by_id, now.picks.by_id):
        before, after = was.picks.by_id.get(pick_id), now.picks.by_id[pick_id]
        if after.closed_at is not None:
            yield from after.givers()
        else:
            yield from _differing(before.marks if before is not None else {}, after.marks)


def _voters(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own answer to a check changed; all who answered, when it closes or is mixed."""
    for check_id in _differing(was.checks.by_id, now.checks.by_id):
        before, after = was.checks.by_id.get(check_id), now.checks.by_id[check_id]
        if after.closed_at is not None:
            yield from {**after.answers, **(before.answers if before is not None else {})}
        else:
            yield from _differing(before.answers if before is not None else {}, after.answers)


def _writers(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own ideas changed, and who typed them."""
    for idea_id in _differing(was.ideas.by_id, now.ideas.by_id):
        idea = now.ideas.by_id[idea_id]
        yield from (who for who in (idea.author, idea.typed_by) if who is not None)
    for idea_id in was.ideas.weighed ^ now.ideas.weighed:
        idea = now.ideas.by_id[idea_id]
        yield from (who for who in (idea.author, idea.typed_by) if who is not None)


def _knowing(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose cards changed, who typed them, and whose question."""
    for card_id in _differing(was.knowledge.cards, now.knowledge.cards):
        card = now.knowledge.cards.get(card_id) or was.knowledge.cards[card_id]
        yield card.author
        if card.typed_by is not None:
            yield card.typed_by
    for unclear in _differing(was.knowledge.unclear, now.knowledge.unclear):
        yield now.knowledge.unclear[unclear].author


def _deciding(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own words on a decision changed, or whether their name may be shown."""
    yield from was.decisions.named ^ now.decisions.named
    for decision_id in _differing(was.decisions.by_id, now.decisions.by_id):
        before, after = was.decisions.by_id.get(decision_id), now.decisions.by_id[decision_id]
        yield from _differing(before.dissents if before is not None else {}, after.dissents)
        yield from _differing(before.sure if before is not None else {}, after.sure)
        yield from _differing(before.late if before is not None else {}, after.late)


def _concerned_for(was: State, now: State) -> Iterator[ParticipantId]:
    """Whose own concern was raised, read or taken back."""
    for concern_id in _differing(was.concerns.by_id, now.concerns.by_id):
        concern = now.concerns.by_id.get(concern_id) or was.concerns.by_id[concern_id]
        yield concern.author


def _nudged(was: State, now: State) -> Iterator[ParticipantId]:
    """Whom a nudge that changed has reached, and whom it is about."""
    for nudge_id in _differing(was.nudges.by_id, now.nudges.by_id):
        for nudge in (was.nudges.by_id.get(nudge_id), now.nudges.by_id.get(nudge_id)):
            if nudge is not None:
                yield from (ParticipantId(audience.to) for audience in nudge.audience)
                if nudge.subject is not None:
                    yield nudge.subject


def _by_the_floor(was: State, now: State) -> Iterator[ParticipantId]:
    """Who has or had the floor."""
    if now.floor.turn is not was.floor.turn or now.floor.last is not was.floor.last:
        turns = (was.floor.turn, now.floor.turn, was.floor.last, now.floor.last)
        yield from (turn.participant for turn in turns if turn is not None)


def _in_groups(was: State, now: State) -> Iterator[ParticipantId]:
    """Who is or was in a group on whose floor or in whose queue something changed."""
    for group_id in _differing(was.breakout.groups, now.breakout.groups):
        for group in (was.breakout.groups.get(group_id), now.breakout.groups.get(group_id)):
            if group is not None:
                yield from group.members


def _ready_to_move_on(was: State, now: State) -> Iterator[ParticipantId]:
    """Who said that they are ready to move on, or took it back."""
    return iter(now.agenda.ready ^ was.agenda.ready)


def _leading(was: State, now: State) -> Iterator[ParticipantId]:
    """Who said yes to leading; everybody, when who leads changes, for then other things are theirs to do."""
    yield from was.lead.accepted ^ now.lead.accepted
    if was.lead.by_group is not now.lead.by_group:
        yield from now.people.order


def _differing(was: Mapping[K, V], now: Mapping[K, V]) -> Iterator[K]:
    """The keys whose values are not the same object."""
    if was is now:
        return
    for key, value in now.items():
        if was.get(key) is not value:
            yield key
    for key in was:
        if key not in now:
            yield key


_concerned: Concerned[Callable[[State, State], Iterator[ParticipantId]]] = Concerned(
    (
        (_changed, ("people",)),
        (_asking, ("queue",)),
        (_heard, ("sources",)),
        (_by_the_floor, ("floor",)),
        (_ready_to_move_on, ("agenda",)),
        (_in_groups, ("breakout",)),
        (_undoing, ("undo",)),
        (_scorers, ("scores",)),
        (_givers, ("surveys",)),
        (_pickers, ("picks",)),
        (_voters, ("checks",)),
        (_writers, ("ideas",)),
        (_signalled, ("signals",)),
        (_nudged, ("nudges",)),
        (_knowing, ("knowledge",)),
        (_deciding, ("decisions",)),
        (_concerned_for, ("concerns",)),
        (_leading, ("lead",)),
    )
)
"""Those who are found by what changed in each section of the state."""
