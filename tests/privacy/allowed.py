"""Which fields each reader may get, written by hand, and asked of no table of the program.

A view that shows something new fails here until somebody has thought about who may know it: then it gets a
word in the right list. A line is a path and the fields below it; `*` stands for an id, `[]` for the places
of a list. `facts.*` are the figures of a nudge, and `kept[].**` the
events of the reader alone, whatever their names.
"""

from collections.abc import Mapping


def _fields(lines: str) -> frozenset[str]:
    found = set()
    for line in lines.strip().splitlines():
        at, _, names = line.strip().partition(": ")
        found |= {f"{at}.{name}" for name in names.split()}
    return frozenset(found)


EVERYBODY = _fields("""
room.session: id name purpose setting status number clock practice code created_at opened_at ended_at
room.floor: mode policy limit_ms
room.floor.turn: id participant started_at limit_ms extended_ms override
room.floor.last_turn: id participant ended_at how
room.floor: gap_ms gap_until aside.id aside.participant rest.since_at rest.until_at
room.floor.round: by next[] left of
room.floor.turn: asks paused_ms paused_at pause interruption
room.agenda: order[] current ready share fixed[] can_change[]
room.agenda.by_id.*: title length_ms extended_ms rested_ms skipped mode owner started_at ended_at
notice item.started: is item
notice item.ended: is item
room.queue: closed process.order[] process.by_id.*.about process.by_id.*.asked_at
room.queue.hands.*: asks
room.speaking.*: since_at
room.queue: order[] more
room.queue.hands.*: asked_at ready moved why
room.people: order[] more
room.people.by_id.*: name role place here seated number listening away perspective watches
room.perspectives: labels[] equal_share
room.floor: sides turn.written
room.queue.hands.*: written
room.breakout: since_at until_at order[] reports[].name reports[].text
room.breakout.groups.*: name members[] report speaking.*.since_at
room.breakout.groups.*.floor: mode policy limit_ms gap_ms sides last_turn.id last_turn.participant
room.breakout.groups.*.floor: last_turn.ended_at last_turn.how turn.id turn.participant turn.started_at
room.breakout.groups.*.floor: turn.limit_ms turn.extended_ms turn.override turn.asks turn.paused_ms
room.breakout.groups.*.floor: turn.paused_at turn.pause
room.breakout.groups.*.queue: order[] more closed process.order[] hands.*.asked_at hands.*.ready hands.*.moved
room.breakout.groups.*.queue: hands.*.why hands.*.asks
notice breakout.started: is
notice breakout.called: is until_at
notice breakout.ended: is
room.written: order[] more by_id.*.participant by_id.*.text by_id.*.how by_id.*.shown_at by_id.*.reader
room.written: by_id.*.answer
room.notes: order[] more by_id.*.text by_id.*.at by_id.*.item
notice written.shown: is written
notice written.answered: is written
room.scoring.open.lens[]: question perspective weight
room.scoring.rounds.*.lens[]: question perspective weight
room.scoring.rounds.*: by_lens[][]
room.scoring.rounds.*.ideas.*: lens_merit lens_moved
room.people.counts: here in_room remote phone
room.ideas: order[] shortlist[] focus focused_at collecting.id collecting.asks collecting.opened_at
room.ideas: collecting.need
room.ideas.by_id.*: what state text need ways_asked earlier[] parents[].idea parents[].took
room.ideas.by_id.*: heard.text heard.right by
room.ideas.by_id.*: remarks.order[] remarks.by_id.*.what remarks.by_id.*.text
room.scoring: order[] open.id open.number open.ideas[] open.scale open.opened_at open.answered open.asked
room.scoring: open.left_out
room.scoring.rounds.*: number scale closed_at asked answered order[] by_merit[][] by_bearing[][] groups[]
room.scoring.rounds.*: sought
room.scoring.rounds.*.ideas.*: red_flags[] merit lowest_median cannot_accept lowest_third
room.scoring.rounds.*.ideas.*: each_way[].asked each_way[].others each_way[].question each_way[].more
room.scoring.rounds.*.ideas.*: bridge.product bridge.root bridge.lowest bridge.highest ground
room.picks: order[] open.id open.ideas[] open.most open.opened_at open.answered open.asked open.left_out
room.picks.by_id.*: closed_at asked answered left_out early too_few ideas[] marks.* chosen[] tied[] free
notice pick.opened: is pick
notice pick.closed: is pick
room.checks: order[] open.id open.what open.asks open.options[] open.named open.quorum open.threshold
room.checks: open.opened_at open.answered open.asked open.left_out open.on_paper
room.checks.by_id.*: what asks options[] named quorum threshold answered asked on_paper quorate too_few
room.checks.by_id.*: closed_at left_out early median reasons[] needs[] beats[][]
room.checks.by_id.*: counts[] outcome support reached places[][] by_name.* objections.order[]
room.checks.by_id.*.objections.by_id.*: reason needs state rule
room.resistance: order[] open.id open.options[] open.opened_at open.answered open.asked
room.resistance: open.typed.* open.left_out open.yes_no
room.resistance.by_id.*: asked answered order[] places[][] needs.order[] typed.* left_out early closed_at
room.resistance.by_id.*: yes_no
room.resistance.by_id.*.needs.by_id.*: option text met answer heard.text heard.right
room.resistance.by_id.*.options.*: answered too_few total acceptance gain over_the_limit hard needs_answer
room.resistance.by_id.*.options.*: levels[] objections
room.agenda: fixed_by[]
room.knowledge: order[] unclear.order[]
room.knowledge.by_id.*: what text source sure
room.knowledge.unclear.by_id.*: text open idea card answer instead
room.decisions: order[] draft needs.order[]
room.decisions.needs.by_id.*: text named_as end because owner by_at
room.decisions.by_id.*: state version drafted_at statement asks affected[] affected_unknown costs[]
room.decisions.by_id.*: costs_unknown
room.decisions.by_id.*: conditions[] review_at review_how limit_reason over_the_limit needs[]
room.decisions.by_id.*: supersedes superseded_by sure.answered sure.lowest sure.middle sure.highest
room.decisions.by_id.*: open_points[].what open_points[].of open_points[].part
room.decisions.by_id.*: gaps.order[] risks.order[] dissents.order[] late.order[] reviews[].at reviews[].came
room.decisions.by_id.*: reviews[].text reviews[].number superseded_in
room.decisions.by_id.*: origin.session origin.number origin.brought_at
room.decisions.by_id.*: late.agree late.worry late.object
room.decisions.by_id.*.accepted: check at late_until_at agreed answered
room.decisions.by_id.*.gaps.by_id.*: against question lost bears asked unknown[]
room.decisions.by_id.*.risks.by_id.*: text likelihood impact word owner mitigation
room.decisions.by_id.*.dissents.by_id.*: text needs by
room.decisions.by_id.*.late.by_id.*: stance text by answer
frame: seq at
welcome: seq now rate
answer: re ok seq made token error.code error.message
room.session: locked colocated
GET: session.locked session.colocated
notice session.locked_set: is locked
room.contact: name reach link reads_here
notice contact.set: is
notice contact.came: is
room.lead: since_at offered_at accepted needed nudges.order[] nudges.by_id.*.rule nudges.by_id.*.actions[]
room.lead: nudges.by_id.*.about
notice lead.offered: is
notice lead.handed_over: is by
notice lead.taken_over: is
notice microphones.colocated_set: is on
notice session.opened: is
notice session.ended: is
notice session.reopened: is
notice participant.joined: is participant
notice participant.role_set: is participant role
notice mode.set: is mode
notice collection.opened: is collection
notice ideas.published: is collection
notice collection.discarded: is collection
notice idea.held_back: is idea
notice idea.shown_again: is idea
notice idea.focused: is idea
notice check.opened: is check what
notice check.closed: is check
notice objection.settled: is check objection how
notice resistance.opened: is survey
notice resistance.closed: is survey
notice ask.said_back: is survey ask
notice ask.confirmed: is survey ask right
notice ask.answered: is survey ask
notice ask.met: is survey ask met
notice scoring.opened: is round number
notice scoring.closed: is round
notice knowledge.added: is card what
notice unclear.said: is unclear
notice unclear.answered: is unclear instead
notice decision.drafted: is decision version
notice decision.discarded: is decision
notice decision.accepted: is decision check late_until_at
notice decision.stood: is decision
notice decision.late_said: is decision word stance
notice decision.late_answered: is decision word
notice decision.reviewed: is decision came
notice decision.followed: is decision number
notice decision.brought: is
notice need.ended: is need end
notice idea.split: is idea
notice ideas.merged: is idea
notice policy.set: is policy sides
notice participant.merged: is participant other
notice hand.raised: is participant
notice hand.lowered: is participant
notice hand.moved: is participant
notice turn.started: is turn participant override
notice turn.ended: is turn how
notice turn.extended: is turn by_ms
notice turn.cancelled: is turn
notice turn.resumed: is turn
notice turn.started: interruption
notice turn.paused: is turn why
notice turn.went_on: is turn
notice turn.unclocked: is turn
notice turn.taken_up: is turn
notice turn.reclaimed: is turn participant
notice round.started: is by
notice round.ended: is
notice break.started: is until_at
notice break.ended: is
notice gap.began: is until_at
notice queue.closed_set: is closed
notice process.raised: is participant about
notice process.cleared: is participant
""")

