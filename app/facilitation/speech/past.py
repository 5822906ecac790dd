"""Moving the checkpoint forward, and going back to an older one when something late touches the settled
past."""

from collections.abc import Collection
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import START, UNHEARD, Checkpoint, Settled
from app.facilitation.speech.definitions import CHECKPOINT_BEHIND_MS, FINAL_AFTER_MS, NEVER, STRIDE_MS
from app.facilitation.speech.facts import Facts
from app.facilitation.speech.sweep import Stretch, sweep

THINNING = 8
"""Thinned checkpoints lie so that the one before a moment `a` ago is at most about a/8 older: some sixty for
a day. A fact that is late by `a` thereby costs a sweep over a little more than `a`."""

MOST_OLDER = 128
"""Older checkpoints are thinned when there are this many: half of what that leaves, so that it is done
seldom."""


class Past(NamedTuple):
    """The newest checkpoint, and older ones to start from again when a late fact touches what was settled."""

    checkpoint: Checkpoint = START
    older: tuple[Checkpoint, ...] = ()
    """Oldest first, ever further apart."""


NOTHING_SETTLED = Past()


def settled_up_to(facts: Facts, past: Past, until: int, near: Collection[ParticipantId]) -> Past:
    """The checkpoint at `until`, and the older ones; everything that classifies what lies before `until` is
    known. `near`: of whom anything changes after the checkpoint of `past`, see `sweep.courses`."""
    checkpoint, older = past
    while checkpoint.room.at < until:
        at = checkpoint.room.at
        target = min(until, (at if at != NEVER else facts.begun_at(until)) + STRIDE_MS)
        if at != NEVER:
            older = (*older, checkpoint)
            if len(older) >= MOST_OLDER:
                older = _thinned(older)
        stretch = sweep(facts, checkpoint, target, target + CHECKPOINT_BEHIND_MS, near)
        checkpoint = _moved(checkpoint, stretch)
    return Past(checkpoint, older)


def before(past: Past, at: int) -> Past:
    """The newest checkpoint that nothing from `at` on can change, and those older than it."""
    checkpoint, older = past
    if checkpoint.room.at + FINAL_AFTER_MS <= at:
        return past
    while older:
        checkpoint, older = older[-1], older[:-1]
        if checkpoint.room.at + FINAL_AFTER_MS <= at:
            return Past(checkpoint, older)
    return NOTHING_SETTLED


def _thinned(older: tuple[Checkpoint, ...]) -> tuple[Checkpoint, ...]:
    newest = older[-1].room.at
    kept = [older[-1]]
    for checkpoint in reversed(older):
        next_at = kept[-1].room.at
        if next_at - checkpoint.room.at >= max(1, (newest - next_at) // THINNING):
            kept.append(checkpoint)
    kept.reverse()
    return tuple(kept)


def _moved(base: Checkpoint, stretch: Stretch) -> Checkpoint:
    people = dict(base.people)
    for who in stretch.people:
        went, known = stretch.went(who), people.get(who, UNHEARD)
        assert went is not None, "it touches them"
        people[who] = Settled(
            went.tally,
            went.since,
            known.talk.extend(went.talk) if went.talk else known.talk,
            known.stays.extend(went.stays) if went.stays else known.stays,
            known.turns.extend(went.turns) if went.turns else known.turns,
            known.backchannels.extend(went.backchannels) if went.backchannels else known.backchannels,
        )
    return Checkpoint(
        stretch.room,
        base.moments.extend(stretch.moments),
        stretch.last_speaker,
        base.changes.extend(stretch.changes),
        people,
    )
