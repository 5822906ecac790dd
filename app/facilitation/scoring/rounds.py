"""Rounds of scoring.

Why for people: a score that one can see moves the next one (one visible early vote raised the final score by
a quarter: Muchnik, Aral & Taylor 2013, DOI 10.1126/science.1240466). So nobody sees anything until the
round closes; then all see all of it. Talk, and score again: both rounds are kept.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from app.facilitation.answering import asked, giver, typed
from app.facilitation.commands import CloseScoring, GiveScore, OpenScoring
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import PerspectiveTally, ScoreGiven, ScoringClosed, ScoringOpened
from app.facilitation.ideas.record import Ideas, IdeaState
from app.facilitation.ideas.signing import to_be_weighed, were_weighed
from app.facilitation.ideas.talking import to_weigh
from app.facilitation.ids import IdeaId, ParticipantId, RoundId, Scale
from app.facilitation.knowledge.unclear import require_understood
from app.facilitation.merit.bridging import Bridge, bridge, votes_of_scores
from app.facilitation.merit.opinion_groups import SMALLEST, opinion_groups
from app.facilitation.merit.questions import HIGHEST, LOWEST, Question
from app.facilitation.merit.verdict import Sheet, verdicts
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.scoring.by_perspective import checked_lens, perspective_results, tallies
from app.facilitation.scoring.record import Answers, Given, Results, Round
from app.facilitation.sentences import sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

FACES = (1, 3, 5)
"""What three faces are stored as."""


@concept.decides(OpenScoring)
def open_scoring(draft: Draft, command: OpenScoring) -> None:
    """Ask everybody; one round at a time."""
    require_open(draft)
    if draft.state.scores.open is not None:
        raise Refused("scoring", "A round of scoring is open already. Close it first.")
    require_understood(draft)
    ideas = to_weigh(draft, command.ideas)
    if not command.even_so and lonely(draft.state.ideas, ideas):
        raise Refused(
            "one_way", "A need has one way only so far. Ask for other ways first, or score it even so."
        )
    number = len(draft.state.scores.rounds) + 1
    lens = checked_lens(draft, command.lens)
    draft.emit(ScoringOpened(RoundId(draft.arrival.new_id), number, ideas, command.scale, lens))


def lonely(ideas: Ideas, wanted: Collection[IdeaId]) -> tuple[IdeaId, ...]:
    """Needs that only one of the ideas on the screens is for, that one is wanted, and no other way was asked
    for: a first way, scored alone, is compared with nothing.
    """
    ways = Counter(idea.need for idea in ideas.by_id.values() if idea.state is IdeaState.published)
    needs = {ideas.by_id[idea].need for idea in wanted}
    return tuple(
        need
        for need in ideas.order
        if need in needs
        and ways[need] == 1
        and need not in ideas.asked_ways
        and ideas.by_id[need].state is IdeaState.published
    )


def open_round(draft: Draft, round_: RoundId) -> Round:
    """The round that is open. Raises Refused (`stale`)."""
    scores = draft.state.scores
    if scores.open is None or scores.open != round_:
        raise Refused("stale", "That round of scoring is closed.")
    return scores.rounds[scores.open]


@concept.decides(GiveScore)
def give(draft: Draft, command: GiveScore) -> None:
    """One answer, or another one in its place."""
    now = open_round(draft, command.round)
    person = giver(draft, command.participant)
    if command.idea not in now.ideas:
        raise Refused("unknown_idea", "That idea is not being scored.")
    allowed = FACES if now.scale is Scale.faces else range(LOWEST, HIGHEST + 1)
    if command.score is not None and command.score not in allowed:
        raise Refused("off_scale", f"A score is one of {', '.join(map(str, allowed))}, or null.")
    reason = sentences_if_any(command.reason)
    known = now.answers.get(command.idea, {}).get(person.id, {}).get(command.question)
    if typed(draft, person) or known != Given(command.score, reason):
        draft.emit(ScoreGiven(now.id, command.idea, command.question, person.id, command.score, reason))


@concept.decides(CloseScoring)
def close(draft: Draft, command: CloseScoring) -> None:
    """All results at once. Asked were who is here now and could score, and everybody who did."""
    now = open_round(draft, command.round)
    found = opinion_groups(_columns(now)) if groups_are_sought(now) else None
    groups = tuple(tuple(map(ParticipantId, members)) for members in found.members) if found else ()
    draft.emit(ScoringClosed(now.id, asked(draft.state, now), groups, tallies(draft.state, now)))


MOST_IN_GROUPS = 250
"""People among whom groups are sought while a meeting waits. Everybody is compared with everybody, which for
2,000 takes seconds, and all other meetings of the server would stand still.
"""


def groups_are_sought(now: Round) -> bool:
    """Whether so few have scored that groups are sought among them."""
    return len(now.givers()) <= MOST_IN_GROUPS


def _columns(now: Round) -> dict[str, dict[str, int]]:
    """Each person's scores by idea and question."""
    rows: dict[str, dict[str, int]] = {}
    for idea, answers in now.answers.items():
        for who, given in answers.items():
            for question, one in given.items():
                if one.score is not None:
                    rows.setdefault(who, {})[f"{idea} {question.value}"] = one.score
    return rows


