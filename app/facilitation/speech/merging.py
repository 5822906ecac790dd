"""Two people who were one all along: what was said of either was said of one, and is swept anew."""

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.appended import Appended
from app.facilitation.speech.facts import NOBODY, Facts, Running
from app.facilitation.speech.ground import Ground
from app.facilitation.speech.hearing import Hearing
from app.facilitation.speech.past import NOTHING_SETTLED
from app.facilitation.speech.sources import Source


def merged(hearing: Hearing, kept: ParticipantId, other: ParticipantId) -> Hearing:
    """All that was heard, with both as one, who has the id `kept`.

    Whoever began while the other of the two spoke cut nobody off, so the bound of `crossed` holds, and as one
    they talk no longer than both did, so that of `told_ms` does.
    """
    facts = _as_one(hearing.facts, kept, other)
    ground = Ground(max(hearing.ground.at, facts.people[kept].changed_at), hearing.ground.everybody_covered)
    near = dict.fromkeys(facts.people)
    return Hearing(
        facts, NOTHING_SETTLED, ground, near, hearing.told_ms, hearing.heard_until, hearing.crossed
    )


def _as_one(facts: Facts, kept: ParticipantId, other: ParticipantId) -> Facts:
    people = {who: person for who, person in facts.people.items() if who != other}
    people[kept] = facts.people.get(kept, NOBODY).and_also(facts.people.get(other, NOBODY))
    running: dict[tuple[ParticipantId, Source], Running] = {}
    for (who, source), now in facts.running.items():
        key = (kept if who == other else who, source)
        also = running.get(key, now)
        level = now.level if also.level is None else also.level
        running[key] = Running(min(now.since_at, also.since_at), max(now.heard_at, also.heard_at), level)
    aired = facts.aired
    if any(one.who == other for one in aired):
        aired = Appended.of(sorted(one._replace(who=kept) if one.who == other else one for one in aired))
    return facts._replace(people=people, running=running, aired=aired)
