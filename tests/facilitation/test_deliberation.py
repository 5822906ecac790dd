"""What a report tells of ideas and answers: what all saw, to each reader what is theirs, nobody's name."""

import json
from typing import Any

from app.facilitation.commands import (
    AnswerCheck,
    CloseCheck,
    CollectIdeas,
    FocusIdea,
    HoldBackIdea,
    MakeRemark,
    OpenCheck,
    ShowOwnName,
)
from app.facilitation.decisions.public import SOMEBODY
from app.facilitation.ids import CheckId, CheckKind, RemarkKind
from app.facilitation.report import Reader, report
from tests.facilitation.scoring.scoring_room import ScoringRoom

FACILITATOR, PUBLIC = Reader("facilitator"), Reader("public")


def told(room: ScoringRoom, reader: Reader) -> Any:
    return report(room.s.state, room.s.now, reader)


def a_check(room: ScoringRoom, *, named: bool) -> CheckId:
    """All three object or agree, Cy with a reason."""
    made = room.s.send(OpenCheck(CheckKind.gradients, "Shall we, Ana?", named=named)).made
    assert made is not None
    check = CheckId(made)
    for who, step in zip(room.people, (1, 2, 7), strict=False):
        room.s.send(AnswerCheck(check, step, reason="It is far" if step == 7 else ""), who)
    return check


def test_a_report_holds_what_was_shown_and_nothing_that_is_still_asked() -> None:
    room = ScoringRoom()
    assert "scoring" not in told(room, FACILITATOR)
    room.open()
    for who in room.people:
        room.score(who, room.ideas[0], 4, 4, 4, 4, reason="said of it")
    room.s.send(FocusIdea(room.ideas[0]))
    room.s.send(CollectIdeas("More?"))
    check = a_check(room, named=False)
    during = told(room, FACILITATOR)
    assert "said of it" not in json.dumps(during)
    assert not {"scoring", "checks", "names"} & during.keys()
    assert set(during["ideas"]) == {"order", "by_id", "shortlist"}
    room.close()
    room.s.send(CloseCheck(check))
    for reader in (FACILITATOR, Reader("participant", room.w.ana.participant)):
        after = told(room, reader)
        [round_] = after["scoring"]["rounds"].values()
        assert round_["ideas"][room.ideas[0]]["questions"]["suitable"]["median"] == 4
        assert "said of it" in json.dumps(round_)
        assert after["checks"]["by_id"][check]["counts"] == [1, 1, 0, 0, 0, 0, 1, 0]
        assert "open" not in after["scoring"] | after["checks"]


def test_one_reads_which_ideas_are_ones_own_and_nobody_whose_the_others_are() -> None:
    room = ScoringRoom()
    mine = told(room, Reader("participant", room.w.ana.participant))
    assert mine["own"]["ideas"] == [
        idea for idea in mine["ideas"]["order"] if room.w.idea(idea).author == room.w.ana.participant
    ]
    assert room.w.bo.participant not in json.dumps(mine["ideas"])
    assert "own" not in told(room, FACILITATOR)


def test_words_that_are_held_back_are_for_facilitators() -> None:
    room = ScoringRoom()
    room.s.send(HoldBackIdea(room.ideas[1], "It names somebody"))
    assert told(room, FACILITATOR)["held_back"] == {
        room.ideas[1]: {"text": "Idea 1", "reason": "It names somebody"}
    }
    for reader in (Reader("participant", room.w.ana.participant), PUBLIC):
        assert "Idea 1" not in json.dumps(told(room, reader))


def test_anybody_reads_what_all_said_together_and_no_words_of_one_and_no_name() -> None:
    room = ScoringRoom()
    room.s.send(MakeRemark(room.ideas[0], RemarkKind.concern, "Who pays?"), room.w.ana)
    room.open()
    for who in room.people:
        room.score(who, room.ideas[0], 4, 4, 4, 4, reason="said of it")
    room.close()
    check = a_check(room, named=True)
    room.s.send(CloseCheck(check))
    inside = told(room, Reader("participant", room.w.ana.participant))
    assert inside["checks"]["by_id"][check]["by_name"][room.w.cy.participant] == 7
    assert inside["names"] == {
        who.participant: name for who, name in zip(room.people, ("Ana", "Bo", "Cy"), strict=True)
    }
    outside = told(room, PUBLIC)
    assert outside["checks"]["by_id"][check]["counts"] == [1, 1, 0, 0, 0, 0, 1, 0]
    assert outside["checks"]["by_id"][check]["asks"] == f"Shall we, {SOMEBODY}?"
    for words in ("said of it", "It is far", "Who pays?", "by_name", "names", room.w.cy.participant):
        assert words not in json.dumps(outside, ensure_ascii=False)
    room.s.send(ShowOwnName(True), room.w.ana)
    assert told(room, PUBLIC)["checks"]["by_id"][check]["asks"] == "Shall we, Ana?"
