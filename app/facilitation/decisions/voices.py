"""What each person says of a decision: dissent, how sure they are, late words; and what is answered.

Why for people: a record without those who disagreed teaches nothing, and tells them that they do not count.
Their reasons stand in their own words, with their name only if they say so.
"""

from app.facilitation.answering import giver, supported, typed
from app.facilitation.commands import AnswerLate, KeepDissent, SayLate, SaySure
from app.facilitation.decisions.drafting import decision_of, with_decision
from app.facilitation.decisions.record import DecisionState, Dissent, LateWord
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import DissentKept, LateWordAnswered, LateWordSaid, SureSaid
from app.facilitation.ids import DissentId, LateWordId, ParticipantId, Stance
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.state import Participant, State

concept = Concept()


def takes_late_words(state: State, now: int) -> bool:
    """Whether a late word on some decision would be taken (`now`: session ms). The door by the room's code
    stays open for it when the session is over: who could not come may still say so.
    """
    return any(
        decision.accepted is not None and now <= decision.accepted.late_until_at
        for decision in state.decisions.by_id.values()
        if decision.state is DecisionState.provisional
    )


def _speaker(draft: Draft, participant: ParticipantId | None) -> Participant:
    """Whose word it is. Raises Refused (`not_allowed`, `unknown_participant`).

    Nobody types for somebody who came in on a device of their own, though they are gone now: their own word
    would give way to what is typed, and whose was gone would be seen.
    """
    person = giver(draft, participant)
    if typed(draft, person) and person.own_device and not supported(draft, person):
        raise Refused("not_allowed", f"{person.name} came in on a device of their own, and says it there.")
    return person


@concept.decides(KeepDissent)
def keep_dissent(draft: Draft, command: KeepDissent) -> None:
    """One's own reason, beside the draft; the last words count."""
    decision = decision_of(draft, command.decision)
    if decision.state is not DecisionState.draft:
        raise Refused("stale", "That is decided. You can still add a late word.")
    person = _speaker(draft, command.participant)
    text, needs = sentences_if_any(command.text), sentences_if_any(command.needs)
    known = decision.dissents.get(person.id)
    same = (
        known is None
        if not text
        else (known is not None and (known.text, known.needs, known.named) == (text, needs, command.named))
    )
    if same and not typed(draft, person):
        return
    dissent = DissentId(draft.arrival.new_id)
    draft.emit(DissentKept(decision.id, dissent, person.id, text, needs if text else "", command.named))


@concept.decides(SaySure)
def say_sure(draft: Draft, command: SaySure) -> None:
    """How sure, as long as it is a draft or takes late words."""
    decision = decision_of(draft, command.decision)
    if decision.state not in (DecisionState.draft, DecisionState.provisional):
        raise Refused("too_late", "That is decided. What came of it is asked at the review.")
    person = _speaker(draft, command.participant)
    if command.percent > 100:
        raise Refused("off_scale", "How sure you are is 0 to 100 %.")
    if decision.sure.get(person.id) != command.percent or typed(draft, person):
        draft.emit(SureSaid(decision.id, person.id, command.percent))


@concept.decides(SayLate)
def say_late(draft: Draft, command: SayLate) -> None:
    """Also when the session is over; it counts once for each person."""
    decision = decision_of(draft, command.decision)
    accepted = decision.accepted
    open_now = decision.state is DecisionState.provisional and accepted is not None
    if not open_now or accepted is None or draft.at > accepted.late_until_at:
        raise Refused("too_late", "Late words are closed for this decision.")
    person = _speaker(draft, command.participant)
    text = sentences_if_any(command.text)
    if command.stance is Stance.object and not text:
        raise Refused("text_empty", "Say what harm it would do: an objection has a reason.")
    known = decision.late.get(person.id)
    same = known is not None and (known.stance, known.text, known.named) == (
        command.stance,
        text,
        command.named,
    )
    if not same or typed(draft, person):
        word = LateWordId(draft.arrival.new_id)
        draft.emit(LateWordSaid(decision.id, word, person.id, command.stance, text, command.named))


@concept.decides(AnswerLate)
def answer_late(draft: Draft, command: AnswerLate) -> None:
    """An answer in the record; the late word stays beside it."""
    decision = decision_of(draft, command.decision)
    word = next((each for each in decision.late.values() if each.id == command.word), None)
    if word is None:
        raise Refused("stale", "That late word is not there any more, or was changed. Read it again.")
    text = sentences(command.text)
    if text != word.answer:
        draft.emit(LateWordAnswered(decision.id, word.id, text))


@concept.evolves(DissentKept)
def dissent_kept(state: State, event: DissentKept, _: Recorded) -> State:
    """One's last words, or none."""
    decision = state.decisions.by_id[event.decision]
    dissents = {who: each for who, each in decision.dissents.items() if who != event.who}
    if event.text:
        dissents[event.who] = Dissent(event.dissent, event.text, event.needs, event.named)
    return with_decision(state, decision._replace(dissents=dissents))


@concept.evolves(SureSaid)
def sure_said(state: State, event: SureSaid, _: Recorded) -> State:
    """The last answer counts."""
    decision = state.decisions.by_id[event.decision]
    return with_decision(state, decision._replace(sure={**decision.sure, event.who: event.percent}))


@concept.evolves(LateWordSaid)
def late_said(state: State, event: LateWordSaid, _: Recorded) -> State:
    """One's last word; what answered the one before does not answer this."""
    decision = state.decisions.by_id[event.decision]
    word = LateWord(event.word, event.stance, event.text, event.named)
    return with_decision(state, decision._replace(late={**decision.late, event.who: word}))


@concept.evolves(LateWordAnswered)
def late_answered(state: State, event: LateWordAnswered, _: Recorded) -> State:
    """Answered, for all to read."""
    decision = state.decisions.by_id[event.decision]
    late = {
        who: word._replace(answer=event.text) if word.id == event.word else word
        for who, word in decision.late.items()
    }
    return with_decision(state, decision._replace(late=late))
