"""Into groups and back: by hand, by lot, or mixed; called back with a countdown; each tells what it found.

In groups of four or five more people speak than in one of twelve (the k-th talker's share falls by a
constant factor: Stephan & Mishler 1952). While there are groups the meeting of all has a break: what was
under way is kept, nobody is counted and nothing nudges; each group has the same floor in small.
"""

from app.facilitation.breakouts.dealing import dealt
from app.facilitation.breakouts.record import Breakout, Group, Reported
from app.facilitation.commands import (
    CallBack,
    EndBreak,
    EndBreakout,
    MoveToGroup,
    ReportGroup,
    StartBreak,
    StartBreakout,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    BreakoutCalled,
    BreakoutEnded,
    BreakoutStarted,
    GroupHappened,
    GroupJoined,
    GroupMade,
    GroupReported,
    SessionOpened,
    SpeechEnded,
)
from app.facilitation.floor import unheard
from app.facilitation.hands import without_hand
from app.facilitation.ids import GroupId, Mode, ParticipantId, Status
from app.facilitation.microphones import unheard_by
from app.facilitation.modes import end_break, start_break
from app.facilitation.muting import listens_in_group
from app.facilitation.people import heard_as
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.session import opened, require_open
from app.facilitation.speaking import next_silence, silent_by
from app.facilitation.speech import Hearing
from app.facilitation.state import Floor, Participant, People, State
from app.facilitation.words import LONGEST_CONTRIBUTION

concept = Concept()

LEAST_GROUPS, MOST_GROUPS = 2, 12
LONGEST_CALL_MS = 600_000


def may_part(state: State) -> list[Participant]:
    """Who goes into a group: who is counted and here, in the order of their seats."""
    people = (state.people.by_id[who] for who in state.people.order)
    return [person for person in people if person.counted and person.here and not person.away]


@concept.decides(StartBreakout)
def start(draft: Draft, command: StartBreakout) -> None:
    """Everybody who is here goes into a group."""
    require_open(draft)
    if draft.state.breakout.since_at is not None:
        raise Refused("stale", "There are groups already. Call them back first.")
    people = may_part(draft.state)
    if command.by == "hand":
        groups = _by_hand(draft, command.groups)
    else:
        if not LEAST_GROUPS <= command.count <= MOST_GROUPS or command.count > len(people):
            most = min(MOST_GROUPS, len(people))
            raise Refused("bad_groups", f"Make {LEAST_GROUPS} to {most} groups, nobody's empty.")
        groups = dealt(people, command.count, draft.arrival.lot, mixed=command.by == "mixed")
    start_break(draft, StartBreak())
    made = tuple(
        GroupMade(GroupId(f"g{n}"), f"Group {n}", tuple(members)) for n, members in enumerate(groups, 1)
    )
    draft.emit(BreakoutStarted(made))
    for who in list(draft.state.sources.microphones):
        listens_in_group(draft, who)


def _by_hand(draft: Draft, groups: tuple[tuple[ParticipantId, ...], ...]) -> list[list[ParticipantId]]:
    named = [who for members in groups for who in members]
    if (
        not LEAST_GROUPS <= len(groups) <= MOST_GROUPS
        or len(set(named)) < len(named)
        or any(not members for members in groups)
    ):
        raise Refused(
            "bad_groups", f"Make {LEAST_GROUPS} to {MOST_GROUPS} groups, and put each person into one."
        )
    for who in named:
        _member(draft, who)
    return [list(members) for members in groups]


def _member(draft: Draft, participant: ParticipantId) -> Participant:
    person = draft.participant(participant)
    if not person.counted:
        raise Refused("not_allowed", f"{person.name} is not among those who go into groups.")
    return person


def _require_groups(draft: Draft) -> Breakout:
    require_open(draft)
    if draft.state.breakout.since_at is None:
        raise Refused("stale", "All are together again.")
    return draft.state.breakout


@concept.decides(MoveToGroup)
def move(draft: Draft, command: MoveToGroup) -> None:
    """Into another group, or out of all: for who came late, or sits at the wrong table."""
    breakout = _require_groups(draft)
    person = _member(draft, command.participant)
    if command.group is not None and command.group not in breakout.groups:
        raise Refused("stale", "There is no such group any more.")
    known = breakout.of(person.id)
    if (known.id if known is not None else None) != command.group:
        draft.emit(GroupJoined(person.id, command.group))
        listens_in_group(draft, person.id)


@concept.decides(CallBack)
def call_back(draft: Draft, command: CallBack) -> None:
    """Every group sees how long it still has; then all are together by themselves."""
    _require_groups(draft)
    if not 0 <= command.in_ms <= LONGEST_CALL_MS:
        raise Refused("malformed", "Call groups back within 10 minutes.")
    draft.emit(BreakoutCalled(draft.at + command.in_ms))


@concept.decides(EndBreakout)
def end(draft: Draft, _: EndBreakout) -> None:
    """All are together again, and go on where they stood."""
    if draft.state.breakout.since_at is not None:
        draft.emit(BreakoutEnded())
        end_break(draft, EndBreak())


@concept.decides(ReportGroup)
def report(draft: Draft, command: ReportGroup) -> None:
    """What a group found, in its own words; said again it has other words."""
    breakout = _require_groups(draft)
    group = breakout.of(draft.sender()) if command.group is None else breakout.groups.get(command.group)
    if group is None:
        raise Refused("stale", "There is no such group any more.")
    if not draft.by_facilitator() and draft.sender() not in group.state.people.by_id:
        raise Refused("not_allowed", "Only who is in a group tells what it found.")
    text = sentences(command.text, LONGEST_CONTRIBUTION)
    if text != group.report:
        draft.emit(GroupReported(group.id, draft.sender(), text))


