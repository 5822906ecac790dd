"""Looking ahead: until when no rule can find anything that it does not find now, whatever people say.

Looking too early finds nothing and costs a look; looking too late would date a nudge wrongly. So what is
kept here are bounds that are certain: quiet grows by a second in a second, a fair share by no more than the
talk of all divided by the people there, and everything else changes by events. An `Outlook` says what it
rests on, and is dropped when that is no longer so.
"""

from dataclasses import dataclass

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.look import Look, asks
from app.facilitation.nudges.record import Nudges
from app.facilitation.speech import Ground, Prospects
from app.facilitation.state import Participant, People, Session, State

GRID_MS = 1_000
"""Looks are made on a grid of seconds from the session's opening."""
FAR = 1 << 62
"""Later than anything."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Nothing can be found before `until_at`, nor before the room has talked up to `talk_ms`.

    It rests on everything below, compared by identity: on the session, on who is here and what is settled
    (`ground`), on all nudges, on what certain people chose (`chose`), on whether certain people ask for the
    floor (`asking`), and on the silence of the subjects of open nudges (`silent`).
    """

    until_at: int
    talk_ms: int
    """A level of `Hearing.most_talk_ms`."""
    session: Session
    ground: Ground
    nudges: Nudges
    people: People
    """While this is the same, nobody chose anything."""
    chose: tuple[Participant, ...]
    asking: tuple[tuple[ParticipantId, bool], ...]
    silent: tuple[tuple[ParticipantId, object], ...]
    """Who is silent, and all that was said of them."""

    def stands(self, state: State) -> bool:
        """Whether nothing that it rests on has changed, and it still looks beyond `looked_at`."""
        speech = state.speech
        return (
            self.until_at > state.looked_at
            and self.ground is speech.ground
            and (self.nudges is state.nudges or self._same_nudges(state.nudges))
            and self.session is state.session
            and (self.people is state.people or self._same_choices(state))
            and all(asks(state, who) is asked for who, asked in self.asking)
            and all(speech.facts.people[who] is said and speech.silent(who) for who, said in self.silent)
            and (self.talk_ms == FAR or self.talk_ms > speech.most_talk_ms(state.looked_at))
        )

    def _same_nudges(self, now: Nudges) -> bool:
        """Whether nothing differs but what is followed for the un-nudged rate, which holds nothing back."""
        known = self.nudges
        return (
            known.by_id is now.by_id
            and known.live == now.live
            and known.withheld is now.withheld
            and known.hushed_until == now.hushed_until
        )

    def _same_choices(self, state: State) -> bool:
        return all(state.people.by_id.get(one.id) is one for one in self.chose)

    def next_at(self, state: State) -> int:
        """The earliest moment at which something could be found, if nothing more happens until then."""
        heard = len(state.speech.facts.running)
        if self.talk_ms == FAR or not heard:
            return self.until_at
        left_ms = self.talk_ms - state.speech.most_talk_ms(state.looked_at)
        return min(self.until_at, state.looked_at + max(1, left_ms // heard))


class Ahead:
    """What the rules say of the time ahead, while an outlook is made of it."""

    def __init__(self, state: State) -> None:
        self.look = Look(state, state.looked_at)
        self.at = state.looked_at
        self.state = state
        self.prospects: Prospects = state.speech.prospects(self.at)
        self.until_at = FAR
        self._talk_ms = FAR
        self._asking: dict[ParticipantId, bool] = {}
        self._chose: dict[ParticipantId, Participant] = {}
        self._silent: dict[ParticipantId, object] = {}
        self._left_out: list[tuple[int, ParticipantId]] = []

    def not_before(self, at: int) -> None:
        """Something could be found at this moment, not before it."""
        self.until_at = min(self.until_at, max(at, self.at + 1))

    def at_once(self) -> None:
        """Something could be found at any moment."""
        self.not_before(self.at + 1)

    def not_before_talk(self, talk_ms: int) -> None:
        """Something could be found when all together have talked for so long since the settled moment."""
        left_ms = talk_ms - self.prospects.fresh_ms
        if left_ms <= 0:
            self.at_once()
        else:
            level = self.state.speech.most_talk_ms(self.at) + left_ms
            self._talk_ms = min(self._talk_ms, level)

    def left_out(self, participant: ParticipantId, at: int) -> None:
        """Something could be found of this person at a moment, were it not for what they chose or ask for."""
        self._left_out.append((at, participant))

    def stays(self, participant: ParticipantId) -> None:
        """What was found of somebody holds on while they are silent, ask for nothing and choose nothing."""
        self._silent[participant] = self.state.speech.facts.people[participant]
        self._watch(participant)

    def _watch(self, participant: ParticipantId) -> None:
        self._chose[participant] = self.state.people.by_id[participant]
        self._asking[participant] = asks(self.state, participant)

    def outlook(self) -> Outlook:
        """All of it together."""
        for at, participant in self._left_out:
            if at <= self.until_at:
                self._watch(participant)
        state = self.state
        return Outlook(
            until_at=self.until_at,
            talk_ms=self._talk_ms,
            session=state.session,
            ground=state.speech.ground,
            nudges=state.nudges,
            people=state.people,
            chose=tuple(self._chose.values()),
            asking=tuple(self._asking.items()),
            silent=tuple(self._silent.items()),
        )