AT_THE_DESK = _fields("""
desk.hands.*: reason overtaken by_facilitator
desk.people.*: connected measured nudged source removed kept_out name
desk.nudges: order[] hushed_until hushed_for_item
desk.by_hand: order[]
desk.nudging: tone order[]
desk.nudging.kinds.quiet_voice: muted
desk.nudging.kinds.dominant_voice: muted
desk.nudging.kinds.group_unheard: muted
desk.nudging.kinds.hand_waiting: muted
desk.nudging.kinds.break_due: muted
desk.nudging.kinds.agenda_over: muted
desk.nudging.kinds.long_turn: muted private
desk.nudging.kinds.pushing: muted private
desk.nudging.kinds.early_agreement: muted
desk.nudging.kinds.divergence: muted
desk.nudging.kinds.idea_unheard: muted
desk.nudging.kinds.interrupted: muted
desk.nudging.kinds.chair_talk: muted
desk.nudging.kinds.dead_air: muted
desk.nudging.settings.quiet_least_ms: kind value usual least most
desk.nudging.settings.quiet_each_ms: kind value usual least most
desk.nudging.settings.quiet_most_ms: kind value usual least most
desk.nudging.settings.quiet_ratio: kind value usual least most
desk.nudging.settings.dominant_talk_ms: kind value usual least most
desk.nudging.settings.dominant_two: kind value usual least most
desk.nudging.settings.dominant_three: kind value usual least most
desk.nudging.settings.dominant_least: kind value usual least most
desk.nudging.settings.long_turn_ms: kind value usual least most
desk.nudging.settings.waiting_open_ms: kind value usual least most
desk.nudging.settings.waiting_queue_ms: kind value usual least most
desk.nudging.settings.cut_off_times: kind value usual least most
desk.nudging.settings.group_ratio: kind value usual least most
desk.nudging.settings.dead_air_ms: kind value usual least most
desk.nudging.settings.pushing_times: kind value usual least most
desk.nudging.settings.item_grace_ms: kind value usual least most
desk.nudging.settings.chair_share: kind value usual least most
desk.nudging.settings.break_ms: kind value usual least most
desk.nudging.settings.break_supported_ms: kind value usual least most
desk.nudging.settings.facilitators_an_hour: kind value usual least most
desk.nudging.settings.apart_ms: kind value usual least most
desk.nudges.by_id.*: rule subject about state raised_at facts.* actions[] action answer snoozed_until effect.*
desk.nudges.baseline.quiet_voice.*: came cases enough
desk.nudges.baseline.hand_waiting.*: came cases enough
desk.nudges.baseline.interrupted.*: came cases enough
desk.devices.*: scope name connected
desk.knocks: order[] by_id.*.name by_id.*.place by_id.*.at by_id.*.watches
desk.tapping: everyone
desk.signals: asked.slower asked.dont_follow minutes.*
desk.breakout.*.*: talk_ms turns
desk.written.*: id text how reader
live desk.people.*: written
desk.perspectives: since_at until_at groups.*.talk groups.*.fair
desk.ledger: links[]
desk.ideas: held_back.*.text held_back.*.reason
live: at
live desk.heard: measured of by
live desk.places.in_room: people talk fair
live desk.places.remote: people talk fair
live desk.places.phone: people talk fair
live desk.window_places.in_room: people talk fair
live desk.window_places.remote: people talk fair
live desk.window_places.phone: people talk fair
live desk.room: changes overlap_ms silence_ms voices of gini
live desk.window: changes overlap_ms silence_ms voices of gini
live desk.people.*: talk_ms turns ratio window_ratio quiet_ms
live desk.lanes: from_at to_at people.*[][]
notice participant.removed: is participant keep_out
notice participant.let_in: is participant
notice participant.lapsed: is participant
notice speech.corrected: is correction from_at to_at participant instead
""")