def _back_at(state: State) -> int | None:
    breakout = state.breakout
    if breakout.since_at is None or state.session.status is not Status.open:
        return None
    return breakout.until_at


@concept.wakes(_back_at)
def back(draft: Draft, _: int) -> None:
    """The countdown is over."""
    end(draft, EndBreakout())


def _falls_silent_at(state: State) -> int | None:
    if state.breakout.since_at is None:
        return None
    silences = (next_silence(group.state) for group in state.breakout.groups.values())
    return min((at for at in silences if at is not None), default=None)


@concept.wakes(_falls_silent_at)
def give_up(draft: Draft, deadline: int) -> None:
    """Whom a group's tap is not heard of any more has stopped, as in the meeting of all."""
    for group in draft.state.breakout.groups.values():
        for (participant, source), heard_at in silent_by(group.state, deadline):
            draft.emit(GroupHappened(group.id, SpeechEnded(participant, source, heard_at)))


@concept.evolves(BreakoutStarted)
def started(state: State, event: BreakoutStarted, recorded: Recorded) -> State:
    """Each group has a floor of its own from now on."""
    floor = Floor(
        mode=Mode.queue, policy=state.floor.policy, sides=state.floor.sides, limit_ms=state.floor.limit_ms
    )
    groups = {}
    for made in event.groups:
        people = People({who: state.people.by_id[who] for who in made.members}, made.members)
        inner = State(session=state.session, people=people, floor=floor, last_at=recorded.at)
        groups[made.group] = Group(made.group, made.name, opened(inner, SessionOpened(), recorded))
    return state._replace(breakout=state.breakout._replace(groups=groups, since_at=recorded.at))


def with_inner(state: State, group: Group, inner: State) -> State:
    """The session with a group's own state replaced."""
    groups = {**state.breakout.groups, group.id: group._replace(state=inner)}
    return state._replace(breakout=state.breakout._replace(groups=groups))


@concept.evolves(GroupJoined)
def joined(state: State, event: GroupJoined, recorded: Recorded) -> State:
    """In the other group from now on; what they said in the one before stays said there."""
    was = state.breakout.of(event.participant)
    if was is not None:
        state = with_inner(state, was, _without(was.state, event.participant, recorded.at))
    if event.group is None:
        return state
    group = state.breakout.groups[event.group]
    people = group.state.people
    inner = group.state._replace(people=people._replace(order=(*people.order, event.participant)))
    return with_inner(state, group, heard_as(inner, state.people.by_id[event.participant], recorded.at))


def _without(inner: State, participant: ParticipantId, at: int) -> State:
    """A group's state without somebody: their hand is down, their turn over, and they are counted no more."""
    inner = without_hand(inner, participant)
    turn = inner.floor.turn
    if turn is not None and turn.participant == participant:
        inner = unheard(inner, at)
        inner = inner._replace(floor=inner.floor._replace(turn=None))
    speech: Hearing = inner.speech
    heard = dict(inner.sources.open)
    for who, source in inner.sources.open:
        if who == participant:
            del heard[who, source]
            speech = speech.stop(who, source, at)
    inner = inner._replace(sources=inner.sources._replace(open=heard), speech=speech)
    inner = unheard_by(inner, participant, at)
    speech = inner.speech.present(participant, at, False)
    people = inner.people._replace(
        by_id={who: one for who, one in inner.people.by_id.items() if who != participant},
        order=tuple(who for who in inner.people.order if who != participant),
    )
    last = inner.floor.last
    if last is not None and last.participant == participant:
        inner = inner._replace(floor=inner.floor._replace(last=None))
    return inner._replace(people=people, speech=speech)


@concept.evolves(BreakoutCalled)
def called(state: State, event: BreakoutCalled, _: Recorded) -> State:
    """The countdown runs."""
    return state._replace(breakout=state.breakout._replace(until_at=event.until_at))


@concept.evolves(GroupReported)
def reported(state: State, event: GroupReported, _: Recorded) -> State:
    """What the group found."""
    group = state.breakout.groups[event.group]._replace(report=event.text)
    groups = {**state.breakout.groups, group.id: group}
    return state._replace(breakout=state.breakout._replace(groups=groups))


@concept.evolves(BreakoutEnded)
def ended(state: State, _: BreakoutEnded, recorded: Recorded) -> State:
    """What each group found is kept, and how many spoke in it."""
    over = []
    for group in state.breakout.groups.values():
        figures = group.state.speech.figures(recorded.at)
        spoke = sum(own.talk_ms > 0 for own in figures.people.values())
        over.append(Reported(group.name, len(group.members), spoke, group.state.floor.turns, group.report))
    return state._replace(breakout=Breakout(reports=(*state.breakout.reports, *over)))


def follow(before: State, after: State, at: int) -> State:
    """Who came, went or is called otherwise is so in their group, too."""
    if before.people.by_id is after.people.by_id:
        return after
    for group in after.breakout.groups.values():
        inner = group.state
        for who in group.members:
            person = after.people.by_id[who]
            if person is inner.people.by_id[who]:
                continue
            inner = (
                _without(inner, who, at)
                if person.removed or not person.counted
                else heard_as(inner, person, at)
            )
        if inner is not group.state:
            after = with_inner(after, group, inner)
    return after