@concept.evolves(ScoringOpened)
def opened(state: State, event: ScoringOpened, recorded: Recorded) -> State:
    """Everybody is asked."""
    made = Round(event.round, event.number, event.ideas, event.scale, recorded.at, event.lens)
    rounds = {**state.scores.rounds, made.id: made}
    state = to_be_weighed(state, event.ideas)
    return state._replace(scores=replace(state.scores, rounds=rounds, open=made.id))


def _with_round(state: State, now: Round) -> State:
    rounds = {**state.scores.rounds, now.id: now}
    return state._replace(scores=replace(state.scores, rounds=rounds))


@concept.evolves(ScoreGiven)
def given(state: State, event: ScoreGiven, _: Recorded) -> State:
    """The last answer to a question is the one that counts."""
    now = state.scores.rounds[event.round]
    answers = now.answers.get(event.idea, {})
    own = {**answers.get(event.scorer, {}), event.question: Given(event.score, event.reason)}
    about: Mapping[IdeaId, Answers] = {**now.answers, event.idea: {**answers, event.scorer: own}}
    return _with_round(state, replace(now, answers=about))


@concept.evolves(ScoringClosed)
def closed(state: State, event: ScoringClosed, recorded: Recorded) -> State:
    """The results stand."""
    now = replace(
        state.scores.rounds[event.round],
        closed_at=recorded.at,
        asked=event.asked,
        groups=event.groups,
    )
    state = were_weighed(
        _with_round(state, replace(now, results=results_of(now, event.by_perspective))), now.ideas
    )
    return state._replace(scores=replace(state.scores, open=None))


def results_of(now: Round, by_perspective: tuple[PerspectiveTally, ...] = ()) -> Results:
    """What a round says, from its answers alone and from what may be shown of them by perspective."""
    sheets: dict[str, dict[str, Sheet]] = {
        idea: {
            who: {question: one.score for question, one in given.items()}
            for who, given in now.answers.get(idea, {}).items()
        }
        for idea in now.ideas
    }
    bridges: dict[str, Bridge] = {}
    for idea in now.ideas:
        votes = [
            votes_of_scores(
                sheets[idea][who][Question.acceptable]
                for who in members
                if Question.acceptable in sheets[idea].get(who, {})
            )
            for members in now.groups
        ]
        found = bridge(votes)
        # A group in which one or two answered would show what they said.
        if found is not None and all(one.seen >= SMALLEST for one in votes):
            bridges[idea] = found
    found_verdicts = verdicts(sheets, now.asked)
    equal = {idea: one.merit for idea, one in found_verdicts.items() if one.merit is not None}
    return Results(found_verdicts, bridges, perspective_results(now, by_perspective, equal))