ONES_OWN = _fields("""
you: participant role removed nudged rights[] may_extend signals[] asked_of_me.slower asked_of_me.dont_follow
you: supports[]
you.card: bring_in more_time no_clock no_microphone supporter
you: process may_reclaim ready_to_move_on accepted_lead
you.hand: asked_at ready why_own composing asks
you.invitations: order[]
you.invitations.by_id.*: kind rule raised_at state facts.* answer tone may_opt_out
you.undo: command what
you.scoring: round order[]
you.scoring.given.*.suitable: score cannot_say reason
you.scoring.given.*.feasible: score cannot_say reason
you.scoring.given.*.acceptable: score cannot_say reason
you.scoring.given.*.beneficial: score cannot_say reason
you.pick: ideas[]
you.check: answer ranking[][] ranking[] reason needs objections[]
you.resistance: needs[]
you.resistance.given.*: level needs
you.knowledge: cards[] unclear[]
you.decisions: name_shown said.*.sure
you.decisions.said.*.dissent: text needs named
you.decisions.said.*.late: stance text named
you.ideas: order[]
you.ideas.by_id.*: what state text for paper need reason may_sign signed
you.consents: microphone one_person perspective
you: group minutes_of.*
you.concerns: order[]
you.concerns.by_id.*: text named at read_at
you.written: id text how reader
live you: written
you.perspective: label use since_at
you.microphone: listener
live: at
live you: talk_ms turns words ratio
notice participant.removed: is participant
""")

