"""Why a command is refused: a stable code for programs, a sentence for people."""

CODES: dict[str, str] = {
    "unknown_command": "There is no such command.",
    "malformed": "The command has a field that is missing, unknown or of the wrong kind.",
    "not_allowed": "Who sent this may not do it.",
    "stale": "What the command was about has moved on.",
    "not_your_turn": "Somebody else has the floor.",
    "unknown_participant": "Nobody in this session has that id.",
    "unknown_turn": "There is no such turn.",
    "unknown_nudge": "There is no such nudge, kind or setting of nudges, or it is not yours.",
    "unknown_device": "There is no such device.",
    "not_open": "The session is not under way.",
    "already_open": "The session is under way already.",
    "locked": "Nobody new comes in just now.",
    "ended": "The session has ended.",
    "name_empty": "A name is needed.",
    "name_too_long": "The name is too long.",
    "name_taken": "Somebody here has that name.",
    "no_consent": "Whoever it is about has not said yes to it.",
    "near_others": "A device near several people is nobody's microphone.",
    "not_listening": "This connection does not have the person's microphone.",
    "bad_time": "The times of the speech do not fit together.",
    "future_time": "The speech lies in the future.",
    "empty_queue": "Nobody is waiting.",
    "bad_groups": "There are too few or too many groups, or somebody is in two.",
    "unknown_perspective": "The room does not ask for that perspective.",
    "beside_name_only": "You would know it, so it can only stand beside their name.",
    "unknown_item": "There is no such item on the agenda.",
    "on_break": "It is a break.",
    "queue_closed": "The queue takes no more hands just now.",
    "queue_mode_only": "That needs the queue.",
    "removed": "A facilitator removed this person.",
    "not_one": "These two cannot become one person like that.",
    "undo_gone": "That can no longer be taken back.",
    "too_many": "That is more than fits.",
    "text_empty": "Some words are needed.",
    "text_too_long": "The text is too long.",
    "unknown_idea": "There is no such idea, or it is not shown.",
    "not_alike": "These ideas cannot be joined, or one cannot be taken apart, like that.",
    "off_scale": "The score is not on the scale of this round.",
    "one_way": "A need has one proposal alone, and nobody was asked for other ways.",
    "collecting": "Ideas are being collected already.",
    "not_collecting": "No ideas are being collected.",
    "picking": "People are choosing already which ideas to talk about.",
    "few_enough": "There are so few ideas that all can be talked about.",
    "several_options": "There is more than one option: then people say how hard each would be.",
    "surveying": "People are being asked already how hard the options would be.",
    "checking": "A check is open already.",
    "bad_answer": "That answer or tally does not fit the check.",
    "unknown_card": "There is no such card, or it is not yours.",
    "not_understood": "Somebody does not understand something yet.",
    "unknown_decision": "There is no such decision, or nothing of it has that id.",
    "drafting": "A decision is being written already.",
    "not_agreed": "The check does not say that people agree to this.",
    "open_points": "Something that has to be said is blank, and is not marked as open.",
    "needs_reason": "More people find it hard than find leaving things as they are: that takes a reason.",
    "too_late": "Late words are closed for this decision.",
    "not_scored": "The idea has not been scored yet, or is being scored.",
    "scoring": "A round of scoring is open already.",
    "too_few_authors": "Fewer than three people have written: names could be guessed.",
    "no_contact": "Nobody is named for concerns, or they do not read here.",
    "last_facilitator": "A session keeps at least one facilitator.",
}
"""Every code that the core refuses with, and what it means in general; the answer carries the particular
sentence.
"""


class Refused(Exception):
    """A command that was not accepted; nothing has changed."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
