"""Figures that move with time alone: no facts of the log but computed from it, for the `live` frames.

Whole and small: facilitators get everybody's, a person their own. Below the measured share there are no
room figures, and below 20 changes of speaker no index (see `speech`).
"""

from app.facilitation.by_place import by_place
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.perspectives.equal_share import figures
from app.facilitation.speech import Figures, PersonFigures
from app.facilitation.state import State
from app.facilitation.written.counting import written_of

WINDOW_MS = 600_000
"""The last 10 minutes of counted time: long enough for a fair picture, short enough to steer by."""
LEAST_MEASURED = 0.8
"""With fewer of the people measured, figures of the room would be figures of the measured ones."""
EARLY_MS = 60_000
"""Below one minute of fair share nothing is said in words about anybody's part."""
LESS, MORE = 0.7, 1.4
"""From here a person's own part is called smaller or larger than even; [ours]: an even share within luck is
between.
"""


def desk_figures(state: State, now: int) -> JsonDict:
    """Everybody's balance at `now`: the session's and the last 10 minutes'."""
    if state.session.opened_at is None:
        return {
            "heard": {"measured": 0, "of": 0, "by": "nothing"},
            "room": {},
            "window": {},
            "places": {},
            "window_places": {},
            "people": {},
        }
    apart = listeners(state)
    whole = figures(state, now, None, apart)
    window = figures(state, now, state.speech.window_start(now, WINDOW_MS), apart)
    people: dict[str, Json] = {}
    written = written_of(state)
    for participant, own in whole.people.items():
        recent = window.people.get(participant)
        person: dict[str, Json] = {"talk_ms": own.talk_ms, "turns": own.turns, "quiet_ms": own.quiet_ms}
        if own.ratio is not None:
            person["ratio"] = round(own.ratio, 3)
        if recent is not None and recent.ratio is not None:
            person["window_ratio"] = round(recent.ratio, 3)
        if participant in written:
            person["written"] = written[participant]
        people[participant] = person
    return {
        "heard": {"measured": whole.measured, "of": whole.candidates, "by": heard_by(state)},
        "room": room_figures(whole),
        "window": room_figures(window),
        "places": by_place(state, whole),
        "window_places": by_place(state, window),
        "people": people,
    }


def listeners(state: State) -> frozenset[ParticipantId]:
    """Who chose to listen: counted, but left out of what is said about the room."""
    return frozenset(p.id for p in state.people.by_id.values() if p.listening)


def heard_by(state: State) -> str:
    """In the modes with turns people are counted by turns; else by whatever source listens."""
    return "turns" if state.floor.by_turns else "sources"


def room_figures(of: Figures) -> JsonDict:
    """The room's index in a span, where it may be shown; people who chose to listen are left out of it."""
    view: JsonDict = {
        "changes": of.changes,
        "overlap_ms": of.overlap_ms,
        "silence_ms": of.silence_ms,
    }
    if of.measured_share < LEAST_MEASURED or not of.enough_changes:
        return view
    if of.voices is not None:
        view["voices"] = round(of.voices, 2)
        view["of"] = of.voices_of
    if of.gini is not None:
        view["gini"] = round(of.gini, 4)
    return view


def lanes(state: State, now: int, length_ms: int = WINDOW_MS) -> JsonDict:
    """Who spoke when in the last while: for each person their stretches of talk."""
    opened = state.session.opened_at
    if opened is None:
        return {"from_at": now, "to_at": now, "people": {}}
    since = max(opened, now - length_ms)
    drawn = state.speech.lanes(since, now)
    return {
        "from_at": since,
        "to_at": now,
        "people": {p: [[a, b] for a, b in lane.talk] for p, lane in drawn.items() if lane.talk},
    }


def own_figures(state: State, participant: ParticipantId, now: int) -> JsonDict:
    """One person's own time, behind "My time"; in words, never beside anybody else's."""
    if state.session.opened_at is None:
        return {"talk_ms": 0, "turns": 0, "words": "early"}
    own = figures(state, now).people.get(participant)
    if own is None:
        return {"talk_ms": 0, "turns": 0, "words": "early"}
    view: JsonDict = {"talk_ms": own.talk_ms, "turns": own.turns, "words": in_words(own)}
    written = written_of(state)[participant]
    if written:
        view["written"] = written
    if own.ratio is not None:
        view["ratio"] = round(own.ratio, 2)
    return view


def in_words(own: PersonFigures) -> str:
    """`early`, `less`, `even` or `more`: a person's part beside an even share."""
    if own.ratio is None or own.expected_ms < EARLY_MS:
        return "early"
    return "less" if own.ratio < LESS else "more" if own.ratio > MORE else "even"


def somebody_speaks(state: State) -> bool:
    """Whether figures move now: somebody is heard or has the floor."""
    return bool(state.sources.open) or state.floor.turn is not None
