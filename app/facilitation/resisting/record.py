"""What the session holds of resistance."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.facilitation.ids import AskId, IdeaId, OptionId, ParticipantId, SurveyId

LEAVE = OptionId("leave")
"""Leave things as they are: always among the options, and the limit of what can be asked of people."""


@dataclass(frozen=True, slots=True)
class Level:
    """One person's answer on one option."""

    level: int
    needs: str = ""
    ask: AskId = AskId("")
    answer: str = ""
    """What was answered to what they need."""
    met: bool = False
    """They say that it is met."""


@dataclass(frozen=True, slots=True)
class Survey:
    """One time that everybody was asked."""

    id: SurveyId
    ideas: tuple[IdeaId, ...]
    opened_at: int
    levels: Mapping[OptionId, Mapping[ParticipantId, Level]] = field(default_factory=dict)
    asked: int = 0
    closed_at: int | None = None

    @property
    def options(self) -> tuple[OptionId, ...]:
        """The ideas, and last to leave things as they are."""
        return (*(OptionId(idea) for idea in self.ideas), LEAVE)

    def givers(self) -> set[ParticipantId]:
        """Who has said anything."""
        return {who for levels in self.levels.values() for who in levels}


@dataclass(frozen=True, slots=True)
class Surveys:
    """Every survey of the session."""

    by_id: Mapping[SurveyId, Survey] = field(default_factory=dict)
    """In the order in which they were opened."""
    open: SurveyId | None = None
