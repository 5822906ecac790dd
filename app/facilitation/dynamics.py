"""How the floor went round, for the report: how long people waited for it, who was let in out of order, how
the talk changed hands, and who was cut off.

Why for people: a queue is fair when nobody waits long in it, and an interruption that stands in no record did
not happen. Who cut off whom is for facilitators' eyes, as it was while they led; each person reads of
themselves; all others read how often it came, without a name.
"""

from collections import Counter
from statistics import median

from app.facilitation.ids import ParticipantId, Role
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.nudges.interrupted import CUT
from app.facilitation.speech import Figures, Source
from app.facilitation.speech.facts import EMPTY_TRACK
from app.facilitation.speech.sources import BEST_FIRST
from app.facilitation.state import State

HEAR_OVERLAP = frozenset({Source.mic, Source.api})
"""Sources that hear two people at once; of taps and turns one ends when the other begins."""


Cuts = Counter[tuple[ParticipantId, ParticipantId]]
"""How often who was cut off by whom."""


def dynamics(
    state: State, figures: Figures, settled_at: int, cuts: Cuts | None, *, by_name: bool
) -> JsonDict:
    """Of the whole meeting; `by_name`: who cut off whom, too."""
    opened_at = state.session.opened_at
    assert opened_at is not None, "asked of sessions that were opened"
    lanes = state.speech.lanes(opened_at, settled_at)
    stretches = [end - start for lane in lanes.values() for start, end in lane.talk]
    view: JsonDict = {"changes": figures.changes, "stretches": len(stretches)}
    if stretches:
        view["median_talk_ms"] = round(median(stretches))
    waits = [one.waited_ms for one in state.floor.given if one.waited_ms is not None]
    if waits:
        view["waits"] = {"turns": len(waits), "median_ms": round(median(waits)), "longest_ms": max(waits)}
    order = Counter(one.why for one in state.floor.given if one.why)
    if order:
        view["out_of_order"] = dict(sorted(order.items()))
    if cuts is not None:
        view |= {"overlap_ms": figures.overlap_ms, "silence_ms": figures.silence_ms}
        view["cut_off"] = sum(cuts.values())
        if by_name:
            view["pairs"] = [
                {"who": who, "by": by, "times": times}
                for (who, by), times in sorted(cuts.items(), key=lambda one: (-one[1], one[0]))
            ]
    return view


def cuts_in(state: State, settled_at: int) -> Cuts | None:
    """How often who was cut off by whom; facilitators cut in and are cut off as anybody. None: nothing heard
    two people at once, or devices that lie near each other shared voices out, which is not exact enough.
    """
    opened_at = state.session.opened_at
    shared_air = len(state.speech.facts.aired) > 0
    if opened_at is None or shared_air or not HEAR_OVERLAP & set(heard_by(state)):
        return None
    found = state.speech.cut_off(opened_at, settled_at, CUT)
    return Counter((who, by) for who, own in found.items() for _, by in own)


def heard_by(state: State) -> dict[Source, int]:
    """The sources that listened at any time, best first, and to how many people."""
    people = state.speech.facts.people
    found: Counter[Source] = Counter()
    for who, said in people.items():
        person = state.person(who)
        if person is None or person.role is Role.observer:
            continue
        found.update(
            source
            for source, track in zip(BEST_FIRST, said.tracks, strict=True)
            if track is not EMPTY_TRACK and (len(track.spoken) or track.cover.spans or track.cover.since)
        )
    return {source: found[source] for source in BEST_FIRST if found[source]}


def own_dynamics(state: State, participant: ParticipantId, cuts: Cuts | None) -> JsonDict:
    """One person's waits, and how often they were cut off and cut in."""
    view: dict[str, Json] = {}
    waits = [
        one.waited_ms
        for one in state.floor.given
        if one.participant == participant and one.waited_ms is not None
    ]
    if waits:
        view |= {"waited_ms": sum(waits), "longest_wait_ms": max(waits)}
    if cuts is not None:
        view["cut_off"] = sum(times for (who, _), times in cuts.items() if who == participant)
        view["cut_in"] = sum(times for (_, by), times in cuts.items() if by == participant)
    return view
