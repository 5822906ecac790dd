"""What came of perspectives. Who brings what stands in the log, and is told to nobody unless they said so."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, PerspectiveUse
from app.facilitation.words import Words


@dataclass(frozen=True, slots=True)
class PerspectivesOffered:
    labels: tuple[Words, ...]
    equal_share: bool
    kind: Literal["perspectives.offered"] = "perspectives.offered"


@dataclass(frozen=True, slots=True)
class PerspectiveSet:
    """`label` "": taken back."""

    participant: ParticipantId
    label: Words
    use: PerspectiveUse
    kind: Literal["perspective.set"] = "perspective.set"


@dataclass(frozen=True, slots=True)
class GroupShare:
    """Per cent of all talk and of all fair shares of a span, rounded to 10."""

    label: str
    talk: int
    fair: int


@dataclass(frozen=True, slots=True)
class BalancePublished:
    """The balance by perspective from `since_at` to `until_at`: of the groups that may be shown."""

    since_at: int
    until_at: int
    groups: tuple[GroupShare, ...]
    kind: Literal["balance.published"] = "balance.published"
