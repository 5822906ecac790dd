"""What people do with nudges, and when the session looks whether to nudge."""

from typing import Literal

from app.facilitation.card import ask_no_more
from app.facilitation.commands import (
    ActOnNudge,
    AnswerInvitation,
    DismissNudge,
    HushNudges,
)
from app.facilitation.draft import Draft
from app.facilitation.events import (
    HandMoved,
    InvitationAnswered,
    NudgeActed,
    NudgeDismissed,
    NudgesHushed,
)
from app.facilitation.hands import put_up
from app.facilitation.ids import Mode, NudgeId, ParticipantId
from app.facilitation.nudges import dose, life
from app.facilitation.nudges.check import check
from app.facilitation.nudges.dominant_voice import NOTED
from app.facilitation.nudges.effect import measure, next_due
from app.facilitation.nudges.quiet_voice import ASK_PRIVATELY, OFFER_FLOOR
from app.facilitation.nudges.record import FACILITATORS, Nudge
from app.facilitation.nudges.registry import rule_of
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.nudges.timing import next_check
from app.facilitation.queue import BY_HAND
from app.facilitation.refusals import Refused
from app.facilitation.session import require_open

concept = life.concept
concept.wakes(next_check)(check)
concept.wakes(next_due)(measure)


def nudge_of(draft: Draft, nudge_id: NudgeId) -> tuple[Nudge, ParticipantId | None]:
    """The nudge that a command is about, and its subject if it is they who answer.

    Raises Refused (`unknown_nudge`) when there is none that the sender was ever shown: what others were told
    privately is as unknown to them as what is not there.
    """
    nudge = draft.state.nudges.by_id.get(nudge_id)
    sender = draft.sender()
    if nudge is not None:
        if draft.by_facilitator() and nudge.reached(FACILITATORS) is not None:
            return nudge, None
        if sender is not None and nudge.subject == sender and nudge.reached(sender) is not None:
            return nudge, sender
    raise Refused("unknown_nudge", "There is no such nudge for you. It may have been taken back.")


def _require_new(nudge: Nudge) -> None:
    if nudge.life == "expired":
        raise Refused("stale", "This nudge is over: things have changed since.")
    if nudge.life not in {"new", "snoozed"}:
        raise Refused("stale", "This nudge was dealt with already.")


@concept.decides(ActOnNudge)
def act(draft: Draft, command: ActOnNudge) -> None:
    """Do what it proposes; its subject can only say that they have read it."""
    nudge, own = nudge_of(draft, command.nudge)
    if own is not None:
        _note(draft, nudge, command.action)
        return
    _require_new(nudge)
    if command.action not in rule_of(nudge.rule).actions(draft.state, nudge):
        raise Refused("not_allowed", "This nudge does not offer that now.")
    subject = nudge.subject
    if command.action == ASK_PRIVATELY and subject is not None:
        require_open(draft)
        if not dose.person_may_hear(draft.state.nudges, subject, draft.at):
            name = draft.state.people.by_id[subject].name
            raise Refused(
                "too_many", f"{name} has had a note a short while ago. Ask by voice, or try again soon."
            )
    draft.emit(NudgeActed(nudge.id, command.action))
    if command.action == OFFER_FLOOR and subject is not None:
        require_open(draft)
        _bring_in(draft, subject)


def _note(draft: Draft, nudge: Nudge, action: str) -> None:
    if action != NOTED or not rule_of(nudge.rule).private_first:
        raise Refused("not_allowed", "This note does not offer that.")
    if not nudge.answer and nudge.ended_at is None and nudge.life == "new":
        draft.emit(NudgeActed(nudge.id, NOTED))


@concept.decides(DismissNudge)
def dismiss(draft: Draft, command: DismissNudge) -> None:
    """Leave it, or put it off."""
    nudge, own = nudge_of(draft, command.nudge)
    if not 0 <= command.snooze_ms <= THRESHOLDS.longest_snooze_ms:
        raise Refused("malformed", "A nudge can be put off for up to an hour.")
    if own is not None and rule_of(nudge.rule).private_first:
        _note(draft, nudge, NOTED)
    elif own is not None:
        _answer(draft, own, nudge, "not_now")
    else:
        _require_new(nudge)
        until_at = draft.at + command.snooze_ms if command.snooze_ms else 0
        draft.emit(NudgeDismissed(nudge.id, until_at))


@concept.decides(AnswerInvitation)
def answer(draft: Draft, command: AnswerInvitation) -> None:
    """Speak next, not now, or not today: every answer is fine."""
    nudge, own = nudge_of(draft, command.nudge)
    if own is None or nudge.action != ASK_PRIVATELY:
        raise Refused("unknown_nudge", "There is no such question to you. It may have been taken back.")
    if nudge.answer:
        raise Refused("stale", "You have answered this already.")
    _answer(draft, own, nudge, command.answer)


def _answer(
    draft: Draft, subject: ParticipantId, nudge: Nudge, words: Literal["speak_next", "not_now", "not_today"]
) -> None:
    require_open(draft)
    if nudge.answer:
        return
    draft.emit(InvitationAnswered(nudge.id, words))
    if words == "not_today":
        ask_no_more(draft, subject)
    if words == "speak_next":
        _bring_in(draft, subject)


def _bring_in(draft: Draft, subject: ParticipantId) -> None:
    """Who is asked and wants to speaks next; who has the floor has it already."""
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == subject:
        return
    if subject not in draft.state.queue.hands:
        put_up(draft, draft.state.people.by_id[subject])
    if draft.state.floor.mode in (Mode.queue, Mode.timed):
        draft.emit(HandMoved(subject, _next_place(draft)))


def _next_place(draft: Draft) -> int:
    """First in the queue, but behind others who were put first by hand or by an invitation before."""
    queue = draft.state.queue
    place = 0
    while place < len(queue.order) and queue.whys.get(queue.order[place]) in BY_HAND:
        place += 1
    return place


@concept.decides(HushNudges)
def hush(draft: Draft, command: HushNudges) -> None:
    """Quiet for facilitators for a while; 0 ends it."""
    if not 0 <= command.for_ms <= THRESHOLDS.longest_hush_ms:
        raise Refused("malformed", "Nudges can be kept quiet for up to a day.")
    until_at = draft.at + command.for_ms if command.for_ms else 0
    if until_at != draft.state.nudges.hushed_until:
        draft.emit(NudgesHushed(until_at))
