"""The report of a session, for three readers: facilitators, a participant, and anybody.

Facilitators read everything that they saw live. A participant reads their own part and what concerns all;
anybody reads what concerns all. Nobody is ranked, nobody is named as quiet, and a note that somebody got
privately is theirs alone. Words are made from these figures by the page that shows them.
"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.by_place import by_place, by_place_for_all
from app.facilitation.decisions.public import public_ledger
from app.facilitation.decisions.views import room_decisions
from app.facilitation.deliberation import deliberation, signed
from app.facilitation.dynamics import Cuts, cuts_in, dynamics, heard_by, own_dynamics
from app.facilitation.ids import ParticipantId, Place, Role, SignalKind
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.knowledge.views import room_knowledge
from app.facilitation.live import listeners, room_figures
from app.facilitation.nudges.views import asked_of_all, reported_nudges
from app.facilitation.perspectives import equal_share
from app.facilitation.perspectives.views import reported_perspectives
from app.facilitation.speech import Figures
from app.facilitation.speech.definitions import SETTLE_MS
from app.facilitation.state import Participant, Session, State
from app.facilitation.views.notes import reported_notes
from app.facilitation.written.counting import reported_written, written_of

CURVE_STEPS = 12
"""Points of the curve of how the talk was shared as the session went on; more would show noise."""
LEAST_GROUP = 3
"""A place with fewer people is not counted apart outside the facilitators' version."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a report is made; `participant` names whose own part it holds."""

    kind: Literal["facilitator", "participant", "public"]
    participant: ParticipantId | None = None


def report(state: State, now: int, reader: Reader) -> JsonDict:
    """The report as of `now` (session ms); of a session that has ended, as of its end."""
    session = state.session
    at = min(now, session.ended_at) if session.ended_at is not None else now
    head = _head(session)
    view: JsonDict = {"reader": reader.kind, "session": head}
    if session.opened_at is None:
        return view
    head |= {"opened_at": session.opened_at, "until_at": at}
    settled_at = at
    if session.ended_at is not None:
        head["ended_at"] = session.ended_at
        # Nothing follows the end, so the last words are settled; figures know it a moment after them.
        settled_at += SETTLE_MS
    figures = equal_share.figures(state, settled_at, None, listeners(state))
    head["active_ms"] = figures.active_ms
    people = [p for p in (state.people.by_id[i] for i in state.people.order) if _took_part(p, figures)]
    view["people"] = _counts(people, figures, reader)
    room = room_figures(figures)
    if "gini" in room and figures.evenness is not None:
        room["evenness"] = round(figures.evenness, 4)
    view["room"] = room
    places = by_place(state, figures) if reader.kind == "facilitator" else _places_for_all(state, figures)
    if places:
        view["by_place"] = places
    view["curve"] = _curve(state, session.opened_at, at)
    view["facilitators"] = _facilitators(state, figures)
    view["agenda"] = _agenda(state, at, settled_at, people if reader.kind == "facilitator" else [])
    cuts = cuts_in(state, settled_at)
    view |= _went_round(state, figures, settled_at, cuts, reader)
    if any(one.groups for one in state.perspectives.published):
        view["perspectives"] = reported_perspectives(state.perspectives)
    if state.agenda.notes and reader.kind != "public":
        view["notes"] = reported_notes(state)
    if state.writings.by_id:
        view["written"] = reported_written(state)
    if state.breakout.reports:
        view["breakouts"] = [one._asdict() for one in state.breakout.reports]
    if led := _led(state, session.opened_at, at):
        view["led"] = led
    if reader.kind != "public" and (asked := asked_of_all(state)):
        view["asked_of_all"] = asked
    view["turns"] = {"given": state.floor.turns, "overrides": state.floor.overrides}
    came = deliberation(
        state, public=reader.kind == "public", held_back=reader.kind == "facilitator"
    ) | _ledger(state, reader)
    view |= came
    names = signed(state, came)
    if names:
        view["names"] = names
    view["signals"] = {signal.value: state.signals.sent.get(signal, 0) for signal in SignalKind}
    view["lanes"] = _lanes(state, people, session.opened_at, at, settled_at, reader)
    return view | _of_single_people(state, people, figures, cuts, reader)


def _head(session: Session) -> JsonDict:
    """Which session it is."""
    head: JsonDict = {
        "id": session.id,
        "name": session.name,
        "purpose": session.purpose.value,
        "number": session.number,
        "status": session.status.value,
        "code": session.code,
        "clock": session.clock.kind,
    }
    if session.practice:
        head["practice"] = session.practice
    return head


def _led(state: State, opened_at: int, at: int) -> list[Json]:
    """The stretches in which the group led itself (session ms)."""
    return [
        {"from_at": from_at, "until_at": until_at}
        for from_at, until_at in state.lead.led_between(opened_at, at)
    ]


def _of_single_people(
    state: State, people: list[Participant], figures: Figures, cuts: Cuts | None, reader: Reader
) -> JsonDict:
    """What only some may read of single people: facilitators of everybody, a participant of themself."""
    if reader.kind == "facilitator":
        balance: JsonDict = {
            p.id: _person(state, p, figures) | own_dynamics(state, p.id, cuts)
            for p in people
            if p.role is Role.participant
        }
        return {"balance": balance, "nudges": reported_nudges(state)}
    own = state.people.by_id.get(reader.participant) if reader.participant is not None else None
    if own is None:
        return {}
    return {
        "own": _person(state, own, figures) | own_dynamics(state, own.id, cuts) | _own_ideas(state, own.id)
    }


