"""Talking about ideas: which one, what is asked and added, the need that is heard in it, and what is held
back.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.facilitation.commands import (
    ConfirmHeard,
    FocusIdea,
    HearNeed,
    HoldBackIdea,
    MakeRemark,
    ShortlistIdeas,
    ShowIdeaAgain,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    HeardConfirmed,
    IdeaFocused,
    IdeaHeldBack,
    IdeaShownAgain,
    IdeasShortlisted,
    NeedHeard,
    RemarkMade,
)
from app.facilitation.ideas.collecting import idea_of, shown_idea, with_idea
from app.facilitation.ideas.record import IdeaState, Remark
from app.facilitation.ids import IdeaId, RemarkId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

MOST_AT_ONCE = 7
"""So many ideas can be weighed in one go."""
MOST_REMARKS = 50
"""On one idea."""
MOST_OWN = 10
"""Of one person on one idea: so many that nobody is cut short, so few that one person cannot fill it."""


@concept.decides(HoldBackIdea)
def hold_back(draft: Draft, command: HoldBackIdea) -> None:
    """Off the screens, with a reason for its author; all see that one is held back."""
    idea = shown_idea(draft, command.idea)
    draft.emit(IdeaHeldBack(idea.id, sentences(command.reason)))


@concept.decides(ShowIdeaAgain)
def show_again(draft: Draft, command: ShowIdeaAgain) -> None:
    """On the screens again."""
    if idea_of(draft, command.idea).state is not IdeaState.held_back:
        raise Refused("stale", "That idea is not held back.")
    draft.emit(IdeaShownAgain(command.idea))


@concept.decides(FocusIdea)
def focus(draft: Draft, command: FocusIdea) -> None:
    """What the talk is about."""
    idea = shown_idea(draft, command.idea).id if command.idea is not None else None
    if idea != draft.state.ideas.focus:
        draft.emit(IdeaFocused(idea))


@concept.decides(ShortlistIdeas)
def shortlist(draft: Draft, command: ShortlistIdeas) -> None:
    """What will be weighed."""
    ideas = _few(draft, command.ideas)
    if ideas != draft.state.ideas.shortlist:
        draft.emit(IdeasShortlisted(ideas))


def _few(draft: Draft, wanted: Sequence[IdeaId]) -> tuple[IdeaId, ...]:
    ideas = tuple(dict.fromkeys(shown_idea(draft, idea).id for idea in wanted))
    if len(ideas) > MOST_AT_ONCE:
        raise Refused("too_many", f"At most {MOST_AT_ONCE} ideas can be weighed in one go.")
    return ideas


def to_weigh(draft: Draft, wanted: Sequence[IdeaId]) -> tuple[IdeaId, ...]:
    """The ideas that people are asked about: these, else those of the short list.

    Raises Refused (`unknown_idea`, `stale`, `too_many`).
    """
    ideas = _few(draft, wanted or draft.state.ideas.shortlist)
    if not ideas:
        raise Refused("unknown_idea", "Say which ideas it is about, or put some on the short list.")
    return ideas


@concept.decides(HearNeed)
def hear(draft: Draft, command: HearNeed) -> None:
    """What one hears another person to need; until its author agrees, it is a guess and shown as one."""
    require_open(draft)
    idea = shown_idea(draft, command.idea)
    # What was made of others says so itself. A paper without a name is like any other idea: a refusal would
    # tell which ones are from paper. Who typed it is asked.
    if idea.parents:
        raise Refused(
            "not_allowed",
            "The group made this idea of others, so there is no author to ask whether it is so.",
        )
    if idea.heard_right:
        raise Refused("stale", "Its author has said already what the need is.")
    draft.emit(NeedHeard(idea.id, sentences(command.text)))


@concept.decides(ConfirmHeard)
def confirm(draft: Draft, command: ConfirmHeard) -> None:
    """Only the author (or who typed it for them) can say so."""
    idea = shown_idea(draft, command.idea)
    if not idea.belongs_to(draft.sender()):
        raise Refused("not_allowed", "Only its author can say whether that is the need.")
    if not idea.heard or idea.heard != command.heard:
        raise Refused("stale", "Others have heard it differently meanwhile. Read it again.")
    if not (idea.heard_right and command.right):
        draft.emit(HeardConfirmed(idea.id, command.right))


@concept.decides(MakeRemark)
def remark(draft: Draft, command: MakeRemark) -> None:
    """Asked, added or doubted, without a name."""
    require_open(draft)
    idea = shown_idea(draft, command.idea)
    if len(idea.remarks) >= MOST_REMARKS:
        raise Refused("too_many", "There are many remarks on this idea already. Talk about it first.")
    named = command.participant is not None or draft.sender() is not None
    author = draft.participant(command.participant).id if named else None
    if author is not None and sum(one.author == author for one in idea.remarks) >= MOST_OWN:
        raise Refused(
            "too_many", "That is as much as one person can add to an idea. Let others say something."
        )
    remark_id = RemarkId(draft.arrival.new_id)
    draft.emit(RemarkMade(remark_id, idea.id, command.what, sentences(command.text), author))


@concept.evolves(IdeaHeldBack)
def held_back(state: State, event: IdeaHeldBack, _: Recorded) -> State:
    """Off the screens, out of focus and off the short list."""
    idea = replace(state.ideas.by_id[event.idea], state=IdeaState.held_back, reason=event.reason)
    return off_the_table(with_idea(state, idea), event.idea)


def off_the_table(state: State, idea: str) -> State:
    """The state with this idea neither in focus nor on the short list."""
    ideas = state.ideas
    return state._replace(
        ideas=replace(
            ideas,
            focus=None if ideas.focus == idea else ideas.focus,
            shortlist=tuple(each for each in ideas.shortlist if each != idea),
        )
    )


@concept.evolves(IdeaShownAgain)
def shown_again(state: State, event: IdeaShownAgain, _: Recorded) -> State:
    """As it was."""
    return with_idea(state, replace(state.ideas.by_id[event.idea], state=IdeaState.published, reason=""))


@concept.evolves(IdeaFocused)
def focused(state: State, event: IdeaFocused, recorded: Recorded) -> State:
    """The talk is about this one now."""
    if event.idea is not None:
        idea = state.ideas.by_id[event.idea]
        state = with_idea(state, replace(idea, focused=idea.focused + 1))
    return state._replace(ideas=replace(state.ideas, focus=event.idea, focused_at=recorded.at))


@concept.evolves(IdeasShortlisted)
def shortlisted(state: State, event: IdeasShortlisted, _: Recorded) -> State:
    """These will be weighed."""
    return state._replace(ideas=replace(state.ideas, shortlist=event.ideas))


@concept.evolves(NeedHeard)
def heard(state: State, event: NeedHeard, _: Recorded) -> State:
    """Said, not agreed to."""
    return with_idea(state, replace(state.ideas.by_id[event.idea], heard=event.text, heard_right=False))


@concept.evolves(HeardConfirmed)
def confirmed(state: State, event: HeardConfirmed, _: Recorded) -> State:
    """Yes, that's it; or no, and the guess goes."""
    idea = state.ideas.by_id[event.idea]
    return with_idea(state, replace(idea, heard=idea.heard if event.right else "", heard_right=event.right))


@concept.evolves(RemarkMade)
def remarked(state: State, event: RemarkMade, _: Recorded) -> State:
    """One more remark, after those before it."""
    idea = state.ideas.by_id[event.idea]
    made = Remark(event.remark, event.what, event.text, event.author)
    return with_idea(state, replace(idea, remarks=(*idea.remarks, made)))
