"""The `room` layer: what is public in the session. It names nobody as quiet and holds no figure of a person.

Two sessions with the same roster, floor and queue order have the same room, whatever was said before: the
reason for a place in the queue is the policy's name here, and nothing that depends on figures.
"""

from app.facilitation.checks.views import room_checks
from app.facilitation.concerns.views import room_contact
from app.facilitation.decisions.views import decisions_from, room_decisions
from app.facilitation.ideas.views import room_ideas
from app.facilitation.ids import ParticipantId, Place, Policy, Role
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.knowledge.views import room_knowledge
from app.facilitation.leading.views import lead_from, room_lead
from app.facilitation.perspectives.views import room_perspectives
from app.facilitation.picking.views import room_picks
from app.facilitation.queue import BY_HAND
from app.facilitation.resisting.views import room_resistance
from app.facilitation.round_order import to_come
from app.facilitation.scoring.views import room_scoring
from app.facilitation.state import Participant, Queue, State, Turn
from app.facilitation.switching import waits
from app.facilitation.views.agenda import room_agenda
from app.facilitation.views.notes import room_notes
from app.facilitation.views.rendering import Layer, Section
from app.facilitation.views.sealed import made_from
from app.facilitation.written.views import room_written

NOT_BY_POLICY = frozenset({"moved", "unfinished", "not_ready", "composing"})
PUBLIC_WHY = {
    Policy.balanced: "fair",
    Policy.fifo: "asked_first",
    Policy.alternate: "alternate",
    Policy.random: "lot",
}
QUEUE_SHOWN = 50
WATCHING_SHOWN = 50
PEOPLE_SHOWN = 100
"""Above this many people the room holds facilitators, who watches, who has or wants the floor, and counts;
the roster is a page.
"""


