"""`group_unheard`: the people of one place, or those who bring one perspective, have hardly been heard for
ten minutes.

Of groups that may stand in a figure at all (`perspectives.showing`). By place it is looked for in the last
ten minutes; by perspective only in what was published of them, so that it says nothing that is not public.
"""

from collections.abc import Iterable, Mapping

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges import dose
from app.facilitation.nudges.actions import BY_VOICE, GO_ROUND
from app.facilitation.nudges.ahead import Ahead
from app.facilitation.nudges.look import Look, measured_enough, standing_in_silence
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule
from app.facilitation.perspectives.record import GroupPart
from app.facilitation.perspectives.showing import shown
from app.facilitation.speech import DUE_SCALE
from app.facilitation.state import State

EVERY_MS = 10_000


def groups(state: State, counted: Iterable[ParticipantId]) -> Mapping[str, frozenset[ParticipantId]]:
    """The groups that are large enough, of those who are counted and did not choose to listen."""
    by_id = state.people.by_id
    people = [p for who in counted if (p := by_id.get(who)) and p.counted and not p.listening]
    members: dict[str, set[ParticipantId]] = {}
    for person in people:
        members.setdefault(f"place:{person.place.value}", set()).add(person.id)
    return shown({name: frozenset(who) for name, who in members.items()}, len(people))


def _published(state: State) -> tuple[tuple[str, GroupPart, int], ...]:
    """The perspectives that had under half of their share in what was published last: `perspective:` with the
    label's number, its part, and when that was known.

    A label is a word of the room's own, so a nudge keeps its number alone.
    """
    own = state.perspectives
    if not own.published:
        return ()
    last, asked = own.published[-1], state.nudges.thresholds
    return tuple(
        (f"perspective:{own.labels.index(part.label)}", part, last.until_at)
        for part in last.groups
        if part.label in own.labels and part.talk < asked.group_ratio * part.fair
    )


def holding(state: State) -> tuple[Held, ...]:
    """What was published holds until the next is, once balance is looked at."""
    behind = _published(state)
    if not behind:
        return ()
    asked = state.nudges.thresholds
    if not measured_enough(standing_in_silence(state), asked):
        return ()
    begun_at = (state.session.opened_at or 0) + asked.start_ms
    return tuple(Held((None, name), max(begun_at, known_at)) for name, _, known_at in behind)


def rests_on(state: State) -> tuple[object, ...]:
    """What was published, whether anybody is counted, and where there is anything, who is heard."""
    own, out_of_balance = state.perspectives, state.floor.out_of_balance
    return (
        own.published,
        own.labels,
        out_of_balance,
        state.nudges.thresholds,
        own.published and state.speech.ground,
    )


def told_already(state: State, finding: Finding, _: int) -> bool:
    """Whether this was said of the same ten minutes before."""
    name = finding.about
    if not name.startswith("perspective:"):
        return False
    known_at = state.perspectives.published[-1].until_at
    nudges = state.nudges
    return any(
        nudge.about == name and nudge.raised_at >= known_at
        for nudge in (nudges.by_id[nudge_id] for nudge_id in reversed(nudges.order))
    )


def find(look: Look) -> tuple[Finding, ...]:
    """Each group under half of its members' fair share, furthest behind first; places before perspectives."""
    return (
        *_places(look),
        *(
            Finding(None, (("talk_percent", part.talk), ("fair_percent", part.fair)), name)
            for name, part, _ in _published(look.state)
        ),
    )


def _places(look: Look) -> tuple[Finding, ...]:
    asked = look.thresholds
    # Most meetings have no two groups that are large enough: then nothing is worked out.
    if not groups(look.state, look.state.people.order):
        return ()
    counted = [who for who in look.window if look.counted(who)]
    behind: list[tuple[float, str, Finding]] = []
    for name, members in groups(look.state, counted).items():
        talk_ms = sum(look.window[who].talk_ms for who in members)
        expected_ms = sum(look.window[who].expected_ms for who in members)
        if expected_ms < asked.quiet_expected_ms or talk_ms >= asked.group_ratio * expected_ms:
            continue
        facts: tuple[tuple[str, int | float], ...] = (
            ("ratio", round(talk_ms / expected_ms, 4)),
            ("talk_ms", talk_ms),
            ("expected_ms", expected_ms),
            ("window_ms", asked.window_ms),
            ("members", len(members)),
            ("people", len(counted)),
        )
        behind.append((talk_ms - expected_ms, name, Finding(None, facts, name)))
    return tuple(finding for _, _, finding in sorted(behind, key=lambda one: one[:2]))


def ahead(of: Ahead) -> None:
    """A group is not behind before what it is ahead by has left the window while the others talk."""
    look, prospects, nudges = of.look, of.prospects, of.state.nudges
    if not (look.begun and look.heard_enough and RULE.addresses(look)):
        return
    if not dose.facilitators_may_hear(nudges, of.at, RULE.kind):
        return
    if not groups(of.state, of.state.people.order):
        return
    found = groups(of.state, (one.participant for one in prospects.people))
    if not found:
        return
    if not prospects.fresh_ms and not prospects.room_talk_ms(look.window_from_at, of.at):
        of.not_before_talk(1)
        return
    of.not_before_look(min(_behind_at(of, name, who) for name, who in found.items()), EVERY_MS)


def _behind_at(of: Ahead, name: str, members: frozenset[ParticipantId]) -> int:
    """A moment before which a group cannot be behind. All of them may have talked in what leaves the window,
    while others talk now: in a moment it loses at most that, and half of its own fair share."""
    look, prospects = of.look, of.prospects
    asked, since_at = look.thresholds, look.window_from_at
    if not dose.rested(of.state.nudges, RULE, (None, name), of.at):
        return of.at + asked.window_ms
    sums = [prospects.sums_since(who, since_at) for who in members]
    talk_ms = sum(own.counted_talk_ms for own in sums)
    expected_ms = sum(own.due for own in sums) / DUE_SCALE
    ahead_ms = talk_ms - asked.group_ratio * expected_ms
    return prospects.settled_at + int(max(0.0, ahead_ms) / ((1 + asked.group_ratio) * len(members)))


def ends(of: Ahead, _: Nudge) -> None:
    """What is said in the window and what leaves it may end it."""
    of.not_before_look(of.at, EVERY_MS)


def actions(state: State, _: Nudge) -> tuple[str, ...]:
    """A round asks everybody without naming anybody."""
    return (GO_ROUND, BY_VOICE) if state.floor.rest is None else (BY_VOICE,)


RULE = Rule(
    kind="group_unheard",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=ends,
    holding=holding,
    of=("perspectives", "floor", "speech"),
    rests_on=rests_on,
    left_in_peace=told_already,
    of_balance=True,
    every_ms=EVERY_MS,
)
