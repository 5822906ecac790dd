"""A meeting for tests of nudges: people who talk for so long, one after the other, in open mode and all
heard.
"""

from app.facilitation.commands import SetCoverage, StartSpeech, StillSpeaking, StopSpeech
from app.facilitation.ids import Mode, NudgeId, ParticipantId
from app.facilitation.nudges.record import Nudge
from app.facilitation.speech import Source
from tests.facilitation.sitting import KEY, Sitting, sitting

SECOND = 1_000
MINUTE = 60_000
STILL_EVERY = 10 * SECOND


class Gathering:
    """Fay facilitates; everybody else is a participant with a device, or seated without one."""

    def __init__(
        self, *names: str, seated: tuple[str, ...] = (), mode: Mode = Mode.open, heard: bool = True
    ) -> None:
        self.sitting: Sitting = sitting(mode)
        self.of = {name: self.sitting.join(name).participant for name in names}
        if seated:
            self.of |= dict(zip(seated, self.sitting.seat(*seated), strict=True))
        if heard:
            self.sitting.send(SetCoverage(Source.api, True, tuple(self.of.values())), KEY)

    @property
    def opened_at(self) -> int:
        """When the session was opened."""
        opened_at = self.sitting.state.session.opened_at
        assert opened_at is not None
        return opened_at

    @property
    def minutes(self) -> float:
        """How old the session is."""
        return (self.sitting.now - self.opened_at) / MINUTE

    def start(self, name: str) -> None:
        """Somebody begins."""
        now = self.sitting.now
        self.sitting.send(StartSpeech(Source.api, self.of[name], observed_at=now, sent_at=now), KEY)

    def still(self, name: str) -> None:
        """Somebody goes on."""
        now = self.sitting.now
        self.sitting.send(StillSpeaking(Source.api, self.of[name], observed_at=now, sent_at=now), KEY)

    def stop(self, name: str) -> None:
        """Somebody stops."""
        now = self.sitting.now
        self.sitting.send(StopSpeech(Source.api, self.of[name], observed_at=now, sent_at=now), KEY)

    def wait(self, ms: int) -> None:
        """Time passes."""
        self.sitting.wait(ms)

    def talk(self, name: str, ms: int) -> None:
        """Somebody talks for so long."""
        self.start(name)
        left = ms
        while left > STILL_EVERY:
            self.wait(STILL_EVERY)
            self.still(name)
            left -= STILL_EVERY
        self.wait(left)
        self.stop(name)

    def round(self, minutes: int, *names: str, each: int = 20 * SECOND) -> None:
        """These talk in turn, without a gap, for so many minutes."""
        until = self.sitting.now + minutes * MINUTE
        while self.sitting.now < until:
            for name in names:
                self.talk(name, min(each, max(0, until - self.sitting.now)) or SECOND)

    def nudges(self, rule: str = "") -> list[Nudge]:
        """What was raised, in order."""
        nudges = self.sitting.state.nudges
        raised = [nudges.by_id[nudge_id] for nudge_id in nudges.order]
        return [nudge for nudge in raised if not rule or nudge.rule == rule]

    def nudge(self, nudge_id: NudgeId) -> Nudge:
        """One of them as it stands."""
        return self.sitting.state.nudges.by_id[nudge_id]

    def name(self, participant: ParticipantId | None) -> str:
        """Who that is."""
        return next(name for name, one in self.of.items() if one == participant)

    def about(self, rule: str) -> list[str]:
        """Whom nudges of a kind were about, in order."""
        return [self.name(nudge.subject) for nudge in self.nudges(rule)]