def _session(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    session = state.session
    view: JsonDict = {
        "id": session.id,
        "name": session.name,
        "purpose": session.purpose.value,
        "setting": session.setting.value,
        "status": session.status.value,
        "number": session.number,
        "clock": session.clock.kind,
        "code": session.code,
        "created_at": session.created_at,
    }
    if session.practice:
        view["practice"] = session.practice
    if session.locked:
        view["locked"] = True
    if session.colocated:
        view["colocated"] = True
    if session.opened_at is not None:
        view["opened_at"] = session.opened_at
    if session.ended_at is not None:
        view["ended_at"] = session.ended_at
    return view


def _floor(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    floor = state.floor
    view: JsonDict = {
        "mode": floor.mode.value,
        "policy": floor.policy.value,
        "limit_ms": floor.limit_ms,
        "gap_ms": floor.gap_ms,
    }
    if floor.policy is Policy.alternate:
        view["sides"] = floor.sides.value
    if floor.turn is not None:
        view["turn"] = _turn(floor.turn)
    waiting = waits(floor)
    if waiting is not None:
        view["aside"] = {"id": waiting.id, "participant": waiting.participant}
    if floor.gap is not None:
        view["gap_until"] = floor.gap.until_at
    if floor.rest is not None:
        view["rest"] = {"since_at": floor.rest.since_at}
        if floor.rest.until_at is not None:
            view["rest"] = {"since_at": floor.rest.since_at, "until_at": floor.rest.until_at}
    if floor.round is not None:
        left = to_come(state)
        view["round"] = {
            "by": floor.round.by,
            "next": list(left[:QUEUE_SHOWN]),
            "left": len(left),
            "of": len(floor.round.order),
        }
    if floor.last is not None and floor.last.ended_at is not None and floor.last.how is not None:
        last = floor.last
        view["last_turn"] = {
            "id": last.id,
            "participant": last.participant,
            "ended_at": floor.last.ended_at,
            "how": floor.last.how,
        }
    return view


def _turn(turn: Turn) -> JsonDict:
    view: JsonDict = {
        "id": turn.id,
        "participant": turn.participant,
        "started_at": turn.started_at,
        "limit_ms": turn.limit_ms,
        "extended_ms": turn.extended_ms,
        "override": turn.override,
        "asks": turn.asks.value,
        "paused_ms": turn.paused_ms,
    }
    if turn.paused_at is not None:
        view["paused_at"] = turn.paused_at
        view["pause"] = turn.pause
    if turn.written is not None:
        view["written"] = turn.written
    if turn.interruption is not None:
        view["interruption"] = turn.interruption.value
    return view


def _speaking(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    if state.session.opened_at is None:
        return {}
    heard = state.speech.speaking(state.last_at)
    return {s.participant: {"since_at": s.since_at} for s in heard}


def public_why(state: State, why: str) -> str:
    """The reason for a place in the queue that everybody may see: the policy's, or that it is not."""
    return why if why in NOT_BY_POLICY else PUBLIC_WHY[state.floor.policy]


def _queue(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    queue = state.queue
    shown = queue.order[:QUEUE_SHOWN]
    hands: dict[str, Json] = {}
    for participant in shown:
        hand = queue.hands[participant]
        why = queue.whys.get(participant, "")
        hands[participant] = {
            "asked_at": hand.asked_at,
            "ready": why not in ("not_ready", "composing"),
            "moved": why in BY_HAND,
            "why": public_why(state, why),
            "asks": hand.asks.value,
            **({"written": True} if hand.written is not None else {}),
        }
    same_process = was is not None and before is not None and was.queue.process is queue.process
    return {
        "order": list(shown),
        "more": len(queue.order) - len(shown),
        "hands": hands,
        "closed": queue.closed,
        "process": before["process"] if same_process and before is not None else _process(queue),
    }


def _process(queue: Queue) -> JsonDict:
    by_id: dict[str, Json] = {
        participant: {"about": point.about.value, "asked_at": point.asked_at}
        for participant, point in queue.process.items()
    }
    return {"order": list(by_id), "by_id": by_id}


def _person(person: Participant) -> JsonDict:
    view: JsonDict = {
        "name": person.name,
        "role": person.role.value,
        "place": person.place.value,
        "number": person.number,
        "here": person.here,
        "seated": person.seated,
    }
    if person.listening:
        view["listening"] = True
    if person.away:
        view["away"] = True
    if person.role is Role.observer and person.watches:
        view["watches"] = person.watches
    if person.perspective is not None and person.perspective.public:
        view["perspective"] = person.perspective.public
    return view


def _people(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    everybody = [p for p in (state.people.by_id[i] for i in state.people.order) if not p.removed]
    shown = everybody
    if len(everybody) > PEOPLE_SHOWN:
        concerned = _concern_all(state)
        watching = [p.id for p in everybody if p.role is Role.observer and p.here][:WATCHING_SHOWN]
        concerned.update(watching)
        shown = [p for p in everybody if p.role is Role.facilitator or p.id in concerned]
    known = before["by_id"] if before is not None else {}
    assert isinstance(known, dict)
    by_id: dict[str, Json] = {}
    for person in shown:
        same = was is not None and was.people.by_id.get(person.id) is person and person.id in known
        by_id[person.id] = known[person.id] if same else _person(person)
    same_people = was is not None and before is not None and was.people.by_id is state.people.by_id
    counts = before["counts"] if same_people and before is not None else _counts(everybody)
    return {
        "order": [p.id for p in shown],
        "more": len(everybody) - len(shown),
        "by_id": by_id,
        "counts": counts,
    }


def _counts(everybody: list[Participant]) -> JsonDict:
    here = [p for p in everybody if p.here and p.role is not Role.observer]
    counts: JsonDict = {"here": len(here)}
    for place in Place:
        counts[place.value] = sum(p.place is place for p in here)
    return counts


def _concern_all(state: State) -> set[ParticipantId]:
    """Whom everybody sees in a large room, facilitators aside: who has, wants or takes the floor."""
    concerned = {
        *state.queue.order[:QUEUE_SHOWN],
        *state.queue.process,
        *to_come(state)[:QUEUE_SHOWN],
        *(turn.participant for turn in state.floor.aside),
        *(participant for participant, _ in state.sources.open),
    }
    if state.floor.turn is not None:
        concerned.add(state.floor.turn.participant)
    return concerned


def _people_from(state: State) -> tuple[object, ...]:
    if len(state.people.order) <= PEOPLE_SHOWN:
        return (state.people.by_id, state.people.order)
    return (
        state.people.by_id,
        state.people.order,
        state.floor.turn,
        state.floor.aside,
        state.floor.round,
        state.queue.order,
        state.queue.process,
        state.sources.open,
    )


def _ideas(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return room_ideas(state.ideas)


def _knowledge(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return room_knowledge(state.knowledge)


def _contact(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return room_contact(state)


def _decisions(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return room_decisions(state)


def _breakout(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    """The groups, each with its floor and its queue as everybody sees those of the meeting."""
    breakout = state.breakout
    view: JsonDict = {
        "reports": [{"name": one.name, "text": one.report} for one in breakout.reports if one.report]
    }
    if breakout.since_at is None:
        return view
    view["since_at"] = breakout.since_at
    if breakout.until_at is not None:
        view["until_at"] = breakout.until_at
    known = before.get("groups") if before is not None else None
    groups: dict[str, Json] = {}
    for group in breakout.groups.values():
        same = was is not None and was.breakout.groups.get(group.id) is group
        if same and isinstance(known, dict) and group.id in known:
            groups[group.id] = known[group.id]
            continue
        one: JsonDict = {
            "name": group.name,
            "members": list[Json](group.members),
            "floor": _floor(group.state, None, None),
            "queue": _queue(group.state, None, None),
        }
        if group.state.sources.open:
            one["speaking"] = _speaking(group.state, None, None)
        if group.report:
            one["report"] = group.report
        groups[group.id] = one
    view["order"] = list[Json](groups)
    view["groups"] = groups
    return view


ROOM = Layer(
    (
        Section("session", ("session",), _session),
        Section("floor", ("floor",), _floor),
        Section("speaking", ("sources", "floor.turn", "speech"), _speaking),
        Section("queue", ("queue", "floor.policy"), _queue),
        Section("people", _people_from, _people, ("people", "floor", "queue", "sources")),
        Section("lead", lead_from, room_lead, ("lead", "nudges", "floor", "agenda", "session", "people")),
        Section("agenda", ("agenda", "lead.since_at"), room_agenda),
        Section("notes", ("agenda.notes", "agenda.items"), room_notes),
        Section("written", ("writings",), room_written),
        Section("breakout", ("breakout",), _breakout),
        Section("perspectives", ("perspectives.labels", "perspectives.equal_share"), room_perspectives),
        Section("ideas", ("ideas",), _ideas),
        Section("scoring", made_from(lambda s: s.scores), room_scoring, ("scores", "people")),
        Section("picks", made_from(lambda s: s.picks), room_picks, ("picks", "people")),
        Section("checks", made_from(lambda s: s.checks), room_checks, ("checks", "people")),
        Section("resistance", made_from(lambda s: s.surveys), room_resistance, ("surveys", "people")),
        Section("knowledge", ("knowledge",), _knowledge),
        Section("contact", ("concerns.contact",), _contact),
        Section("decisions", decisions_from, _decisions, ("decisions", "ideas", "surveys")),
    )
)