A_DEVICES = _fields("""
you: device scope revoked rights[] notes[]
""")

A_KEYS = _fields("""
you: key scopes[]
""")

A_CONTACTS = _fields("""
GET /concerns: session.name session.number current concerns[].text concerns[].at concerns[].name
""")

READ_BY_EVERYBODY = _fields("""
GET: room_id seq now
GET: session.id session.name session.purpose session.setting session.status session.number session.clock
GET: session.practice session.code session.created_at session.opened_at session.ended_at
GET /participants: more
GET /participants: participants[].id participants[].name participants[].role participants[].place
GET /participants: participants[].number participants[].here participants[].seated
GET /participants: participants[].listening participants[].away participants[].perspective
GET /participants: participants[].watches
GET /floor: sides turn.written
GET /report: led[].from_at led[].until_at
GET /report: notes[].at notes[].text notes[].item
GET /report: heard_by[] agenda[].extended_ms
GET /report: dynamics.changes dynamics.stretches dynamics.median_talk_ms
GET /report: dynamics.overlap_ms dynamics.silence_ms
GET /report: dynamics.waits.turns dynamics.waits.median_ms dynamics.waits.longest_ms dynamics.cut_off
GET /report: dynamics.out_of_order.clarify dynamics.out_of_order.correct dynamics.out_of_order.urgent
GET /report: dynamics.out_of_order.unfinished dynamics.out_of_order.given
GET /report: asked_of_all[].rule asked_of_all[].raised_at asked_of_all[].state asked_of_all[].action
GET /lead: by since_at offered_at accepted needed nudges.order[] nudges.by_id.*.rule nudges.by_id.*.actions[]
GET /lead: nudges.by_id.*.about
GET /report: breakouts[].name breakouts[].people breakouts[].spoke breakouts[].turns breakouts[].report
GET /queue: hands.*.written
GET /report: written.total written.people written.for_others written.answered
GET /report: perspectives[].since_at perspectives[].until_at perspectives[].groups.*.talk
GET /report: perspectives[].groups.*.fair
GET /queue: order[] more hands.*.asked_at hands.*.ready hands.*.moved hands.*.why
GET /floor: mode policy limit_ms speaking.*.since_at turn.id turn.participant turn.started_at turn.limit_ms
GET /floor: turn.extended_ms turn.override last_turn.id last_turn.participant last_turn.ended_at last_turn.how
GET /queue: closed process.order[] process.by_id.*.about process.by_id.*.asked_at hands.*.asks
GET /floor: gap_ms gap_until aside.id aside.participant rest.since_at rest.until_at round.by round.next[]
GET /floor: round.left round.of turn.asks turn.paused_ms turn.paused_at turn.pause turn.interruption
GET /report: reader curve[][] turns.given turns.overrides
GET /report: facilitators.people facilitators.talk_ms facilitators.of_ms
GET /report: session.id session.name session.purpose session.number session.status session.code
GET /report: session.practice
GET /report: session.clock session.opened_at session.ended_at session.until_at session.active_ms
GET /report: people.total people.spoke people.measured
GET /report: room.changes room.overlap_ms room.silence_ms room.voices room.of room.gini room.evenness
GET /report: lanes.from_at lanes.to_at lanes.order[] lanes.by_id.* lanes.everybody[][]
GET /report: agenda[].title agenda[].planned_ms agenda[].used_ms agenda[].skipped agenda[].talk_ms
GET /report: agenda[].spoke
GET /report: by_place.in_room.people by_place.in_room.talk by_place.in_room.fair
GET /report: by_place.remote.people by_place.remote.talk by_place.remote.fair
GET /report: by_place.phone.people by_place.phone.talk by_place.phone.fair
GET /report: signals.slower signals.dont_follow signals.minute
GET /report: names.*
""")

