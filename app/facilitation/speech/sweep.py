"""The one sweep: from a checkpoint over everything said since, up to a moment, as things are known at `now`.

It is what moves the checkpoint (then `until` lies seven seconds before `now`) and what makes figures at `now`
(then both are the same), so both follow the same definitions by construction. Only people whose facts touch
the stretch are looked at; everybody else's sums move with the room's.
"""

from collections.abc import Collection

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import UNHEARD, Checkpoint, Moment
from app.facilitation.speech.course import Course, Went
from app.facilitation.speech.definitions import DUE_SCALE
from app.facilitation.speech.facts import NOTHING_HEARD, Facts, Hears, heard
from app.facilitation.speech.one_voice import copies
from app.facilitation.speech.sources import RANK
from app.facilitation.speech.spans import Spans, common
from app.facilitation.speech.utterances import settled


class Stretch:
    """What the sweep found: the room at its end and at each change, who spoke last, and when the speaker
    changed. Of those whom it touches (`people`) each is followed to the end only when somebody asks: an order
    of the queue asks for those who wait, of whom few were heard.
    """

    __slots__ = ("_due_at", "_known", "changes", "last_speaker", "moments", "people", "room", "start")

    def __init__(
        self,
        room: Moment,
        moments: list[Moment],
        last_speaker: ParticipantId | None,
        changes: list[int],
        people: dict[ParticipantId, Course],
        start: int,
        due_at: dict[int, int],
    ) -> None:
        self.room = room
        self.moments = moments
        self.last_speaker = last_speaker
        self.changes = changes
        self.people = people
        self.start = start
        self._due_at = due_at
        self._known: dict[ParticipantId, Went] = {}

    def went(self, who: ParticipantId) -> Went | None:
        """One person's way through it; None: it does not touch them, so their sums move with the room's."""
        known = self._known.get(who)
        if known is None:
            course = self.people.get(who)
            if course is None:
                return None
            known = self._known[who] = course.went(self._due_at, self.start, self.room.at)
        return known


def courses(
    facts: Facts, known: Checkpoint, now: int, near: Collection[ParticipantId]
) -> dict[ParticipantId, Course]:
    """Everybody of whom something changes from the checkpoint on, or who is heard now, with what was heard of
    them. `near` has them all (but for who is heard now), and may have others."""
    start = known.room.at
    hears: dict[ParticipantId, Hears] = {}
    for (who, source), running in facts.running.items():
        hears.setdefault(who, {})[RANK[source]] = running.since_at
    copied = copies(facts.aired, facts.running, start)
    everybody_changed = facts.room_changed_at >= start
    if not (near or hears or everybody_changed):
        return {}
    everybody = {
        rank: spans
        for rank, switch in enumerate(facts.everybody)
        if (switch.spans or switch.since is not None) and (spans := switch.within(start, now))
    }
    active = facts.active.within(start, now)
    always_active = active == ((start, now),)
    found: dict[ParticipantId, Course] = {}
    people = facts.people
    for who in people if everybody_changed else dict.fromkeys((*near, *hears)):
        person = people[who]
        if person.changed_at >= start or everybody_changed or who in hears:
            speech, covered = heard(
                person, hears.get(who, NOTHING_HEARD), everybody, start, now, copied.get(who, ())
            )
            if not always_active:
                speech = common(speech, active)
            found[who] = Course(who, person, known.people.get(who, UNHEARD), speech, covered, start)
    return found


def sweep(facts: Facts, base: Checkpoint, until: int, now: int, near: Collection[ParticipantId]) -> Stretch:
    """The stretch from the checkpoint to `until`, classified by what is known at `now` (`base.room.at <=
    until <= now`). `near`: see `courses`."""
    start = base.room.at
    if until <= start:
        return Stretch(base.room, [], base.last_speaker, [], {}, start, {})
    found = courses(facts, base, now, near)
    whole = ((start, until),)
    changes: list[int] = []
    last_speaker = base.last_speaker
    for begun, _, who, end, backchannel in settled(found.values(), now):
        if begun >= until:
            break
        course = found[who]
        if backchannel:
            if begun >= start:
                course.backchannels.append((begun, end))
            continue
        if end > start:
            course.talk.append((max(begun, start), min(end, until)))
        if begun >= start and who != last_speaker:
            course.turns.append(begun)
            if last_speaker is not None:
                changes.append(begun)
            last_speaker = who
    active = facts.active.within(start, until)
    steps: dict[int, list[int]] = {}
    for course in found.values():
        course.count(whole, active)
        course.edges(steps, whole)
    room, moments, due_at = _room(base.room, steps, active, until)
    return Stretch(room, moments, last_speaker, changes, found, start, due_at)


def _room(
    base: Moment, steps: dict[int, list[int]], active: Spans, until: int
) -> tuple[Moment, list[Moment], dict[int, int]]:
    """Run through all changes: the room at the end, at each change, and its running fair share at each moment
    of change."""
    at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms = base
    moments: list[Moment] = []
    due_at = {at: due}
    toggles: dict[int, bool] = {}
    if not (len(active) == 1 and active[0] == (at, until) and on):
        if on and not (active and active[0][0] == at):
            toggles[at] = False
        for a, b in active:
            if a > at or not on:
                toggles[a] = True
            if b < until:
                toggles[b] = False
    for moment in sorted({*steps, *toggles}) if toggles else sorted(steps):
        elapsed = moment - at
        if elapsed:
            if on:
                active_ms += elapsed
                if k:
                    talk_ms += k * elapsed
                    due += k * elapsed * (DUE_SCALE // n)
                    if k >= 2:
                        overlap_ms += elapsed
                else:
                    silence_ms += elapsed
            at = moment
        due_at[moment] = due
        more_n, more_k = steps.get(moment, (0, 0))
        if not (more_n or more_k or moment in toggles):
            continue
        n += more_n
        k += more_k
        on = toggles.get(moment, on)
        moments.append(Moment(at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms))
    room = Moment(at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms).until(until)
    due_at[until] = room.due
    return room, moments, due_at
