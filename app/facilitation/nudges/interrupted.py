"""`interrupted`: one person was cut off again and again.

Overlap is normal: 40 of 100 changes of speaker have some (Heldner & Edlund 2010). What counts is somebody who
was well under way, stopped, and did not come back; see `CutOff`.
"""

from app.facilitation.ids import ParticipantId, Role
from app.facilitation.nudges.actions import BY_VOICE, GIVE_FLOOR
from app.facilitation.nudges.ahead import Ahead
from app.facilitation.nudges.hand_waiting import can_have_the_floor
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Rule
from app.facilitation.speech import CutOff
from app.facilitation.state import State

CUT = CutOff(into_ms=3_000, within_ms=1_000, on_ms=3_000, silent_ms=5_000)
EVERY_MS = 10_000
KNOWN_AFTER_MS = 60_000
"""By then it is known what came of somebody's beginning while another spoke, a source that fell silent
included (of the wall's clock)."""


def find(look: Look) -> tuple[Finding, ...]:
    """Whoever was cut off this often in the last ten minutes, most often first."""
    state = look.state
    least, since_at = look.thresholds.cut_off_times, look.window_from_at
    if state.speech.crossed.times < least:
        return ()
    often: list[tuple[int, ParticipantId, Finding]] = []
    for who, cuts in state.speech.cut_off(since_at, look.at, CUT).items():
        person = state.people.by_id.get(who)
        if len(cuts) < least or person is None or person.role is not Role.participant or not person.here:
            continue
        facts = (
            ("times", len(cuts)),
            ("by", len({by for _, by in cuts})),
            ("limit_times", least),
            ("window_ms", look.thresholds.window_ms),
        )
        often.append((-len(cuts), who, Finding(who, facts)))
    return tuple(finding for _, _, finding in sorted(often, key=lambda one: one[:2]))


def crossed(look: Look) -> tuple[ParticipantId, ...]:
    """Whoever was not cut off this often when that was last looked for."""
    speech, least = look.state.speech, look.thresholds.cut_off_times
    found = [one.subject for one in find(look)]
    if not found:
        return ()
    before = speech.cut_off(look.window_from_at - EVERY_MS, look.at - EVERY_MS, CUT)
    return tuple([who for who in found if who is not None and len(before.get(who, ())) < least])


def ahead(of: Ahead) -> None:
    """Nobody is cut off unless somebody begins while another speaks. Whoever was, and could not be told of
    yet, is looked for until they can be, or it is too long ago."""
    if not RULE.addresses(of.look):
        return
    crossed = of.state.speech.crossed
    least = of.state.nudges.thresholds.cut_off_times
    if crossed.times < least:
        of.not_before_crossing(least)
    elif _all_known(of.state, of.at) and not find(of.look):
        of.not_before_crossing(crossed.times + 1)
    else:
        of.not_before_look(of.at, EVERY_MS)


def _all_known(state: State, at: int) -> bool:
    """Whether it is known what came of everybody's beginning while another spoke."""
    return at - state.speech.crossed.last_at > max(KNOWN_AFTER_MS, state.session.wall_ms(KNOWN_AFTER_MS))


def ends(of: Ahead, _: Nudge) -> None:
    """What leaves the window may end it."""
    of.not_before_look(of.at, EVERY_MS)


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """The floor back, or a word about it."""
    return (GIVE_FLOOR, BY_VOICE) if can_have_the_floor(state, nudge.subject) else (BY_VOICE,)


RULE = Rule(
    kind="interrupted",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=ends,
    every_ms=EVERY_MS,
    invites=True,
    crossed=crossed,
)
