"""One meeting through the core in which ideas are scored twice."""

from app.facilitation.ids import Scale
from tests.facilitation.scoring.scoring_room import ScoringRoom
from tests.facilitation.sitting import Sitting


def scores() -> Sitting:
    """Two camps in the first round, and a second one with faces."""
    r = ScoringRoom(more=6, ideas=5)
    r.open()
    for number, who in enumerate(r.people):
        for place, idea in enumerate(r.ideas):
            like = place == 4 or (number < 5) == (place < 2)
            r.score(
                who, idea, *([5, 4, 5, 4] if like else [1, 2, 1, None]), reason="said why" * (number == 3)
            )
    r.s.wait(90_000)
    r.close()
    r.open(r.ideas[:1], Scale.faces)
    for who in r.people[:4]:
        r.score(who, r.ideas[0], 3, 5)
    r.close()
    return r.s