READ_AT_THE_DESK = _fields("""
POST /mentions: mentions[].at_seq mentions[].what mentions[].text
GET /queue: reasons.*.reason reasons.*.overtaken reasons.*.by_facilitator
GET /balance: places.in_room.people places.in_room.talk places.in_room.fair
GET /balance: places.remote.people places.remote.talk places.remote.fair
GET /balance: places.phone.people places.phone.talk places.phone.fair
GET /balance: at window heard.measured heard.of heard.by
GET /balance: room.changes room.overlap_ms room.silence_ms room.voices room.of room.gini
GET /balance: people.*.talk_ms people.*.turns people.*.ratio people.*.window_ratio people.*.quiet_ms
GET /nudges: order[] hushed_until hushed_for_item
GET /nudges: baseline.quiet_voice.*.came baseline.quiet_voice.*.cases baseline.quiet_voice.*.enough
GET /nudges: baseline.hand_waiting.*.came baseline.hand_waiting.*.cases baseline.hand_waiting.*.enough
GET /nudges: baseline.interrupted.*.came baseline.interrupted.*.cases baseline.interrupted.*.enough
GET /nudges: by_id.*.rule by_id.*.subject by_id.*.about by_id.*.state by_id.*.raised_at
GET /nudges: by_id.*.facts.* by_id.*.actions[]
GET /nudges: by_id.*.action by_id.*.answer by_id.*.snoozed_until by_id.*.effect.*
GET /lanes: from_at to_at people.*[][]
GET /report: dynamics.pairs[].who dynamics.pairs[].by dynamics.pairs[].times
GET /report: agenda[].people.*.talk_ms agenda[].people.*.expected_ms
GET /report: balance.*.waited_ms balance.*.longest_wait_ms balance.*.cut_off balance.*.cut_in
GET /report: balance.*.written held_back.*.text held_back.*.reason
GET /balance: people.*.written
GET /report: people.places.in_room people.places.remote people.places.phone
GET /report: lanes.by_id.*.name lanes.by_id.*.talk[][]
GET /report: balance.*.name balance.*.place balance.*.talk_ms balance.*.expected_ms balance.*.turns
GET /report: balance.*.backchannels balance.*.longest_quiet_ms balance.*.measured balance.*.ratio
GET /report: nudges.asked.asked nudges.asked.came nudges.asked.chose_not nudges.order[]
GET /report: nudges.baseline.quiet_voice.*.came nudges.baseline.quiet_voice.*.cases
GET /report: nudges.baseline.quiet_voice.*.enough
GET /report: nudges.baseline.hand_waiting.*.came nudges.baseline.hand_waiting.*.cases
GET /report: nudges.baseline.hand_waiting.*.enough
GET /report: nudges.baseline.interrupted.*.came nudges.baseline.interrupted.*.cases
GET /report: nudges.baseline.interrupted.*.enough
GET /report: nudges.by_id.*.rule nudges.by_id.*.subject nudges.by_id.*.about nudges.by_id.*.state
GET /report: nudges.by_id.*.raised_at
GET /report: nudges.by_id.*.facts.* nudges.by_id.*.action nudges.by_id.*.answer nudges.by_id.*.effect.*
GET /report: nudges.by_id.*.snoozed_until nudges.by_id.*.actions[]
GET /ideas/alike: pairs[][]
GET /earlier-decisions: decisions[]
GET /trends: sessions[].id sessions[].number sessions[].status sessions[].opened_at sessions[].active_ms
GET /trends: sessions[].people.total sessions[].people.spoke sessions[].people.measured sessions[].voices
GET /trends: sessions[].of sessions[].gini sessions[].facilitators_part sessions[].nudges.raised
GET /trends: sessions[].nudges.acted
GET rooms: id code name purpose setting created_at
GET rooms: rooms[].id rooms[].code rooms[].name rooms[].purpose rooms[].setting rooms[].created_at
GET rooms: sessions[].id sessions[].room_id sessions[].number sessions[].status sessions[].created_at
GET rooms: sessions[].opened_at sessions[].ended_at
""")

