"""What people do with nudges, and when the session looks whether to nudge."""

from typing import Literal

from app.facilitation.agenda import upcoming
from app.facilitation.card import ask_no_more
from app.facilitation.commands import (
    ActOnNudge,
    AnswerInvitation,
    DismissNudge,
    HushNudges,
    MuteNudges,
    SetNudgeTone,
    TuneNudges,
)
from app.facilitation.draft import Draft
from app.facilitation.events import (
    InvitationAnswered,
    NudgeActed,
    NudgeDismissed,
    NudgeKindMuted,
    NudgesHushed,
    NudgesTuned,
    NudgeToneSet,
)
from app.facilitation.ids import NudgeId, ParticipantId
from app.facilitation.nudges import acting, dose, life, tuning
from app.facilitation.nudges.actions import ASK_PRIVATELY, NOTED
from app.facilitation.nudges.check import check
from app.facilitation.nudges.effect import measure, next_due
from app.facilitation.nudges.record import FACILITATORS, Nudge
from app.facilitation.nudges.registry import RULE_OF, rule_of
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.nudges.timing import next_check
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
        if nudge.to_group and draft.by_leader():
            return nudge, None
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
    if command.action not in rule_of(nudge.rule).offered(draft.state, nudge):
        raise Refused("not_allowed", "This nudge does not offer that now.")
    subject = nudge.subject
    if command.action == ASK_PRIVATELY and subject is not None:
        require_open(draft)
        if not dose.person_may_hear(draft.state.nudges, subject, draft.at, nudge.rule):
            name = draft.state.people.by_id[subject].name
            raise Refused(
                "too_many", f"{name} has had a note a short while ago. Ask by voice, or try again soon."
            )
    draft.emit(NudgeActed(nudge.id, command.action, acting.found(draft.state, nudge, command.action)))
    acting.do(draft, nudge, command.action)


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
    """Speak next, write, not now, or not today: every answer is fine."""
    nudge, own = nudge_of(draft, command.nudge)
    if own is None or nudge.action != ASK_PRIVATELY:
        raise Refused("unknown_nudge", "There is no such question to you. It may have been taken back.")
    if nudge.answer:
        raise Refused("stale", "You have answered this already.")
    _answer(draft, own, nudge, command.answer)


def _answer(
    draft: Draft,
    subject: ParticipantId,
    nudge: Nudge,
    words: Literal["speak_next", "write", "not_now", "not_today"],
) -> None:
    require_open(draft)
    if nudge.answer:
        return
    draft.emit(InvitationAnswered(nudge.id, words))
    if words == "not_today":
        ask_no_more(draft, subject)
    if words == "speak_next":
        acting.bring_in(draft, subject)
    if words == "write":
        acting.let_write(draft, subject)


@concept.decides(HushNudges)
def hush(draft: Draft, command: HushNudges) -> None:
    """Quiet for facilitators for a while, or until the next item; 0 ends it."""
    if not 0 <= command.for_ms <= THRESHOLDS.longest_hush_ms:
        raise Refused("malformed", "Nudges can be kept quiet for up to a day.")
    if command.until_item and upcoming(draft.state.agenda) is None:
        raise Refused("unknown_item", "No item comes after this on the agenda. Say for how long instead.")
    for_ms = command.for_ms or (THRESHOLDS.longest_hush_ms if command.until_item else 0)
    until_at = draft.at + for_ms if for_ms else 0
    nudges = draft.state.nudges
    if (until_at, command.until_item) != (nudges.hushed_until, nudges.hushed_for_item):
        draft.emit(NudgesHushed(until_at, command.until_item))


@concept.decides(MuteNudges)
def mute(draft: Draft, command: MuteNudges) -> None:
    """Not this kind today; what stands of it is left."""
    rule = RULE_OF.get(command.kind)
    if rule is None:
        raise Refused("unknown_nudge", "There is no such kind of nudge.")
    sender = draft.sender()
    to: str = FACILITATORS
    if sender is not None and (
        not draft.by_facilitator() or (rule.private_first and rule.forward_ms is None)
    ):
        to = sender
        if not rule.may_opt_out:
            raise Refused("not_allowed", "That can't be left out: it is said seldom, and only to you.")
    if ((to, rule.kind) in draft.state.nudges.muted) == command.on:
        return
    if command.on:
        for nudge_id in draft.state.nudges.live:
            nudge = draft.state.nudges.by_id[nudge_id]
            reached = nudge.reached(to) is not None or (to == FACILITATORS and nudge.to_group)
            if nudge.rule == rule.kind and nudge.life == "new" and reached:
                draft.emit(NudgeDismissed(nudge.id, 0))
    draft.emit(NudgeKindMuted(rule.kind, to, command.on))


@concept.decides(TuneNudges)
def tune(draft: Draft, command: TuneNudges) -> None:
    """Another value, within its bounds."""
    bounds = tuning.SETTINGS.get(command.name)
    if bounds is None:
        raise Refused("unknown_nudge", "There is no such setting of nudges.")
    if not bounds.least <= command.value <= bounds.most:
        raise Refused("malformed", f"This setting is from {bounds.least:g} to {bounds.most:g}.")
    thresholds = draft.state.nudges.thresholds
    if tuning.tuned(thresholds, command.name, command.value) != thresholds:
        draft.emit(NudgesTuned(command.name, command.value))


@concept.decides(SetNudgeTone)
def set_tone(draft: Draft, command: SetNudgeTone) -> None:
    """Another wording."""
    if command.tone is not draft.state.nudges.tone:
        draft.emit(NudgeToneSet(command.tone))
