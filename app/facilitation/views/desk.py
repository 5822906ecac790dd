"""The `desk` layer: what facilitators see in addition, because it helps them steer and would shame people
in public.
"""

from app.facilitation.answering import by_hand
from app.facilitation.decisions.views import desk_ledger
from app.facilitation.ideas.views import desk_ideas
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.nudges.views import desk_nudges, desk_nudging
from app.facilitation.perspectives.views import desk_perspectives
from app.facilitation.signals import for_desk, minutes
from app.facilitation.speech import Source
from app.facilitation.state import State
from app.facilitation.views.rendering import Layer, Section
from app.facilitation.written.views import desk_written


def _hands(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return {
        participant: {
            "reason": state.queue.whys.get(participant, "asked_first"),
            "overtaken": hand.overtaken,
            "by_facilitator": hand.by_facilitator,
        }
        for participant, hand in state.queue.hands.items()
    }


def _people(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    view: JsonDict = {}
    for person in state.people.by_id.values():
        own: dict[str, Json] = {"connected": bool(person.connections), "nudged": person.nudged}
        source = covering(state, person.id)
        own["measured"] = source is not None or state.floor.by_turns
        own["source"] = source.value if source is not None else "floor" if state.floor.by_turns else "none"
        if person.removed and not person.erased:
            own |= {"removed": True, "name": person.name, "kept_out": person.kept_out}
        view[person.id] = own
    return view


def covering(state: State, participant: str) -> Source | None:
    """The best source that covers somebody now, the floor aside."""
    for source in (Source.mic, Source.api, Source.tap):
        if participant in state.sources.covers.get(source, frozenset()):
            return source
    return None


def _devices(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    connected = {c.device for c in state.people.connections.values() if c.device is not None}
    return {
        device.id: {"scope": device.scope.value, "name": device.name, "connected": device.id in connected}
        for device in state.devices.values()
        if not device.revoked
    }


def _knocks(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """Who would like to come in."""
    by_id: dict[str, Json] = {}
    for one in state.knocks.values():
        view: JsonDict = {"name": one.name, "place": one.place.value, "at": one.at}
        if one.watches:
            view["watches"] = one.watches
        by_id[one.id] = view
    return {"order": list[Json](by_id), "by_id": by_id}


def _nudges(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return desk_nudges(state)


def _nudging(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return desk_nudging(state.nudges)


def _tapping(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return {"everyone": Source.tap in state.sources.everyone}


def _signals(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    asked: dict[str, Json] = {signal.value: n for signal, n in for_desk(state.signals).items()}
    needed: dict[str, Json] = {str(who): since_at for who, since_at in minutes(state.signals).items()}
    return {"asked": asked, "minutes": needed}


def _ideas(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return desk_ideas(state.ideas)


def _asking(state: State) -> tuple[object, ...]:
    asked = any(part.now is not None for part in (state.scores, state.picks, state.checks, state.surveys))
    return (state.people.by_id if asked else None,)


def _by_hand(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    (asked,) = _asking(state)
    return {"order": list[Json](by_hand(state)) if asked is not None else []}


def _ledger(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    return desk_ledger(state)


_NUDGED = ("nudges", "people.by_id", "floor.mode", "floor.rest", "agenda.current", "session.status")
"""What a nudge offers hangs on where the meeting stands."""


def _breakout(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """In each group how long everybody spoke, as far as its turns are over, and how often."""
    view: JsonDict = {}
    for group in state.breakout.groups.values():
        inner = group.state
        figures = inner.speech.figures(inner.last_at)
        view[group.id] = {
            who: {"talk_ms": own.talk_ms, "turns": own.turns}
            for who, own in figures.people.items()
            if who in inner.people.by_id
        }
    return view


DESK = Layer(
    (
        Section("hands", ("queue",), _hands),
        Section("people", ("people.by_id", "sources.covers", "floor.mode"), _people),
        Section("devices", ("devices", "people.connections"), _devices),
        Section("knocks", ("knocks",), _knocks),
        Section("nudges", _NUDGED, _nudges),
        Section("nudging", ("nudges.tone", "nudges.muted", "nudges.thresholds"), _nudging),
        Section("signals", ("signals.asked",), _signals),
        Section("written", ("writings",), desk_written),
        Section("breakout", ("breakout.groups",), _breakout),
        Section("perspectives", ("perspectives.published",), desk_perspectives),
        Section("tapping", ("sources.everyone",), _tapping),
        Section("ideas", ("ideas.by_id",), _ideas),
        Section("by_hand", _asking, _by_hand, ("people", "scores", "picks", "checks", "surveys")),
        Section("ledger", ("decisions.links",), _ledger),
    )
)