def _went_round(
    state: State, figures: Figures, settled_at: int, cuts: Cuts | None, reader: Reader
) -> JsonDict:
    """How the floor went round, and what listened. As of places, others read it once it is over."""
    view: JsonDict = {"heard_by": [source.value for source in heard_by(state)]}
    for_desk = reader.kind == "facilitator"
    if for_desk or state.session.ended_at is not None:
        view["dynamics"] = dynamics(state, figures, settled_at, cuts, by_name=for_desk)
    return view


def _places_for_all(state: State, figures: Figures) -> JsonDict:
    """Once it is over: while it is under way, who asks again and again could tell whose turn moved it."""
    return by_place_for_all(state, figures) if state.session.ended_at is not None else {}


def _ledger(state: State, reader: Reader) -> JsonDict:
    """What was decided and known; for anybody without the names of who did not let theirs be shown."""
    view: JsonDict = {}
    if state.decisions.by_id or state.decisions.needs:
        whole = public_ledger(state) if reader.kind == "public" else room_decisions(state)
        view["decisions"] = {part: whole[part] for part in ("order", "by_id", "needs")}
    if state.knowledge.cards or state.knowledge.unclear:
        view["knowledge"] = room_knowledge(state.knowledge)
    return view


def _own_ideas(state: State, reader: ParticipantId) -> JsonDict:
    own = [idea for idea in state.ideas.order if state.ideas.by_id[idea].author == reader]
    return {"ideas": list[Json](own)} if own else {}


def _took_part(person: Participant, figures: Figures) -> bool:
    own = figures.people.get(person.id)
    return person.role is not Role.observer and own is not None and (own.counted_ms > 0 or own.talk_ms > 0)


def _counts(people: list[Participant], figures: Figures, reader: Reader) -> JsonDict:
    took_part = [p for p in people if p.role is Role.participant]
    view: JsonDict = {
        "total": len(took_part),
        "spoke": sum(figures.people[p.id].talk_ms > 0 for p in took_part),
        "measured": sum(figures.people[p.id].counted_ms > 0 for p in took_part),
    }
    by_place = {place: sum(p.place is place for p in took_part) for place in Place}
    if reader.kind == "facilitator" or all(n == 0 or n >= LEAST_GROUP for n in by_place.values()):
        view["places"] = {place.value: n for place, n in by_place.items() if n}
    return view


def _curve(state: State, opened_at: int, at: int) -> list[Json]:
    """How evenly the talk was shared from the opening to each point: [ms since opening, voices, of]."""
    points: list[Json] = []
    for step in range(1, CURVE_STEPS + 1):
        until = opened_at + (at - opened_at) * step // CURVE_STEPS
        figures = state.speech.figures(until, None, listeners(state))
        if figures.voices is not None and figures.enough_changes:
            points.append([until - opened_at, round(figures.voices, 2), figures.voices_of])
    return points


def _facilitators(state: State, figures: Figures) -> JsonDict:
    people = [p for p in state.people.by_id.values() if p.role is Role.facilitator]
    talk_ms = sum(figures.people[p.id].talk_ms for p in people if p.id in figures.people)
    return {"people": len(people), "talk_ms": talk_ms, "of_ms": talk_ms + figures.talk_ms}


def _lanes(
    state: State, people: list[Participant], opened_at: int, at: int, settled_at: int, reader: Reader
) -> JsonDict:
    """Who spoke when: by person for facilitators, one's own beside everybody's together for a participant."""
    drawn = state.speech.lanes(opened_at, settled_at)
    order: list[Json] = []
    by_id: dict[str, Json] = {}
    together: list[tuple[int, int]] = []
    for person in people:
        lane = drawn.get(person.id)
        talk = list(lane.talk) if lane is not None else []
        together += talk
        if reader.kind == "facilitator" or person.id == reader.participant:
            order.append(person.id)
            by_id[person.id] = {"name": person.name, "talk": [[a, b] for a, b in talk]}
    view: JsonDict = {"from_at": opened_at, "to_at": at, "order": order, "by_id": by_id}
    if reader.kind != "facilitator":
        view["everybody"] = [[a, b] for a, b in _joined(together)]
    return view


def _agenda(state: State, at: int, settled_at: int, named: list[Participant]) -> list[Json]:
    """What was planned beside what came of it; of each item how much was said, and by how many; and of those
    who are `named` how much each, beside their fair share of it.
    """
    items: list[Json] = []
    for item in (state.agenda.items[one] for one in state.agenda.order):
        view: JsonDict = {"title": item.title, "planned_ms": item.length_ms, "skipped": item.skipped}
        if item.started_at is not None:
            until = item.ended_at if item.ended_at is not None else at
            said = state.speech.between(item.started_at, until, settled_at)
            view["used_ms"] = until - item.started_at - item.rested_ms
            view["talk_ms"] = sum(own.talk_ms for own in said.values())
            view["spoke"] = sum(own.talk_ms > 0 for own in said.values())
            if item.extended_ms:
                view["extended_ms"] = item.extended_ms
            if named:
                view["people"] = {
                    person.id: {"talk_ms": own.talk_ms, "expected_ms": own.expected_ms}
                    for person in named
                    if (own := said.get(person.id)) is not None and (own.talk_ms or own.expected_ms)
                }
        items.append(view)
    return items


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _person(state: State, person: Participant, figures: Figures) -> JsonDict:
    view: JsonDict = {"name": person.name, "place": person.place.value}
    own = figures.people.get(person.id)
    if own is None:
        return view
    view |= {
        "talk_ms": own.talk_ms,
        "expected_ms": own.expected_ms,
        "turns": own.turns,
        "backchannels": own.backchannels,
        "longest_quiet_ms": own.longest_quiet_ms,
        "measured": own.counted_ms > 0,
    }
    if own.ratio is not None:
        view["ratio"] = round(own.ratio, 3)
    written = written_of(state)[person.id]
    if written:
        view["written"] = written
    return view
