"""Opening a check, answering it, and what becomes of objections.

Why for people: what decides is said before anybody answers, and an answer can be changed until the check
closes; then all see the result at once. Silence is not consent.
"""

from collections import Counter
from dataclasses import replace

from app.facilitation.answering import asked, giver, left_out, typed
from app.facilitation.checks.mixing import mix
from app.facilitation.checks.record import LOWEST, OBJECTION, STEPS, Answer, Check
from app.facilitation.commands import AnswerCheck, CloseCheck, OpenCheck, SettleObjection, TallyCheck
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    CheckAnswered,
    CheckClosed,
    CheckOpened,
    CheckTallied,
    ObjectionSettled,
    TalliedRanking,
)
from app.facilitation.ids import CheckId, CheckKind, ObjectionId, ParticipantId
from app.facilitation.merit.polls import ObjectionState
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

MOST_OPTIONS = 10
"""More than anybody ranks with care."""
FEWEST_ON_PAPER = 3
"""A tally of one or two would show whose it is."""


@concept.decides(OpenCheck)
def open_check(draft: Draft, command: OpenCheck) -> None:
    """One check at a time."""
    require_open(draft)
    if draft.state.checks.open is not None:
        raise Refused("checking", "A check is open already. Close it first.")
    ranked = command.what is CheckKind.ranked
    if ranked != bool(command.options) or len(command.options) not in (0, *range(2, MOST_OPTIONS + 1)):
        raise Refused("bad_answer", f"A ranked check has 2 to {MOST_OPTIONS} options, and no other has any.")
    if command.threshold > 100:
        raise Refused("bad_answer", "A threshold is a percentage, 0 to 100.")
    draft.emit(
        CheckOpened(
            check=CheckId(draft.arrival.new_id),
            what=command.what,
            asks=sentences(command.asks),
            options=tuple(sentences(option) for option in command.options),
            named=command.named,
            quorum=command.quorum,
            threshold=command.threshold,
        )
    )


def open_now(draft: Draft, check: CheckId) -> Check:
    """The check that is open. Raises Refused (`stale`)."""
    checks = draft.state.checks
    if checks.open is None or checks.open != check:
        raise Refused("stale", "That check is closed.")
    return checks.by_id[check]


@concept.decides(AnswerCheck)
def answer(draft: Draft, command: AnswerCheck) -> None:
    """One answer a person; the last one counts."""
    check = open_now(draft, command.check)
    person = giver(draft, command.participant)
    reason = sentences_if_any(command.reason)
    needs = sentences_if_any(command.needs)
    ranking: tuple[tuple[int, ...], ...] = ()
    if check.what is CheckKind.ranked:
        ranking = _proper(check, command.ranking)
    elif command.answer not in range(LOWEST[check.what], LOWEST[check.what] + STEPS[check.what]):
        raise Refused("bad_answer", "That answer is not on the scale of this check.")
    objects = check.what is CheckKind.consent and command.answer == OBJECTION
    if objects and not reason:
        raise Refused("text_empty", "Say what harm it would do: an objection has a reason.")
    known = check.answers.get(person.id)
    given = 0 if ranking else command.answer
    said = (given, ranking, reason, needs)
    same = known is not None and (known.answer, known.ranking, known.reason, known.needs) == said
    if same and not typed(draft, person):
        return
    objection = ObjectionId(draft.arrival.new_id if objects else "")
    draft.emit(CheckAnswered(check.id, person.id, given, ranking, reason, objection, needs))


@concept.decides(TallyCheck)
def tally(draft: Draft, command: TallyCheck) -> None:
    """What was counted on paper, in place of what was counted before."""
    check = open_now(draft, command.check)
    rankings: tuple[TalliedRanking, ...] = ()
    if check.what is CheckKind.ranked:
        rankings = _orders(check, command)
    elif command.rankings or len(command.counts) != STEPS[check.what]:
        raise Refused("bad_answer", "Give one count for each step of the scale, the lowest first.")
    papers = sum(command.counts) + sum(one.papers for one in rankings)
    if papers < FEWEST_ON_PAPER:
        raise Refused("bad_answer", f"A tally has {FEWEST_ON_PAPER} people or more.")
    if papers > len(draft.state.people.by_id):
        raise Refused("too_many", "That is more people than there are.")
    if check.what is CheckKind.consent and command.counts[OBJECTION]:
        raise Refused("bad_answer", "An objection has a reason: write each one for its owner.")
    if (command.counts, rankings) != (check.paper, check.ranked_papers):
        draft.emit(CheckTallied(check.id, command.counts, rankings))


def _orders(check: Check, command: TallyCheck) -> tuple[TalliedRanking, ...]:
    """How many papers bear each order, the same orders together, in an order that tells nothing."""
    if command.counts or not command.rankings or any(one.papers < 1 for one in command.rankings):
        raise Refused("bad_answer", "Say how many papers bear each order.")
    papers: Counter[tuple[tuple[int, ...], ...]] = Counter()
    for one in command.rankings:
        papers[_proper(check, one.ranking)] += one.papers
    return tuple(TalliedRanking(ranking, papers[ranking]) for ranking in sorted(papers))


