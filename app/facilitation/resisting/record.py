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
    heard: str = ""
    """What others understood that they need."""
    heard_right: bool = False
    """They say that it is so."""
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
    left_out: int = 0
    closed_at: int | None = None
    typed: tuple[str, ...] = ()
    """Options that are no ideas."""
    yes_no: bool = False
    """One option alone, and whether anybody has a reason against it: `MOST` is one, `NONE` is none."""

    @property
    def options(self) -> tuple[OptionId, ...]:
        """The ideas, what was typed, and last to leave things as they are, unless one option stands alone."""
        leave = () if self.yes_no else (LEAVE,)
        return (*(OptionId(idea) for idea in self.ideas), *self.words, *leave)

    @property
    def words(self) -> Mapping[OptionId, str]:
        """The options that are no ideas."""
        return {OptionId(f"typed_{n}"): words for n, words in enumerate(self.typed)}

    def givers(self) -> set[ParticipantId]:
        """Who has said anything."""
        return {who for levels in self.levels.values() for who in levels}


@dataclass(frozen=True, slots=True)
class Surveys:
    """Every survey of the session."""

    by_id: Mapping[SurveyId, Survey] = field(default_factory=dict)
    """In the order in which they were opened."""
    open: SurveyId | None = None

    @property
    def now(self) -> Survey | None:
        """The one that is open."""
        return None if self.open is None else self.by_id[self.open]
