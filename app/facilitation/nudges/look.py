"""One look at the session at one moment: the state, and figures that are made once however many rules read
them."""

from collections.abc import Iterable, Mapping

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.settings import Thresholds
from app.facilitation.speech import PersonFigures, Portion, Quiet, Standing
from app.facilitation.state import State

GRID_MS = 1_000
"""Looks are made on a grid of seconds from the session's opening."""


class Look:
    """The session as it stands at `at` (session ms)."""

    __slots__ = ("_counted", "_own", "_quiet", "_standing", "_window", "at", "state", "thresholds")

    def __init__(self, state: State, at: int) -> None:
        self.state = state
        self.at = at
        self.thresholds: Thresholds = state.nudges.thresholds
        self._standing: Standing | None = None
        self._counted: dict[ParticipantId, bool] = {}
        self._own: dict[ParticipantId, PersonFigures | None] = {}
        self._quiet: Mapping[ParticipantId, Quiet] | None = None
        self._window: Mapping[ParticipantId, Portion] | None = None

    @property
    def standing(self) -> Standing:
        """How many people could be compared, and how many of them are measured."""
        if self._standing is None:
            self._standing = self.state.speech.standing(self.at)
        return self._standing

    @property
    def people(self) -> int:
        """How many people are counted."""
        return self.standing.measured

    def own(self, participant: ParticipantId) -> PersonFigures | None:
        """One person's figures since the session was opened."""
        if participant not in self._own:
            self._own[participant] = self.state.speech.person(self.at, participant)
        return self._own[participant]

    @property
    def quiet(self) -> Mapping[ParticipantId, Quiet]:
        """Who has been quiet as long as a quiet-voice nudge asks for, and had too small a share."""
        if self._quiet is None:
            self._quiet = self.state.speech.quiet_for(
                self.at, self.quiet_threshold_ms, self.thresholds.quiet_ratio
            )
        return self._quiet

    def grown_quiet(self, among: Iterable[ParticipantId]) -> list[ParticipantId]:
        """Which of these have been quiet for so long only since the last look, whatever their share."""
        return self.state.speech.grown_quiet(self.at, self.quiet_threshold_ms, GRID_MS, among)

    @property
    def window_from_at(self) -> int:
        """When the last ten minutes that were under way began."""
        return self.state.speech.window_start(self.at, self.thresholds.window_ms)

    @property
    def window(self) -> Mapping[ParticipantId, Portion]:
        """Talk and fair share of everybody counted in the last ten minutes."""
        if self._window is None:
            self._window = self.state.speech.between(self.window_from_at, self.at, self.at)
        return self._window

    def talked_in_window(self, least_ms: int) -> list[ParticipantId]:
        """Who talked for longer than this in it: few did, so it is seldom needed whole."""
        return self.state.speech.talked_over(self.window_from_at, self.at, least_ms)

    def counted(self, participant: ParticipantId) -> bool:
        """Whether somebody is one of those who are compared."""
        if participant not in self._counted:
            self._counted[participant] = self.state.speech.counted(self.at, participant)
        return self._counted[participant]

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
        return measured_enough(self.standing, self.thresholds)

    def asks(self, participant: ParticipantId) -> bool:
        """Whether somebody waits with a hand up or has the floor."""
        return asks(self.state, participant)


def standing_in_silence(state: State) -> Standing:
    """How many people could be compared while nobody talks, and how many of them are measured. That follows
    from what was said of presence, roles and coverage alone, so that it is the same at any moment."""
    return state.speech.ground.standing(state.speech.facts.people.values())


def measured_enough(standing: Standing, asked: Thresholds) -> bool:
    """Whether enough of those who could be compared are measured."""
    candidates, measured = standing
    return not candidates or measured / candidates >= asked.measured_share


def asks(state: State, participant: ParticipantId) -> bool:
    """Whether somebody waits with a hand up or has the floor."""
    turn = state.floor.turn
    return participant in state.queue.hands or (turn is not None and turn.participant == participant)
