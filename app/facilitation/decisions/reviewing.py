"""Looking again: what came of a decision, beside how sure people were.

Why for people: a good decision can turn out badly and a poor one well; only the two side by side, over time,
tell a group how far to trust itself. So how sure people were is shown as a range, and not before.
"""

from app.facilitation.commands import ReviewDecision
from app.facilitation.decisions.drafting import decision_of, with_decision
from app.facilitation.decisions.record import HOLDS, Review
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import DecisionReviewed
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.state import State

concept = Concept()

MOST_REVIEWS = 30
"""Of one version: all of them stand in its record."""


@concept.decides(ReviewDecision)
def review(draft: Draft, command: ReviewDecision) -> None:
    """What came of it so far, also when the session is long over."""
    decision = decision_of(draft, command.decision)
    if decision.state not in HOLDS:
        raise Refused("stale", "Only a decision that holds can be reviewed.")
    if len(decision.reviews) >= MOST_REVIEWS:
        raise Refused("too_many", "It was reviewed many times. Write a new version of it.")
    draft.emit(DecisionReviewed(decision.id, command.came, sentences(command.text)))


@concept.evolves(DecisionReviewed)
def reviewed(state: State, event: DecisionReviewed, recorded: Recorded) -> State:
    """One more look, after those before it."""
    decision = state.decisions.by_id[event.decision]
    made = Review(recorded.at, event.came, event.text)
    return with_decision(state, decision._replace(reviews=(*decision.reviews, made)))
