"""A later sitting through the core: an earlier decision is looked at again, a new version takes its place,
and a sitting after it looks at that.
"""

from app.facilitation.actors import Server
from app.facilitation.commands import (
    AcceptDecision,
    AnswerCheck,
    BringDecision,
    CloseCheck,
    DraftDecision,
    FollowDecision,
    KeptReview,
    OpenCheck,
    ReviewDecision,
    SetDecision,
)
from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.decisions.earlier import earlier_decision
from app.facilitation.ids import CameOut, CheckId, CheckKind, DecisionId, SessionId
from tests.facilitation.decisions.deciding import Deciding
from tests.facilitation.sitting import Sitting, sitting


def earlier() -> Sitting:
    """The second of three sittings."""
    first = Deciding()
    decision = first.accepted()
    first.s.wait(LATE_MS)
    s = sitting(number=2)
    people = [s.join(name) for name in ("Ana", "Bo", "Cy")]
    s.send(BringDecision(earlier_decision(first.s.state, decision, first.s.now)), Server())
    s.send(ReviewDecision(decision, CameOut.worse, "Two of six are broken"))
    again = DecisionId(str(s.send(DraftDecision(supersedes=decision, statement="With spare parts")).made))
    s.send(SetDecision(again, review_at=1_900_000_000_000))
    check = CheckId(str(s.send(OpenCheck(CheckKind.fist, "Do we do this?"), after=1_000).made))
    for who in people:
        s.send(AnswerCheck(check, 4), who)
    s.send(CloseCheck(check))
    s.send(AcceptDecision(again, check, with_open_points=True))
    s.wait(LATE_MS)
    told = KeptReview(s.now, CameOut.better, "All six stand", 3)
    s.send(FollowDecision(again, SessionId("s3"), 3, (told,), DecisionId("n2900")), Server())
    return s
