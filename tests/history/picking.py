"""One meeting through the core in which nine ideas are cut: once by too few, once with a tie."""

from app.facilitation.commands import ClosePick, GivePick, OpenPick
from app.facilitation.ids import PickId
from tests.facilitation.scoring.scoring_room import ScoringRoom
from tests.facilitation.sitting import Sitting


def picking() -> Sitting:
    """Five people mark; somebody changes their mind; Dee has no device."""
    r = ScoringRoom(more=2, ideas=9)
    s = r.s
    first = PickId(s.send(OpenPick()).made or "")
    s.send(GivePick(first, (r.ideas[8],)), r.w.ana)
    s.send(ClosePick(first), after=20_000)
    second = PickId(s.send(OpenPick()).made or "")
    s.send(GivePick(second, (r.ideas[8],)), r.w.ana, after=4_000)
    for who, marks in zip(r.people, ((0, 1, 2), (0, 3, 4), (5, 6, 7), (0, 1, 8), ()), strict=True):
        s.send(GivePick(second, tuple(r.ideas[n] for n in marks)), who, after=2_000)
    s.send(GivePick(second, (r.ideas[1],), r.w.dee))
    s.send(ClosePick(second), after=60_000)
    return s
