"""Looking ahead: until when no rule can find anything that it does not find now, whatever people say.

Looking too early finds nothing and costs a look; looking too late would date a nudge wrongly. So what is
kept here are bounds that are certain: quiet grows by a second in a second, a fair share by no more than the
talk of all divided by the people there, and everything else changes by events. An `Outlook` says what it
rests on, and is dropped when that is no longer so.
"""

from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.look import GRID_MS, Look, asks
from app.facilitation.nudges.record import Nudges
from app.facilitation.speech import Ground, Prospects
from app.facilitation.state import Participant, People, Session, State

__all__ = ["FAR", "GRID_MS", "Ahead", "Outlook", "grid_from"]

FAR = 1 << 62
"""Later, and more, than anything."""


def grid_from(opened_at: int, at: int, every_ms: int = GRID_MS) -> int:
    """The first moment of the grid (or of a coarser one) at or after `at`."""
    return opened_at + -(-(at - opened_at) // every_ms) * every_ms


class Outlook(NamedTuple):
    """Nothing can be found before `horizon_at`, nor before the room has talked up to `talk_ms`, but for those
    who grow quiet one after the other meanwhile (`later`).

    It rests on everything below, compared by identity: on the session, on who is here and what is settled
    (`ground`), on all nudges, on what certain people chose (`chose`), on whether certain people ask for the
    floor (`asking`), and on the silence of the subjects of open nudges (`silent`).
    """

    horizon_at: int
    talk_ms: int
    """A level of `Hearing.most_talk_ms`."""
    crossings: int
    """Nor, from this many on, has anybody begun to speak while another did (`Hearing.crossed`)."""
    later: tuple[tuple[int, int, ParticipantId], ...]
    """When somebody may be quiet for long enough, earliest first; the level of talk from which they could be
    nudged for then; and who."""
    session: Session
    ground: Ground
    nudges: Nudges
    people: People
    """While this is the same, nobody chose anything."""
    chose: tuple[Participant, ...]
    asking: tuple[tuple[ParticipantId, bool], ...]
    silent: tuple[tuple[ParticipantId, object], ...]
    """Who is silent, and all that was said of them."""

    def at(self, state: State) -> "Outlook | None":
        """This outlook as far as it has come by `looked_at`; None when it stands no longer."""
        looked_at, later, talk_ms = state.looked_at, self.later, self.talk_ms
        if self.horizon_at <= looked_at or not self._rests(state):
            return None
        passed = 0
        while passed < len(later) and later[passed][0] <= looked_at:
            talk_ms = min(talk_ms, later[passed][1])
            passed += 1
        if talk_ms != FAR and talk_ms <= state.speech.most_talk_ms(looked_at):
            return None
        if self.crossings <= state.speech.crossed.times:
            return None
        if passed or self.nudges is not state.nudges:
            return self._replace(later=later[passed:], talk_ms=talk_ms, nudges=state.nudges)
        return self

    def _rests(self, state: State) -> bool:
        speech = state.speech
        return (
            self.ground is speech.ground
            and self.nudges.holds_back_as(state.nudges)
            and self.session is state.session
            and (self.people is state.people or self._same_choices(state))
            and (not self.asking or all(asks(state, who) is asked for who, asked in self.asking))
            and (not self.silent or self._same_silence(state))
        )

    def _same_silence(self, state: State) -> bool:
        speech = state.speech
        return all(speech.facts.people[who] is said and speech.silent(who) for who, said in self.silent)

    def _same_choices(self, state: State) -> bool:
        return all(state.people.by_id.get(one.id) is one for one in self.chose)

    def next_at(self, state: State) -> int:
        """The earliest moment at which something could be found, if nothing more happens until then."""
        heard = len(state.speech.facts.running)
        until_at = min(self.horizon_at, self.later[0][0]) if self.later else self.horizon_at
        if self.talk_ms == FAR or not heard:
            return until_at
        left_ms = self.talk_ms - state.speech.most_talk_ms(state.looked_at)
        return min(until_at, state.looked_at + max(1, left_ms // heard))


class Ahead:
    """What the rules say of the time ahead, while an outlook is made of it."""

    def __init__(self, state: State) -> None:
        self.look = Look(state, state.looked_at)
        self.at = state.looked_at
        self.state = state
        self.prospects: Prospects = state.speech.prospects(self.at)
        self.horizon_at = FAR
        self.talked_ms = state.speech.most_talk_ms(self.at) - self.prospects.fresh_ms
        """The level of talk at the settled moment."""
        self._opened_at = state.session.opened_at or 0
        self._talk_ms = FAR
        self._crossings = FAR
        self._later: list[tuple[int, int, ParticipantId]] = []
        self._asking: dict[ParticipantId, bool] = {}
        self._chose: dict[ParticipantId, Participant] = {}
        self._silent: dict[ParticipantId, object] = {}

    def not_before(self, at: int) -> None:
        """Something could be found at this moment, not before it."""
        self.horizon_at = min(self.horizon_at, max(at, self.at + 1))

    def not_before_look(self, at: int, every_ms: int) -> None:
        """The same, of a rule that is looked for only so often."""
        self.not_before(grid_from(self._opened_at, max(at, self.at + 1), every_ms))

    def not_before_crossing(self, times: int) -> None:
        """Something could be found when somebody has so often begun while another spoke."""
        self._crossings = min(self._crossings, times)

    def at_once(self) -> None:
        """Something could be found at any moment."""
        self.not_before(self.at + 1)

    def not_before_talk(self, talk_ms: int) -> None:
        """Something could be found when all together have talked for so long since the settled moment."""
        if talk_ms <= self.prospects.fresh_ms:
            self.at_once()
        else:
            self._talk_ms = min(self._talk_ms, self.talked_ms + talk_ms)

    def one_at(self, participant: ParticipantId, at: int, talk_ms: int) -> None:
        """Something could be found of one person at a moment, and from then on only when all together have
        talked for so long since the settled moment."""
        level = FAR if talk_ms >= FAR else self.talked_ms + talk_ms
        self._later.append((grid_from(self._opened_at, max(at, self.at + 1)), level, participant))

    def left_out(self, participant: ParticipantId) -> None:
        """Were it not for what this person chose or asks for, something could be found of them."""
        self._watch(participant)

    def stays(self, participant: ParticipantId) -> None:
        """What was found of somebody holds on while they are silent, ask for nothing and choose nothing."""
        self._silent[participant] = self.state.speech.facts.people[participant]
        self._watch(participant)

    def _watch(self, participant: ParticipantId) -> None:
        self._chose[participant] = self.state.people.by_id[participant]
        self._asking[participant] = asks(self.state, participant)

    def outlook(self) -> Outlook:
        """All of it together."""
        state, horizon_at = self.state, self.horizon_at
        if horizon_at < FAR:
            # On the grid, so that it stands until that look was made.
            horizon_at = grid_from(self._opened_at, horizon_at)
        return Outlook(
            horizon_at=horizon_at,
            talk_ms=self._talk_ms,
            crossings=self._crossings,
            later=tuple(sorted(one for one in self._later if one[0] < horizon_at)),
            session=state.session,
            ground=state.speech.ground,
            nudges=state.nudges,
            people=state.people,
            chose=tuple(self._chose.values()),
            asking=tuple(self._asking.items()),
            silent=tuple(self._silent.items()),
        )
