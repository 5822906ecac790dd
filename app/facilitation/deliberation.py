"""What a report tells of ideas, scores, checks and of what was hard to live with.

The same words and figures that everybody saw when they were shown, and nothing of what is still being
written or answered. For anybody outside the meeting the answers of all together alone: what somebody wrote
beside an answer, or asked about an idea, was said to the group.
"""

from app.facilitation.decisions.public import without_names
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State
from app.facilitation.views import DESK, ROOM

UNDER_WAY = ("collecting", "focus", "focused_at", "open")
"""What is written, talked about or asked this moment is no part of what came of it."""
SAID_TO_THE_GROUP = frozenset({"remarks", "reasons", "objections", "by_name", "heard"})
"""What stands beside an idea or an answer and is for those alone who were asked."""


def deliberation(state: State, *, public: bool, held_back: bool) -> JsonDict:
    """`{"ideas", "scoring", "picks", "checks", "resistance"}`, each where there is any; `held_back`: with
    what facilitators hold back, for their eyes.
    """
    there = {
        "ideas": bool(state.ideas.order),
        "scoring": any(one.closed_at is not None for one in state.scores.rounds.values()),
        "picks": any(one.closed_at is not None for one in state.picks.by_id.values()),
        "checks": any(one.closed_at is not None for one in state.checks.by_id.values()),
        "resistance": any(one.closed_at is not None for one in state.surveys.by_id.values()),
    }
    view: JsonDict = {
        part: _settled(ROOM.sections[part].build(state, None, None))
        for part, is_there in there.items()
        if is_there
    }
    if held_back:
        held = DESK.sections["ideas"].build(state, None, None)["held_back"]
        view |= {"held_back": held} if held else {}
    if not public:
        return view
    shown = without_names(state, _of_all_together(state, view))
    assert isinstance(shown, dict)
    return shown


def _settled(view: JsonDict) -> JsonDict:
    return {part: one for part, one in view.items() if part not in UNDER_WAY}


def _of_all_together(state: State, value: Json) -> Json:
    if isinstance(value, list):
        return [_of_all_together(state, each) for each in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Json] = {}
    for name, each in value.items():
        if name == "needs":
            # What people would need to come along; empty, so that the shape stays that programs know.
            made[name] = {"order": [], "by_id": {}} if isinstance(each, dict) else []
        elif name == "by" and each not in state.decisions.named:
            continue
        elif name not in SAID_TO_THE_GROUP:
            made[name] = _of_all_together(state, each)
    return made


def signed(state: State, view: Json) -> dict[str, Json]:
    """The names behind the ids that stand in a report beside what people signed: `{id: name}`."""
    found: dict[str, Json] = {}
    for each in _signers(view):
        person = state.person(ParticipantId(each))
        if person is not None and not person.erased:
            found[each] = person.name
    return found


def _signers(value: Json) -> set[str]:
    if isinstance(value, list):
        return set[str]().union(*map(_signers, value))
    if not isinstance(value, dict):
        return set()
    found = set[str]().union(*(_signers(each) for name, each in value.items() if name != "by_name"))
    by, by_name = value.get("by"), value.get("by_name")
    if isinstance(by, str):
        found.add(by)
    if isinstance(by_name, dict):
        found |= by_name.keys()
    return found
