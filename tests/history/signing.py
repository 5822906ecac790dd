"""One meeting through the core in which authors let their names stand beside ideas, and take them away."""

from app.facilitation.commands import SignIdea
from tests.facilitation.scoring.scoring_room import ScoringRoom
from tests.facilitation.sitting import Sitting


def signing() -> Sitting:
    """Two sign after the first round; the second round takes one name away."""
    r = ScoringRoom()
    r.open()
    for who in r.people:
        r.score(who, r.ideas[0], 4, 3, 5, 4)
    r.close()
    r.s.send(SignIdea(r.ideas[0], True), r.w.ana, after=5_000)
    r.s.send(SignIdea(r.ideas[1], True), r.w.bo)
    r.s.send(SignIdea(r.ideas[2], True), r.w.cy)
    r.s.send(SignIdea(r.ideas[2], False), r.w.cy)
    r.open(r.ideas[:1])
    return r.s