READ_OF_ONESELF = _fields("""
GET /my-time: written
GET /my-data: figures.written
GET /report: own.written own.ideas[]
GET /report: own.waited_ms own.longest_wait_ms own.cut_off own.cut_in
GET /my-data: figures.waited_ms figures.longest_wait_ms figures.cut_off figures.cut_in
GET /my-time: at talk_ms turns words ratio
GET /my-data: session.id session.name session.number
GET /my-data: participant.id participant.name participant.role participant.place kept[].**
GET /my-data: figures.name figures.place figures.talk_ms figures.expected_ms figures.turns
GET /my-data: figures.backchannels figures.longest_quiet_ms figures.measured figures.ratio
GET /report: own.name own.place own.talk_ms own.expected_ms own.turns own.backchannels own.longest_quiet_ms
GET /report: own.measured own.ratio lanes.by_id.*.name lanes.by_id.*.talk[][]
""")

RESULTS = frozenset(
    f"room.scoring.rounds.*.ideas.*.questions.{question}.{figure}"
    for question in ("suitable", "feasible", "acceptable", "beneficial")
    for figure in (
        "answered", "too_few", "cannot_say", "counts[]", "median", "mean", "agreement", "division", "divided",
        "red_flag", "reasons[]", "by_perspective.*.answered", "by_perspective.*.mean", "apart.higher",
        "apart.lower",
    )
)  # fmt: skip
"""What everybody may read once a round of scoring has closed."""

EVERYBODY |= RESULTS

EVERYBODY |= frozenset(
    f"room.decisions.by_id.*.columns.{column}.{field}"
    for column in ("chosen", "to_run", "to_live_with", "leave")
    for field in ("text", "marks[]", "basis", "option", "acceptance")
)

LEDGER = {
    path.removeprefix("room.")
    for path in EVERYBODY
    if path.startswith(("room.decisions.", "room.knowledge."))
}
"""What was decided and what people know: in the report, and at addresses of its own, as on the screens."""

CAME_OF_IT = {
    path.removeprefix("room.")
    for path in EVERYBODY
    if path.startswith(("room.ideas.", "room.scoring.", "room.picks.", "room.checks.", "room.resistance."))
    and path.split(".")[2] not in {"collecting", "focus", "open"}
}
"""Ideas that were shown, and rounds, checks and surveys that have closed: in the report as on the screens."""

