"""Moving the checkpoint forward, and going back to an older one when something late touches the settled
past."""

from typing import NamedTuple

from app.facilitation.speech.checkpoint import START, UNHEARD, Checkpoint, Settled
from app.facilitation.speech.definitions import CHECKPOINT_BEHIND_MS, FINAL_AFTER_MS, NEVER
from app.facilitation.speech.facts import Facts
from app.facilitation.speech.sweep import Stretch, sweep

STRIDE_MS = 300_000
"""A long way is swept in strides of this length, each of which leaves a checkpoint to come back to."""

THINNING = 8
"""Checkpoints are kept so that the one before a moment `a` ago is at most about a/8 older: some sixty for a
whole day, and a fact that is late by `a` costs a sweep over a little more than `a`."""


class Past(NamedTuple):
    """The newest checkpoint, and older ones to start from again when a late fact touches what was settled."""

    checkpoint: Checkpoint = START
    older: tuple[Checkpoint, ...] = ()
    """Oldest first, ever further apart."""


NOTHING_SETTLED = Past()


def settled_up_to(facts: Facts, past: Past, until: int) -> Past:
    """The checkpoint at `until`, and the older ones; everything that classifies what lies before `until` is
    known."""
    checkpoint, older = past
    while checkpoint.room.at < until:
        at = checkpoint.room.at
        if at == NEVER:
            spans, since = facts.active
            at = spans[0][0] if spans else since if since is not None else until
        target = min(until, max(at, NEVER) + STRIDE_MS)
        older = _thinned(older, checkpoint)
        stretch = sweep(facts, checkpoint, target, target + CHECKPOINT_BEHIND_MS)
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


def _thinned(older: tuple[Checkpoint, ...], newest: Checkpoint) -> tuple[Checkpoint, ...]:
    if newest.room.at == NEVER:
        return older
    kept = [newest]
    for checkpoint in reversed(older):
        age = newest.room.at - kept[-1].room.at
        if kept[-1].room.at - checkpoint.room.at >= age // THINNING:
            kept.append(checkpoint)
    kept.reverse()
    return tuple(kept)


def _moved(base: Checkpoint, stretch: Stretch) -> Checkpoint:
    people = dict(base.people)
    for who, went in stretch.people.items():
        known = people.get(who, UNHEARD)
        people[who] = Settled(
            went.tally,
            went.since,
            known.talk.extend(went.talk),
            known.stays.extend(went.stays),
            known.turns.extend(went.turns),
            known.backchannels.extend(went.backchannels),
        )
    return Checkpoint(
        stretch.room,
        base.moments.extend(stretch.moments),
        stretch.last_speaker,
        base.changes.extend(stretch.changes),
        people,
    )
