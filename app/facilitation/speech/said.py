"""What is said of several people at once, and so changes more than one of them."""

from collections.abc import Iterable, Mapping

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech.facts import NOBODY, Person
from app.facilitation.speech.sources import RANK, Source
from app.facilitation.speech.spans import Span, normal


def with_spoken(
    people: Mapping[ParticipantId, Person], source: Source, spans: Mapping[ParticipantId, Iterable[Span]]
) -> dict[ParticipantId, Person]:
    """These people, with complete stretches that a source heard of some (each at least one, not empty)."""
    changed = dict(people)
    for who, own in spans.items():
        person = changed.get(who, NOBODY)
        track = person.tracks[RANK[source]].plus(normal(own))
        changed[who] = person.with_track(source, track, max(end for _, end in own))
    return changed


def without_correction(
    people: Mapping[ParticipantId, Person], correction: CorrectionId
) -> tuple[dict[ParticipantId, Person], int | None]:
    """These people as if it had never been made, and from when on that changes something (None: never)."""
    changed, first_at = dict(people), None
    for who, person in people.items():
        dropped = [entry.start for entry in person.corrections if entry.correction == correction]
        if dropped:
            kept = tuple(entry for entry in person.corrections if entry.correction != correction)
            changed[who] = person._replace(corrections=kept)
            first_at = min(dropped) if first_at is None else min(first_at, *dropped)
    return changed, first_at