READ_BY_EVERYBODY |= {f"GET /report.{path}" for path in LEDGER | CAME_OF_IT}
READ_BY_EVERYBODY |= {f"GET /{path}" for path in LEDGER}
READ_BY_EVERYBODY |= {
    f"GET /you-said.{path.removeprefix('decisions.')}" for path in LEDGER if path.startswith("decisions.")
}
READ_BY_EVERYBODY |= {
    f"GET /{at}.{path.removeprefix(f'room.{section}.')}"
    for at, section in {
        "ideas": "ideas", "scores": "scoring", "picks": "picks", "checks": "checks",
        "resistance": "resistance",
    }.items()
    for path in EVERYBODY
    if path.startswith(f"room.{section}.")
}  # fmt: skip
READ_BY_EVERYBODY |= _fields("""
GET /you-said: session.name session.purpose session.number session.opened_at
GET /you-said: by_id.*.dissents.by_id.*.name by_id.*.late.by_id.*.name
GET /report: decisions.by_id.*.dissents.by_id.*.name decisions.by_id.*.late.by_id.*.name
""")

ALLOWED: Mapping[str, frozenset[str]] = {
    # Facilitators are people as well.
    "desk": EVERYBODY
    | AT_THE_DESK
    | ONES_OWN
    | A_KEYS
    | READ_BY_EVERYBODY
    | READ_AT_THE_DESK
    | READ_OF_ONESELF,
    "person": EVERYBODY | ONES_OWN | READ_BY_EVERYBODY | READ_OF_ONESELF,
    "device": EVERYBODY | A_DEVICES | READ_BY_EVERYBODY,
    "key": EVERYBODY | A_KEYS,
    "contact": A_CONTACTS,
}

TO_THE_CONTACT = frozenset(
    {
        ("concern.raise", "text"),
        ("join", "name"),
        ("facilitator", "name"),
        ("participant.rename", "name"),
        ("rooms", "name"),
    }
)
"""Words that the contact for concerns may read: what was written to them, by whom where they said so, and in
which room."""

TO_EVERYBODY = frozenset(
    {
        ("participant.set_role", "watches"), ("participant.say_watching", "watches"),
        ("contact.set", "name"), ("contact.set", "reach"),
        ("rooms", "name"), ("rooms", "people"), ("facilitator", "name"), ("join", "name"),
        ("participant.seat", "name"), ("participant.rename", "name"), ("idea.collect", "asks"),
        ("idea.write", "text"), ("idea.revise", "text"), ("idea.split", "texts"), ("idea.merge", "text"),
        ("idea.merge", "took"), ("idea.hear", "text"), ("idea.remark", "text"), ("score.give", "reason"),
        ("check.open", "asks"), ("check.open", "options"), ("check.answer", "reason"),
        ("check.answer", "needs"),
        ("objection.settle", "rule"), ("resistance.open", "options"), ("resistance.give", "needs"),
        ("ask.say_back", "heard"), ("ask.confirm", "heard"), ("ask.answer", "answer"),
        ("breakout.report", "text"),
        ("written.send", "text"), ("written.answer", "text"), ("perspectives.offer", "labels"),
        ("note.write", "text"),
        ("score.open", "lens"),
        ("brief.set", "fixed"), ("brief.set", "can_change"), ("agenda.set", "lines"),
        ("brief.set", "fixed_by"), ("knowledge.add", "text"), ("knowledge.add", "source"),
        ("knowledge.revise", "text"), ("knowledge.revise", "source"), ("unclear.say", "text"),
        ("unclear.answer", "text"), ("decision.draft", "statement"), ("decision.set", "statement"),
        ("decision.set", "asks"), ("decision.set", "affected"), ("decision.set", "costs"),
        ("decision.set", "conditions"), ("decision.set", "review_how"), ("decision.set", "limit_reason"),
        ("decision.set_column", "text"), ("decision.set_gap", "lost"), ("decision.set_gap", "bears"),
        ("decision.set_gap", "asked"), ("decision.set_risk", "text"), ("decision.set_risk", "owner"),
        ("decision.set_risk", "mitigation"), ("decision.dissent", "text"), ("decision.dissent", "needs"),
        ("decision.say_late", "text"), ("decision.answer_late", "text"), ("decision.review", "text"),
        ("need.end", "because"), ("need.end", "owner"),
    }
)  # fmt: skip
"""Words that everybody of the session may read, once they were taken: (command or address, field). That ideas
wait until they are published together, and never come with their author, and that what is written instead
of spoken waits for its turn, is held by tests of their own.
"""

TO_THE_DESK = frozenset({("device.add", "name"), ("idea.hold_back", "reason")})
"""Words that facilitators, and keys that may read sessions or steer them, may read."""
