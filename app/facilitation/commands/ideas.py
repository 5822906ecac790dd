"""Commands about ideas: what people need and what could be done, written without a name, shown together."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId, RemarkKind
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class CollectIdeas:
    """Begin to collect ideas (facilitators); `asks` is the question that all write to. With a `need` all
    write other ways to meet that one.
    """

    asks: Sentences = ""
    need: IdeaId | None = None
    do: Literal["idea.collect"] = "idea.collect"


@dataclass(frozen=True, slots=True)
class WriteIdea:
    """Write a need, or a proposal (to a `need`, if it is for one); facilitators for somebody without a
    device, or from a `paper` that bears no name. Until collecting closes, only its author and who typed it
    can read it.
    """

    what: IdeaKind
    text: Sentences
    need: IdeaId | None = None
    participant: ParticipantId | None = None
    paper: bool = False
    do: Literal["idea.write"] = "idea.write"


@dataclass(frozen=True, slots=True)
class ReviseIdea:
    """Put one's own idea in other words (once it is published, facilitators may, too); earlier words are
    kept.
    """

    idea: IdeaId
    text: Sentences
    do: Literal["idea.revise"] = "idea.revise"


@dataclass(frozen=True, slots=True)
class WithdrawIdea:
    """Take one's own idea back before it is published."""

    idea: IdeaId
    do: Literal["idea.withdraw"] = "idea.withdraw"


@dataclass(frozen=True, slots=True)
class PublishIdeas:
    """Close collecting and show all ideas together, shuffled and without names (facilitators)."""

    collection: CollectionId
    do: Literal["idea.publish"] = "idea.publish"


@dataclass(frozen=True, slots=True)
class DiscardIdeas:
    """Close collecting and show nothing (facilitators); each author keeps their own words."""

    collection: CollectionId
    do: Literal["idea.discard"] = "idea.discard"


@dataclass(frozen=True, slots=True)
class HoldBackIdea:
    """Take an idea off the screens (facilitators); its author is told why."""

    idea: IdeaId
    reason: Sentences
    do: Literal["idea.hold_back"] = "idea.hold_back"


@dataclass(frozen=True, slots=True)
class ShowIdeaAgain:
    """Show an idea that was held back (facilitators)."""

    idea: IdeaId
    do: Literal["idea.show_again"] = "idea.show_again"


@dataclass(frozen=True, slots=True)
class FocusIdea:
    """Say which idea is under discussion, or none (facilitators)."""

    idea: IdeaId | None = None
    do: Literal["idea.focus"] = "idea.focus"


@dataclass(frozen=True, slots=True)
class SplitIdea:
    """Make several ideas of one (facilitators); each keeps where it came from."""

    idea: IdeaId
    texts: tuple[Sentences, ...]
    do: Literal["idea.split"] = "idea.split"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a synthesis took from one idea."""

    idea: IdeaId
    took: Sentences


@dataclass(frozen=True, slots=True)
class MergeIdeas:
    """Make one idea, a synthesis, of several (facilitators); it shows what it took from each."""

    parts: tuple[Taken, ...]
    text: Sentences
    do: Literal["idea.merge"] = "idea.merge"


@dataclass(frozen=True, slots=True)
class HearNeed:
    """Say the need that one hears in an idea: "so what you need is …"."""

    idea: IdeaId
    text: Sentences
    do: Literal["idea.hear"] = "idea.hear"


@dataclass(frozen=True, slots=True)
class ConfirmHeard:
    """The author of an idea says whether the need that was heard is it; `heard` is what it was about."""

    idea: IdeaId
    heard: Sentences
    right: bool
    do: Literal["idea.confirm_heard"] = "idea.confirm_heard"


@dataclass(frozen=True, slots=True)
class MakeRemark:
    """A question, an addition or a concern to an idea, without a name; facilitators for somebody."""

    idea: IdeaId
    what: RemarkKind
    text: Sentences
    participant: ParticipantId | None = None
    do: Literal["idea.remark"] = "idea.remark"


@dataclass(frozen=True, slots=True)
class SignIdea:
    """The author of an idea lets their name stand beside it, or takes it away again; once it was scored, and
    not while it is scored again. Who typed it for a `participant` says it for them.
    """

    idea: IdeaId
    shown: bool
    participant: ParticipantId | None = None
    do: Literal["idea.sign"] = "idea.sign"


@dataclass(frozen=True, slots=True)
class ShortlistIdeas:
    """ "Which should we talk about?": at most seven (facilitators)."""

    ideas: tuple[IdeaId, ...]
    do: Literal["idea.shortlist"] = "idea.shortlist"