def _proper(check: Check, ranking: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """A ranking that names each option at most once. Raises Refused (`bad_answer`)."""
    proper = tuple(tuple(sorted(tied)) for tied in ranking if tied)
    named = [option for tied in proper for option in tied]
    if not named or len(set(named)) < len(named) or not set(named) <= set(range(len(check.options))):
        raise Refused("bad_answer", "Put each option in one place, by its number, the first is 0.")
    return proper


@concept.decides(CloseCheck)
def close(draft: Draft, command: CloseCheck) -> None:
    """The result, to all at once."""
    _close(draft, open_now(draft, command.check))


def _close(draft: Draft, check: Check) -> None:
    draft.emit(CheckClosed(check.id, could_answer(draft.state), left_out(draft.state)))
    if check.id in draft.state.checks.to_mix:
        mix(draft, draft.state.checks.by_id[check.id])


def left_open(state: State) -> int | None:
    """When the meeting ended, where a check was open then. Nobody may come back to close it, and what was
    asked without names would stand beside people for ever.
    """
    return None if state.checks.open is None else state.session.ended_at


@concept.wakes(left_open)
def close_what_was_left_open(draft: Draft, _: int) -> None:
    """As if who leads had closed it with the meeting."""
    check = draft.state.checks.now
    if check is not None:
        _close(draft, check)


def could_answer(state: State) -> int:
    """How many are asked by the check that is open; on paper more may have answered than are known to be
    here.
    """
    check = state.checks.now
    return 0 if check is None else max(asked(state, check), check.answered)


@concept.decides(SettleObjection)
def settle(draft: Draft, command: SettleObjection) -> None:
    """Only who objected can say that it is met; of a check without names nobody is known to have."""
    check = draft.state.checks.by_id.get(command.check)
    owners: list[tuple[ParticipantId | None, Answer]] = []
    if check is not None:
        owners += check.answers.items()
        owners += ((None, ballot) for ballot in check.ballots)
    found = [each for each in owners if each[1].objection == command.objection and command.objection]
    if check is None or not found:
        raise Refused("stale", "That objection is not there any more.")
    [(who, given)] = found
    if check.closed_at is None:
        raise Refused("checking", "The check is still open: the answer itself can be changed.")
    if given.state is not ObjectionState.open:
        raise Refused("stale", "That objection has been settled already.")
    if command.how == "overruled":
        if not draft.by_facilitator():
            raise Refused("not_allowed", "Only a facilitator can overrule, by a rule that was said before.")
        rule = sentences(command.rule)
    else:
        if who is None:
            raise Refused(
                "not_allowed", "It has no name, so nobody can say that it is met. Ask again instead."
            )
        if giver(draft, command.participant).id != who:
            raise Refused("not_allowed", "Only who objected can say that it is met.")
        rule = ""
    draft.emit(ObjectionSettled(check.id, command.objection, command.how, rule))


def _with(state: State, check: Check) -> State:
    by_id = {**state.checks.by_id, check.id: check}
    return state._replace(checks=replace(state.checks, by_id=by_id))


@concept.evolves(CheckOpened)
def opened(state: State, event: CheckOpened, recorded: Recorded) -> State:
    """Everybody is asked."""
    check = Check(
        id=event.check,
        what=event.what,
        asks=event.asks,
        options=event.options,
        named=event.named,
        quorum=event.quorum,
        threshold=event.threshold,
        opened_at=recorded.at,
    )
    state = _with(state, check)
    return state._replace(checks=replace(state.checks, open=check.id))


@concept.evolves(CheckAnswered)
def answered(state: State, event: CheckAnswered, _: Recorded) -> State:
    """The last answer counts."""
    if not event.voter:
        return state  # what it was stands among the mixed ballots
    check = state.checks.by_id[event.check]
    given = Answer(event.answer, event.ranking, event.reason, event.needs, event.objection)
    return _with(state, replace(check, answers={**check.answers, event.voter: given}))


@concept.evolves(CheckTallied)
def tallied(state: State, event: CheckTallied, _: Recorded) -> State:
    """The last tally counts."""
    return _with(
        state, replace(state.checks.by_id[event.check], paper=event.counts, ranked_papers=event.rankings)
    )


@concept.evolves(CheckClosed)
def closed(state: State, event: CheckClosed, recorded: Recorded) -> State:
    """The result stands."""
    check = state.checks.by_id[event.check]
    check = replace(check, asked=event.asked, left_out=event.left_out, closed_at=recorded.at)
    state = _with(state, check)
    to_mix = state.checks.to_mix if check.named or not check.answers else (*state.checks.to_mix, check.id)
    return state._replace(checks=replace(state.checks, open=None, to_mix=to_mix))


@concept.evolves(ObjectionSettled)
def settled(state: State, event: ObjectionSettled, _: Recorded) -> State:
    """The objection stays in the record, with what became of it."""
    check = state.checks.by_id[event.check]
    how = ObjectionState(event.how)

    def after(given: Answer) -> Answer:
        return replace(given, state=how, rule=event.rule) if given.objection == event.objection else given

    answers = {who: after(given) for who, given in check.answers.items()}
    return _with(state, replace(check, answers=answers, ballots=tuple(map(after, check.ballots))))
