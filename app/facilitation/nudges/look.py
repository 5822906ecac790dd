"""One look at the session at one moment: the state, and figures that are made once however many rules read
them."""

from collections.abc import Mapping

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.settings import THRESHOLDS, Thresholds
from app.facilitation.speech import Figures, Portion
from app.facilitation.state import State


class Look:
    """The session as it stands at `at` (session ms)."""

    __slots__ = ("_session", "_window", "at", "state", "thresholds", "window_from_at")

    def __init__(self, state: State, at: int, thresholds: Thresholds = THRESHOLDS) -> None:
        self.state = state
        self.at = at
        self.thresholds = thresholds
        self.window_from_at = state.speech.window_start(at, thresholds.window_ms)
        self._session: Figures | None = None
        self._window: Mapping[ParticipantId, Portion] | None = None

    @property
    def session(self) -> Figures:
        """The figures since the session was opened."""
        if self._session is None:
            self._session = self.state.speech.figures(self.at)
        return self._session

    @property
    def window(self) -> Mapping[ParticipantId, Portion]:
        """Talk and fair share of everybody counted in the last ten minutes that were under way."""
        if self._window is None:
            self._window = self.state.speech.between(self.window_from_at, self.at, self.at)
        return self._window

    def talked_in_window(self, least_ms: int) -> bool:
        """Whether anybody talked for longer than this in it: few did, so it is seldom needed whole."""
        talkers = [who for who, own in self.session.people.items() if own.counted_talk_ms > least_ms]
        if not talkers:
            return False
        theirs = self.state.speech.between(self.window_from_at, self.at, self.at, talkers)
        return any(own.talk_ms > least_ms for own in theirs.values())

    @property
    def people(self) -> int:
        """How many people are counted now."""
        return self.session.measured

    def counted(self, participant: ParticipantId) -> bool:
        """Whether somebody is one of them."""
        own = self.session.people.get(participant)
        return own is not None and own.candidate and own.measured

    @property
    def quiet_threshold_ms(self) -> int:
        """The quiet that a quiet-voice nudge asks for now."""
        return self.thresholds.quiet_threshold_ms(self.people)

    @property
    def begun(self) -> bool:
        """Whether the session is old enough for nudges about balance."""
        opened_at = self.state.session.opened_at
        return opened_at is not None and self.at >= opened_at + self.thresholds.start_ms

    @property
    def heard_enough(self) -> bool:
        """Whether enough of the people are measured for figures that compare them."""
        return self.session.measured_share >= self.thresholds.measured_share

    def asks(self, participant: ParticipantId) -> bool:
        """Whether somebody waits with a hand up or has the floor."""
        turn = self.state.floor.turn
        return participant in self.state.queue.hands or (turn is not None and turn.participant == participant)
