"""One session as a line among the others of its room: how long, how many, how the talk was shared.

Figures of the room alone: nobody is named, and none is of fewer than all who took part.
"""

from app.facilitation.jsonable import JsonDict
from app.facilitation.report import Reader, report
from app.facilitation.state import State


def trend(state: State, now: int) -> JsonDict | None:
    """The line of a session as of `now` (session ms); None of one that was never opened.

    `facilitators_part`: the part of all talk that was facilitators' own. `voices` of `of`: by how many the
    talk was shared, where there are figures of the room.
    """
    of_all = report(state, now, Reader("public"))
    if state.session.opened_at is None:
        return None
    session, people, room, chairs = (
        _part(of_all, name) for name in ("session", "people", "room", "facilitators")
    )
    line: JsonDict = {
        name: session[name]
        for name in ("id", "number", "status", "opened_at", "active_ms", "practice")
        if name in session
    }
    line["people"] = {name: people[name] for name in ("total", "spoke", "measured")}
    line |= {name: room[name] for name in ("voices", "of", "gini") if name in room}
    talk_ms, of_ms = chairs["talk_ms"], chairs["of_ms"]
    if isinstance(talk_ms, int) and isinstance(of_ms, int) and of_ms:
        line["facilitators_part"] = round(talk_ms / of_ms, 3)
    nudges = [state.nudges.by_id[one] for one in state.nudges.order]
    line["nudges"] = {"raised": len(nudges), "acted": sum(one.acted_at is not None for one in nudges)}
    return line


def _part(of: JsonDict, name: str) -> JsonDict:
    part = of[name]
    assert isinstance(part, dict)
    return part
